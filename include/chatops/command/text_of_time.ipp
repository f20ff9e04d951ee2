#pragma once

#include "chatops/command/text_of_duration.hpp"
#include "chatops/command/text_of_time.hpp"
#include "chatops/core/ascii.hpp"
#include "chatops/core/time.hpp"

#include <array>

namespace chatops {

namespace detail {

using std::chrono::local_days;
using std::chrono::year_month_day;

inline constexpr std::string_view moment_expected =
    "a date and time such as 2026-11-27 14:30, tomorrow 9:00, in 2h, 2h ago or yesterday";
inline constexpr std::string_view past_moment_expected =
    "a moment that is over, such as 2h, 5 minutes ago, yesterday 9:00, monday or 2026-11-27 14:30";
inline constexpr std::string_view day_expected =
    "a date such as 2026-11-27, today, tomorrow, yesterday or monday";

inline constexpr std::array<std::string_view, 7> weekdays{
    "sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"};

/// A part of a text that knows where in it it stands.
struct text_part_at {
    std::string_view text;
    std::size_t begin = 0;

    [[nodiscard]] mistake wrong(std::string_view expected) const {
        return placed(not_a(text, expected));
    }
    [[nodiscard]] mistake wrong_because(const std::string& sentence,
                                        std::string_view expected) const {
        mistake made = not_a(text, expected);
        made.message = sentence;
        return placed(std::move(made));
    }

  private:
    [[nodiscard]] mistake placed(mistake made) const {
        made.begin = begin;
        made.end = begin + text.size();
        return made;
    }
};

/// Which of all days of a name a weekday is.
enum class weekday_is : std::uint8_t { next, last };

/// The words of a text; more than five are no date.
struct few_words {
    static constexpr std::size_t most = 6;
    std::array<text_part_at, most> word{};
    std::size_t count = 0;

    explicit few_words(std::string_view text) {
        for (std::size_t at = 0; at < text.size() && count < word.size();) {
            if (text[at] == ' ') {
                ++at;
                continue;
            }
            const std::size_t end = std::min(text.find(' ', at), text.size());
            word[count++] = {text.substr(at, end - at), at};
            at = end;
        }
    }
};

/// Digits at the start of `rest`, at least one and at most `most`; -1 if there are none.
inline int take_digits(std::string_view& rest, std::size_t most) {
    int number = 0;
    std::size_t count = 0;
    for (; count < most && count < rest.size() && rest[count] >= '0' && rest[count] <= '9'; ++count)
        number = number * 10 + (rest[count] - '0');
    rest.remove_prefix(count);
    return count == 0 ? -1 : number;
}

inline bool take(std::string_view& rest, char letter) {
    if (rest.empty() || lower(rest.front()) != letter) return false;
    rest.remove_prefix(1);
    return true;
}

inline local_days today_of(const moment& typed) {
    return std::chrono::floor<std::chrono::days>(typed.zone.wall_at(*typed.now));
}

/// `2026-11-27` at the start of `rest`, which is left behind it.
inline bool take_date(std::string_view& rest, year_month_day& day) {
    const std::string_view before = rest;
    const int year = take_digits(rest, 4);
    if (year < 0 || before.size() - rest.size() != 4 || !take(rest, '-')) return false;
    const int month = take_digits(rest, 2);
    if (month < 0 || !take(rest, '-')) return false;
    const int of_month = take_digits(rest, 2);
    if (of_month < 0) return false;
    day = year_month_day(std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)),
                         std::chrono::day(static_cast<unsigned>(of_month)));
    return true;
}

