#include "mocks/newrelic/running.hpp"

#include "mocks/common/earliest.hpp"
#include "mocks/newrelic/conditions.hpp"
#include "mocks/newrelic/limits.hpp"
#include "mocks/newrelic/muting.hpp"

#include <algorithm>
#include <utility>

namespace chatops::mocks::newrelic {
namespace {

/// Until an issue that was created is activated: its notifications are on their way.
constexpr duration activation{10'000};

bool watches(const condition& by, const application& app) {
    return by.app_guids.empty() ||
           std::find(by.app_guids.begin(), by.app_guids.end(), app.guid) != by.app_guids.end();
}

bool is_about(const incident& each, const condition& by, const application& app) {
    return each.condition_id == by.id && each.app_guid == app.guid;
}

/// When that condition next says that something is wrong with that application.
std::optional<time_point> opens(const account_state& account, const condition& by,
                                const application& app) {
    time_point from = by.created_at;
    for (const incident& each : account.incidents) {
        if (!is_about(each, by, app)) continue;
        if (!each.closed_at) return std::nullopt;
        from = std::max(from, *each.closed_at);
    }
    std::optional<time_point> earliest;
    for (const trouble& each : account.troubles) {
        if (each.app_guid != app.guid || each.kind != by.watches) continue;
        const time_point at = std::max(from, each.begins) + by.threshold_duration;
        if (each.ends && at >= *each.ends) continue;
        if (!earliest || at < *earliest) earliest = at;
    }
    return earliest;
}

/// When what an incident is about is over for long enough.
std::optional<time_point> closes(const account_state& account, const incident& open) {
    const condition* const by = account.find_condition(open.condition_id);
    if (open.is_by_hand || by == nullptr) return std::nullopt;
    time_point over = open.opened_at;
    for (bool goes_on = true; goes_on;) {
        goes_on = false;
        for (const trouble& each : account.troubles) {
            const bool is_part = each.app_guid == open.app_guid && each.kind == by->watches &&
                                 each.begins <= over + limits::recovery;
            if (!is_part) continue;
            if (!each.ends) return std::nullopt;
            goes_on = goes_on || *each.ends > over;
            over = std::max(over, *each.ends);
        }
    }
    return over + limits::recovery;
}

/// As New Relic words it when no template says otherwise.
std::string title_of(const account_state& account, const condition& by, const application& app) {
    return app.name + " query result is " + std::string(watching_of(by, account).shown) + " for " +
           std::to_string(by.threshold_duration.count() / 60'000) + " minutes on '" + by.name + "'";
}

/// The open issue that an incident of that policy belongs to.
issue* issue_for(account_state& account, const policy& of, const finding& what) {
    for (issue& each : account.issues) {
        if (!each.is_open() || each.policy_id != of.id) continue;
        if (of.incident_preference == "PER_POLICY") return &each;
        for (const incident& inside : account.incidents) {
            const bool is_same = inside.issue_id == each.id && !what.is_by_hand &&
                                 inside.condition_id == what.seen_by->id;
            if (is_same &&
                (of.incident_preference == "PER_CONDITION" || inside.app_guid == what.app->guid))
                return &each;
        }
    }
    return nullptr;
}

issue& new_issue(account_state& account, const policy* of, time_point at) {
    issue made;
    made.id = account.new_id();
    made.number = account.new_number();
    if (of != nullptr) {
        made.policy_id = of->id;
        made.policy_name = of->name;
        made.preference = of->incident_preference;
    }
    made.created_at = made.updated_at = at;
    made.activates_at = at + activation;
    account.issues.push_back(std::move(made));
    return account.issues.back();
}

bool settle_incidents(account_state& account, time_point at) {
    for (incident& each : account.incidents) {
        if (each.closed_at) continue;
        const auto over = closes(account, each);
        if (!over || *over > at) continue;
        close_incident(account, each, "", *over);
        return true;
    }
    for (const condition& by : account.conditions) {
        if (!by.is_enabled) continue;
        for (const application& app : account.apps) {
            const auto begins = watches(by, app) ? opens(account, by, app) : std::nullopt;
            if (!begins || *begins > at) continue;
            open_incident(account, {&by, &app}, *begins);
            return true;
        }
    }
    return false;
}

void close(issue& which, std::string_view by, time_point at) {
    which.closed_at = which.updated_at = at;
    which.closed_by = by;
}

} // namespace

bool is_in_trouble(const account_state& account, std::string_view app_guid, trouble_kind kind,
                   time_point at) {
    return std::any_of(account.troubles.begin(), account.troubles.end(), [&](const trouble& each) {
        return each.app_guid == app_guid && each.kind == kind && each.begins <= at &&
               (!each.ends || at < *each.ends);
    });
}

incident& open_incident(account_state& account, const finding& what, time_point at) {
    const policy* const of =
        what.seen_by != nullptr ? account.find_policy(what.seen_by->policy_id) : nullptr;
    issue* into = of != nullptr ? issue_for(account, *of, what) : nullptr;
    if (into == nullptr) into = &new_issue(account, of, at);
    into->updated_at = at;
    incident made;
    made.id = account.new_id();
    made.number = account.new_number();
    made.issue_id = into->id;
    made.app_guid = what.app->guid;
    made.title = what.title;
    made.priority = what.priority;
    made.is_by_hand = what.is_by_hand;
    if (what.seen_by != nullptr) {
        made.condition_id = what.seen_by->id;
        made.policy_id = what.seen_by->policy_id;
        if (made.title.empty()) made.title = title_of(account, *what.seen_by, *what.app);
        if (made.priority.empty())
            made.priority = what.seen_by->priority == "CRITICAL" ? "CRITICAL" : "HIGH";
    }
    made.opened_at = at;
    made.is_muted = is_muted(account, made);
    account.incidents.push_back(std::move(made));
    return account.incidents.back();
}

void close_incident(account_state& account, incident& which, std::string_view by, time_point at) {
    which.closed_at = at;
    issue* const of = account.find_issue(which.issue_id);
    of->updated_at = at;
    const bool is_last =
        std::none_of(account.incidents.begin(), account.incidents.end(),
                     [&](const auto& each) { return each.issue_id == of->id && !each.closed_at; });
    if (!is_last) return;
    if (!of->activated_at) of->activated_at = of->activates_at = at;
    if (!by.empty()) return close(*of, by, at);
    of->deactivated_at = at;
    of->closes_at = at + limits::deactivation;
}

void close_issue(account_state& account, issue& which, std::string_view by, time_point at) {
    for (incident& each : account.incidents)
        if (each.issue_id == which.id && !each.closed_at) close_incident(account, each, by, at);
    close(which, by, at);
}

std::optional<time_point> due(const account_state& account) {
    std::optional<time_point> earliest;
    for (const issue& each : account.issues) {
        if (!each.activated_at) keep_earlier(earliest, each.activates_at);
        if (each.deactivated_at && !each.closed_at) keep_earlier(earliest, each.closes_at);
    }
    for (const incident& each : account.incidents)
        if (!each.closed_at) keep_earlier(earliest, closes(account, each));
    for (const condition& by : account.conditions)
        for (const application& app : account.apps)
            if (by.is_enabled && watches(by, app)) keep_earlier(earliest, opens(account, by, app));
    return earliest;
}

void settle(account_state& account, time_point now) {
    for (auto at = due(account); at && *at <= now; at = due(account)) {
        for (issue& each : account.issues) {
            if (!each.activated_at && each.activates_at <= *at)
                each.activated_at = each.updated_at = each.activates_at;
            if (each.deactivated_at && !each.closed_at && each.closes_at <= *at)
                close(each, "", each.closes_at);
        }
        while (settle_incidents(account, *at)) {
        }
    }
}

bool is_watched(const account_state& account, const application& app) {
    return std::any_of(
        account.conditions.begin(), account.conditions.end(),
        [&](const condition& each) { return each.is_enabled && watches(each, app); });
}

std::string_view severity_of(const account_state& account, const application& app) {
    bool is_warned = false;
    for (const incident& each : account.incidents) {
        if (each.app_guid != app.guid || each.closed_at) continue;
        if (each.priority == "CRITICAL") return "CRITICAL";
        is_warned = true;
    }
    if (is_warned) return "WARNING";
    return is_watched(account, app) ? "NOT_ALERTING" : "NOT_CONFIGURED";
}

} // namespace chatops::mocks::newrelic
