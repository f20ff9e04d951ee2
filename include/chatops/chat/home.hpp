// The bot's own page in the chat, as one person sees it.
#pragma once

#include "chatops/chat/anchor.hpp"

#include <string>
#include <vector>

namespace chatops {

struct home_page {
    /// Questions that this person can answer, each with its buttons.
    std::vector<anchor> waiting;
    /// What goes on now, a line each.
    std::vector<std::string> running;
    /// What this person may run.
    reply may_run;
};

} // namespace chatops
