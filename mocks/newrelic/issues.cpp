// Issues and incidents: listed, acknowledged, resolved.
#include "mocks/common/text.hpp"
#include "mocks/newrelic/handlers.hpp"
#include "mocks/newrelic/limits.hpp"
#include "mocks/newrelic/paging.hpp"
#include "mocks/newrelic/running.hpp"
#include "mocks/newrelic/views.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace chatops::mocks::newrelic {
namespace {

struct window {
    time_point begins;
    time_point ends;

    /// Whether something that lasted from then until then was going on in it.
    [[nodiscard]] bool has(time_point from, const std::optional<time_point>& until) const {
        return from <= ends && (!until || *until >= begins);
    }
};

window window_of(const call& from) {
    const object* const given = object_of(from.arguments, "timeWindow");
    if (given == nullptr) return {from.now - limits::issues_window, from.now};
    const window made{time_point(duration(number_of(*given, "startTime", 0))),
                      time_point(duration(number_of(*given, "endTime", 0)))};
    if (made.begins >= made.ends) throw invalid_input("startTime must be before endTime");
    return made;
}

bool has_any(const object& shown, std::string_view member_name, const object& filter,
             std::string_view list) {
    if (array_of(filter, list) == nullptr) return true;
    const array* const own = array_of(shown, member_name);
    return own != nullptr && std::any_of(own->begin(), own->end(), [&](const value& each) {
               const std::string text =
                   each.is_string() ? std::string(view(each.get_string())) : std::string();
               return is_among(filter, list, text);
           });
}

bool has_number(const object& shown, std::string_view member_name, const object& filter,
                std::string_view list) {
    const array* const wanted = array_of(filter, list);
    if (wanted == nullptr) return true;
    const array* const own = array_of(shown, member_name);
    return std::any_of(wanted->begin(), wanted->end(), [&](const value& each) {
        const std::string text = std::to_string(each.get_int64());
        return std::any_of(own->begin(), own->end(), [&](const value& one) {
            return one == each || (one.is_string() && view(one.get_string()) == text);
        });
    });
}

bool contains(const object& shown, std::string_view wanted) {
    for (const std::string_view name : {"title", "entityNames", "conditionName", "policyName"})
        for (const value& each : *array_of(shown, name))
            if (lower(view(each.get_string())).find(lower(wanted)) != std::string::npos)
                return true;
    return wanted.empty();
}

bool agrees(const object& filter, std::string_view name, bool is_so) {
    const value* const wanted = member(filter, name);
    return wanted == nullptr || !wanted->is_bool() || wanted->get_bool() == is_so;
}

bool passes(const issue& which, const object& shown, const object& filter) {
    return is_among(filter, "ids", which.id) && is_among(filter, "states", which.state()) &&
           is_among(filter, "priority", text_of(shown, "priority")) &&
           is_among(filter, "mutingStates", text_of(shown, "mutingState")) &&
           has_any(shown, "entityGuids", filter, "entityGuids") &&
           has_any(shown, "entityTypes", filter, "entityTypes") &&
           has_any(shown, "sources", filter, "sources") &&
           has_number(shown, "conditionFamilyId", filter, "conditionIds") &&
           has_number(shown, "policyIds", filter, "policyIds") &&
           contains(shown, text_of(filter, "contains")) &&
           agrees(filter, "isAcknowledged", which.acknowledged.has_value()) &&
           agrees(filter, "isCorrelated", false);
}

value acted(const call& from, std::string_view action, std::string_view error) {
    object made;
    made["error"] = text_or_null(error);
    object result;
    result["accountId"] = from.account.id;
    result["action"] = text_value(action);
    result["issueId"] = text_value(from.text("issueId"));
    made["result"] = error.empty() ? value(std::move(result)) : value(nullptr);
    return made;
}

/// The open issue that is named, or why nothing can be done with it.
issue* open_issue(const call& from, std::string& error) {
    from.check_account();
    issue* const found = from.account.find_issue(from.text("issueId"));
    if (found == nullptr)
        error = "Issue " + std::string(from.text("issueId")) + " was not found";
    else if (found->closed_at)
        error = "Issue " + found->id + " is already closed";
    return error.empty() ? found : nullptr;
}

} // namespace

value list_issues(const call& from) {
    const window asked = window_of(from);
    const object& filter = from.input("filter");
    array found;
    for (auto each = from.account.issues.rbegin(); each != from.account.issues.rend(); ++each) {
        if (!asked.has(each->created_at, each->closed_at)) continue;
        object shown = show(*each, from.account);
        if (passes(*each, shown, filter)) found.push_back(std::move(shown));
    }
    return cut_page(std::move(found), "issues", from, limits::page_issues);
}

value list_incidents(const call& from) {
    const window asked = window_of(from);
    const object& filter = from.input("filter");
    array found;
    for (auto each = from.account.incidents.rbegin(); each != from.account.incidents.rend();
         ++each) {
        const bool is_asked_for =
            asked.has(each->opened_at, each->closed_at) && is_among(filter, "ids", each->id) &&
            is_among(filter, "states", each->closed_at ? "CLOSED" : "CREATED") &&
            is_among(filter, "priority", each->priority) &&
            is_among(filter, "entityGuids", each->app_guid) &&
            is_among(filter, "entityTypes", "APPLICATION");
        if (is_asked_for) found.push_back(show(*each, from.account));
    }
    return cut_page(std::move(found), "incidents", from, limits::page_issues);
}

value acknowledge_issue(const call& from) {
    std::string error;
    if (issue* const which = open_issue(from, error)) {
        which->acknowledged = done_by{from.now, from.account.user_email};
        which->unacknowledged.reset();
        which->updated_at = from.now;
    }
    return acted(from, "ACK", error);
}

value unacknowledge_issue(const call& from) {
    std::string error;
    if (issue* const which = open_issue(from, error)) {
        which->acknowledged.reset();
        which->unacknowledged = done_by{from.now, from.account.user_email};
        which->updated_at = from.now;
    }
    return acted(from, "UNACK", error);
}

value resolve_issue(const call& from) {
    std::string error;
    if (issue* const which = open_issue(from, error))
        close_issue(from.account, *which, from.account.user_email, from.now);
    return acted(from, "RESOLVE", error);
}

value close_incident_by_hand(const call& from) {
    from.check_account();
    incident* const which = from.account.find_incident(from.text("incidentId"));
    std::string error;
    if (which == nullptr)
        error = "Incident " + std::string(from.text("incidentId")) + " was not found";
    else if (which->closed_at)
        error = "Incident " + which->id + " is already closed";
    else
        close_incident(from.account, *which, from.account.user_email, from.now);
    object made;
    made["accountId"] = from.account.id;
    made["incidentId"] = text_value(from.text("incidentId"));
    made["action"] = error.empty() ? value("CLOSE") : value(nullptr);
    made["error"] = text_or_null(error);
    return made;
}

} // namespace chatops::mocks::newrelic
