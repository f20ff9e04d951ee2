// From a typed line to words: the one grammar of chat, forms, the page and the command line.
#pragma once

#include "chatops/core/config.hpp"
#include "chatops/core/result.hpp"
#include "chatops/line/words.hpp"

#include <span>
#include <string_view>

namespace chatops::line {

/// Splits a line into words.
///
/// Words are separated by white space, also such as phones type. At its start or after `=` a word
/// may be quoted, with '...' or "..." or their curly forms; inside double quotes `\"` and `\\`
/// stand for `"` and `\`. `--` (or a long dash alone) ends the options. A dash before a digit is a
/// minus. Mistakes: `line_too_long`, `too_many_words`, `invalid_utf8`, `control_character`,
/// `direction_character`, `unbalanced_quote`, `text_after_quote`. None repeats text of the line: it
/// may be secret.
result<words> split(std::string_view line);

/// The same of a line that is still being typed: the end of the line closes a quote.
result<words> split_unfinished(std::string_view line);

/// The words that a shell has split already, as `main` gets them, without the program's name. The
/// places count as if they were joined by single spaces. Only limits and UTF-8 are checked.
result<words> words_of_arguments(std::span<const char* const> arguments);

} // namespace chatops::line

#include CHATOPS_BODY("chatops/line/split.ipp")