/// The days from today that a word means; nothing if it is no such word.
inline std::optional<int> days_ahead(std::string_view word, local_days today, weekday_is which) {
    constexpr std::array<std::string_view, 3> near{"yesterday", "today", "tomorrow"};
    for (std::size_t i = 0; i < near.size(); ++i)
        if (equal_ignoring_case(word, near[i])) return static_cast<int>(i) - 1;
    const unsigned now = std::chrono::weekday(today).c_encoding();
    for (unsigned i = 0; i < weekdays.size(); ++i) {
        if (!equal_ignoring_case(word, weekdays[i]) &&
            !equal_ignoring_case(word, weekdays[i].substr(0, 3)))
            continue;
        const auto ahead = static_cast<int>((i + 7 - now) % 7);
        if (which == weekday_is::last) return ahead - 7;
        return ahead == 0 ? 7 : ahead;
    }
    return std::nullopt;
}

inline mistake nobody_knows_now(const text_part_at& part) {
    return part.wrong_because(shown(part.text) + " depends on the time, which is not known here: "
                                                 "type the date, as in 2026-11-27.",
                              "a date such as 2026-11-27");
}

/// The day that a word means, or why it means none.
inline result<local_days> day_of_word(const text_part_at& part, const moment& typed,
                                      std::string_view expected,
                                      weekday_is which = weekday_is::next) {
    std::string_view rest = part.text;
    year_month_day date{};
    if (take_date(rest, date) && rest.empty()) {
        if (date.ok() && date.year() >= std::chrono::year(1970)) return local_days(date);
        return part.wrong_because(shown(part.text) + " is no day of the calendar since 1970.",
                                  expected);
    }
    const auto ahead = days_ahead(part.text, typed.now ? today_of(typed) : local_days{}, which);
    if (!ahead) return part.wrong(expected);
    if (!typed.now) return nobody_knows_now(part);
    return today_of(typed) + std::chrono::days(*ahead);
}

/// The milliseconds of `.5` or `.500`; further digits are passed over.
inline int take_fraction(std::string_view& rest) {
    if (!take(rest, '.')) return 0;
    int milliseconds = 0;
    for (int worth = 100; !rest.empty() && rest.front() >= '0' && rest.front() <= '9';
         worth /= 10) {
        milliseconds += worth * (rest.front() - '0');
        rest.remove_prefix(1);
    }
    return milliseconds;
}

/// `14:30`, `9:00:30`, `9am` at the start of `rest`; nothing if there is no time of day.
inline std::optional<duration> take_time_of_day(std::string_view& rest) {
    int hour = take_digits(rest, 2);
    int minute = 0, second = 0, millisecond = 0;
    const bool colon = take(rest, ':');
    if (colon) {
        const std::size_t before = rest.size();
        minute = take_digits(rest, 2);
        if (before - rest.size() != 2) return std::nullopt;
        if (take(rest, ':')) {
            second = take_digits(rest, 2);
            millisecond = take_fraction(rest);
        }
    }
    const std::string_view half = rest.substr(0, 2);
    const bool morning = equal_ignoring_case(half, "am");
    if (morning || equal_ignoring_case(half, "pm")) {
        if (hour < 1 || hour > 12) return std::nullopt;
        hour = hour % 12 + (morning ? 0 : 12);
        rest.remove_prefix(2);
    } else if (!colon) {
        return std::nullopt;
    }
    if (hour < 0 || hour > 23 || minute > 59 || second < 0 || second > 59) return std::nullopt;
    return std::chrono::hours(hour) + std::chrono::minutes(minute) + std::chrono::seconds(second) +
           std::chrono::milliseconds(millisecond);
}

/// `minutes` as `read_duration` has it, `m`; empty for another word.
inline std::string_view unit_of(std::string_view word) {
    if (!word.empty() && lower(word.back()) == 's') word.remove_suffix(1);
    // Their first letters are the units.
    for (const std::string_view each : {"sec", "second", "min", "minute", "hour", "day", "week"})
        if (equal_ignoring_case(word, each)) return each.substr(0, 1);
    return {};
}

