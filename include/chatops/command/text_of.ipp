#pragma once

#include "chatops/command/text_of.hpp"
#include "chatops/core/ascii.hpp"

namespace chatops {

CHATOPS_INLINE std::string shown(std::string_view text) {
    constexpr std::size_t longest = 40;
    std::size_t end = 0;
    for (std::size_t characters = 0; end < text.size() && characters < longest; ++characters) {
        ++end; // A character of UTF-8 is a first byte and what continues it.
        while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xc0) == 0x80) ++end;
    }
    std::string quoted = "“";
    quoted += text.substr(0, end);
    quoted += end < text.size() ? "…”" : "”";
    return quoted;
}

CHATOPS_INLINE mistake not_a(std::string_view text, std::string_view expected) {
    mistake wrong;
    wrong.code = "invalid_value";
    wrong.message = shown(text);
    wrong.message += " is not ";
    wrong.message += expected;
    wrong.message += '.';
    wrong.end = text.size();
    wrong.expected = expected;
    return wrong;
}

CHATOPS_INLINE mistake given_twice(std::string_view text) {
    return {"given_twice", shown(text) + " is about what is given already. Give it once.", 0,
            text.size()};
}

CHATOPS_INLINE result<bool> text_of<bool>::read(std::string_view text) {
    for (const std::string_view word : {"yes", "on", "true"})
        if (equal_ignoring_case(text, word)) return true;
    for (const std::string_view word : {"no", "off", "false"})
        if (equal_ignoring_case(text, word)) return false;
    return not_a(text, kind);
}

} // namespace chatops
