// What each character means in a typed line: white space, quote, dash, or refused.
#pragma once

#include <array>
#include <cstdint>

namespace chatops::line {

enum class character_class : std::uint8_t {
    plain,
    space,
    /// Opens a quoted word, and is what closes it.
    quote,
    /// Longer than a hyphen: what phones make of two of them.
    long_dash,
    /// Looks like the hyphen of the keyboard, and is another one.
    other_hyphen,
    /// Takes no room: passed over beside white space, refused within a word.
    zero_width,
    /// Not ASCII: it takes more than one byte to tell.
    high,
    /// Unseen, or makes text look like other text: refused.
    refused,
};

/// How a quote is closed.
enum class quote_family : std::uint8_t {
    none,
    straight_double,
    straight_single,
    curly_double,
    curly_single
};

namespace detail {

inline constexpr std::array<character_class, 256> ascii_classes = [] {
    std::array<character_class, 256> classes{};
    for (int i = 0; i < 0x20; ++i) classes[i] = character_class::refused;
    classes[0x7f] = character_class::refused;
    for (const char each : {' ', '\t', '\n', '\r'})
        classes[static_cast<unsigned char>(each)] = character_class::space;
    classes['"'] = classes['\''] = character_class::quote;
    for (int i = 0x80; i < 0x100; ++i) classes[i] = character_class::high;
    return classes;
}();

} // namespace detail

/// Turns the direction of writing, for a while or for all that follows.
constexpr bool turns_direction(char32_t code) {
    return code == 0x061c || code == 0x200e || code == 0x200f ||
           (code >= 0x202a && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069);
}

constexpr character_class class_of_byte(char byte) {
    return detail::ascii_classes[static_cast<unsigned char>(byte)];
}

constexpr quote_family family_of(char32_t code) {
    switch (code) {
    case U'"': return quote_family::straight_double;
    case U'\'': return quote_family::straight_single;
    case 0x201c: // left, right, low: “ ” „. Languages use each of them on either side.
    case 0x201d:
    case 0x201e: return quote_family::curly_double;
    case 0x2018: // ‘ ’ ‚
    case 0x2019:
    case 0x201a: return quote_family::curly_single;
    default: return quote_family::none;
    }
}

/// The class of any character. White space: Unicode's. Refused: controls, and those that turn the
/// direction of writing, because an approver must see what will be done (Unicode Technical Report
/// 36, section 2.5).
constexpr character_class class_of(char32_t code) {
    if (code < 0x80) return detail::ascii_classes[code];
    if (code < 0xa0 || turns_direction(code)) return character_class::refused;
    if (code == 0xa0 || code == 0x1680 || (code >= 0x2000 && code <= 0x200a) || code == 0x2028 ||
        code == 0x2029 || code == 0x202f || code == 0x205f || code == 0x3000)
        return character_class::space;
    // They come with pasted text: zero-width space, word joiner, byte order mark.
    if (code == 0x200b || code == 0x2060 || code == 0xfeff) return character_class::zero_width;
    if (code == 0x2010 || code == 0x2011 || code == 0x2043 || code == 0x2212 || code == 0xff0d)
        return character_class::other_hyphen;
    if (code >= 0x2012 && code <= 0x2015) return character_class::long_dash;
    if (family_of(code) != quote_family::none) return character_class::quote;
    return character_class::plain;
}

} // namespace chatops::line
