// `whoami`: how the bot knows the asker.
#pragma once

#include "chatops/command/info.hpp"
#include "chatops/config/rules.hpp"
#include "chatops/run/entry.hpp"

namespace chatops::operations {

struct whoami {
    static constexpr command_info info{.name = "whoami",
                                       .help = "Say who you are to me, and which roles you have",
                                       .effect = effect::read,
                                       .examples = {"whoami"}};

    [[nodiscard]] reply answer(const inquiry& asked) const;
};

} // namespace chatops::operations

#include CHATOPS_BODY("chatops/operations/general/whoami.ipp")
