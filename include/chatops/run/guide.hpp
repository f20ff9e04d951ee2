// What the bot says of its commands: help, and what was wrong with a line.
#pragma once

#include "chatops/chat/reply.hpp"
#include "chatops/run/catalogue.hpp"

#include <string_view>

namespace chatops {

/// The line, its mistake underlined, what was expected, and the nearest thing that exists.
reply explain_mistake(std::string_view line, const mistake& wrong, const catalogue& commands);

/// How one command is typed.
reply help_for(const entry& command);

/// What the asker may run, grouped by first word; beside it nothing is shown, so that nobody is
/// tempted.
reply help_for_all(const inquiry& asked);

} // namespace chatops

#include CHATOPS_BODY("chatops/run/guide.ipp")
