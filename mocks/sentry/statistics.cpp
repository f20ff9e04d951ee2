// How many events came.
#include "mocks/sentry/handlers.hpp"
#include "mocks/sentry/times.hpp"
#include "mocks/sentry/views.hpp"

#include <algorithm>
#include <charconv>

namespace chatops::mocks::sentry {
namespace {

struct stat_span {
    time_point from;
    duration interval{};
    std::int64_t count = 0;
};

std::int64_t seconds_asked(const call& from, std::string_view name, std::int64_t otherwise) {
    const std::string_view text = from.asked(name);
    if (text.empty()) return otherwise;
    // What follows the whole seconds does not matter.
    std::int64_t number = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    constexpr std::int64_t most = 100'000'000'000;
    if (read.ec != std::errc() || number < 0 || number > most)
        throw bad_request("Invalid " + std::string(name) + " parameter.");
    return number;
}

std::int64_t whole_seconds(duration length) {
    return std::chrono::duration_cast<std::chrono::seconds>(length).count();
}

/// `since`, `until`, `resolution`: from the beginning of an interval on.
stat_span span_asked(const call& from) {
    const std::string_view said = from.asked("resolution");
    const auto interval = said.empty() ? duration(std::chrono::hours(1)) : period_said(said);
    if (!interval || *interval < std::chrono::seconds(10)) throw bad_request("Invalid resolution");
    const std::int64_t length = whole_seconds(*interval);
    const std::int64_t until =
        seconds_asked(from, "until", whole_seconds(from.now.time_since_epoch()));
    const std::int64_t since = seconds_asked(from, "since", until - 24 * 3'600);
    const std::int64_t begin = since / length * length;
    stat_span made{time_point(std::chrono::seconds(begin)), *interval,
                   std::max<std::int64_t>(0, (until - begin) / length + 1)};
    if (made.count > limits::stat_intervals) throw bad_request("Too many intervals.");
    return made;
}

/// What came is counted, whatever became of it since.
std::int64_t events_in(const call& from, const project* of, time_point begin, time_point end) {
    std::int64_t all = 0;
    for (const issue& each : from.account.issues)
        if (of == nullptr || each.project == of->slug) all += each.events_between(begin, end);
    for (const gone_issue& each : from.account.gone)
        if (of == nullptr || each.project_id == of->id) all += each.it.events_between(begin, end);
    return all;
}

answer counts_of(const call& from, const project* of) {
    const std::string_view stat = from.asked("stat");
    if (!stat.empty() && stat != "received" && stat != "rejected" && stat != "blacklisted" &&
        stat != "generated")
        throw bad_request("Invalid stat: " + std::string(stat));
    const stat_span span = span_asked(from);
    array made;
    for (std::int64_t i = 0; i < span.count; ++i) {
        const time_point begin = span.from + i * span.interval;
        const bool counts = stat != "rejected" && stat != "blacklisted";
        made.push_back(array{whole_seconds(begin.time_since_epoch()),
                             counts ? events_in(from, of, begin, begin + span.interval) : 0});
    }
    return {200, std::move(made)};
}

/// One line of a usage: how many, in all and in each interval.
object usage_group(const call& from, const project* of, const stat_span& span, object by) {
    constexpr const char* field = "sum(quantity)";
    std::int64_t total = 0;
    array each_interval;
    for (std::int64_t i = 0; i < span.count; ++i) {
        const time_point begin = span.from + i * span.interval;
        const std::int64_t count = events_in(from, of, begin, begin + span.interval);
        total += count;
        each_interval.push_back(count);
    }
    return {{"by", std::move(by)},
            {"totals", {{field, total}}},
            {"series", object{{field, std::move(each_interval)}}}};
}

} // namespace

answer show_stats(call& from) { return counts_of(from, nullptr); }

answer show_stats_of_project(call& from) {
    const project& of = from.project_at(1);
    return counts_of(from, &of);
}

/// Source: docs.sentry.io/api/organizations/retrieve-event-counts-for-an-organization-v2.
answer show_usage(call& from) {
    if (from.asked("field") != "sum(quantity)")
        throw bad_request("Invalid field: \"" + std::string(from.asked("field")) + "\"");
    const std::vector<std::string> groups = from.all_asked("groupBy");
    if (groups.empty()) throw bad_request("At least one groupBy is required.");
    for (const std::string& each : groups)
        if (each != "outcome" && each != "category" && each != "project" && each != "reason")
            throw bad_request("Invalid groupBy: \"" + each + "\"");
    const std::string_view asked_period = from.asked("statsPeriod");
    const auto period = period_said(asked_period.empty() ? "24h" : asked_period);
    if (!period) throw bad_request("Invalid statsPeriod: '" + std::string(asked_period) + "'");
    const std::string_view asked_interval = from.asked("interval");
    const auto interval = period_said(asked_interval.empty() ? "1h" : asked_interval);
    if (!interval || *interval < std::chrono::minutes(1)) throw bad_request("Invalid interval");
    const std::int64_t count = std::max<std::int64_t>(1, *period / *interval);
    if (count > limits::stat_intervals)
        throw bad_request("Your interval and date range would create too many results. Use a "
                          "larger interval, or a smaller date range.");
    const std::int64_t length = whole_seconds(*interval);
    const std::int64_t last = whole_seconds(from.now.time_since_epoch()) / length * length;
    const stat_span span{time_point(std::chrono::seconds(last)) - (count - 1) * *interval,
                         *interval, count};
    array intervals;
    for (std::int64_t i = 0; i < count; ++i)
        intervals.push_back(text_value(iso_time(span.from + i * *interval)));
    const bool by_project = std::find(groups.begin(), groups.end(), "project") != groups.end();
    array made;
    const auto add = [&](const project* of) {
        object by;
        for (const std::string& each : groups) {
            if (each == "outcome") by["outcome"] = "accepted";
            if (each == "category") by["category"] = "error";
            if (each == "reason") by["reason"] = "none";
            if (each == "project") by["project"] = std::stoll(of->id);
        }
        made.push_back(usage_group(from, of, span, std::move(by)));
    };
    if (!by_project) add(nullptr);
    if (by_project)
        for (const project& each : from.account.projects)
            if (events_in(from, &each, span.from, span.from + count * *interval) > 0) add(&each);
    return {200, object{{"start", iso_time(span.from)},
                        {"end", iso_time(span.from + count * *interval)},
                        {"intervals", std::move(intervals)},
                        {"groups", std::move(made)}}};
}

} // namespace chatops::mocks::sentry
