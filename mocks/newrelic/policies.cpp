// Alert policies and the conditions in them.
#include "mocks/common/text.hpp"
#include "mocks/newrelic/changing.hpp"
#include "mocks/newrelic/conditions.hpp"
#include "mocks/newrelic/handlers.hpp"
#include "mocks/newrelic/limits.hpp"
#include "mocks/newrelic/paging.hpp"
#include "mocks/newrelic/views.hpp"

#include <string>
#include <utility>

namespace chatops::mocks::newrelic {
namespace {

bool contains(std::string_view text, std::string_view part) {
    return lower(text).find(lower(replaced(std::string(part), "%", ""))) != std::string::npos;
}

/// A search's page, which also counts all that there is.
object page_of(array found, std::string_view root, const call& from) {
    const std::size_t count = found.size();
    object made = cut_page(std::move(found), root, from, limits::page_policies);
    made["totalCount"] = count;
    return made;
}

policy& policy_of(const call& from) {
    from.check_account();
    policy* const found = from.account.find_policy(from.number("id"));
    if (found == nullptr) throw not_found();
    return *found;
}

void check_name(std::string_view name) {
    if (trimmed(name).empty()) throw not_valid("name", "can't be blank");
    if (characters(name) > limits::policy_name_characters)
        throw not_valid("name", "should be at most " +
                                    std::to_string(limits::policy_name_characters) +
                                    " character(s)");
}

} // namespace

value search_policies(const call& from) {
    const object& wanted = from.input("searchCriteria");
    const std::string_view name = text_of(wanted, "name");
    array found;
    for (const policy& each : from.account.policies)
        if (is_among(wanted, "ids", std::to_string(each.id)) &&
            (name.empty() || each.name == name) && contains(each.name, text_of(wanted, "nameLike")))
            found.push_back(show(each, from.account));
    return page_of(std::move(found), "policies", from);
}

value show_policy(const call& from) {
    const policy* const found = from.account.find_policy(from.number("id"));
    if (found == nullptr) throw not_found();
    return show(*found, from.account);
}

value create_policy(const call& from) {
    from.check_account();
    const object& given = from.input("policy");
    check_name(text_of(given, "name"));
    return show(add_policy(from.account, text_of(given, "name"),
                           text_of(given, "incidentPreference"), from.now),
                from.account);
}

value update_policy(const call& from) {
    policy& which = policy_of(from);
    const object& given = from.input("policy");
    if (given.contains("name")) {
        check_name(text_of(given, "name"));
        which.name = text_of(given, "name");
    }
    if (const std::string_view how = text_of(given, "incidentPreference"); !how.empty())
        which.incident_preference = how;
    which.updated_at = from.now;
    return show(which, from.account);
}

value delete_policy(const call& from) {
    const std::int64_t id = policy_of(from).id;
    remove_policy(from.account, id, from.now);
    return object{{"id", std::to_string(id)}};
}

value search_conditions(const call& from) {
    const object& wanted = from.input("searchCriteria");
    const std::string_view name = text_of(wanted, "name");
    const std::string_view policy_id = text_of(wanted, "policyId");
    const std::string_view query = text_of(wanted, "query");
    const std::string_view sign = text_of(wanted, "termsOperator");
    array found;
    for (const condition& each : from.account.conditions) {
        const watching what = watching_of(each, from.account);
        if ((name.empty() || each.name == name) &&
            (policy_id.empty() || std::to_string(each.policy_id) == policy_id) &&
            (query.empty() || what.query == query) && (sign.empty() || what.sign == sign) &&
            contains(each.name, text_of(wanted, "nameLike")) &&
            contains(what.query, text_of(wanted, "queryLike")))
            found.push_back(show(each, from.account));
    }
    return page_of(std::move(found), "nrqlConditions", from);
}

value show_condition(const call& from) {
    const condition* const found = from.account.find_condition(from.number("id"));
    if (found == nullptr) throw not_found();
    return show(*found, from.account);
}

} // namespace chatops::mocks::newrelic
