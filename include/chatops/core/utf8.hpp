// UTF-8: reading it character by character, mending it, and how many columns it takes.
#pragma once

#include "chatops/core/config.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace chatops {

/// One character of a text.
struct utf8_character {
    /// U+FFFD where the bytes are not UTF-8.
    char32_t code = 0;
    /// Bytes it takes; at least 1.
    std::size_t size = 1;
    bool valid = true;
};

/// The character that begins at `at`, which must be inside the text. Overlong forms, surrogates and
/// what is cut off are not valid (RFC 3629).
utf8_character character_at(std::string_view text, std::size_t at);

bool is_utf8(std::string_view text);

/// The same text with U+FFFD for each byte that is not UTF-8.
std::string mended_utf8(std::string_view text);

/// Text that only shows: mended, and without control characters but newline and tab (a terminal
/// would obey them), and without those that reorder what follows (U+202A to U+202E, U+2066 to
/// U+2069). `\r\n` is `\n`.
std::string shown_text(std::string_view text);
bool is_shown(char32_t code);

/// The longest beginning of at most `bytes` that does not cut a character apart.
std::string_view utf8_beginning(std::string_view text, std::size_t bytes);

/// How many characters; of what is not UTF-8, about as many.
std::size_t characters_in(std::string_view text);

/// Columns in a fixed-width font: 0 for combining characters, 2 for East Asian wide ones and emoji,
/// else 1.
std::size_t columns_of(std::string_view text);
std::size_t columns_of(char32_t code);

} // namespace chatops

#include CHATOPS_BODY("chatops/core/utf8.ipp")
