// Days and moments as people type them: `2026-11-27`, `14:30`, `tomorrow 9:00`, `in 2h`.
#pragma once

#include "chatops/command/moment.hpp"
#include "chatops/command/text_of.hpp"

#include <chrono>

namespace chatops {

/// A day: `2026-11-27`, `today`, `tomorrow`, `yesterday`, or the next day of that name (`monday`,
/// `mon`: never today). Mistakes are those of `not_a`.
result<std::chrono::year_month_day> read_day(std::string_view text, const moment& typed);

/// A moment, by the clock of the zone it was typed in:
/// - a day, a time of day (`14:30`, `9:00:30`, `9am`, `9:30pm`), or both, `at` between them if one
///   likes: `tomorrow 9:00`, `2026-11-27T14:30`. A day alone is its first moment; a time alone is
///   today's, though it may be over.
/// - after it another zone: `14:30 Europe/Zurich`, `9:00Z`, `2026-11-27T14:30+01:00`;
/// - `now`, `in 2h`, `+2h`, `2h ago`, `-2h`: spans as `read_duration` has them, or in words, as in
///   `5 minutes ago`.
/// A time that clocks leave out, or show twice, is a mistake that says what to type instead.
result<time_point> read_moment(std::string_view text, const moment& typed);

/// The same of a moment that is over, as a search takes it: a weekday is the last one of that name,
/// a span alone (`5m`) is so long ago, and what is yet to come is a mistake.
result<time_point> read_past_moment(std::string_view text, const moment& typed);

template <>
struct text_of<std::chrono::year_month_day> {
    static constexpr std::string_view kind = "date";
    static result<std::chrono::year_month_day> read(std::string_view text, const moment& typed) {
        return read_day(text, typed);
    }
    /// "2026-11-27".
    static std::string write(std::chrono::year_month_day day);
};

template <>
struct text_of<time_point> {
    static constexpr std::string_view kind = "date and time";
    static result<time_point> read(std::string_view text, const moment& typed) {
        return read_moment(text, typed);
    }
    /// In UTC, so that it means the same to whoever reads it: "2026-11-27T13:30:00Z".
    static std::string write(time_point when);
};

/// A moment that is over: see `read_past_moment`.
struct past_moment {
    static constexpr std::string_view kind = "date and time";

    time_point when{};

    static result<past_moment> parse(std::string_view text, const moment& typed) {
        const auto read = read_past_moment(text, typed);
        if (!read) return read.error();
        return past_moment{*read};
    }
    [[nodiscard]] std::string to_text() const { return text_of<time_point>::write(when); }
};

} // namespace chatops

#include CHATOPS_BODY("chatops/command/text_of_time.ipp")
