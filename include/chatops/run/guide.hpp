// What the bot says of its commands: help, and what was wrong with a line.
#pragma once

#include "chatops/chat/reply.hpp"
#include "chatops/run/catalogue.hpp"

#include <string_view>

namespace chatops {

/// The line, its mistake underlined, what was expected, and the nearest thing that exists.
reply explain_mistake(std::string_view line, const mistake& wrong, const catalogue& commands);

/// What a line asks for besides, though it cannot be read: a program that gave `--json` reads
/// nothing else.
line::common_options wished_in(std::string_view line);

/// How one command is typed.
reply help_for(const entry& command);

/// What the asker may run, by groups; `prefix` narrows it to a group or a beginning. Of more than a
/// person reads (`limits::help_commands`) the groups are named. What the asker may not run is
/// counted, not shown.
reply help_for_all(const inquiry& asked, std::string_view prefix = {});

} // namespace chatops

#include CHATOPS_BODY("chatops/run/guide.ipp")
