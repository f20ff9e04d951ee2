// A whole number that an option takes, with the least and the greatest that make sense.
#pragma once

#include "chatops/command/text_of_number.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace chatops::operations {

/// Bounds, both allowed.
template <std::int64_t Least, std::int64_t Most>
struct between {
    static_assert(Least <= Most, "The least number is greater than the greatest.");
    static constexpr std::string_view kind = "whole number";

    std::int64_t number = Least;

    static result<between> parse(std::string_view text) {
        const auto read = read_integer(text, Least, Most);
        if (!read) return read.error();
        return between{*read};
    }
    [[nodiscard]] std::string to_text() const { return std::to_string(number); }
};

} // namespace chatops::operations
