// Spans of time as people type them: `90s`, `10m`, `2h`, `1h30m`, `7d`.
#pragma once

#include "chatops/command/text_of.hpp"

#include <chrono>
#include <concepts>
#include <cstdint>

namespace chatops {

/// Numbers with units from `w d h m s ms`, each at most once, large before small. Without a unit
/// it is a mistake, because half of the people would mean seconds and half minutes; only `0`
/// needs none. `unit_ms` is what the value is counted in: what does not divide is a mistake too.
result<std::int64_t> read_duration(std::string_view text, std::int64_t unit_ms);

/// What `read_duration` reads back: "1h30m".
std::string write_duration(std::int64_t milliseconds);

/// Spans counted in whole milliseconds or anything longer that is a multiple of them.
template <std::integral Count, class Period>
requires(std::ratio_divide<Period, std::milli>::den ==
         1) struct text_of<std::chrono::duration<Count, Period>> {
    using value = std::chrono::duration<Count, Period>;
    static constexpr std::string_view kind = "span of time";
    static constexpr std::int64_t unit_ms = std::ratio_divide<Period, std::milli>::num;

    static result<value> read(std::string_view text) {
        auto count = read_duration(text, unit_ms);
        if (!count) return std::move(count).error();
        if (!std::in_range<Count>(*count))
            return not_a(text, "a span of time that is short enough");
        return value(static_cast<Count>(*count));
    }
    static std::string write(value span) {
        return write_duration(static_cast<std::int64_t>(span.count()) * unit_ms);
    }
};

} // namespace chatops

#include CHATOPS_BODY("chatops/command/text_of_duration.ipp")
