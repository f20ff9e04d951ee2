// Jobs that tell each time that they run.
#include "mocks/sentry/handlers.hpp"
#include "mocks/sentry/times.hpp"
#include "mocks/sentry/views.hpp"

#include <algorithm>

namespace chatops::mocks::sentry {
namespace {

monitor& monitor_at(const call& from, std::size_t word) {
    monitor* const found = from.account.find_monitor(from.words.at(word));
    if (found == nullptr) throw not_found();
    return *found;
}

void switch_monitor(monitor& which, const std::string& status, time_point now) {
    if (status == which.status) return;
    which.status = status;
    if (status == "disabled")
        which.pauses.push_back({now, std::nullopt});
    else
        which.pauses.back().until = now;
}

object show_check_in(const monitor& of, std::int64_t run, bool is_last) {
    // A check-in and an environment word one thing differently. Source: sentry/monitors/models.py.
    const std::string last = of.last_status == "missed_checkin" ? "missed" : of.last_status;
    const std::string status = is_last ? last : "ok";
    const std::string when = iso_time(of.time_of_run(run));
    const value length = status == "missed" ? value() : value(1'000 + run % 7 * 130);
    return {{"id", of.guid.substr(0, 24) + std::to_string(100'000'000'000 + run)},
            {"environment", of.environment},
            {"status", status},
            {"duration", length},
            {"dateCreated", when},
            {"dateAdded", when},
            {"dateUpdated", when},
            {"dateInProgress", nullptr},
            {"dateClock", when},
            {"attachmentId", nullptr},
            {"expectedTime", when},
            {"monitorConfig", show_config(of)}};
}

} // namespace

answer list_monitors(call& from) {
    array all;
    for (const monitor& each : from.account.monitors)
        all.push_back(show(each, from.account, from.now));
    return listed(from, std::move(all));
}

answer show_monitor(call& from) { return {200, show(monitor_at(from, 1), from.account, from.now)}; }

answer update_monitor(call& from) {
    monitor& which = monitor_at(from, 1);
    const auto status = text_parameter(from.body, "status");
    if (status && *status != "active" && *status != "disabled")
        throw invalid_field("status", "\"" + *status + "\" is not a valid choice.");
    const auto name = text_parameter(from.body, "name");
    const auto muted = flag_parameter(from.body, "isMuted");
    if (status) switch_monitor(which, *status, from.now);
    if (name) which.name = *name;
    if (muted) which.is_muted = *muted;
    return {200, show(which, from.account, from.now)};
}

/// It is gone for whoever asks, at once: its slug is another by then.
/// Source: sentry/monitors/endpoints/base_monitor_details.py.
answer delete_monitor(call& from) {
    monitor& which = monitor_at(from, 1);
    from.account.monitors.erase(from.account.monitors.begin() +
                                (&which - from.account.monitors.data()));
    return {202};
}

answer list_check_ins(call& from) {
    const monitor& of = monitor_at(from, 1);
    const auto environments = from.all_asked("environment");
    const bool is_there =
        environments.empty() ||
        std::find(environments.begin(), environments.end(), of.environment) != environments.end();
    const auto last = of.last_run(from.now);
    array all;
    if (!last || !is_there) return listed(from, std::move(all));
    constexpr std::int64_t kept = 200;
    for (std::int64_t run = *last; run > std::max<std::int64_t>(0, *last - kept); --run)
        if (!of.is_off_at(of.time_of_run(run))) all.push_back(show_check_in(of, run, run == *last));
    return listed(from, std::move(all));
}

} // namespace chatops::mocks::sentry
