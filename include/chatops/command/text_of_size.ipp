#pragma once

#include "chatops/command/text_of_size.hpp"
#include "chatops/core/ascii.hpp"

#include <array>
#include <limits>

namespace chatops {

namespace detail {

struct size_unit {
    std::string_view name;
    std::uint64_t bytes;
};

/// The largest first; of two units of one letter, the larger.
inline constexpr std::array<size_unit, 11> size_units{{{"PiB", 1ULL << 50},
                                                       {"PB", 1'000'000'000'000'000},
                                                       {"TiB", 1ULL << 40},
                                                       {"TB", 1'000'000'000'000},
                                                       {"GiB", 1ULL << 30},
                                                       {"GB", 1'000'000'000},
                                                       {"MiB", 1ULL << 20},
                                                       {"MB", 1'000'000},
                                                       {"KiB", 1ULL << 10},
                                                       {"kB", 1'000},
                                                       {"B", 1}}};

/// Digits and at most one point: the number without its point, and by what to divide it. False if
/// it is none, or has more digits than any size.
inline bool take_decimal(std::string_view& rest, std::uint64_t& number, std::uint64_t& divisor) {
    constexpr int most_digits = 18; // 10^18 still fits, and is a thousand petabytes.
    int digits = 0;
    bool point = false;
    number = 0;
    divisor = 1;
    for (; !rest.empty(); rest.remove_prefix(1)) {
        const char next = rest.front();
        if (next == '.' && !point && digits > 0) {
            point = true;
            continue;
        }
        if (next < '0' || next > '9') break;
        if (++digits > most_digits) return false;
        number = number * 10 + static_cast<std::uint64_t>(next - '0');
        if (point) divisor *= 10;
    }
    return digits > 0 && (!point || divisor > 1);
}

} // namespace detail

CHATOPS_INLINE result<byte_size> byte_size::parse(std::string_view text) {
    constexpr std::string_view expected = "a size such as 512MB, 2GiB or 1.5TB";
    if (text == "0") return byte_size{};
    std::string_view rest = text;
    std::uint64_t number = 0, divisor = 1;
    if (!detail::take_decimal(rest, number, divisor)) return not_a(text, expected);
    for (const detail::size_unit& unit : detail::size_units) {
        if (!equal_ignoring_case(rest, unit.name)) continue;
        if (number > std::numeric_limits<std::uint64_t>::max() / unit.bytes)
            return not_a(text, "a size of less than 16,384 PiB");
        const std::uint64_t product = number * unit.bytes;
        if (product % divisor != 0) return not_a(text, "a whole number of bytes");
        return byte_size{product / divisor};
    }
    mistake wrong = not_a(text, expected);
    if (rest.empty() || rest.size() == 1) {
        const std::string typed(text.substr(0, text.size() - rest.size()));
        const std::string letter = rest.empty() ? "M" : std::string(1, upper(rest.front()));
        if (letter == "K" || letter == "M" || letter == "G" || letter == "T" || letter == "P")
            wrong.message = shown(text) + " has no whole unit: " + typed + letter +
                            "B counts in thousands, " + typed + letter + "iB in 1,024s.";
    }
    return wrong;
}

CHATOPS_INLINE std::string byte_size::to_text() const {
    if (bytes == 0) return "0";
    for (const detail::size_unit& unit : detail::size_units)
        if (bytes % unit.bytes == 0) return std::to_string(bytes / unit.bytes) += unit.name;
    return {};
}

} // namespace chatops