/// A span in one word, `2h`, or in two, `2 hours`; nothing for another text.
inline std::optional<duration> span_of(const text_part_at* words, std::size_t count) {
    std::string text(words[0].text);
    if (count == 2) {
        const std::string_view unit = unit_of(words[1].text);
        if (unit.empty()) return std::nullopt;
        text += unit;
    }
    const auto read = read_duration(text, 1);
    // A hundred years either way, so that no sum overflows.
    constexpr std::int64_t most = 36'525LL * 86'400'000LL;
    if (!read || *read > most || count > 2) return std::nullopt;
    return duration(*read);
}

/// `in 2h`, `+2h`, `2h ago`, `-2h`: what to add to now; nothing for another text.
inline std::optional<result<duration>> read_distance(const few_words& words) {
    std::array<text_part_at, few_words::most> span = words.word;
    const text_part_at* begin = span.data();
    std::size_t count = words.count;
    bool back = false;
    if (count > 1 && equal_ignoring_case(begin->text, "in")) {
        ++begin;
        --count;
    } else if (count > 1 && equal_ignoring_case(span[count - 1].text, "ago")) {
        back = true;
        --count;
    } else if (span[0].text.front() == '+' || span[0].text.front() == '-') {
        back = span[0].text.front() == '-';
        span[0].text.remove_prefix(1);
        ++span[0].begin;
    } else {
        return std::nullopt;
    }
    const auto read = span_of(begin, count);
    if (!read) return begin->wrong("a span of time such as 90s, 10m, 2h, 1h30m or 7d");
    return back ? -*read : *read;
}

/// What a text names, taken apart; not yet a moment, for the zone may come last.
struct moment_phrase {
    std::optional<text_part_at> day;
    std::optional<duration> time;
    time_zone zone;
};

/// The time of day at the start of a part, and the zone that follows it at once: `9:00Z`.
inline bool read_clock(text_part_at part, moment_phrase& phrase, mistake& wrong) {
    std::string_view rest = part.text;
    phrase.time = take_time_of_day(rest);
    if (!phrase.time) {
        wrong = part.wrong("a time of day such as 14:30 or 9am");
        return false;
    }
    if (rest.empty()) return true;
    const auto zone = time_zone::parse(rest);
    if (zone) {
        phrase.zone = *zone;
        return true;
    }
    wrong = part.wrong("a time of day such as 14:30 or 9am");
    return false;
}

inline bool begins_with_digit(std::string_view text) {
    return !text.empty() && text.front() >= '0' && text.front() <= '9';
}

/// A day, `at`, a time of day and a zone, of which some may be missing.
inline result<moment_phrase> take_apart(const few_words& words, const moment& typed,
                                        std::string_view expected) {
    moment_phrase phrase{{}, {}, typed.zone};
    mistake wrong;
    std::size_t next = 0;
    text_part_at first = words.word[0];
    std::string_view rest = first.text;
    year_month_day date{};
    if (take_date(rest, date) && take(rest, 't')) {
        const std::size_t length = first.text.size() - rest.size();
        phrase.day = text_part_at{first.text.substr(0, length - 1), first.begin};
        if (!read_clock({rest, first.begin + length}, phrase, wrong)) return wrong;
        ++next;
    } else if (take_date(rest = first.text, date) || !begins_with_digit(first.text)) {
        phrase.day = first;
        ++next;
    }
    if (next < words.count && equal_ignoring_case(words.word[next].text, "at")) ++next;
    if (!phrase.time && next < words.count && begins_with_digit(words.word[next].text))
        if (!read_clock(words.word[next++], phrase, wrong)) return wrong;
    if (next < words.count && phrase.time) {
        const text_part_at& named = words.word[next];
        auto zone = time_zone::parse(named.text);
        if (!zone) {
            wrong = std::move(zone).error();
            wrong.begin = named.begin;
            wrong.end = named.begin + named.text.size();
            return wrong;
        }
        phrase.zone = *zone;
        ++next;
    }
    if (next < words.count) return words.word[next].wrong(expected);
    return phrase;
}

