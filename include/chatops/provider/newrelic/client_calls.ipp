#pragma once

#include "chatops/core/errors.hpp"
#include "chatops/core/json.hpp"
#include "chatops/core/limits.hpp"
#include "chatops/provider/newrelic/client_calls.hpp"
#include "chatops/provider/newrelic/limits.hpp"
#include "chatops/provider/newrelic/queries.hpp"
#include "chatops/provider/newrelic/watch.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

namespace chatops::newrelic {

namespace detail {

static_assert(chatops::limits::connections_per_host <= limits::requests_at_once,
              "New Relic refuses what is asked beyond its limit: fewer connections to one host.");

/// Nobody counts what is left; after a refusal, others of ours have ended by then. That no more are
/// on their way than New Relic takes, the connections see to: a request needs one of its own.
inline constexpr chatops::provider::vendor facts{.name = "newrelic",
                                                 .accept = "application/json",
                                                 .request_id = "X-Request-Id",
                                                 .next_page = "Link",
                                                 .token_comes_back = duration{1'000},
                                                 .credential_header = "Api-Key",
                                                 .credential_scheme = {},
                                                 .refusal_in = refusal_words,
                                                 .check_good = check_answer};

CHATOPS_INLINE boost::json::value json_of(const std::string& text) { return json::write(text); }

/// Of a query's result, whose members are called as they were selected.
CHATOPS_INLINE deployment deployment_of(const boost::json::value& event) {
    deployment made;
    const auto text = [&](const char* name) {
        std::string found = text_in(&event, name);
        return found.empty() ? std::optional<std::string>() : std::optional(std::move(found));
    };
    made.deployment_id = text_in(&event, "deploymentId");
    made.version = text_in(&event, "version");
    made.user = text("user");
    made.description = text("description");
    made.changelog = text("changelog");
    made.commit = text("commit");
    made.group_id = text("groupId");
    const boost::json::value* const when = member(&event, "timestamp");
    if (when != nullptr && when->is_number()) made.timestamp = when->to_number<std::int64_t>();
    return made;
}

CHATOPS_INLINE std::vector<deployment>
deployments_of(const std::vector<boost::json::value>& events) {
    std::vector<deployment> made;
    for (const boost::json::value& each : events) made.push_back(deployment_of(each));
    std::stable_sort(made.begin(), made.end(), [](const deployment& left, const deployment& right) {
        return left.timestamp > right.timestamp;
    });
    return made;
}

CHATOPS_INLINE std::string deployments_query(const std::string& guid, time_point since,
                                             std::size_t limit) {
    return "SELECT timestamp, deploymentId, version, user, description, changelog, commit, groupId "
           "FROM Deployment WHERE entity.guid = " +
           nrql_text_of(guid) + " SINCE " + std::to_string(since.time_since_epoch().count()) +
           " LIMIT " + std::to_string(limit);
}

/// What an agent measures, and New Relic's own pages draw: unlike transactions, of which only so
/// many a minute are kept, it counts all. Source: newrelic/entity-definitions,
/// entity-types/apm-application/golden_metrics.yml.
CHATOPS_INLINE std::string course_query(const std::string& guid, time_point since, time_point until,
                                        std::chrono::minutes step) {
    return "SELECT average(apm.service.transaction.duration) AS 'response_time', "
           "count(apm.service.transaction.duration) AS 'requests', "
           "count(apm.service.error.count) AS 'errors' FROM Metric WHERE entity.guid = " +
           nrql_text_of(guid) + " SINCE " + std::to_string(since.time_since_epoch().count()) +
           " UNTIL " + std::to_string(until.time_since_epoch().count()) + " TIMESERIES " +
           std::to_string(step.count()) + " minutes";
}

CHATOPS_INLINE std::optional<double> number_of(const boost::json::value& row,
                                               std::string_view name) {
    const boost::json::value* const held = member(&row, name);
    return held != nullptr && held->is_number() ? std::optional(held->to_number<double>())
                                                : std::nullopt;
}

CHATOPS_INLINE app_step step_of(const boost::json::value& row) {
    app_step made;
    made.begins = static_cast<std::int64_t>(number_of(row, "beginTimeSeconds").value_or(0));
    made.ends = static_cast<std::int64_t>(number_of(row, "endTimeSeconds").value_or(0));
    made.response_time = number_of(row, "response_time");
    made.requests = number_of(row, "requests").value_or(0);
    made.errors = number_of(row, "errors").value_or(0);
    return made;
}

/// Of an answer about an account.
CHATOPS_INLINE bool is_without_account(const boost::json::value& body, std::string_view at) {
    return at.substr(0, 13) == "actor/account" && found_at(body, "actor") != nullptr &&
           found_at(body, "actor/account") == nullptr;
}

CHATOPS_INLINE std::optional<std::int64_t> number_in(std::string_view text) {
    std::int64_t number = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool whole = read.ec == std::errc() && read.ptr == text.data() + text.size();
    return whole && number > 0 ? std::optional(number) : std::nullopt;
}

} // namespace detail

CHATOPS_INLINE client::client(chatops::provider::connection through)
    : caller_(through, detail::facts), through_(through) {}

// ---- how it is asked

CHATOPS_INLINE chatops::provider::call client::changing(const question& what) const {
    chatops::provider::call made{"POST", "/graphql", caller_.deadline()};
    // Issues and incidents are said to be experimental, and must be asked for so.
    // Source: newrelic/newrelic-client-go, pkg/alerts; it does no harm to the rest.
    made.headers = {{"NerdGraph-Unsafe-Experimental-Opt-In", "AiIssues"}};
    boost::json::object body;
    body["query"] = json::write(std::string(what.text) + std::string(what.fragment));
    body["variables"] = what.variables;
    made.body = json::text(body);
    return made;
}

CHATOPS_INLINE chatops::provider::call client::looking(const question& what) const {
    chatops::provider::call made = changing(what);
    made.looks = true;
    return made;
}

CHATOPS_INLINE gaps client::gaps_of(const boost::json::value& body) const {
    gaps made;
    for (graph_error& each : errors_in(body))
        if (std::find(made.begin(), made.end(), each.message) == made.end())
            made.push_back(std::move(each.message));
    return made;
}

CHATOPS_INLINE const boost::json::value* client::found(const chatops::provider::answer& given,
                                                       std::string_view at,
                                                       const chatops::provider::call& what) const {
    const boost::json::value* const held = found_at(given.value, at);
    if (held != nullptr) return held;
    const std::vector<graph_error> errors = errors_in(given.value);
    if (!errors.empty()) refuse(errors.front(), caller_.question(what));
    // Source: elastic/kibana, its connector for New Relic.
    if (detail::is_without_account(given.value, at))
        throw provider_error(std::string(provider), 403, "account_not_visible",
                             "This key cannot see the account that the configuration names; "
                             "`newrelic accounts` lists those that it sees.");
    return nullptr;
}

CHATOPS_INLINE asio::awaitable<std::int64_t> client::account_id() {
    const std::string_view said = config::said_of(through_.where, "account_id");
    if (const auto number = detail::number_in(said)) co_return *number;
    const std::string name(provider);
    if (!said.empty())
        throw provider_error(name, 422, "account_id",
                             "The account_id of newrelic in the configuration is no number.");
    const identity self = co_await whoami();
    if (self.accounts && self.accounts->size() == 1) co_return self.accounts->front().id;
    throw provider_error(name, 422, "account_id",
                         "This key does not see one account alone: an administrator must put the "
                         "account_id into [providers.newrelic]; `newrelic accounts` lists them.");
}

CHATOPS_INLINE asio::awaitable<void> client::tell(question what) {
    const chatops::provider::call asked = changing(what);
    const chatops::provider::answer given = co_await caller_.ask(asked);
    const boost::json::value* const done = found(given, "done", asked);
    if (done == nullptr) throw caller_.question(asked).no_use("it does not say what it did");
    const boost::json::value* const error = detail::member(done, "error");
    if (error == nullptr) co_return;
    // A text by the schema; an object with a message has been seen as well.
    std::string message =
        error->is_string() ? std::string(error->get_string()) : detail::text_in(error, "message");
    say_refused(std::move(message), {}, asked);
}

CHATOPS_INLINE void client::say_refused(std::string message, std::string word,
                                        const chatops::provider::call& asked) const {
    graph_error why;
    why.message = chatops::provider::quotable(std::move(message), through_.where.token);
    if (why.message.empty()) why.message = "it failed, and does not say why";
    why.word = std::move(word);
    refuse(why, caller_.question(asked));
}

// ---- who, and applications

CHATOPS_INLINE asio::awaitable<identity> client::whoami() {
    const question what{queries::identity, {}, "actor"};
    const chatops::provider::call asked = looking(what);
    const chatops::provider::answer given = co_await caller_.ask(asked);
    const boost::json::value* const actor = found(given, what.at, asked);
    if (actor == nullptr) co_return identity();
    co_return chatops::provider::read_as<identity>(*actor, caller_.question(asked));
}

CHATOPS_INLINE asio::awaitable<time_point> client::provider_time() {
    const question what{queries::identity, {}, "actor"};
    const chatops::provider::call asked = looking(what);
    const chatops::provider::answer given = co_await caller_.ask(asked);
    if (!given.date)
        throw caller_.question(asked).no_use("its answer does not say what time it is");
    co_return *given.date;
}

CHATOPS_INLINE asio::awaitable<gaps> client::each_page_of_apps(std::string part,
                                                               page_look<app> look) {
    std::string search = "domain = 'APM' AND type = 'APPLICATION'";
    // `%` stands for anything in a pattern, and nothing makes it stand for itself: whoever asks
    // looks again.
    if (!part.empty()) search += " AND name LIKE " + nrql_text_of('%' + part + '%');
    question what{queries::apps, {}, "actor/entitySearch/results"};
    what.variables["query"] = detail::json_of(search);
    gaps missing = co_await each_page<app>(std::move(what), "entities", std::move(look));
    co_return missing;
}

CHATOPS_INLINE asio::awaitable<std::vector<app>> client::apps_named(std::string name) {
    std::vector<app> all;
    page_look<app> take = [&](std::vector<app> page) {
        for (app& each : page)
            if (each.name == name) all.push_back(std::move(each));
        return true;
    };
    question what{queries::apps, {}, "actor/entitySearch/results"};
    what.variables["query"] =
        detail::json_of("domain = 'APM' AND type = 'APPLICATION' AND name = " + nrql_text_of(name));
    co_await each_page<app>(std::move(what), "entities", std::move(take));
    co_return all;
}

CHATOPS_INLINE asio::awaitable<std::optional<app>> client::find_app(std::string guid) {
    question what{queries::app, {}, "actor/entity", queries::application_fragment};
    what.variables["guid"] = detail::json_of(guid);
    const chatops::provider::call asked = looking(what);
    const chatops::provider::answer given = co_await caller_.ask(asked);
    const boost::json::value* const entity = found(given, what.at, asked);
    std::optional<app> it;
    if (entity != nullptr) it = chatops::provider::read_as<app>(*entity, caller_.question(asked));
    co_return it;
}

CHATOPS_INLINE asio::awaitable<overview> client::look_at_app(std::string guid, time_point now,
                                                             std::size_t deployments) {
    question what{queries::overview, {}, "actor", queries::application_fragment};
    issue_filter open;
    open.entity_guids.push_back(guid);
    open.since = now - limits::issue_window;
    open.until = now;
    what.variables["guid"] = detail::json_of(guid);
    what.variables["account"] = co_await account_id();
    what.variables["nrql"] =
        detail::json_of(detail::deployments_query(guid, open.since, deployments));
    what.variables["seconds"] = limits::query_seconds;
    what.variables["filter"] = variables_of(open);
    what.variables["window"] = window_of(open);
    const chatops::provider::call asked = looking(what);
    const chatops::provider::answer given = co_await caller_.ask(asked);
    found(given, what.at, asked);
    const chatops::provider::asked about = caller_.question(asked);
    overview seen;
    seen.missing = gaps_of(given.value);
    if (const auto* const held = found_at(given.value, "actor/app"))
        seen.app = chatops::provider::read_as<newrelic::app>(*held, about);
    if (const auto* const held = found_at(given.value, "actor/account/issues/issues/issues"))
        seen.issues = chatops::provider::read_as<std::vector<issue>>(*held, about);
    if (const auto* const held = found_at(given.value, "actor/account/deployments/results"))
        seen.deployments = detail::deployments_of(
            chatops::provider::read_as<std::vector<boost::json::value>>(*held, about));
    if (detail::is_without_account(given.value, "actor/account") && seen.missing.empty())
        seen.missing.push_back("this key cannot see the account that the configuration names");
    co_return seen;
}

// ---- issues and incidents

CHATOPS_INLINE asio::awaitable<gaps> client::each_page_of_issues(issue_filter which,
                                                                 page_look<issue> look) {
    question what{queries::issues, {}, "actor/account/aiIssues/issues"};
    what.variables["account"] = co_await account_id();
    what.variables["filter"] = variables_of(which);
    what.variables["window"] = window_of(which);
    gaps missing = co_await each_page<issue>(std::move(what), "issues", std::move(look));
    co_return missing;
}

CHATOPS_INLINE asio::awaitable<gaps> client::each_page_of_incidents(issue_filter which,
                                                                    page_look<incident> look) {
    question what{queries::incidents, {}, "actor/account/aiIssues/incidents"};
    what.variables["account"] = co_await account_id();
    what.variables["filter"] = incident_variables_of(which);
    what.variables["window"] = window_of(which);
    gaps missing = co_await each_page<incident>(std::move(what), "incidents", std::move(look));
    co_return missing;
}

CHATOPS_INLINE asio::awaitable<void> client::act_on_issue(std::string_view text,
                                                          std::string issue_id) {
    question what{text, {}, "done"};
    what.variables["account"] = co_await account_id();
    what.variables["issue"] = detail::json_of(issue_id);
    co_await tell(std::move(what));
}

CHATOPS_INLINE asio::awaitable<void> client::acknowledge(std::string issue_id) {
    return act_on_issue(queries::acknowledge, std::move(issue_id));
}

CHATOPS_INLINE asio::awaitable<void> client::unacknowledge(std::string issue_id) {
    return act_on_issue(queries::unacknowledge, std::move(issue_id));
}

CHATOPS_INLINE asio::awaitable<void> client::resolve(std::string issue_id) {
    return act_on_issue(queries::resolve, std::move(issue_id));
}

CHATOPS_INLINE asio::awaitable<void> client::close_incident(std::string incident_id) {
    question what{queries::close_incident, {}, "done"};
    what.variables["account"] = co_await account_id();
    what.variables["incident"] = detail::json_of(incident_id);
    co_await tell(std::move(what));
}

// ---- queries and deployments

CHATOPS_INLINE asio::awaitable<nrql_answer> client::query(std::string nrql) {
    question what{queries::nrql, {}, "actor/account/nrql"};
    what.variables["account"] = co_await account_id();
    what.variables["nrql"] = detail::json_of(nrql);
    what.variables["seconds"] = limits::query_seconds;
    const chatops::provider::call asked = looking(what);
    const chatops::provider::answer given = co_await caller_.ask(asked);
    const boost::json::value* const answer = found(given, what.at, asked);
    if (answer == nullptr) throw caller_.question(asked).no_use("it has no answer to the query");
    co_return chatops::provider::read_as<nrql_answer>(*answer, caller_.question(asked));
}

CHATOPS_INLINE asio::awaitable<std::vector<deployment>>
client::deployments(std::string guid, time_point since, std::size_t limit) {
    std::string nrql = detail::deployments_query(guid, since, limit);
    const nrql_answer found = co_await query(std::move(nrql));
    if (!found.results) co_return std::vector<deployment>();
    co_return detail::deployments_of(*found.results);
}

CHATOPS_INLINE asio::awaitable<std::vector<app_step>>
client::course_of_app(std::string guid, time_point since, time_point until,
                      std::chrono::minutes step) {
    std::string nrql = detail::course_query(guid, since, until, step);
    const nrql_answer found = co_await query(std::move(nrql));
    std::vector<app_step> steps;
    if (!found.results) co_return steps;
    for (const boost::json::value& each : *found.results) steps.push_back(detail::step_of(each));
    std::stable_sort(steps.begin(), steps.end(), [](const app_step& left, const app_step& right) {
        return left.begins < right.begins;
    });
    co_return steps;
}

CHATOPS_INLINE asio::awaitable<deployment> client::record(deployment_order order) {
    question what{queries::record_deployment, {}, "done"};
    what.variables["deployment"] = variables_of(order);
    deployment made = co_await change<deployment>(std::move(what), false);
    co_return made;
}

} // namespace chatops::newrelic
