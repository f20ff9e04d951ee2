// Patterns with `*`, as people write them in rules: `*-staging`.
#pragma once

#include <string_view>

namespace chatops {

/// True if `text` is `pattern`, where each `*` stands for any characters, also none. Linear in
/// practice and at worst the product of the lengths: no backtracking over more than one star.
constexpr bool glob_matches(std::string_view pattern, std::string_view text) {
    std::size_t p = 0;
    std::size_t t = 0;
    std::size_t star = std::string_view::npos;
    std::size_t resume = 0;
    while (t < text.size()) {
        if (p < pattern.size() && pattern[p] == '*') {
            star = p++;
            resume = t;
        } else if (p < pattern.size() && pattern[p] == text[t]) {
            ++p;
            ++t;
        } else if (star != std::string_view::npos) {
            p = star + 1;
            t = ++resume;
        } else {
            return false;
        }
    }
    while (p < pattern.size() && pattern[p] == '*') ++p;
    return p == pattern.size();
}

} // namespace chatops
