#pragma once

#include "chatops/operations/near.hpp"
#include "chatops/operations/newrelic/chart.hpp"
#include "chatops/operations/newrelic/nouns.hpp"
#include "chatops/operations/newrelic/shown.hpp"
#include "chatops/operations/shown.hpp"

#include <algorithm>

namespace chatops::operations {

namespace detail {

struct relic_course {
    std::vector<newrelic::app_step> steps;
    std::vector<newrelic::deployment> deployments;
};
BOOST_DESCRIBE_STRUCT(relic_course, (), (steps, deployments))

CHATOPS_INLINE asio::awaitable<relic_course> course_with_deployments(newrelic::client& relic,
                                                                     std::string guid,
                                                                     time_point since,
                                                                     time_point until) {
    relic_course seen;
    const std::chrono::minutes step = chart_step(until - since);
    seen.steps = co_await relic.course_of_app(guid, since, until, step);
    seen.deployments =
        co_await relic.deployments(std::move(guid), since, newrelic_limits::shown_with_app);
    co_return seen;
}

CHATOPS_INLINE double minutes_of(const newrelic::app_step& step) {
    constexpr double seconds = 60;
    return static_cast<double>(std::max<std::int64_t>(step.ends - step.begins, 1)) / seconds;
}

/// How it did over the whole time.
struct course_total {
    double requests = 0;
    double errors = 0;
    double minutes = 0;
    /// Of all requests, in seconds.
    double spent = 0;

    [[nodiscard]] double milliseconds() const { return spent / requests * 1'000; }
    [[nodiscard]] double per_minute() const { return requests / minutes; }
    [[nodiscard]] double error_percent() const { return errors / requests * 100; }
};

CHATOPS_INLINE course_total total_of(const std::vector<newrelic::app_step>& steps) {
    course_total made;
    for (const newrelic::app_step& each : steps) {
        made.requests += each.requests;
        made.errors += each.errors;
        made.minutes += minutes_of(each);
        made.spent += each.response_time.value_or(0) * each.requests;
    }
    return made;
}

/// `08:00`, and with its day where a day is not clear.
CHATOPS_INLINE std::string chart_moment(std::int64_t seconds, duration length) {
    std::string text = minute_of(time_point(std::chrono::seconds(seconds)));
    return length <= std::chrono::hours(24) ? text.substr(text.size() - 5) : text;
}

/// Adds one figure of each step, under its name.
template <class Figure>
void add_course(reply& answer, std::string name, const char* unit,
                const std::vector<newrelic::app_step>& steps, duration length, Figure figure) {
    chart_part chart;
    chart_part::course course;
    for (const newrelic::app_step& each : steps) course.points.push_back(figure(each));
    chart.courses.push_back(std::move(course));
    chart.unit = unit;
    chart.begins = chart_moment(steps.front().begins, length);
    chart.ends = chart_moment(steps.back().ends, length) + " (UTC)";
    answer.add(text_part{std::move(name)});
    answer.add(std::move(chart));
}

CHATOPS_INLINE std::optional<double> share_of_errors(const newrelic::app_step& step) {
    if (step.requests <= 0) return std::nullopt;
    return step.errors / step.requests * 100;
}

CHATOPS_INLINE void add_courses(reply& answer, const std::vector<newrelic::app_step>& steps,
                                duration length, bool has_errors) {
    add_course(answer, "Response time", "ms", steps, length, [](const newrelic::app_step& each) {
        return each.response_time ? std::optional(*each.response_time * 1'000) : std::nullopt;
    });
    add_course(answer, "Throughput", "requests a minute", steps, length,
               [](const newrelic::app_step& each) {
                   return std::optional(each.requests / minutes_of(each));
               });
    if (has_errors)
        add_course(answer, "Errors", "%", steps, length, share_of_errors);
    else
        answer.add(text_part{"No request failed."});
}

CHATOPS_INLINE void add_deployed(reply& answer, const std::vector<newrelic::deployment>& all,
                                 duration length) {
    std::vector<std::string> versions;
    constexpr std::int64_t second = 1'000;
    for (auto each = all.rbegin(); each != all.rend(); ++each)
        versions.push_back(each->version + " (" + chart_moment(each->timestamp / second, length) +
                           ")");
    if (!versions.empty())
        answer.add(text_part{"Deployed in this time: " + joined_words(versions) + '.'});
}

} // namespace detail

CHATOPS_INLINE std::chrono::minutes chart_step(duration length) {
    const auto minutes = std::chrono::ceil<std::chrono::minutes>(length).count();
    return std::chrono::minutes(std::max<std::int64_t>(
        1, (minutes + newrelic_limits::chart_points - 1) / newrelic_limits::chart_points));
}

CHATOPS_INLINE asio::awaitable<reply> newrelic_chart::run(context& ctx) const {
    const auto chosen = co_await choose_app(ctx, app->text);
    if (chosen.instead) co_return *chosen.instead;
    const duration length =
        *back ? duration((*back)->length) : duration(newrelic_limits::usual_chart);
    const std::string& guid = chosen.it->guid;
    const time_point until = ctx.now();
    const time_point since = until - length;
    const auto seen = co_await ctx.observe("course", [&](newrelic::client& relic) {
        return detail::course_with_deployments(relic, guid, since, until);
    });
    const detail::course_total total = detail::total_of(seen.steps);
    if (total.requests <= 0) {
        reply nothing = reply::warning("New Relic heard of no request to " + chosen.it->name +
                                       " in the last " + age_text(length));
        detail::add_deployed(nothing, seen.deployments, length);
        co_return nothing;
    }
    reply answer = reply::neutral(chosen.it->name + " in the last " + age_text(length) + ": " +
                                  number_text(total.milliseconds(), 0) + " ms, " +
                                  number_text(total.per_minute(), 1) + " requests a minute, " +
                                  number_text(total.error_percent(), 2) + " % errors");
    detail::add_courses(answer, seen.steps, length, total.errors > 0);
    detail::add_deployed(answer, seen.deployments, length);
    co_return answer;
}

} // namespace chatops::operations
