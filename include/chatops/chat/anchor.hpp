// A run's one message.
#pragma once

#include "chatops/chat/reply.hpp"
#include "chatops/core/ids.hpp"

#include <string>

namespace chatops {

/// A run's anchor message: the reply as it stands, and what ties it to the run, so that it can be
/// found.
struct anchor {
    run_id run;
    /// Who asked what, as typed (`lead: heroku ps acme`): people who come later see what the answer
    /// is to.
    std::string asked;
    reply shown;
};

} // namespace chatops
