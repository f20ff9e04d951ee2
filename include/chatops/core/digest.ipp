#pragma once

#include "chatops/core/digest.hpp"

#include CHATOPS_DIGEST_BODY

namespace chatops {

CHATOPS_INLINE std::string hex(const sha256_digest& digest) {
    static constexpr char digits[] = "0123456789abcdef";
    std::string text;
    text.reserve(digest.size() * 2);
    for (const std::uint8_t byte : digest) {
        text += digits[byte >> 4];
        text += digits[byte & 15];
    }
    return text;
}

CHATOPS_INLINE bool constant_time_equal(std::string_view left, std::string_view right) {
    if (left.size() != right.size()) return false;
    unsigned different = 0;
    for (std::size_t i = 0; i < left.size(); ++i)
        different |= static_cast<unsigned char>(left[i]) ^ static_cast<unsigned char>(right[i]);
    return different == 0;
}

} // namespace chatops
