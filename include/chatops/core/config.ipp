#pragma once

#include "chatops/core/config.hpp"

#include <cstdio>
#include <cstdlib>

namespace chatops {

[[noreturn]] CHATOPS_INLINE void assertion_failed(const char* condition, const char* file,
                                                  int line) noexcept {
    std::fprintf(stderr, "chatops: assertion failed: %s (%s:%d)\n", condition, file, line);
    std::abort();
}

} // namespace chatops
