// A string that can be a template argument: the names and helps of a declaration.
#pragma once

#include <cstddef>
#include <string_view>

namespace chatops {

template <std::size_t Size>
struct fixed_string {
    char characters[Size]{};

    consteval fixed_string(const char (&text)[Size]) {
        for (std::size_t i = 0; i < Size; ++i) characters[i] = text[i];
    }

    [[nodiscard]] constexpr std::string_view view() const { return {characters, Size - 1}; }
    [[nodiscard]] constexpr bool empty() const { return Size == 1; }
};

} // namespace chatops
