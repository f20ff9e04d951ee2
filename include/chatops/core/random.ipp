#pragma once

#include "chatops/core/random.hpp"

namespace chatops {

CHATOPS_INLINE std::uint64_t random_source::below(std::uint64_t bound) {
    CHATOPS_ASSERT(bound != 0);
    // Draws above the largest multiple of the bound would favour small numbers: draw again.
    const std::uint64_t excess = (UINT64_MAX % bound + 1) % bound;
    for (;;) {
        const std::uint64_t drawn = next();
        if (drawn <= UINT64_MAX - excess) return drawn % bound;
    }
}

CHATOPS_INLINE std::string random_source::word(std::size_t length) {
    static constexpr char letters[] = "abcdefghjkmnpqrstuvwxyz23456789";
    std::string text(length, ' ');
    for (char& character : text) character = letters[below(sizeof(letters) - 1)];
    return text;
}

} // namespace chatops
