#include "mocks/newrelic/snapshot.hpp"

#include "mocks/newrelic/views.hpp"

#include <string>
#include <utility>

namespace chatops::mocks::newrelic {
namespace {

std::string_view name_of(trouble_kind kind) {
    return kind == trouble_kind::errors ? "errors" : kind == trouble_kind::slow ? "slow" : "down";
}

bool is_moment(std::string_view name) {
    return name == "timestamp" || (name.size() > 2 && name.substr(name.size() - 2) == "At");
}

/// Moments as text, so that they can be told from what is counted, and no second name of a thing.
void make_plain(value& of) {
    if (array* const list = of.if_array())
        for (value& each : *list) make_plain(each);
    object* const members = of.if_object();
    if (members == nullptr) return;
    members->erase("entityGuid");
    for (auto& each : *members) {
        const std::string_view name(each.key().data(), each.key().size());
        if (is_moment(name) && each.value().is_int64())
            each.value() = iso_time(time_point(duration(each.value().get_int64())));
        make_plain(each.value());
    }
}

object snapshot_of(const application& which) {
    array deployments;
    for (const deployment& each : which.deployments) deployments.push_back(show(each, which));
    object made;
    made["id"] = which.id;
    made["guid"] = which.guid;
    made["apdex_target_ms"] = which.apdex_target_ms;
    made["is_reporting"] = which.is_reporting;
    made["deployments"] = std::move(deployments);
    return made;
}

array snapshot_of(const std::vector<trouble>& all, const account_state& account) {
    array made;
    for (const trouble& each : all) {
        object one;
        one["app"] = text_value(account.find_app(each.app_guid)->name);
        one["kind"] = text_value(name_of(each.kind));
        one["begins_at"] = iso_time(each.begins);
        one["ends_at"] = each.ends ? value(iso_time(*each.ends)) : value(nullptr);
        made.push_back(std::move(one));
    }
    return made;
}

template <class T>
array shown_all(const std::vector<T>& all, const account_state& account) {
    array made;
    for (const T& each : all) made.push_back(show(each, account));
    return made;
}

} // namespace

value snapshot(const account_state& account) {
    object apps;
    for (const application& each : account.apps) apps[each.name] = snapshot_of(each);
    array rules;
    for (const muting_rule& each : account.muting_rules)
        rules.push_back(show(each, account, each.updated_at));
    object made;
    made["account"] = object{{"id", account.id}, {"name", account.name}};
    made["apps"] = std::move(apps);
    made["policies"] = shown_all(account.policies, account);
    made["conditions"] = shown_all(account.conditions, account);
    made["muting_rules"] = std::move(rules);
    made["troubles"] = snapshot_of(account.troubles, account);
    made["issues"] = shown_all(account.issues, account);
    made["incidents"] = shown_all(account.incidents, account);
    value whole = std::move(made);
    make_plain(whole);
    return whole;
}

} // namespace chatops::mocks::newrelic
