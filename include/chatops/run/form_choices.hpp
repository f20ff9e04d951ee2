// What a field of an open form offers, once it is known which values there are.
#pragma once

#include "chatops/chat/incoming.hpp"
#include "chatops/config/configuration.hpp"
#include "chatops/line/complete.hpp"
#include "chatops/run/catalogue.hpp"

#include <optional>
#include <string>
#include <vector>

namespace chatops {

/// What is asked about a field of an open form. Nothing where its command is gone or was declared
/// anew, and for a field without such values.
std::optional<line::completion_request> question_of(const catalogue& commands,
                                                    const half_filled& typed);

/// Whether some rule lets the asker run the command with all of that; the whole line passes the
/// gate all the same.
bool may_name(const inquiry& asked, const command_description& command,
              const std::vector<line::known_value>& named,
              const config::configuration& configuration);

/// What to offer for it of those values: at most `limits::slack_options` that go on with what is
/// typed, that the command reads, and with which some rule lets the asker run it; last, what is
/// typed itself, if the command reads it: there may be more than is known.
std::vector<form_choice> choices_for(const line::completion_request& of,
                                     const std::vector<std::string>& values, const inquiry& asked,
                                     const config::configuration& configuration);

} // namespace chatops

#include CHATOPS_BODY("chatops/run/form_choices.ipp")
