#pragma once

#include "chatops/command/text_of.hpp"
#include "chatops/command/time_zone.hpp"
#include "chatops/command/time_zone_table.ipp"
#include "chatops/core/ascii.hpp"

#include <algorithm>

namespace chatops {

namespace detail {

/// The day of a change in one year, as the clock of that place shows it.
inline wall_time day_of(const zone_change& change, std::chrono::year year) {
    using std::chrono::weekday, std::chrono::local_days;
    const std::chrono::month month(static_cast<unsigned>(change.month));
    const weekday day(static_cast<unsigned>(change.weekday));
    const local_days date =
        change.week == 5 ? local_days(year / month / day[std::chrono::last])
                         : local_days(year / month / day[static_cast<unsigned>(change.week)]);
    return wall_time(date) + std::chrono::minutes(change.minutes);
}

/// The moment at which a clock shows `wall` that is `minutes` ahead of UTC.
inline time_point at_offset(wall_time wall, int minutes) {
    return time_point(wall.time_since_epoch() - std::chrono::minutes(minutes));
}

/// Whether daylight time holds. In the south it begins in one year and ends in the next.
inline bool is_daylight(const zone_rule& rule, time_point when) {
    const auto today =
        std::chrono::floor<std::chrono::days>(when + std::chrono::minutes(rule.standard));
    const std::chrono::year year = std::chrono::year_month_day(today).year();
    const time_point start = at_offset(day_of(rule.start, year), rule.standard);
    const time_point end = at_offset(day_of(rule.end, year), rule.daylight);
    return start < end ? start <= when && when < end : when < end || start <= when;
}

/// Takes the next name off a list that single spaces separate; empty at its end.
inline std::string_view take_name(std::string_view& names) {
    const std::string_view name = names.substr(0, names.find(' '));
    names.remove_prefix(name.size() == names.size() ? name.size() : name.size() + 1);
    return name;
}

/// `+05:30`, `-0800`, `+2`: minutes, or nothing.
inline std::optional<int> read_offset(std::string_view text) {
    if (text.empty() || (text.front() != '+' && text.front() != '-')) return std::nullopt;
    std::string digits;
    for (const char each : text.substr(1))
        if (each != ':') digits += each;
    const bool colon = digits.size() + 1 != text.size();
    if (colon && (digits.size() != 4 || text.size() != 6 || text[3] != ':')) return std::nullopt;
    if (digits.empty() || digits.size() > 4 || digits.size() == 3) return std::nullopt;
    for (const char each : digits)
        if (each < '0' || each > '9') return std::nullopt;
    const int number = std::stoi(digits);
    const int hours = digits.size() > 2 ? number / 100 : number;
    const int minutes = digits.size() > 2 ? number % 100 : 0;
    if (hours > 14 || minutes > 59) return std::nullopt; // Kiribati is furthest, with 14.
    return (text.front() == '-' ? -1 : 1) * (hours * 60 + minutes);
}

} // namespace detail

CHATOPS_INLINE result<time_zone> time_zone::parse(std::string_view text) {
    time_zone made;
    for (const std::string_view utc : {"UTC", "GMT", "Z"})
        if (equal_ignoring_case(text, utc)) return made;
    if (const auto offset = detail::read_offset(text)) {
        made.fixed_ = std::chrono::minutes(*offset);
        return made;
    }
    mistake wrong = not_a(text, "a time zone such as Europe/Zurich, UTC or +05:30");
    wrong.code = "unknown_time_zone";
    for (const detail::zone_rule& rule : detail::zone_rules) {
        std::string_view names = rule.names;
        for (auto name = detail::take_name(names); !name.empty(); name = detail::take_name(names)) {
            if (equal_ignoring_case(name, text)) {
                made.rule_ = &rule;
                made.name_ = name;
                return made;
            }
            const std::string_view city = name.substr(name.rfind('/') + 1);
            if (wrong.suggestion.empty() && equal_ignoring_case(city, text))
                wrong.suggestion = name;
        }
    }
    return wrong;
}

CHATOPS_INLINE std::string time_zone::to_text() const {
    if (rule_ != nullptr) return std::string(name_);
    if (fixed_.count() == 0) return "UTC";
    const int minutes = static_cast<int>(std::chrono::abs(fixed_).count());
    const auto two = [](int number) { return (number < 10 ? "0" : "") + std::to_string(number); };
    return (fixed_.count() < 0 ? "-" : "+") + two(minutes / 60) + ":" + two(minutes % 60);
}

CHATOPS_INLINE std::chrono::minutes time_zone::offset_at(time_point when) const {
    if (rule_ == nullptr) return fixed_;
    const bool daylight = rule_->changes() && detail::is_daylight(*rule_, when);
    return std::chrono::minutes(daylight ? rule_->daylight : rule_->standard);
}

CHATOPS_INLINE time_zone::moments time_zone::when(wall_time wall) const {
    if (rule_ == nullptr || !rule_->changes()) {
        const int offset = rule_ == nullptr ? static_cast<int>(fixed_.count()) : rule_->standard;
        return {detail::at_offset(wall, offset), std::nullopt};
    }
    moments found;
    // The larger offset makes the earlier moment.
    const int least = std::min(rule_->standard, rule_->daylight);
    const int most = std::max(rule_->standard, rule_->daylight);
    for (const int offset : {most, least}) {
        const time_point tried = detail::at_offset(wall, offset);
        if (offset_at(tried).count() != offset) continue;
        (found.first ? found.second : found.first) = tried;
    }
    return found;
}

} // namespace chatops
