// Forms made from declarations, and lines made from forms: a form asks for what a line says.
#pragma once

#include "chatops/chat/incoming.hpp"
#include "chatops/config/configuration.hpp"
#include "chatops/run/catalogue.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace chatops {

/// What stands in a field, or null if nothing does.
const std::vector<std::string>* values_in(const submitted& filled, std::string_view name);

/// The form of a line that lacks only what its command cannot run without, with what the line gives
/// filled in, but no secret: a form is kept by the chat, so what the line gave of one is typed
/// again. Nothing for any other line.
std::optional<input_form> form_for(const catalogue& commands, std::string_view line);

/// The form of a command whatever the line lacks.
std::optional<input_form> whole_form_for(const catalogue& commands, std::string_view line);

/// What was filled in as a line, or what is wrong with it, field by field.
struct filled_line {
    std::string text;
    std::vector<form_mistake> mistakes;
};

/// Each value is read as its command reads it in a line. The text is canonical, and parses to what
/// was filled in: secrets are in it as they were typed. A command that is gone or was declared anew
/// since the form was opened is a mistake at the first field.
filled_line line_of(const catalogue& commands, const submitted& filled, const moment& typed);

/// A command with what a message names put in as its first argument.
struct fitting_line {
    std::string text;
    std::string help;
    /// What the message names.
    std::string about;
    chatops::effect effect = effect::read;
};

/// The commands that are about something the message names (an application, a droplet that a
/// project has, by the configuration) and that the asker may try; those that only look come first.
std::vector<fitting_line> lines_about(const inquiry& asked, std::string_view message,
                                      const std::vector<config::project>& projects);

/// Asks which of them, for the message it is about: by what it names and what would be done to it.
/// What does not fit into one form (Slack's, of all chats, takes the least) is counted in it.
input_form choice_among(const std::vector<fitting_line>& lines);

/// The name of that form's one field.
inline constexpr std::string_view chosen_line_field = "command";

} // namespace chatops

#include CHATOPS_BODY("chatops/run/forms.ipp")
