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

/// What says whose each of them is, whatever is told of it.
event told_of(const transaction& from, const application& of, const account_state& account,
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
        {"guid", hexadecimal(from.id)},
        {"traceId", hexadecimal(from.id) + hexadecimal(~from.id)},
    };
    return made;
}

event event_of(const transaction& from, const application& of, const account_state& account,
               double weight) {
    event made = told_of(from, of, account, weight);
    const auto add = [&](std::string_view name, datum given) {
        made.has.emplace_back(name, std::move(given));
    };
    add("name", std::string(from.name));
    add("transactionType", std::string(from.is_web ? "Web" : "Other"));
    add("duration", seconds(from.duration_us));
    add("totalTime", seconds(from.duration_us));
    add("databaseDuration", seconds(from.database_us));
    add("error", from.is_error);
    if (from.is_web) {
        add("webDuration", seconds(from.duration_us));
        add("request.method", std::string(from.method));
        add("request.uri", std::string(from.path));
        add("httpResponseCode", std::string(from.status));
        add("http.statusCode", std::int64_t{std::stoi(std::string(from.status))});
    }
    if (from.is_error) {
        add("errorType", std::string(from.error_class));
        add("errorMessage", std::string(from.error_message));
    }
    return made;
}

event error_of(const transaction& from, const application& of, const account_state& account,
               double weight) {
    event made = told_of(from, of, account, weight);
    made.has.emplace_back("transactionName", std::string(from.name));
    made.has.emplace_back("error.class", std::string(from.error_class));
    made.has.emplace_back("error.message", std::string(from.error_message));
    made.has.emplace_back("error.expected", false);
    made.has.emplace_back("httpResponseCode", std::string(from.status));
    made.has.emplace_back("duration", seconds(from.duration_us));
    return made;
}

/// Points of what the agent measures: each transaction is one. Source: newrelic/entity-definitions,
/// entity-types/apm-application/golden_metrics.yml.
event metric_of(const transaction& from, const application& of, const account_state& account,
                double weight) {
    event made{from.at, weight};
    made.has = {
        {"timestamp", moment(from.at)},
        {"accountId", account.id},
        {"appName", of.name},
        {"entity.guid", of.guid},
        {"entity.name", of.name},
        {"host", from.on->name},
        {"transactionName", std::string(from.name)},
        {"transactionType", std::string(from.is_web ? "Web" : "Other")},
        {"apm.service.transaction.duration", seconds(from.duration_us)},
    };
    if (from.is_error) made.has.emplace_back("apm.service.error.count", std::int64_t{1});
    return made;
}

bool is_in(const scope& in, time_point at) { return at >= in.since && at < in.until; }

bool is_asked_for(const scope& in, const application& each) {
    return in.app_guid.empty() || each.guid == in.app_guid;
}

/// Which sort of event tells of a transaction.
enum class telling { transactions, errors, metrics };

void add_transactions(std::vector<event>& to, const account_state& account, const scope& in,
                      telling sort) {
    std::int64_t count = 0;
    for (const application& each : account.apps)
        if (is_asked_for(in, each)) count += transactions_between(each, in.since, in.until);
    const std::int64_t most = limits::nrql_scanned_events;
    const std::int64_t every = std::max<std::int64_t>(1, (count + most - 1) / most);
    const auto weight = static_cast<double>(every);
    for (const application& each : account.apps) {
        if (!is_asked_for(in, each)) continue;
        each_transaction(account, each, in.since, in.until, every, [&](const transaction& one) {
            if (sort == telling::transactions) to.push_back(event_of(one, each, account, weight));
            if (sort == telling::metrics) to.push_back(metric_of(one, each, account, weight));
            if (sort == telling::errors && one.is_error)
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
            made.has = {{"timestamp", moment(one.at)}, {"appId", each.id},
                        {"appName", each.name},        {"entity.guid", each.guid},
                        {"entity.name", each.name},    {"deploymentId", one.id},
                        {"revision", one.version},     {"version", one.version},
                        {"deploymentType", one.type}};
            // What was not said of it, it does not have.
            const auto add = [&](std::string_view name, const std::string& text) {
                if (!text.empty()) made.has.emplace_back(name, text);
            };
            add("user", one.user);
            add("description", one.description);
            add("changelog", one.changelog);
            add("commit", one.commit);
            add("deepLink", one.deep_link);
            add("groupId", one.group_id);
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
        if (each == "Transaction") add_transactions(made, account, in, telling::transactions);
        if (each == "TransactionError") add_transactions(made, account, in, telling::errors);
        if (each == "Metric") add_transactions(made, account, in, telling::metrics);
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
