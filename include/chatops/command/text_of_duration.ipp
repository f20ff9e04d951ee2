#pragma once

#include "chatops/command/text_of_duration.hpp"
#include "chatops/core/ascii.hpp"

#include <array>
#include <limits>

namespace chatops {

namespace detail {

struct duration_unit {
    std::string_view name;
    std::int64_t milliseconds;
};

inline constexpr std::array<duration_unit, 6> duration_units{{{"w", 604'800'000},
                                                              {"d", 86'400'000},
                                                              {"h", 3'600'000},
                                                              {"m", 60'000},
                                                              {"s", 1'000},
                                                              {"ms", 1}}};

/// Takes the digits at the start of `rest`; false when there is none or they are too many.
inline bool take_number(std::string_view& rest, std::int64_t& number) {
    number = 0;
    std::size_t digits = 0;
    for (; digits < rest.size() && rest[digits] >= '0' && rest[digits] <= '9'; ++digits) {
        if (digits == 15) return false; // 10^15 ms is 31,000 years; ten times more still fits.
        number = number * 10 + (rest[digits] - '0');
    }
    rest.remove_prefix(digits);
    return digits > 0;
}

/// Takes the letters at the start of `rest`: the place of that unit, or the number of units.
inline std::size_t take_unit(std::string_view& rest) {
    std::size_t letters = 0;
    while (letters < rest.size() && lower(rest[letters]) >= 'a' && lower(rest[letters]) <= 'z')
        ++letters;
    std::size_t unit = 0;
    while (unit < duration_units.size() &&
           !equal_ignoring_case(rest.substr(0, letters), duration_units[unit].name))
        ++unit;
    rest.remove_prefix(letters);
    return unit;
}

} // namespace detail

CHATOPS_INLINE result<std::int64_t> read_duration(std::string_view text, std::int64_t unit_ms) {
    constexpr std::string_view expected = "a span of time such as 90s, 10m, 2h, 1h30m or 7d";
    if (text == "0") return std::int64_t{0};
    if (text.empty()) return not_a(text, expected);
    std::int64_t sum = 0;
    std::size_t smallest_unit = 0; // None larger may follow.
    for (std::string_view rest = text; !rest.empty();) {
        std::int64_t number = 0;
        if (!detail::take_number(rest, number)) return not_a(text, expected);
        const std::size_t unit = detail::take_unit(rest);
        if (unit < smallest_unit || unit == detail::duration_units.size())
            return not_a(text, expected);
        smallest_unit = unit + 1;
        const std::int64_t each = detail::duration_units[unit].milliseconds;
        if (number > (std::numeric_limits<std::int64_t>::max() - sum) / each)
            return not_a(text, expected);
        sum += number * each;
    }
    if (sum % unit_ms != 0) return not_a(text, "a multiple of " + write_duration(unit_ms));
    return sum / unit_ms;
}

CHATOPS_INLINE std::string write_duration(std::int64_t milliseconds) {
    if (milliseconds == 0) return "0";
    std::string text;
    for (const detail::duration_unit& unit : detail::duration_units) {
        const std::int64_t count = milliseconds / unit.milliseconds;
        if (count == 0) continue;
        text += std::to_string(count);
        text += unit.name;
        milliseconds -= count * unit.milliseconds;
    }
    return text;
}

} // namespace chatops
