#pragma once

#include "chatops/core/ascii.hpp"
#include "chatops/core/errors.hpp"
#include "chatops/core/json.hpp"
#include "chatops/core/time.hpp"
#include "chatops/provider/sentry/client_calls.hpp"
#include "chatops/provider/sentry/limits.hpp"
#include "chatops/provider/sentry/watch.hpp"

#include <boost/json/object.hpp>

#include <algorithm>
#include <chrono>

namespace chatops::sentry {

namespace detail {

inline constexpr std::string_view api = "/api/0";

/// Its windows are a second long, most of them; each endpoint has its own. Source:
/// docs.sentry.io/api/ratelimits.
inline constexpr chatops::provider::vendor facts{.name = "sentry",
                                                 .accept = "application/json",
                                                 .request_id = "X-Request-Id",
                                                 .next_page = "Link",
                                                 .token_comes_back = duration{1'000},
                                                 .requests_left = "X-Sentry-Rate-Limit-Remaining",
                                                 .more_requests_at = "X-Sentry-Rate-Limit-Reset",
                                                 .limits_each_kind = true,
                                                 .refusal_in = &refusal_in};

CHATOPS_INLINE std::string page_query(std::size_t items) {
    return "per_page=" + std::to_string(std::clamp<std::size_t>(items, 1, limits::page_items));
}

} // namespace detail

CHATOPS_INLINE client::client(chatops::provider::connection through)
    : through_(through), caller_(through, detail::facts),
      organization_(config::said_of(through.where, "organization")) {}

CHATOPS_INLINE std::string client::path_in_organization(std::string_view rest) const {
    return std::string(detail::api) + "/organizations/" + percent_encode(organization_) +
           std::string(rest);
}

CHATOPS_INLINE std::string client::path_of_project(const project_name& of,
                                                   std::string_view rest) const {
    return std::string(detail::api) + "/projects/" + percent_encode(organization_) + '/' +
           percent_encode(of.text) + std::string(rest);
}

CHATOPS_INLINE std::string client::path_of_monitor(const monitor_name& of,
                                                   std::string_view rest) const {
    return path_in_organization("/monitors/" + percent_encode(of.text) + std::string(rest));
}

CHATOPS_INLINE chatops::provider::call client::calling(std::string method, std::string path) const {
    return {std::move(method), std::move(path), caller_.deadline()};
}

// ---- issues

CHATOPS_INLINE asio::awaitable<void>
client::each_page_of_issues(issue_search which, std::size_t page_items,
                            std::function<bool(std::vector<issue>)> look) {
    std::string query = query_of(which) + "&limit=" +
                        std::to_string(std::clamp<std::size_t>(page_items, 1, limits::page_items));
    std::string path = path_in_organization("/issues/");
    co_await each_page<issue>(std::move(path), std::move(query), std::move(look));
}

CHATOPS_INLINE asio::awaitable<std::vector<issue>> client::issues(issue_search which,
                                                                  std::size_t limit) {
    std::string query = query_of(which) + "&limit=" +
                        std::to_string(std::clamp<std::size_t>(limit, 1, limits::page_items));
    return first_of<issue>(path_in_organization("/issues/"), std::move(query), limit);
}

namespace detail {

/// What `shortids` finds.
struct short_id_found {
    issue group;
};
BOOST_DESCRIBE_STRUCT(short_id_found, (), (group))

} // namespace detail

CHATOPS_INLINE asio::awaitable<std::optional<issue>> client::find_issue(issue_ref which) {
    std::optional<issue> found;
    if (std::all_of(which.text.begin(), which.text.end(), is_digit)) {
        std::string path = path_in_organization("/issues/" + which.text + "/");
        found = co_await get_if_there<issue>(std::move(path));
        co_return found;
    }
    std::string path = path_in_organization("/shortids/" + percent_encode(which.text) + "/");
    auto by_name = co_await get_if_there<detail::short_id_found>(std::move(path));
    if (by_name) found = std::move(by_name->group);
    co_return found;
}

CHATOPS_INLINE asio::awaitable<std::vector<issue>> client::issues_of(std::vector<std::string> ids) {
    std::vector<issue> found;
    // Without any, Sentry lists what is not resolved.
    if (ids.empty()) co_return found;
    // Source: getsentry/sentry, issues/endpoints/organization_group_index.py.
    std::string path = path_in_organization("/issues/?expand=inbox&collapse=stats");
    for (const std::string& each : ids) path += "&group=" + percent_encode(each);
    chatops::provider::call what = calling("GET", std::move(path));
    found = co_await carry<std::vector<issue>>(std::move(what));
    co_return found;
}

CHATOPS_INLINE asio::awaitable<issue> client::change_issue(std::string id, issue_change to) {
    chatops::provider::call what =
        calling("PUT", path_in_organization("/issues/" + percent_encode(id) + "/"));
    what.body = json::text(body_of(to));
    what.harmless = true;
    return carry<issue>(std::move(what));
}

namespace detail {

CHATOPS_INLINE std::string query_of_ids(const std::vector<std::string>& ids) {
    std::string query;
    for (const std::string& each : ids)
        query += (query.empty() ? "?id=" : "&id=") + percent_encode(each);
    return query;
}

} // namespace detail

CHATOPS_INLINE asio::awaitable<void> client::change_issues(std::vector<std::string> ids,
                                                           issue_change to) {
    chatops::provider::call what =
        calling("PUT", path_in_organization("/issues/") + detail::query_of_ids(ids));
    what.body = json::text(body_of(to));
    what.harmless = true;
    co_await caller_.ask(what);
}

namespace detail {

struct merge_answer {
    merged merge;
};
BOOST_DESCRIBE_STRUCT(merge_answer, (), (merge))

} // namespace detail

CHATOPS_INLINE asio::awaitable<merged> client::merge_issues(std::vector<std::string> ids) {
    chatops::provider::call what =
        calling("PUT", path_in_organization("/issues/") + detail::query_of_ids(ids));
    what.body = R"({"merge":true})";
    auto given = co_await carry<detail::merge_answer>(std::move(what));
    co_return std::move(given.merge);
}

CHATOPS_INLINE asio::awaitable<void> client::destroy_issue(std::string id) {
    return destroy(path_in_organization("/issues/" + percent_encode(id) + "/"));
}

CHATOPS_INLINE asio::awaitable<void> client::destroy(std::string path) {
    const chatops::provider::call what = calling("DELETE", std::move(path));
    co_await caller_.ask_if_there(what);
}

CHATOPS_INLINE asio::awaitable<std::vector<event>>
client::events(std::string issue_id, std::optional<std::string> environment, std::size_t limit) {
    std::string query = detail::page_query(limit);
    if (environment) query += "&environment=" + percent_encode(*environment);
    return first_of<event>(path_in_organization("/issues/" + percent_encode(issue_id) + "/events/"),
                           std::move(query), limit);
}

CHATOPS_INLINE asio::awaitable<std::vector<event>>
client::project_events(project_name of, std::optional<duration> since, std::size_t limit) {
    std::string query = detail::page_query(limit);
    if (since) query += period_parameter(*since);
    return first_of<event>(path_of_project(of, "/events/"), std::move(query), limit);
}

CHATOPS_INLINE asio::awaitable<std::optional<event>> client::find_event(std::string issue_id,
                                                                        std::string which) {
    return get_if_there<event>(path_in_organization("/issues/" + percent_encode(issue_id) +
                                                    "/events/" + percent_encode(which) + "/"));
}

CHATOPS_INLINE asio::awaitable<std::unique_ptr<http::stream>>
client::watch(issue_search which, issue_writer write, std::shared_ptr<watched> seen) {
    // What can be refused is refused here, and not in the stream.
    std::string first;
    if (!seen->began_at) {
        issue_search same = which;
        co_await look_around(*this, std::move(same), *seen);
    } else {
        issue_search same = which;
        const std::vector<sighting> news = co_await look_for_news(*this, std::move(same), *seen);
        if (!news.empty()) first = write(news);
    }
    co_return std::make_unique<watch_stream>(through_, std::move(which), std::move(write),
                                             std::move(seen), std::move(first));
}

// ---- the organization

CHATOPS_INLINE asio::awaitable<identity> client::whoami() {
    return carry<identity>(calling("GET", std::string(detail::api) + '/'));
}

CHATOPS_INLINE asio::awaitable<std::vector<project>> client::projects() {
    return first_of<project>(path_in_organization("/projects/"), {}, detail::no_limit);
}

CHATOPS_INLINE asio::awaitable<std::optional<project>> client::find_project(project_name name) {
    return get_if_there<project>(path_of_project(name, "/"));
}

CHATOPS_INLINE asio::awaitable<std::vector<team>> client::teams() {
    return first_of<team>(path_in_organization("/teams/"), {}, detail::no_limit);
}

CHATOPS_INLINE asio::awaitable<std::vector<membership>> client::members() {
    return first_of<membership>(path_in_organization("/members/"), {}, detail::no_limit);
}

CHATOPS_INLINE asio::awaitable<std::vector<client_key>> client::keys(project_name of) {
    return first_of<client_key>(path_of_project(of, "/keys/"), {}, detail::no_limit);
}

CHATOPS_INLINE asio::awaitable<client_key> client::switch_key(project_name of, std::string id,
                                                              bool is_active) {
    chatops::provider::call what =
        calling("PUT", path_of_project(of, "/keys/" + percent_encode(id) + "/"));
    what.body = json::text(boost::json::object{{"isActive", is_active}});
    what.harmless = true;
    return carry<client_key>(std::move(what));
}

CHATOPS_INLINE asio::awaitable<std::vector<environment>>
client::environments(std::optional<project_name> of) {
    const std::string visible = "/environments/?visibility=visible";
    chatops::provider::call what =
        calling("GET", of ? path_of_project(*of, visible) : path_in_organization(visible));
    return carry<std::vector<environment>>(std::move(what));
}

CHATOPS_INLINE asio::awaitable<std::vector<monitor>> client::monitors() {
    return first_of<monitor>(path_in_organization("/monitors/"), {}, detail::no_limit);
}

CHATOPS_INLINE asio::awaitable<std::optional<monitor>> client::find_monitor(monitor_name name) {
    return get_if_there<monitor>(path_of_monitor(name, "/"));
}

CHATOPS_INLINE asio::awaitable<monitor> client::change_monitor(monitor_name which,
                                                               boost::json::object to) {
    chatops::provider::call what = calling("PUT", path_of_monitor(which, "/"));
    what.body = json::text(to);
    what.harmless = true;
    return carry<monitor>(std::move(what));
}

CHATOPS_INLINE asio::awaitable<monitor> client::mute_monitor(monitor_name which, bool is_muted) {
    return change_monitor(std::move(which), boost::json::object{{"isMuted", is_muted}});
}

CHATOPS_INLINE asio::awaitable<monitor> client::switch_monitor(monitor_name which, bool is_active) {
    return change_monitor(std::move(which),
                          boost::json::object{{"status", is_active ? "active" : "disabled"}});
}

CHATOPS_INLINE asio::awaitable<void> client::destroy_monitor(monitor_name which) {
    return destroy(path_of_monitor(which, "/"));
}

CHATOPS_INLINE asio::awaitable<std::vector<check_in>>
client::check_ins(monitor_name of, std::optional<std::string> in, std::size_t limit) {
    std::string query = detail::page_query(limit);
    if (in) query += "&environment=" + percent_encode(*in);
    return first_of<check_in>(path_of_monitor(of, "/checkins/"), std::move(query), limit);
}

CHATOPS_INLINE asio::awaitable<sentry::usage> client::usage(duration period) {
    const auto hours =
        std::max<std::int64_t>(1, std::chrono::ceil<std::chrono::hours>(period).count());
    // By the hour, or by the day where that would be too much to say.
    constexpr std::int64_t most_hours = 48;
    const std::string interval = hours > most_hours ? "1d" : "1h";
    return carry<sentry::usage>(
        calling("GET", path_in_organization("/stats_v2/?field=sum%28quantity%29&groupBy=project"
                                            "&category=error&outcome=accepted&statsPeriod=" +
                                            std::to_string(hours) + "h&interval=" + interval)));
}

// ---- releases

CHATOPS_INLINE asio::awaitable<std::vector<release>>
client::releases(std::optional<std::string> project_id, std::size_t limit) {
    std::string query = detail::page_query(limit);
    if (project_id) query += "&project=" + percent_encode(*project_id);
    return first_of<release>(path_in_organization("/releases/"), std::move(query), limit);
}

CHATOPS_INLINE asio::awaitable<std::optional<release>>
client::find_release(release_version version) {
    return get_if_there<release>(
        path_in_organization("/releases/" + percent_encode(version.text) + "/"));
}

CHATOPS_INLINE asio::awaitable<release> client::report_release(release_order order) {
    chatops::provider::call what = calling("POST", path_in_organization("/releases/"));
    what.body = json::text(body_of(order));
    what.harmless = true;
    return carry<release>(std::move(what));
}

CHATOPS_INLINE asio::awaitable<release> client::finalize_release(release_version which,
                                                                 time_point since) {
    chatops::provider::call what =
        calling("PUT", path_in_organization("/releases/" + percent_encode(which.text) + "/"));
    what.body = json::text(boost::json::object{{"dateReleased", format_time(since)}});
    what.harmless = true;
    return carry<release>(std::move(what));
}

CHATOPS_INLINE asio::awaitable<void> client::destroy_release(release_version which) {
    return destroy(path_in_organization("/releases/" + percent_encode(which.text) + "/"));
}

CHATOPS_INLINE asio::awaitable<std::vector<deploy>> client::deploys(release_version of,
                                                                    std::size_t limit) {
    return first_of<deploy>(
        path_in_organization("/releases/" + percent_encode(of.text) + "/deploys/"),
        detail::page_query(limit), limit);
}

CHATOPS_INLINE asio::awaitable<deploy> client::record_deploy(release_version of,
                                                             deploy_order order) {
    chatops::provider::call what =
        calling("POST", path_in_organization("/releases/" + percent_encode(of.text) + "/deploys/"));
    what.body = json::text(body_of(order));
    return carry<deploy>(std::move(what));
}

CHATOPS_INLINE asio::awaitable<time_point> client::provider_time() {
    const chatops::provider::call what = calling("GET", path_in_organization("/"));
    const chatops::provider::answer given = co_await caller_.ask(what);
    if (!given.date) throw caller_.question(what).no_use("its answer does not say what time it is");
    co_return *given.date;
}

} // namespace chatops::sentry
