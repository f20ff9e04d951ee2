#include "mocks/newrelic/nrql_events.hpp"

#include "mocks/newrelic/limits.hpp"
#include "mocks/newrelic/transactions.hpp"
#include "mocks/newrelic/views.hpp"

#include <algorithm>
#include <cstdint>

namespace chatops::mocks::newrelic::nrql {
namespace {

std::string hexadecimal(std::uint64_t id) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    for (int shift = 60; shift >= 0; shift -= 4) text += digits[id >> shift & 15];
    return text;
}

/// Microseconds as seconds.
double seconds(std::int64_t us) { return static_cast<double>(us) / 1e6; }

datum moment(time_point at) { return std::int64_t{at.time_since_epoch().count()}; }

event event_of(const transaction& from, const application& of, const account_state& account,
               double weight) {
    event made{from.at, weight};
    made.has = {
        {"timestamp", moment(from.at)},
        {"accountId", account.id},
        {"appId", of.id},
        {"appName", of.name},
        {"entityGuid", of.guid},
        {"entity.guid", of.guid},
        {"host", from.on->name},
        {"name", std::string(from.name)},
        {"transactionType", std::string(from.is_web ? "Web" : "Other")},
        {"duration", seconds(from.duration_us)},
        {"totalTime", seconds(from.duration_us)},
        {"databaseDuration", seconds(from.database_us)},
        {"error", from.is_error},
        {"guid", hexadecimal(from.id)},
        {"traceId", hexadecimal(from.id) + hexadecimal(~from.id)},
    };
    if (from.is_web) {
        made.has.emplace_back("webDuration", seconds(from.duration_us));
        made.has.emplace_back("request.method", std::string(from.method));
        made.has.emplace_back("request.uri", std::string(from.path));
        made.has.emplace_back("httpResponseCode", std::string(from.status));
        made.has.emplace_back("http.statusCode", std::int64_t{std::stoi(std::string(from.status))});
    }
    if (from.is_error) {
        made.has.emplace_back("errorType", std::string(from.error_class));
        made.has.emplace_back("errorMessage", std::string(from.error_message));
    }
    return made;
}

event error_of(const transaction& from, const application& of, const account_state& account,
               double weight) {
    event made{from.at, weight};
    made.has = {
        {"timestamp", moment(from.at)},
        {"accountId", account.id},
        {"appId", of.id},
        {"appName", of.name},
        {"entityGuid", of.guid},
        {"entity.guid", of.guid},
        {"host", from.on->name},
        {"transactionName", std::string(from.name)},
        {"error.class", std::string(from.error_class)},
        {"error.message", std::string(from.error_message)},
        {"error.expected", false},
        {"httpResponseCode", std::string(from.status)},
        {"duration", seconds(from.duration_us)},
        {"guid", hexadecimal(from.id)},
        {"traceId", hexadecimal(from.id) + hexadecimal(~from.id)},
    };
    return made;
}

bool is_in(const scope& in, time_point at) { return at >= in.since && at < in.until; }

bool is_asked_for(const scope& in, const application& each) {
    return in.app_guid.empty() || each.guid == in.app_guid;
}

void add_transactions(std::vector<event>& to, const account_state& account, const scope& in,
                      bool is_of_errors) {
    std::int64_t count = 0;
    for (const application& each : account.apps)
        if (is_asked_for(in, each)) count += transactions_between(each, in.since, in.until);
    const std::int64_t most = limits::nrql_scanned_events;
    const std::int64_t every = std::max<std::int64_t>(1, (count + most - 1) / most);
    const auto weight = static_cast<double>(every);
    for (const application& each : account.apps) {
        if (!is_asked_for(in, each)) continue;
        each_transaction(account, each, in.since, in.until, every, [&](const transaction& one) {
            if (!is_of_errors)
                to.push_back(event_of(one, each, account, weight));
            else if (one.is_error)
                to.push_back(error_of(one, each, account, weight));
        });
    }
}

void add_deployments(std::vector<event>& to, const account_state& account, const scope& in) {
    for (const application& each : account.apps) {
        if (!is_asked_for(in, each)) continue;
        for (const deployment& one : each.deployments) {
            if (!is_in(in, one.at)) continue;
            event made{one.at};
            made.has = {{"timestamp", moment(one.at)},
                        {"appId", each.id},
                        {"appName", each.name},
                        {"entity.guid", each.guid},
                        {"entity.name", each.name},
                        {"deploymentId", one.id},
                        {"revision", one.version},
                        {"version", one.version},
                        {"user", one.user},
                        {"description", one.description},
                        {"changelog", one.changelog},
                        {"commit", one.commit},
                        {"deploymentType", one.type}};
            to.push_back(std::move(made));
        }
    }
}

void add_issue(std::vector<event>& to, const account_state& account, const issue& of,
               std::string name, time_point at) {
    const object shown = show(of, account);
    event made{at};
    made.has = {{"timestamp", moment(at)},
                {"event", std::move(name)},
                {"issueId", of.id},
                {"priority", std::string(mocks::text_of(shown, "priority"))},
                {"title", std::string(view(shown.at("title").at(0).as_string()))},
                {"policyName", of.policy_name},
                {"mutingState", std::string(mocks::text_of(shown, "mutingState"))}};
    if (!array_of(shown, "entityNames")->empty())
        made.has.emplace_back("entity.name",
                              std::string(view(shown.at("entityNames").at(0).as_string())));
    to.push_back(std::move(made));
}

void add_issues(std::vector<event>& to, const account_state& account, const scope& in) {
    for (const issue& each : account.issues) {
        const auto add = [&](const char* name, const std::optional<time_point>& at) {
            if (at && is_in(in, *at)) add_issue(to, account, each, name, *at);
        };
        add("create", each.created_at);
        add("activate", each.activated_at);
        if (each.acknowledged) add("acknowledge", each.acknowledged->at);
        add("close", each.closed_at);
    }
}

void add_incidents(std::vector<event>& to, const account_state& account, const scope& in) {
    for (const incident& each : account.incidents) {
        const application* const app = account.find_app(each.app_guid);
        const auto* const by = account.find_condition(each.condition_id);
        const auto add = [&](const char* name, const std::optional<time_point>& at) {
            if (!at || !is_in(in, *at)) return;
            event made{*at};
            made.has = {{"timestamp", moment(*at)},
                        {"event", std::string(name)},
                        {"incidentId", each.id},
                        {"priority", each.priority},
                        {"title", each.title},
                        {"entity.guid", each.app_guid},
                        {"openTime", moment(each.opened_at)}};
            if (app != nullptr) {
                made.has.emplace_back("entity.name", app->name);
                made.has.emplace_back("targetName", app->name);
            }
            if (by != nullptr) made.has.emplace_back("conditionName", by->name);
            if (each.closed_at) made.has.emplace_back("closeTime", moment(*each.closed_at));
            to.push_back(std::move(made));
        };
        add("open", each.opened_at);
        add("close", each.closed_at);
    }
}

} // namespace

const datum& event::get(std::string_view name) const {
    static const datum none;
    for (const auto& [key, each] : has)
        if (key == name) return each;
    return none;
}

std::vector<event> events_of(const account_state& account, const std::vector<std::string>& types,
                             const scope& in) {
    std::vector<event> made;
    for (const std::string& each : types) {
        if (each == "Transaction") add_transactions(made, account, in, false);
        if (each == "TransactionError") add_transactions(made, account, in, true);
        if (each == "Deployment") add_deployments(made, account, in);
        if (each == "NrAiIssue") add_issues(made, account, in);
        if (each == "NrAiIncident") add_incidents(made, account, in);
    }
    std::stable_sort(made.begin(), made.end(),
                     [](const event& one, const event& other) { return one.at < other.at; });
    return made;
}

boost::json::value json_of(const datum& given) {
    if (const auto* const text = std::get_if<std::string>(&given)) return text_value(*text);
    if (const auto* const truth = std::get_if<bool>(&given)) return *truth;
    if (const auto* const whole = std::get_if<std::int64_t>(&given)) return *whole;
    if (const auto* const number = std::get_if<double>(&given)) return *number;
    return nullptr;
}

} // namespace chatops::mocks::newrelic::nrql
