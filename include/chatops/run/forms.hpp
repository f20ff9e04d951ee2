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
/// filled in. Nothing for any other line, and for a command that takes a secret: what is typed into
/// a form can be read over a shoulder, and in the line that is shown.
std::optional<input_form> form_for(const catalogue& commands, std::string_view line);

/// The form of a command whatever the line lacks.
std::optional<input_form> whole_form_for(const catalogue& commands, std::string_view line);

/// What was filled in as a line, or what is wrong with it, field by field.
struct filled_line {
    std::string text;
    std::vector<form_mistake> mistakes;
};

/// Each value is read as its command reads it in a line. The text is canonical, and parses to what
/// was filled in. A command that is gone or was declared anew since the form was opened is a
/// mistake at the first field.
filled_line line_of(const catalogue& commands, const submitted& filled, const moment& typed);

/// A command with what a message names put in as its first argument.
struct fitting_line {
    std::string text;
    std::string help;
};

/// The commands that are about something the message names (an application, a droplet that a
/// project has, by the configuration) and that the asker may try; those that only look come first.
std::vector<fitting_line> lines_about(const inquiry& asked, std::string_view message,
                                      const std::vector<config::project>& projects);

/// Asks which of them, for the message it is about.
input_form choice_among(const std::vector<fitting_line>& lines);

/// The name of that form's one field.
inline constexpr std::string_view chosen_line_field = "command";

} // namespace chatops

#include CHATOPS_BODY("chatops/run/forms.ipp")
