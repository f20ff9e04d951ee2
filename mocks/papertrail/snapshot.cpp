#include "mocks/papertrail/snapshot.hpp"

#include "chatops/core/time.hpp"

namespace chatops::mocks::papertrail {
namespace {

value text_or_null(const std::optional<std::string>& text) {
    return text ? text_value(*text) : value(nullptr);
}

object snapshot_of(const papertrail::group& of, const account_state& account) {
    array systems;
    for (const papertrail::system& each : account.systems)
        if (account.is_member(of, each)) systems.push_back(text_value(each.name));
    return {
        {"id", of.id}, {"system_wildcard", of.system_wildcard}, {"systems", std::move(systems)}};
}

array flows_of(const event_log& log) {
    array made;
    for (const flow& each : log.flows())
        made.push_back(object{{"since", format_time(each.since)},
                              {"lines_a_minute", each.lines_a_minute},
                              {"text", each.text}});
    return made;
}

} // namespace

value snapshot(const account_state& account) {
    object systems;
    for (const papertrail::system& each : account.systems)
        systems[each.name] = object{{"id", each.id},
                                    {"hostname", text_or_null(each.hostname)},
                                    {"ip_address", text_or_null(each.ip_address)},
                                    {"auto_delete", each.auto_delete},
                                    {"port", each.port}};
    object groups;
    for (const papertrail::group& each : account.groups)
        groups[each.name] = snapshot_of(each, account);
    object searches;
    for (const saved_search& each : account.searches)
        searches[each.name] =
            object{{"id", each.id}, {"query", each.query}, {"group_id", each.group_id}};
    array destinations;
    for (const destination& each : account.destinations)
        destinations.push_back(object{{"id", each.id},
                                      {"port", each.port},
                                      {"description", each.description},
                                      {"filter", each.filter}});
    object users;
    for (const member& each : account.members)
        users[each.email] = object{{"id", each.id}, {"read_only", each.read_only}};
    return object{
        {"systems", std::move(systems)},
        {"groups", std::move(groups)},
        {"searches", std::move(searches)},
        {"destinations", std::move(destinations)},
        {"users", std::move(users)},
        {"log", {{"flows", flows_of(account.log)}, {"added", account.log.added().size()}}}};
}

} // namespace chatops::mocks::papertrail
