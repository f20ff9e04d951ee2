#pragma once

#include "chatops/core/utf8.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>

namespace chatops {

CHATOPS_INLINE utf8_character character_at(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    constexpr utf8_character broken{0xfffd, 1, false};
    const unsigned char first = byte(at);
    if (first < 0x80) return {first, 1, true};
    const std::size_t size = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
    if (first < 0xc2 || first > 0xf4 || text.size() - at < size) return broken;
    char32_t code = first & (0xffU >> (size + 1));
    for (std::size_t i = at + 1; i < at + size; ++i) {
        if ((byte(i) & 0xc0U) != 0x80U) return broken;
        code = code << 6U | (byte(i) & 0x3fU);
    }
    const bool overlong = (size == 3 && code < 0x800) || (size == 4 && code < 0x10000);
    const bool surrogate = code >= 0xd800 && code <= 0xdfff;
    if (overlong || surrogate || code > 0x10ffff) return broken;
    return {code, size, true};
}

CHATOPS_INLINE bool is_utf8(std::string_view text) {
    constexpr std::uint64_t high_bits = 0x8080808080808080U;
    for (std::size_t at = 0; at < text.size();) {
        // Most text is ASCII: eight bytes at a time.
        std::uint64_t eight = 0;
        while (text.size() - at >= sizeof(eight)) {
            std::memcpy(&eight, text.data() + at, sizeof(eight));
            if ((eight & high_bits) != 0) break;
            at += sizeof(eight);
        }
        if (at == text.size()) break;
        const utf8_character next = character_at(text, at);
        if (!next.valid) return false;
        at += next.size;
    }
    return true;
}

CHATOPS_INLINE std::string mended_utf8(std::string_view text) {
    std::string mended;
    mended.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const utf8_character next = character_at(text, at);
        if (next.valid)
            mended += text.substr(at, next.size);
        else
            mended += "\xef\xbf\xbd";
        at += next.size;
    }
    return mended;
}

CHATOPS_INLINE bool is_shown(char32_t code) {
    if (code < 0x20) return code == '\n' || code == '\t';
    if (code >= 0x7f && code < 0xa0) return false;
    return !(code >= 0x202a && code <= 0x202e) && !(code >= 0x2066 && code <= 0x2069);
}

CHATOPS_INLINE std::string shown_text(std::string_view text) {
    std::string shown;
    shown.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const utf8_character next = character_at(text, at);
        if (!next.valid)
            shown += "\xef\xbf\xbd";
        else if (is_shown(next.code))
            shown += text.substr(at, next.size);
        at += next.size;
    }
    return shown;
}

CHATOPS_INLINE std::string_view utf8_beginning(std::string_view text, std::size_t bytes) {
    if (text.size() <= bytes) return text;
    while (bytes > 0 && (static_cast<unsigned char>(text[bytes]) & 0xc0U) == 0x80U) --bytes;
    return text.substr(0, bytes);
}

CHATOPS_INLINE std::size_t characters_in(std::string_view text) {
    // Each begins with any byte but one that goes on.
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
        return (static_cast<unsigned char>(c) & 0xc0U) != 0x80U;
    }));
}

CHATOPS_INLINE std::size_t columns_of(char32_t code) {
    struct range {
        char32_t first, last;
    };
    // The blocks that matter in names and logs, from Unicode's EastAsianWidth.txt and general
    // category Mn.
    static constexpr std::array<range, 6> none{{{0x0300, 0x036f},
                                                {0x0483, 0x0489},
                                                {0x200b, 0x200f},
                                                {0x20d0, 0x20f0},
                                                {0xfe00, 0xfe0f},
                                                {0xfe20, 0xfe2f}}};
    static constexpr std::array<range, 13> two{{{0x1100, 0x115f},
                                                {0x231a, 0x231b},
                                                {0x23e9, 0x23ec},
                                                {0x23f3, 0x23f3},
                                                {0x2705, 0x2705},
                                                {0x274c, 0x274c},
                                                {0x2e80, 0xa4cf},
                                                {0xac00, 0xd7a3},
                                                {0xf900, 0xfaff},
                                                {0xff00, 0xff60},
                                                {0xffe0, 0xffe6},
                                                {0x1f300, 0x1faff},
                                                {0x20000, 0x3fffd}}};
    if (code < 0x300) return 1;
    for (const range& each : none)
        if (code >= each.first && code <= each.last) return 0;
    for (const range& each : two)
        if (code >= each.first && code <= each.last) return 2;
    return 1;
}

CHATOPS_INLINE std::size_t columns_of(std::string_view text) {
    std::size_t columns = 0;
    for (std::size_t at = 0; at < text.size();) {
        const utf8_character next = character_at(text, at);
        columns += columns_of(next.code);
        at += next.size;
    }
    return columns;
}

} // namespace chatops
