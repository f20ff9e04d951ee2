// A typed line as others may see it, and as the journal keeps it: without its secret.
#pragma once

#include "chatops/run/catalogue.hpp"

#include <string>
#include <string_view>

namespace chatops {

struct shown_line {
    std::string text;
    /// It is not what was typed: a secret is, or may be, in that.
    bool hides = false;
};

/// A line of a command that takes a secret is written anew, `[secret]` in the secret's place; of
/// one that cannot be read only the command's name is left. What is no command, yet begins or goes
/// on like one that takes a secret, is not shown at all. `read` is what the line was read as.
shown_line shown_line_of(const catalogue& commands, std::string_view typed,
                         const result<read_line>& read);

} // namespace chatops

#include CHATOPS_BODY("chatops/run/shown_line.ipp")
