#pragma once

#include "chatops/core/url.hpp"

#include <algorithm>

namespace chatops {

namespace detail {

CHATOPS_INLINE bool is_unreserved(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '.' || c == '_' || c == '~';
}

CHATOPS_INLINE void append_encoded(std::string& to, std::string_view text, bool plus_for_space) {
    static constexpr char digits[] = "0123456789ABCDEF";
    for (const char each : text) {
        const auto byte = static_cast<unsigned char>(each);
        if (is_unreserved(each)) {
            to += each;
        } else if (each == ' ' && plus_for_space) {
            to += '+';
        } else {
            to += '%';
            to += digits[byte >> 4];
            to += digits[byte & 15];
        }
    }
}

/// The digit's value, or -1.
CHATOPS_INLINE int hex_digit(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

/// Decodes one name or value; the offset of a wrong `%`, or npos.
CHATOPS_INLINE std::size_t decode_piece(std::string_view piece, std::string& to) {
    to.reserve(piece.size());
    for (std::size_t i = 0; i < piece.size(); ++i) {
        if (piece[i] != '%') {
            to += piece[i] == '+' ? ' ' : piece[i];
            continue;
        }
        const int high = i + 2 < piece.size() ? hex_digit(piece[i + 1]) : -1;
        const int low = i + 2 < piece.size() ? hex_digit(piece[i + 2]) : -1;
        if (high < 0 || low < 0) return i;
        to += static_cast<char>(high * 16 + low);
        i += 2;
    }
    return std::string_view::npos;
}

CHATOPS_INLINE mistake wrong_form(std::string code, std::string message, std::size_t offset) {
    mistake wrong;
    wrong.code = std::move(code);
    wrong.message = std::move(message);
    wrong.begin = wrong.end = offset;
    return wrong;
}

} // namespace detail

CHATOPS_INLINE std::string percent_encode(std::string_view text) {
    std::string encoded;
    encoded.reserve(text.size());
    detail::append_encoded(encoded, text, false);
    return encoded;
}

CHATOPS_INLINE std::string form_encode(const form& fields) {
    std::string encoded;
    for (const auto& [name, value] : fields) {
        if (!encoded.empty()) encoded += '&';
        detail::append_encoded(encoded, name, true);
        encoded += '=';
        detail::append_encoded(encoded, value, true);
    }
    return encoded;
}

CHATOPS_INLINE result<form> form_decode(std::string_view text) {
    form fields;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('&', begin), text.size());
        const std::string_view piece = text.substr(begin, end - begin);
        if (!piece.empty()) {
            if (fields.size() == limits::form_fields)
                return detail::wrong_form("form_too_long", "This form has too many fields", begin);
            const std::size_t equals = std::min(piece.find('='), piece.size());
            auto& [name, value] = fields.emplace_back();
            std::size_t wrong = detail::decode_piece(piece.substr(0, equals), name);
            if (wrong == std::string_view::npos && equals < piece.size()) {
                wrong = detail::decode_piece(piece.substr(equals + 1), value);
                if (wrong != std::string_view::npos) wrong += equals + 1;
            }
            if (wrong != std::string_view::npos)
                return detail::wrong_form("form_malformed", "This form is wrongly encoded",
                                          begin + wrong);
        }
        begin = end + 1;
    }
    return fields;
}

CHATOPS_INLINE const std::string* find_field(const form& fields, std::string_view name) {
    for (const auto& each : fields)
        if (each.first == name) return &each.second;
    return nullptr;
}

} // namespace chatops
