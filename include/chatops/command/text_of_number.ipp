#pragma once

#include "chatops/command/text_of_number.hpp"

#include <charconv>
#include <system_error>

namespace chatops {

namespace detail {

template <class Integer>
result<Integer> integer_between(std::string_view text, Integer least, Integer most) {
    Integer number{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool whole = error == std::errc{} && end == text.data() + text.size();
    if (whole && number >= least && number <= most) return number;
    std::string expected = "a whole number";
    // The full range of 64 bits tells a person nothing.
    if (least != std::numeric_limits<Integer>::min() || most != std::numeric_limits<Integer>::max())
        expected += " from " + std::to_string(least) + " to " + std::to_string(most);
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
