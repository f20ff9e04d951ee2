#pragma once

#include "chatops/core/base64.hpp"

#include <cstddef>
#include <cstdint>

namespace chatops {

namespace detail {
inline constexpr std::string_view base64_alphabet =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
} // namespace detail

CHATOPS_INLINE std::string base64(std::string_view bytes) {
    std::string text;
    text.reserve((bytes.size() + 2) / 3 * 4);
    for (std::size_t i = 0; i < bytes.size(); i += 3) {
        const auto at = [&](std::size_t n) {
            return n < bytes.size() ? static_cast<unsigned char>(bytes[n]) : 0U;
        };
        const std::uint32_t group = at(i) << 16 | at(i + 1) << 8 | at(i + 2);
        text += detail::base64_alphabet[group >> 18 & 63];
        text += detail::base64_alphabet[group >> 12 & 63];
        text += i + 1 < bytes.size() ? detail::base64_alphabet[group >> 6 & 63] : '=';
        text += i + 2 < bytes.size() ? detail::base64_alphabet[group & 63] : '=';
    }
    return text;
}

CHATOPS_INLINE std::optional<std::string> from_base64(std::string_view text) {
    if (text.size() % 4 == 0)
        for (int padding = 0; padding < 2 && !text.empty() && text.back() == '='; ++padding)
            text.remove_suffix(1);
    if (text.size() % 4 == 1) return std::nullopt;
    std::string bytes;
    bytes.reserve(text.size() / 4 * 3 + 2);
    std::uint32_t bits = 0;
    int held = 0;
    for (const char c : text) {
        const auto at = detail::base64_alphabet.find(c);
        if (at == std::string_view::npos) return std::nullopt;
        bits = bits << 6 | static_cast<std::uint32_t>(at);
        held += 6;
        if (held < 8) continue;
        held -= 8;
        bytes += static_cast<char>(bits >> held & 255);
    }
    return bytes;
}

} // namespace chatops
