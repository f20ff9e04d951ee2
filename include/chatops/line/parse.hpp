// From words to typed options: one table-driven parser for every command.
#pragma once

#include "chatops/command/description.hpp"
#include "chatops/command/moment.hpp"
#include "chatops/line/common.hpp"
#include "chatops/line/words.hpp"

#include <cstddef>

namespace chatops::line {

/// Reads the words from `first` on into a fresh command of the described type at `command`; `typed`
/// says when and where, for values such as `tomorrow 9:00`.
///
/// With `--help` nothing else is checked, and the command may be incomplete.
/// Mistakes, each with its place in the line: `unknown_option`, `missing_argument`,
/// `missing_option`, `missing_value`, `unexpected_value`, `invalid_value`, `too_many_arguments`,
/// `given_twice`, `look_alike_letter` for the name of an option. For a command that takes a secret
/// none of them repeats what was typed.
result<common_options> parse(const command_description& description, const words& line,
                             std::size_t first, void* command, const moment& typed = {});

} // namespace chatops::line

#include CHATOPS_BODY("chatops/line/parse.ipp")