/// The moment that clocks of `zone` show as `wall`, or why there is not exactly one.
inline result<time_point> moment_of(wall_time wall, const moment_phrase& phrase,
                                    std::string_view text) {
    const bool whole_day = !phrase.time;
    const time_zone::moments found = phrase.zone.when(wall);
    if (found.first && (!found.second || whole_day)) return *found.first;
    mistake wrong = not_a(text, moment_expected);
    const std::string place = phrase.zone.to_text();
    if (found.first) {
        wrong.expected = text_of<time_point>::write(*found.first) + " or " +
                         text_of<time_point>::write(*found.second);
        wrong.message =
            shown(text) + " comes twice, for clocks in " + place + " are set back over it.";
        return wrong;
    }
    // The day's first moment is then the one in which clocks are set forward.
    const time_point as_utc(wall.time_since_epoch());
    if (whole_day) return as_utc - phrase.zone.offset_at(as_utc - std::chrono::hours(24));
    wrong.message =
        shown(text) + " never comes, for clocks in " + place + " are set forward over it.";
    return wrong;
}

} // namespace detail

CHATOPS_INLINE result<std::chrono::year_month_day> read_day(std::string_view text,
                                                            const moment& typed) {
    const auto day = detail::day_of_word({text, 0}, typed, detail::day_expected);
    if (!day) return day.error();
    return std::chrono::year_month_day(*day);
}

namespace detail {

inline result<time_point> read_moment(std::string_view text, const moment& typed,
                                      weekday_is which) {
    const few_words words(text);
    const bool past = which == weekday_is::last;
    const std::string_view expected = past ? past_moment_expected : moment_expected;
    if (words.count == 0 || words.count == words.word.size()) return not_a(text, expected);
    const text_part_at whole{text, 0};
    const bool now = words.count == 1 && equal_ignoring_case(words.word[0].text, "now");
    auto distance = read_distance(words);
    const auto span = span_of(words.word.data(), words.count);
    if (!distance && span && past) distance = -*span;
    if (now || distance) {
        if (distance && !*distance) return distance->error();
        if (!typed.now) return nobody_knows_now(whole);
        return *typed.now + (distance ? **distance : duration{});
    }
    // `5m` alone is neither a moment nor half of one.
    if (span) return not_a(text, expected);
    auto phrase = take_apart(words, typed, expected);
    if (!phrase) return std::move(phrase).error();
    const moment there{typed.now, phrase->zone};
    std::chrono::local_days day{};
    if (phrase->day) {
        const auto named = day_of_word(*phrase->day, there, expected, which);
        if (!named) return named.error();
        day = *named;
    } else {
        if (!typed.now) return nobody_knows_now(whole);
        day = today_of(there);
    }
    return moment_of(wall_time(day) + phrase->time.value_or(duration{}), *phrase, text);
}

} // namespace detail

CHATOPS_INLINE result<time_point> read_moment(std::string_view text, const moment& typed) {
    return detail::read_moment(text, typed, detail::weekday_is::next);
}

CHATOPS_INLINE result<time_point> read_past_moment(std::string_view text, const moment& typed) {
    auto read = detail::read_moment(text, typed, detail::weekday_is::last);
    if (!read || !typed.now || *read <= *typed.now) return read;
    mistake wrong = not_a(text, detail::past_moment_expected);
    wrong.message = shown(text) + " is yet to come.";
    return wrong;
}

CHATOPS_INLINE std::string
text_of<std::chrono::year_month_day>::write(std::chrono::year_month_day day) {
    return format_time(time_point(std::chrono::sys_days(day))).substr(0, 10);
}

CHATOPS_INLINE std::string text_of<time_point>::write(time_point when) {
    std::string text = format_time(when);
    if (text.ends_with(".000Z")) text.replace(text.size() - 5, 5, "Z");
    return text;
}

} // namespace chatops
