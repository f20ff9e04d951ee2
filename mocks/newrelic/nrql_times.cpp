// Moments and spans of NRQL.
#include "chatops/core/time.hpp"
#include "mocks/newrelic/nrql_reading.hpp"

#include <algorithm>
#include <chrono>

namespace chatops::mocks::newrelic::nrql {
namespace {

using std::chrono::days;
using std::chrono::floor;

struct unit {
    std::string_view name;
    duration length;
};

constexpr unit units[] = {
    {"second", std::chrono::seconds(1)},      {"minute", std::chrono::minutes(1)},
    {"hour", std::chrono::hours(1)},          {"day", std::chrono::hours(24)},
    {"week", std::chrono::hours(24 * 7)},     {"month", std::chrono::hours(24 * 30)},
    {"quarter", std::chrono::hours(24 * 90)}, {"year", std::chrono::hours(24 * 365)},
};

constexpr std::string_view weekdays[] = {"sunday",   "monday", "tuesday", "wednesday",
                                         "thursday", "friday", "saturday"};

const unit* unit_of(std::string_view name) {
    if (name.size() > 1 && name.back() == 's') name.remove_suffix(1);
    for (const unit& each : units)
        if (each.name == name) return &each;
    return nullptr;
}

std::string upper(std::string text) {
    for (char& each : text)
        if (each >= 'a' && each <= 'z') each = static_cast<char>(each - 'a' + 'A');
    return text;
}

time_point day_of(time_point at) { return time_point(floor<days>(at)); }

/// The beginning of the unit that is going on; of weeks and longer in UTC's calendar.
time_point beginning(const unit& of, time_point now) {
    if (of.length <= std::chrono::hours(24))
        return time_point(now.time_since_epoch() / of.length * of.length);
    const std::chrono::sys_days today = floor<days>(now);
    const std::chrono::year_month_day date(today);
    if (of.name == "week") {
        const std::chrono::weekday day(today);
        return time_point(today - (day - std::chrono::Monday));
    }
    if (of.name == "year") return time_point(std::chrono::sys_days(date.year() / 1 / 1));
    const unsigned month = static_cast<unsigned>(date.month());
    const unsigned first = of.name == "quarter" ? (month - 1) / 3 * 3 + 1 : month;
    return time_point(
        std::chrono::sys_days(date.year() / std::chrono::month(first) / std::chrono::day(1)));
}

/// `2024-02-29`, `2024-02-29 12:00:00`, `2024-02-29T12:00:00Z`, with or without a zone.
time_point written(words& from) {
    std::string text = from.now().text;
    if (text.size() > 10 && text[10] == ' ') text[10] = 'T';
    if (text.size() == 10) text += "T00:00";
    if (text.size() == 16) text += ":00";
    auto read = read_time(text);
    if (!read) read = read_time(text + "Z");
    if (!read) from.unexpected();
    from.advance();
    return *read;
}

time_point of_epoch(words& from) {
    const std::int64_t number = from.number();
    // Source: the documentation: seconds or milliseconds since the epoch.
    constexpr std::int64_t latest_seconds = 100'000'000'000;
    const std::int64_t most = latest_seconds * 1000;
    return time_point(duration(std::min(number < latest_seconds ? number * 1000 : number, most)));
}

moment_read named(words& from, time_point now) {
    const std::string name = from.now().lowered;
    if (name == "now") return from.advance(), moment_read{now, "NOW"};
    if (name == "today") return from.advance(), moment_read{day_of(now), "TODAY"};
    if (name == "yesterday")
        return from.advance(), moment_read{day_of(now) - std::chrono::hours(24), "YESTERDAY"};
    const auto* const day = std::find(std::begin(weekdays), std::end(weekdays), name);
    if (day != std::end(weekdays)) {
        from.advance();
        const std::chrono::weekday wanted(static_cast<unsigned>(day - std::begin(weekdays)));
        const std::chrono::sys_days today = floor<days>(now);
        return {time_point(today - (std::chrono::weekday(today) - wanted)), upper(name)};
    }
    if (name != "this" && name != "last") from.unexpected();
    from.advance();
    const unit* const of = unit_of(from.now().lowered);
    if (of == nullptr) from.unexpected();
    from.advance();
    const std::string text = upper(name) + " " + upper(std::string(of->name));
    const time_point begins = beginning(*of, now);
    if (name == "this") return {begins, text};
    return {beginning(*of, begins - duration(1)), text};
}

} // namespace

duration read_span(words& from, std::string* shown) {
    const std::int64_t count = from.number();
    const unit* const of = unit_of(from.now().lowered);
    if (of == nullptr || from.now().is != word::kind::name) from.unexpected();
    if (shown != nullptr)
        *shown =
            std::to_string(count) + " " + upper(std::string(of->name)) + (count == 1 ? "" : "S");
    from.advance();
    // Ten thousand years are enough.
    constexpr std::int64_t most = 10'000LL * 365 * 24 * 3'600 * 1000;
    return duration(std::min(count, most / of->length.count()) * of->length.count());
}

moment_read read_moment(words& from, time_point now) {
    if (from.now().is == word::kind::text) {
        std::string text = from.now().text;
        return {written(from), std::move(text)};
    }
    if (from.now().is == word::kind::name) return named(from, now);
    words after = from;
    const std::string digits = from.now().text;
    after.number();
    if (after.now().is != word::kind::name || unit_of(after.now().lowered) == nullptr)
        return {of_epoch(from), digits};
    std::string text;
    const duration span = read_span(from, &text);
    from.expect("ago");
    return {now - span, text + " AGO"};
}

} // namespace chatops::mocks::newrelic::nrql
