#include "mocks/newrelic/muting.hpp"

#include "chatops/core/time.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace chatops::mocks::newrelic {
namespace {

/// What the incident has under a rule's attribute; empty for those that it does not have.
/// Source: docs.newrelic.com, "Muting rules: suppress notifications", attributes.
std::string attribute_of(const account_state& account, const incident& which,
                         std::string_view name) {
    const application* const app = account.find_app(which.app_guid);
    const condition* const by = account.find_condition(which.condition_id);
    const policy* const of = account.find_policy(which.policy_id);
    if (name == "accountId") return std::to_string(account.id);
    if (name == "conditionId" && by != nullptr) return std::to_string(by->id);
    if (name == "conditionName" && by != nullptr) return by->name;
    if (name == "conditionType" && by != nullptr) return "static";
    if (name == "policyId" && of != nullptr) return std::to_string(of->id);
    if (name == "policyName" && of != nullptr) return of->name;
    if ((name == "targetName" || name == "entity.name" || name == "tags.appName") && app != nullptr)
        return app->name;
    if (name == "targetId" || name == "entity.guid") return which.app_guid;
    if (name == "entity.type") return "APPLICATION";
    if (name == "priority" || name == "severity") return which.priority;
    if (name == "product") return "APM";
    return {};
}

bool begins_with(std::string_view text, std::string_view with) {
    return text.substr(0, with.size()) == with;
}

bool ends_with(std::string_view text, std::string_view with) {
    return text.size() >= with.size() && text.substr(text.size() - with.size()) == with;
}

bool holds_for(std::string_view name, std::string_view text, std::string_view wanted) {
    if (name == "EQUALS" || name == "IN") return text == wanted;
    if (name == "CONTAINS") return text.find(wanted) != text.npos;
    if (name == "STARTS_WITH") return begins_with(text, wanted);
    return name == "ENDS_WITH" && ends_with(text, wanted);
}

bool holds(const account_state& account, const incident& which, const object& condition) {
    const std::string text = attribute_of(account, which, text_of(condition, "attribute"));
    std::string_view name = text_of(condition, "operator");
    if (name == "ANY") return true;
    if (name == "IS_BLANK") return text.empty();
    if (name == "IS_NOT_BLANK") return !text.empty();
    const bool is_negated = begins_with(name, "NOT_");
    if (is_negated) name.remove_prefix(4);
    const array* const wanted = array_of(condition, "values");
    const bool is_one =
        wanted != nullptr && std::any_of(wanted->begin(), wanted->end(), [&](const value& each) {
            return each.is_string() && holds_for(name, text, view(each.get_string()));
        });
    return is_one != is_negated;
}

bool matches(const account_state& account, const incident& which, const muting_rule& rule) {
    const array* const all = array_of(rule.condition, "conditions");
    if (all == nullptr) return false;
    const auto is_met = [&](const value& each) { return holds(account, which, each.get_object()); };
    return text_of(rule.condition, "operator") == "OR"
               ? std::any_of(all->begin(), all->end(), is_met)
               : std::all_of(all->begin(), all->end(), is_met);
}

/// A moment of a schedule, written without a zone: in UTC, whatever zone the rule names.
std::optional<time_point> moment_in(const object& schedule, std::string_view name) {
    const std::string text(text_of(schedule, name));
    if (text.empty()) return std::nullopt;
    auto read = read_time(text.back() == 'Z' ? text : text + "Z");
    if (!read) return std::nullopt;
    return *read;
}

} // namespace

std::string_view status_of(const muting_rule& which, time_point now) {
    if (!which.is_enabled) return "INACTIVE";
    const object* const schedule = which.schedule.if_object();
    if (schedule == nullptr) return "ACTIVE";
    const auto begins = moment_in(*schedule, "startTime");
    if (begins && now < *begins) return "SCHEDULED";
    const auto ends = moment_in(*schedule, "endTime");
    return ends && now >= *ends ? "ENDED" : "ACTIVE";
}

bool is_muted(const account_state& account, const incident& which) {
    return std::any_of(
        account.muting_rules.begin(), account.muting_rules.end(), [&](const muting_rule& each) {
            return status_of(each, which.opened_at) == "ACTIVE" && matches(account, which, each);
        });
}

} // namespace chatops::mocks::newrelic
