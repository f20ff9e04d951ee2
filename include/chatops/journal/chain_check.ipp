#pragma once

#include "chatops/journal/chain_check.hpp"

#include <utility>

namespace chatops::journal {

CHATOPS_INLINE bool chain_check::add(const event& next) {
    if (!is_sound()) return false;
    const std::uint64_t expected = head_.sequence + 1;
    if (next.sequence != expected)
        broken_ = "it is missing: after " + std::to_string(head_.sequence) + " comes " +
                  std::to_string(next.sequence);
    else if (chain_hash(head_.hash, expected, next) != next.hash)
        broken_ = "it does not have the hash it was given: it or what stands before it was changed";
    if (!is_sound()) return false;
    head_.sequence = expected;
    head_.hash = next.hash;
    return true;
}

CHATOPS_INLINE void chain_check::cannot_read(std::string why) {
    if (is_sound()) broken_ = std::move(why);
}

} // namespace chatops::journal
