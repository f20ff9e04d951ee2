#pragma once

#include "chatops/command/text_of.hpp"
#include "chatops/core/utf8.hpp"
#include "chatops/line/look_alike.hpp"

#include <algorithm>
#include <array>

namespace chatops::line {

namespace detail {

struct confusable {
    char32_t code;
    char letter;
};

/// By code. Cyrillic and Greek where a common font has one shape; Latin's own twins; hyphens.
inline constexpr std::array confusables{
    confusable{0x0131, 'i'}, confusable{0x017f, 's'}, confusable{0x0251, 'a'},
    confusable{0x0261, 'g'}, confusable{0x0269, 'i'}, confusable{0x026a, 'i'},
    confusable{0x037a, 'i'}, confusable{0x0391, 'a'}, confusable{0x0392, 'b'},
    confusable{0x0395, 'e'}, confusable{0x0396, 'z'}, confusable{0x0397, 'h'},
    confusable{0x0399, 'i'}, confusable{0x039a, 'k'}, confusable{0x039c, 'm'},
    confusable{0x039d, 'n'}, confusable{0x039f, 'o'}, confusable{0x03a1, 'p'},
    confusable{0x03a4, 't'}, confusable{0x03a5, 'y'}, confusable{0x03a7, 'x'},
    confusable{0x03b1, 'a'}, confusable{0x03b9, 'i'}, confusable{0x03ba, 'k'},
    confusable{0x03bd, 'v'}, confusable{0x03bf, 'o'}, confusable{0x03c1, 'p'},
    confusable{0x03c5, 'u'}, confusable{0x03f2, 'c'}, confusable{0x03f3, 'j'},
    confusable{0x0405, 's'}, confusable{0x0406, 'i'}, confusable{0x0408, 'j'},
    confusable{0x0410, 'a'}, confusable{0x0412, 'b'}, confusable{0x0415, 'e'},
    confusable{0x041a, 'k'}, confusable{0x041c, 'm'}, confusable{0x041d, 'h'},
    confusable{0x041e, 'o'}, confusable{0x0420, 'p'}, confusable{0x0421, 'c'},
    confusable{0x0422, 't'}, confusable{0x0423, 'y'}, confusable{0x0425, 'x'},
    confusable{0x0430, 'a'}, confusable{0x0433, 'r'}, confusable{0x0435, 'e'},
    confusable{0x043a, 'k'}, confusable{0x043e, 'o'}, confusable{0x0440, 'p'},
    confusable{0x0441, 'c'}, confusable{0x0443, 'y'}, confusable{0x0445, 'x'},
    confusable{0x0455, 's'}, confusable{0x0456, 'i'}, confusable{0x0458, 'j'},
    confusable{0x0475, 'v'}, confusable{0x04ae, 'y'}, confusable{0x04af, 'y'},
    confusable{0x04ba, 'h'}, confusable{0x04bb, 'h'}, confusable{0x04c0, 'l'},
    confusable{0x04cf, 'l'}, confusable{0x0501, 'd'}, confusable{0x051b, 'q'},
    confusable{0x051d, 'w'}, confusable{0x0561, 'w'}, confusable{0x0563, 'q'},
    confusable{0x0566, 'q'}, confusable{0x0570, 'h'}, confusable{0x0578, 'n'},
    confusable{0x057d, 'u'}, confusable{0x0581, 'g'}, confusable{0x0585, 'o'},
    confusable{0x2010, '-'}, confusable{0x2011, '-'}, confusable{0x2012, '-'},
    confusable{0x2013, '-'}, confusable{0x2043, '-'}, confusable{0x2113, 'l'},
    confusable{0x2212, '-'}};

static_assert(std::is_sorted(confusables.begin(), confusables.end(),
                             [](const confusable& left, const confusable& right) {
                                 return left.code < right.code;
                             }));

/// Not seen, and no white space: soft hyphen, joiners, zero-width spaces, invisible operators,
/// variation selectors, fillers, tags.
constexpr bool is_unseen(char32_t code) {
    return code == 0xad || code == 0x34f || code == 0x115f || code == 0x1160 || code == 0x17b4 ||
           code == 0x17b5 || (code >= 0x180b && code <= 0x180f) ||
           (code >= 0x200b && code <= 0x200d) || (code >= 0x2060 && code <= 0x2064) ||
           code == 0x3164 || (code >= 0xfe00 && code <= 0xfe0f) || code == 0xfeff ||
           code == 0xffa0 || (code >= 0xe0000 && code <= 0xe0fff);
}

} // namespace detail

CHATOPS_INLINE std::string code_point(char32_t code) {
    static constexpr char digits[] = "0123456789ABCDEF";
    std::string text;
    for (; code != 0 || text.size() < 4; code >>= 4U) text.insert(text.begin(), digits[code & 15U]);
    return "U+" + text;
}

CHATOPS_INLINE std::optional<char> looks_like(char32_t code) {
    if (code < 0x80) return std::nullopt;
    if (detail::is_unseen(code)) return '\0';
    // Wide forms of all of ASCII, as East Asian keyboards type them.
    if (code >= 0xff01 && code <= 0xff5e) return static_cast<char>(code - 0xfee0);
    // Mathematical alphabets, each with A to Z and a to z, then digits.
    if (code >= 0x1d400 && code < 0x1d6a4) {
        const auto letter = static_cast<int>((code - 0x1d400) % 52);
        return static_cast<char>(letter < 26 ? 'A' + letter : 'a' + letter - 26);
    }
    if (code >= 0x1d7ce && code <= 0x1d7ff) return static_cast<char>('0' + (code - 0x1d7ce) % 10);
    const auto found = std::lower_bound(
        detail::confusables.begin(), detail::confusables.end(), code,
        [](const detail::confusable& each, char32_t wanted) { return each.code < wanted; });
    if (found == detail::confusables.end() || found->code != code) return std::nullopt;
    return found->letter;
}

CHATOPS_INLINE std::string as_it_looks(std::string_view text) {
    std::string plain;
    plain.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const utf8_character next = character_at(text, at);
        const auto letter = looks_like(next.code);
        if (!letter)
            plain += text.substr(at, next.size);
        else if (*letter != '\0')
            plain += *letter;
        at += next.size;
    }
    return plain;
}

CHATOPS_INLINE std::optional<look_alike> first_look_alike(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const utf8_character next = character_at(text, at);
        if (const auto letter = looks_like(next.code))
            return look_alike{next.code, *letter, at, at + next.size};
        at += next.size;
    }
    return std::nullopt;
}

CHATOPS_INLINE mistake looks_like_a_name(std::string_view typed, std::size_t begin,
                                         std::string_view meant) {
    const auto found = first_look_alike(typed);
    CHATOPS_ASSERT(found.has_value());
    std::string message =
        shown(typed) + " only looks like " + shown(meant) + ": in it is " + code_point(found->code);
    message += found->looks_like == '\0'
                   ? ", which cannot be seen"
                   : ", which is not “" + std::string(1, found->looks_like) + "”";
    message += ". Type it again instead of pasting it.";
    return {"look_alike_letter", std::move(message), begin + found->begin, begin + found->end, {},
            std::string(meant)};
}

} // namespace chatops::line
