// What must be true of every input: where it is not, the program ends and the input is kept.
#pragma once

#include <cstdio>
#include <cstdlib>

namespace fuzz {

inline void holds(bool condition, const char* what) {
    if (condition) return;
    std::fprintf(stderr, "This does not hold: %s\n", what);
    std::abort();
}

} // namespace fuzz
