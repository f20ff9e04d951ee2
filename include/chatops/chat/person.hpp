// Who says something, and where.
#pragma once

#include <string>

namespace chatops {

struct person {
    /// As the chat service knows them: `U0LEAD`.
    std::string id;
    /// As people write them, without `@`.
    std::string name;
};

struct place {
    /// As the chat service knows it: `C0ACME`, or `D…` for a direct message.
    std::string channel;
    /// As people write it, without `#`; may be empty.
    std::string channel_name;
    /// The message that the thread hangs on; empty outside a thread.
    std::string thread;
};

} // namespace chatops
