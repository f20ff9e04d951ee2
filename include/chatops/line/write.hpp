// From typed options back to a line that means the same: what is shown, recorded and approved.
#pragma once

#include "chatops/command/description.hpp"

#include <string>
#include <string_view>

namespace chatops::line {

/// One word as it must be typed: as it is, or in double quotes where it would be misread.
std::string quoted(std::string_view text);

/// The whole line, canonical: the command's name, the arguments by place (by name, if one before is
/// missing), then options and flags in the order of their declaration; a secret's text as
/// `[secret]`. Without a secret it parses to an equal command. What cannot be typed (control
/// characters in a value that came from a form) makes a line that `split` refuses.
std::string write(const command_description& description, const void* command);

/// The same with the secrets in it, so that it always parses to an equal command: to be sealed.
secret write_revealed(const command_description& description, const void* command);

} // namespace chatops::line

#include CHATOPS_BODY("chatops/line/write.ipp")
