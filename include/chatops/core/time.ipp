#pragma once

#include "chatops/core/time.hpp"

#include <array>
#include <cstdint>
#include <optional>

namespace chatops {

namespace detail {

inline constexpr std::array<std::string_view, 7> weekday_names{"Sun", "Mon", "Tue", "Wed",
                                                               "Thu", "Fri", "Sat"};
inline constexpr std::array<std::string_view, 12> month_names{
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

/// A moment taken apart, in UTC.
struct time_parts {
    int year = 0;
    int month = 0;
    int day = 0;
    int hour = 0;
    int minute = 0;
    int second = 0;
    int millisecond = 0;
    int weekday = 0;
};

CHATOPS_INLINE time_parts take_apart(time_point when) {
    const auto day = std::chrono::floor<std::chrono::days>(when);
    const std::chrono::year_month_day date(day);
    const auto of_day = static_cast<int>((when - day).count());
    time_parts parts;
    parts.year = static_cast<int>(date.year());
    parts.month = static_cast<int>(static_cast<unsigned>(date.month()));
    parts.day = static_cast<int>(static_cast<unsigned>(date.day()));
    parts.hour = of_day / 3'600'000;
    parts.minute = of_day / 60'000 % 60;
    parts.second = of_day / 1'000 % 60;
    parts.millisecond = of_day % 1'000;
    parts.weekday = static_cast<int>(std::chrono::weekday(day).c_encoding());
    return parts;
}

CHATOPS_INLINE std::optional<time_point> put_together(const time_parts& parts) {
    const std::chrono::year_month_day date(std::chrono::year(parts.year),
                                           std::chrono::month(static_cast<unsigned>(parts.month)),
                                           std::chrono::day(static_cast<unsigned>(parts.day)));
    // A leap second is the next minute's first: no clock of ours shows it.
    if (!date.ok() || parts.hour > 23 || parts.minute > 59 || parts.second > 60)
        return std::nullopt;
    return time_point(std::chrono::sys_days(date)) + std::chrono::hours(parts.hour) +
           std::chrono::minutes(parts.minute) + std::chrono::seconds(parts.second) +
           std::chrono::milliseconds(parts.millisecond);
}

CHATOPS_INLINE void append_digits(std::string& text, int number, int digits) {
    text.append(static_cast<std::size_t>(digits), '0');
    for (auto at = text.rbegin(); number > 0 && digits > 0; number /= 10, --digits)
        *at++ = static_cast<char>('0' + number % 10);
}

/// Reads a text from left to right; after the first thing that is not as expected, nothing is.
class time_reader {
  public:
    explicit time_reader(std::string_view text) : rest_(text) {}

    int digits(std::size_t count) {
        int number = 0;
        for (std::size_t i = 0; i < count; ++i) {
            if (i >= rest_.size() || rest_[i] < '0' || rest_[i] > '9') return fail();
            number = number * 10 + (rest_[i] - '0');
        }
        if (good_) rest_.remove_prefix(count);
        return number;
    }
    void expect(std::string_view text) {
        if (!skip(text)) fail();
    }
    bool skip(std::string_view text) {
        if (!good_ || rest_.substr(0, text.size()) != text) return false;
        rest_.remove_prefix(text.size());
        return true;
    }
    /// The index of the name that comes next.
    template <std::size_t Count>
    int one_of(const std::array<std::string_view, Count>& names) {
        for (std::size_t i = 0; i < Count; ++i)
            if (skip(names.at(i))) return static_cast<int>(i);
        return fail();
    }
    /// A fraction of a second in milliseconds; the reader stands behind the point.
    int fraction() {
        int milliseconds = digits(1) * 100;
        for (int worth = 10; more_digits(); worth /= 10) milliseconds += digits(1) * worth;
        return milliseconds;
    }
    /// All was as expected, and nothing is left.
    [[nodiscard]] bool done() const { return good_ && rest_.empty(); }

  private:
    [[nodiscard]] bool more_digits() const {
        return good_ && !rest_.empty() && rest_.front() >= '0' && rest_.front() <= '9';
    }
    int fail() {
        good_ = false;
        return 0;
    }

    std::string_view rest_;
    bool good_ = true;
};

CHATOPS_INLINE void read_clock(time_reader& from, time_parts& parts) {
    parts.hour = from.digits(2);
    from.expect(":");
    parts.minute = from.digits(2);
    from.expect(":");
    parts.second = from.digits(2);
}

CHATOPS_INLINE std::optional<time_point> read_iso_time(std::string_view text) {
    time_reader from(text);
    time_parts parts;
    parts.year = from.digits(4);
    from.expect("-");
    parts.month = from.digits(2);
    from.expect("-");
    parts.day = from.digits(2);
    if (!from.skip("T") && !from.skip("t")) from.expect(" ");
    read_clock(from, parts);
    if (from.skip(".")) parts.millisecond = from.fraction();
    std::chrono::minutes east{0};
    if (!from.skip("Z") && !from.skip("z")) {
        const bool ahead = from.skip("+");
        if (!ahead) from.expect("-");
        const int hours = from.digits(2);
        from.skip(":");
        const int minutes = from.digits(2);
        if (hours > 23 || minutes > 59) return std::nullopt;
        east = std::chrono::minutes((hours * 60 + minutes) * (ahead ? 1 : -1));
    }
    if (!from.done()) return std::nullopt;
    auto local = put_together(parts);
    if (local) *local -= east;
    return local;
}

/// `Sun, 06 Nov 1994 08:49:37 GMT`, and the old `Sunday, 06-Nov-94 08:49:37 GMT`.
CHATOPS_INLINE std::optional<time_point> read_comma_time(std::string_view text, std::size_t comma) {
    time_reader from(text.substr(comma + 1));
    time_parts parts;
    from.expect(" ");
    parts.day = from.digits(2);
    const bool old = from.skip("-");
    if (!old) from.expect(" ");
    parts.month = from.one_of(month_names) + 1;
    from.expect(old ? "-" : " ");
    parts.year = from.digits(old ? 2 : 4);
    // Two digits name no century; as POSIX's strptime reads them.
    if (old) parts.year += parts.year < 69 ? 2000 : 1900;
    from.expect(" ");
    read_clock(from, parts);
    from.expect(" GMT");
    return from.done() ? put_together(parts) : std::nullopt;
}

/// C's asctime: `Sun Nov  6 08:49:37 1994`.
CHATOPS_INLINE std::optional<time_point> read_asctime(std::string_view text) {
    time_reader from(text);
    time_parts parts;
    from.one_of(weekday_names);
    from.expect(" ");
    parts.month = from.one_of(month_names) + 1;
    from.expect(" ");
    parts.day = from.skip(" ") ? from.digits(1) : from.digits(2);
    from.expect(" ");
    read_clock(from, parts);
    from.expect(" ");
    parts.year = from.digits(4);
    return from.done() ? put_together(parts) : std::nullopt;
}

} // namespace detail

CHATOPS_INLINE std::string format_time(time_point when) {
    const auto parts = detail::take_apart(when);
    std::string text;
    text.reserve(24);
    const auto put = [&](int number, int digits, char after) {
        detail::append_digits(text, number, digits);
        text += after;
    };
    put(parts.year, 4, '-');
    put(parts.month, 2, '-');
    put(parts.day, 2, 'T');
    put(parts.hour, 2, ':');
    put(parts.minute, 2, ':');
    put(parts.second, 2, '.');
    put(parts.millisecond, 3, 'Z');
    return text;
}

CHATOPS_INLINE std::string format_http_time(time_point when) {
    const auto parts = detail::take_apart(when);
    std::string text(detail::weekday_names.at(static_cast<std::size_t>(parts.weekday)));
    text += ", ";
    detail::append_digits(text, parts.day, 2);
    text += ' ';
    text += detail::month_names.at(static_cast<std::size_t>(parts.month - 1));
    text += ' ';
    detail::append_digits(text, parts.year, 4);
    text += ' ';
    detail::append_digits(text, parts.hour, 2);
    text += ':';
    detail::append_digits(text, parts.minute, 2);
    text += ':';
    detail::append_digits(text, parts.second, 2);
    return text += " GMT";
}

CHATOPS_INLINE result<time_point> read_time(std::string_view text) {
    std::optional<time_point> when;
    if (!text.empty() && text.front() >= '0' && text.front() <= '9')
        when = detail::read_iso_time(text);
    else if (const auto comma = text.find(','); comma != std::string_view::npos)
        when = detail::read_comma_time(text, comma);
    else
        when = detail::read_asctime(text);
    if (when) return *when;
    mistake wrong;
    wrong.code = "time_malformed";
    wrong.message = "This is not a time.";
    wrong.end = text.size();
    wrong.expected = "a time like 2024-02-29T12:00:00Z";
    return wrong;
}

} // namespace chatops
