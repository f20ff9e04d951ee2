// Deployments and other changes that are marked.
#include "mocks/common/text.hpp"
#include "mocks/newrelic/changing.hpp"
#include "mocks/newrelic/handlers.hpp"
#include "mocks/newrelic/limits.hpp"
#include "mocks/newrelic/views.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace chatops::mocks::newrelic {
namespace {

bool has_flag(const call& from, std::string_view flag) {
    const array* const flags = array_of(from.input("dataHandlingRules"), "validationFlags");
    return flags != nullptr && std::any_of(flags->begin(), flags->end(), [&](const value& each) {
               return view(each.get_string()) == flag;
           });
}

/// Longer ones are cut, unless the caller wants to hear of it. Source: newrelic-client-go,
/// pkg/changetracking.
std::string clipped_text(const call& from, const object& given, std::string_view name) {
    const std::string_view text = text_of(given, name);
    if (characters(text) <= limits::deployment_text_characters) return std::string(text);
    if (has_flag(from, "FAIL_ON_FIELD_LENGTH"))
        throw invalid_input(std::string(name) + " exceeds the maximum length of " +
                            std::to_string(limits::deployment_text_characters) + " characters");
    return std::string(first_characters(text, limits::deployment_text_characters - 1)) + "…";
}

time_point moment_of(const call& from, const object& given) {
    const time_point at(
        duration(number_of(given, "timestamp", from.now.time_since_epoch().count())));
    if (at < from.now - limits::deployment_timestamp ||
        at > from.now + limits::deployment_timestamp)
        throw invalid_input("timestamp must be within 24 hours of the current time");
    return at;
}

void check_version(std::string_view version) {
    if (trimmed(version).empty()) throw invalid_input("version must not be empty");
}

/// `DEPLOYMENT__BLUE_GREEN` of `Blue Green`.
std::string category_and_type(std::string_view type) {
    std::string made = "DEPLOYMENT__";
    for (const char each : type)
        made += each >= 'a' && each <= 'z' ? static_cast<char>(each - 'a' + 'A')
                : each == ' '              ? '_'
                                           : each;
    return made;
}

/// The application that a search finds, if it is one.
application& only_found(const call& from, std::string_view query) {
    object arguments;
    arguments["query"] = text_value(query);
    const value found = search_entities({from.account, from.now, from.of, arguments});
    const array& all = *array_of(found.get_object(), "found");
    if (all.size() != 1)
        throw invalid_input("entitySearch query must match exactly one entity, it matched " +
                            std::to_string(all.size()));
    return *from.account.find_app(text_of(all.front().get_object(), "guid"));
}

} // namespace

value create_deployment(const call& from) {
    const object& given = from.input("deployment");
    application* const of = from.account.find_app(text_of(given, "entityGuid"));
    if (of == nullptr || of->guid != text_of(given, "entityGuid"))
        throw invalid_input("Entity not found for entityGuid " +
                            std::string(text_of(given, "entityGuid")));
    check_version(text_of(given, "version"));
    deployment made;
    made.at = moment_of(from, given);
    made.version = clipped_text(from, given, "version");
    made.user = clipped_text(from, given, "user");
    made.description = clipped_text(from, given, "description");
    made.changelog = clipped_text(from, given, "changelog");
    made.commit = clipped_text(from, given, "commit");
    made.deep_link = clipped_text(from, given, "deepLink");
    made.group_id = clipped_text(from, given, "groupId");
    if (const std::string_view type = text_of(given, "deploymentType"); !type.empty())
        made.type = type;
    return show(add_deployment(from.account, *of, std::move(made)), *of);
}

/// Of deployments only: what else there could be, this mock has no use for.
value create_change(const call& from) {
    const object& given = from.input("changeTrackingEvent");
    const object* const search = object_of(given, "entitySearch");
    const object* const data = object_of(given, "categoryAndTypeData");
    const object* const kind = data != nullptr ? object_of(*data, "kind") : nullptr;
    const object* const fields = data != nullptr ? object_of(*data, "categoryFields") : nullptr;
    const object* const deployed = fields != nullptr ? object_of(*fields, "deployment") : nullptr;
    if (search == nullptr) throw invalid_input("entitySearch is required");
    if (kind == nullptr || lower(text_of(*kind, "category")) != "deployment")
        throw invalid_input("This mock takes events of the category \"Deployment\" only");
    if (deployed == nullptr)
        throw invalid_input("categoryFields.deployment is required for the category Deployment");
    check_version(text_of(*deployed, "version"));
    application& of = only_found(from, text_of(*search, "query"));
    deployment made;
    made.at = moment_of(from, given);
    made.version = clipped_text(from, *deployed, "version");
    made.changelog = clipped_text(from, *deployed, "changelog");
    made.commit = clipped_text(from, *deployed, "commit");
    made.deep_link = clipped_text(from, *deployed, "deepLink");
    made.user = clipped_text(from, given, "user");
    made.description = clipped_text(from, given, "description");
    made.group_id = clipped_text(from, given, "groupId");
    const deployment& kept = add_deployment(from.account, of, std::move(made));
    object event = show(kept, of);
    event["__typename"] = "ChangeTrackingDeploymentEvent";
    event["changeTrackingId"] = kept.id;
    event["category"] = "Deployment";
    event["type"] = text_value(text_of(*kind, "type"));
    event["categoryAndType"] = category_and_type(text_of(*kind, "type"));
    event["shortDescription"] = text_or_null(text_of(given, "shortDescription"));
    const value* const custom = member(given, "customAttributes");
    event["customAttributes"] = custom != nullptr ? *custom : value(nullptr);
    event["entity"] = show(of, from.account, from.now, "ApmApplicationEntityOutline");
    object answer;
    answer["changeTrackingEvent"] = std::move(event);
    answer["messages"] = array{};
    return answer;
}

} // namespace chatops::mocks::newrelic
