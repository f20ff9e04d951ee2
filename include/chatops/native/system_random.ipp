#pragma once

#include "chatops/native/system_random.hpp"

#include <sys/random.h>

#include <cerrno>
#include <system_error>

namespace chatops::native {

CHATOPS_INLINE std::uint64_t system_random::next() {
    std::uint64_t drawn = 0;
    // Up to 256 bytes come whole, or not at all.
    if (getrandom(&drawn, sizeof drawn, 0) != static_cast<ssize_t>(sizeof drawn))
        throw std::system_error(errno, std::generic_category(), "getrandom");
    return drawn;
}

} // namespace chatops::native
