// A span of time that an option takes, with the shortest and the longest that make sense.
#pragma once

#include "chatops/command/text_of_duration.hpp"

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

namespace chatops::operations {

/// Bounds in seconds, both allowed.
template <std::int64_t Shortest, std::int64_t Longest>
struct span {
    static_assert(Shortest <= Longest, "A span's shortest is longer than its longest.");

    std::chrono::seconds length{};
};

} // namespace chatops::operations

namespace chatops {

template <std::int64_t Shortest, std::int64_t Longest>
struct text_of<operations::span<Shortest, Longest>> {
    using value = operations::span<Shortest, Longest>;
    static constexpr std::string_view kind = "span of time";

    static result<value> read(std::string_view text) {
        const auto seconds = read_duration(text, 1'000);
        if (!seconds) return seconds.error();
        if (*seconds < Shortest || *seconds > Longest)
            return not_a(text, "a span of time from " + write_duration(Shortest * 1'000) + " to " +
                                   write_duration(Longest * 1'000));
        return value{std::chrono::seconds(*seconds)};
    }
    static std::string write(value span) { return write_duration(span.length.count() * 1'000); }
};

} // namespace chatops
