#pragma once

#include "chatops/command/text_of_number.hpp"

#include <charconv>
#include <system_error>

namespace chatops {

namespace detail {

/// Whether these are the least and the greatest number of a type.
template <class Integer>
constexpr bool is_all_of_a_type(Integer least, Integer most) {
    for (int bits = 8; bits <= 64; bits *= 2) {
        const int shift = 64 - bits;
        const bool is_least = least == std::numeric_limits<Integer>::min() >> shift;
        if (is_least && most == std::numeric_limits<Integer>::max() >> shift) return true;
    }
    return false;
}

template <class Integer>
result<Integer> integer_between(std::string_view text, Integer least, Integer most) {
    Integer number{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool whole = error == std::errc{} && end == text.data() + text.size();
    if (whole && number >= least && number <= most) return number;
    std::string expected = "a whole number";
    // What a type has room for tells a person nothing, unless a number is beyond it.
    const bool has_bounds = !is_all_of_a_type(least, most);
    if (has_bounds || (whole && number > most) || error == std::errc::result_out_of_range)
        expected += " from " + std::to_string(least) + " to " + std::to_string(most);
    else if (std::is_unsigned_v<Integer>)
        expected += " that is not below 0";
    return not_a(text, expected);
}

} // namespace detail

CHATOPS_INLINE result<std::int64_t> read_integer(std::string_view text, std::int64_t least,
                                                 std::int64_t most) {
    return detail::integer_between(text, least, most);
}

CHATOPS_INLINE result<std::uint64_t> read_natural(std::string_view text, std::uint64_t most) {
    return detail::integer_between<std::uint64_t>(text, 0, most);
}

} // namespace chatops
