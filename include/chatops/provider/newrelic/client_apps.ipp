#pragma once

// Applications: their hosts, their goal, their end, and what marks their deployments.

#include "chatops/core/errors.hpp"
#include "chatops/core/json.hpp"
#include "chatops/core/limits.hpp"
#include "chatops/provider/newrelic/client_calls.hpp"
#include "chatops/provider/newrelic/queries.hpp"

#include <optional>
#include <utility>

namespace chatops::newrelic {

namespace detail {

/// Of what is measured: see `course_query`.
CHATOPS_INLINE std::string hosts_query(const std::string& guid, time_point since, time_point until,
                                       std::size_t limit) {
    return "SELECT average(apm.service.transaction.duration) AS 'response_time', "
           "count(apm.service.transaction.duration) AS 'requests', "
           "count(apm.service.error.count) AS 'errors', latest(timestamp) AS 'heard_at' "
           "FROM Metric WHERE entity.guid = " +
           nrql_text_of(guid) + " FACET host SINCE " +
           std::to_string(since.time_since_epoch().count()) + " UNTIL " +
           std::to_string(until.time_since_epoch().count()) + " LIMIT " + std::to_string(limit);
}

CHATOPS_INLINE app_host host_of(const boost::json::value& row) {
    app_host made;
    made.name = text_in(&row, "host");
    made.response_time = number_of(row, "response_time");
    made.requests = number_of(row, "requests").value_or(0);
    made.errors = number_of(row, "errors").value_or(0);
    made.heard_at = static_cast<std::int64_t>(number_of(row, "heard_at").value_or(0));
    return made;
}

/// Of the deployments that REST v2 has of an application.
CHATOPS_INLINE std::string markers_path(std::int64_t application_id) {
    return "/v2/applications/" + std::to_string(application_id) + "/deployments";
}

} // namespace detail

CHATOPS_INLINE asio::awaitable<std::vector<app_host>>
client::hosts_of_app(std::string guid, time_point since, time_point until, std::size_t limit) {
    std::string nrql = detail::hosts_query(guid, since, until, limit);
    const nrql_answer found = co_await query(std::move(nrql));
    std::vector<app_host> hosts;
    if (!found.results) co_return hosts;
    for (const boost::json::value& each : *found.results) hosts.push_back(detail::host_of(each));
    co_return hosts;
}

CHATOPS_INLINE asio::awaitable<double> client::set_apdex_target(std::string guid, double seconds) {
    question what{queries::set_application, {}, "done"};
    what.variables["guid"] = detail::json_of(guid);
    boost::json::object apm;
    apm["apdexTarget"] = seconds;
    boost::json::object settings;
    settings["apmConfig"] = std::move(apm);
    what.variables["settings"] = std::move(settings);
    const chatops::provider::call asked = changing(what);
    const boost::json::value done = co_await change<boost::json::value>(std::move(what), true);
    const boost::json::value* const errors = detail::member(&done, "errors");
    const boost::json::array* const list = errors == nullptr ? nullptr : errors->if_array();
    if (list != nullptr && !list->empty())
        say_refused(detail::text_in(&list->front(), "description"),
                    detail::text_in(&list->front(), "word"), asked);
    const boost::json::value* const apm_now =
        detail::member(detail::member(&done, "settings"), "apm");
    co_return apm_now == nullptr ? seconds
                                 : detail::number_of(*apm_now, "apdex_target").value_or(seconds);
}

CHATOPS_INLINE asio::awaitable<void> client::remove_app(std::string guid) {
    question what{queries::delete_application, {}, "done"};
    what.variables["guid"] = detail::json_of(guid);
    chatops::provider::call asked = changing(what);
    const boost::json::value done = co_await ended(std::move(asked));
    const boost::json::value* const success = detail::member(&done, "success");
    if (success == nullptr || !success->is_bool() || success->get_bool()) co_return;
    throw provider_error(std::string(provider), 422, "not_removed",
                         "It was not removed. New Relic removes only what has not reported for "
                         "some hours.");
}

CHATOPS_INLINE asio::awaitable<std::vector<marker>> client::markers(std::int64_t application_id) {
    const std::string path = detail::markers_path(application_id) + ".json?page=";
    std::vector<marker> all;
    for (int page = 1; page <= chatops::limits::provider_pages; ++page) {
        const chatops::provider::call asked{"GET", path + std::to_string(page), caller_.deadline()};
        const chatops::provider::answer given = co_await caller_.ask(asked);
        const boost::json::value* const list = detail::member(&given.value, "deployments");
        if (list == nullptr) throw caller_.question(asked).no_use("it lists no deployments");
        auto more = chatops::provider::read_as<std::vector<marker>>(*list, caller_.question(asked));
        for (marker& each : more) all.push_back(std::move(each));
        if (given.next_page.find("rel=\"next\"") == std::string::npos) co_return all;
    }
    const chatops::provider::call last{"GET", path, caller_.deadline()};
    throw caller_.question(last).no_use("its pages have no end");
}

CHATOPS_INLINE asio::awaitable<void> client::remove_marker(std::int64_t application_id,
                                                           std::int64_t id) {
    const chatops::provider::call asked{
        "DELETE", detail::markers_path(application_id) + '/' + std::to_string(id) + ".json",
        caller_.deadline()};
    co_await caller_.ask_if_there(asked);
}

} // namespace chatops::newrelic
