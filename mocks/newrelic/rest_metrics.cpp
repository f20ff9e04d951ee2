// Metrics of an application, as REST v2 has them: computed from what it did.
#include "chatops/core/time.hpp"
#include "mocks/newrelic/call.hpp"
#include "mocks/newrelic/rest_call.hpp"
#include "mocks/newrelic/transactions.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace chatops::mocks::newrelic {
namespace {

struct metric {
    std::string_view name;
    std::vector<std::string_view> values;
};

const std::vector<metric>& metrics() {
    static const std::vector<metric> all{
        {"Apdex", {"s", "t", "f", "score", "count", "threshold"}},
        {"Errors/all", {"error_count", "errors_per_minute"}},
        {"HttpDispatcher",
         {"average_response_time", "average_call_time", "call_count", "requests_per_minute",
          "calls_per_minute", "max_response_time", "min_response_time"}},
    };
    return all;
}

/// What is counted of a slice of time.
struct counted {
    std::int64_t calls = 0;
    std::int64_t errors = 0;
    std::int64_t total_us = 0;
    std::int64_t most_us = 0;
    std::int64_t least_us = 0;
    std::int64_t satisfied = 0;
    std::int64_t tolerating = 0;
};

counted count(const rest_call& from, const application& of, time_point begin, time_point end) {
    counted made;
    each_transaction(from.account, of, begin, end, 1, [&](const transaction& each) {
        made.errors += each.is_error ? 1 : 0;
        if (!each.is_web) return;
        made.least_us =
            made.calls == 0 ? each.duration_us : std::min(made.least_us, each.duration_us);
        ++made.calls;
        made.total_us += each.duration_us;
        made.most_us = std::max(made.most_us, each.duration_us);
        const std::int64_t target = of.apdex_target_ms * std::int64_t{1000};
        if (each.is_error) return;
        if (each.duration_us <= target)
            ++made.satisfied;
        else if (each.duration_us <= 4 * target)
            ++made.tolerating;
    });
    return made;
}

/// Of a slice: how long it is, and whether its numbers are as they are. [?] What `raw` does: the
/// explorer says "return unformatted raw values".
struct slice {
    double minutes = 1;
    bool is_raw = false;

    [[nodiscard]] double shown(double number) const {
        return is_raw ? number : std::round(number * 1000) / 1000;
    }
    [[nodiscard]] double in_ms(double us) const { return shown(us / 1000); }
};

value value_of(std::string_view name, const counted& of, const application& app, const slice& in) {
    const auto calls = static_cast<double>(of.calls);
    if (name == "s") return of.satisfied;
    if (name == "t") return of.tolerating;
    if (name == "f") return of.calls - of.satisfied - of.tolerating;
    if (name == "count" || name == "call_count") return of.calls;
    if (name == "threshold") return app.apdex_target_ms / 1000.0;
    if (name == "score")
        return of.calls == 0 ? 1.0
                             : in.shown((static_cast<double>(of.satisfied) +
                                         static_cast<double>(of.tolerating) / 2) /
                                        calls);
    if (name == "error_count") return of.errors;
    if (name == "errors_per_minute") return in.shown(static_cast<double>(of.errors) / in.minutes);
    if (name == "requests_per_minute" || name == "calls_per_minute")
        return in.shown(calls / in.minutes);
    if (name == "max_response_time") return in.in_ms(static_cast<double>(of.most_us));
    if (name == "min_response_time") return in.in_ms(static_cast<double>(of.least_us));
    return of.calls == 0 ? 0.0 : in.in_ms(static_cast<double>(of.total_us) / calls);
}

std::string rest_moment(time_point at) { return iso_time(at).replace(19, 1, "+00:00"); }

time_point moment_asked(const rest_call& from, std::string_view name, time_point otherwise) {
    if (from.asked(name).empty()) return otherwise;
    const auto read = read_time(from.asked(name));
    if (!read) throw rest_refused(422, std::string(name) + " is no time of ISO 8601");
    return *read;
}

/// What was asked for under `names[]` or `values[]`.
std::vector<std::string> asked_all(const rest_call& from, std::string_view name) {
    std::vector<std::string> all;
    for (const auto& [key, given] : from.query)
        if (key == name) all.push_back(given);
    return all;
}

} // namespace

rest_answer list_metric_names(const rest_call& from) {
    // All have the same; but one there must be.
    static_cast<void>(from.app());
    // A page has room for all of them, so that none has ever been given.
    if (!from.asked("cursor").empty()) throw rest_refused(422, "Cursor is invalid");
    const std::string_view part = from.asked("name");
    array all;
    for (const metric& each : metrics()) {
        if (each.name.find(part) == each.name.npos) continue;
        array values;
        for (const std::string_view name : each.values) values.push_back(text_value(name));
        object one;
        one["name"] = text_value(each.name);
        one["values"] = std::move(values);
        all.push_back(std::move(one));
    }
    rest_answer made;
    made.body["metrics"] = std::move(all);
    made.pages_of = "metrics";
    return made;
}

rest_answer show_metric_data(const rest_call& from) {
    const application& of = from.app();
    const time_point until = moment_asked(from, "to", from.now);
    const time_point since = moment_asked(from, "from", until - std::chrono::minutes(30));
    const auto names = asked_all(from, "names[]");
    const auto wanted = asked_all(from, "values[]");
    if (names.empty()) throw rest_refused(422, "You must specify at least one metric name");
    if (since >= until || until - since > std::chrono::hours(24 * 7))
        throw rest_refused(422, "The time range must be positive and at most 7 days");
    const bool is_one = from.asked("summarize") == "true";
    const auto given = whole_number(from.asked("period")).value_or(60);
    const duration period =
        is_one ? until - since : duration(std::max<std::int64_t>(60, given) * 1000);
    array found;
    array not_found;
    array shown;
    for (const std::string& name : names) {
        const auto known = std::find_if(metrics().begin(), metrics().end(),
                                        [&](const metric& each) { return each.name == name; });
        (known == metrics().end() ? not_found : found).push_back(text_value(name));
        if (known == metrics().end()) continue;
        array slices;
        for (time_point begin = since; begin < until; begin += period) {
            const time_point end = std::min(begin + period, until);
            const counted all = count(from, of, begin, end);
            const slice in{static_cast<double>((end - begin).count()) / 60'000,
                           from.asked("raw") == "true"};
            object values;
            for (const std::string_view each : known->values)
                if (wanted.empty() || std::find(wanted.begin(), wanted.end(), each) != wanted.end())
                    values[boost::json::string_view(each.data(), each.size())] =
                        value_of(each, all, of, in);
            object one;
            one["from"] = rest_moment(begin);
            one["to"] = rest_moment(end);
            one["values"] = std::move(values);
            slices.push_back(std::move(one));
        }
        object one;
        one["name"] = name;
        one["timeslices"] = std::move(slices);
        shown.push_back(std::move(one));
    }
    object data;
    data["from"] = rest_moment(since);
    data["to"] = rest_moment(until);
    data["metrics_not_found"] = std::move(not_found);
    data["metrics_found"] = std::move(found);
    data["metrics"] = std::move(shown);
    rest_answer made;
    made.body["metric_data"] = std::move(data);
    return made;
}

} // namespace chatops::mocks::newrelic
