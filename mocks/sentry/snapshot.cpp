// The whole state, to read and to compare.
#include "mocks/sentry/views.hpp"

#include <string>

namespace chatops::mocks::sentry {
namespace {

/// Without what the clock counts: events that come by themselves make no difference.
object snapshot_of(const issue& of, const account_state& account) {
    object made = show(of, account, {});
    for (const char* const counted : {"permalink", "statusDetails"}) made.erase(counted);
    if (of.comes_every)
        for (const char* const counted : {"count", "userCount", "lastSeen"}) made.erase(counted);
    if (of.resolution) {
        made["in_release"] = of.resolution->in_release.value_or(
            of.resolution->in_next_release ? "the next" : "none");
    }
    // Whether that is so by now, the clock decides.
    made["inbox"] = of.inbox ? value(static_cast<int>(of.inbox->reason)) : value();
    if (of.snooze) {
        const snooze& quiet = *of.snooze;
        made["quiet_for_a_time"] = quiet.until.has_value();
        made["quiet_until_count"] = quiet.count.value_or(0);
        made["quiet_until_users"] = quiet.users.value_or(0);
    }
    return made;
}

object snapshot_of(const release& of, const account_state& account) {
    object made = show(of, account);
    for (const char* const counted : {"firstEvent", "lastEvent", "newGroups"}) made.erase(counted);
    array deploys;
    for (const deploy& each : of.deploys) deploys.push_back(show(each));
    made["deploys"] = std::move(deploys);
    return made;
}

} // namespace

value snapshot(const account_state& account) {
    object projects;
    for (const project& each : account.projects) {
        object shown = show(each, account);
        shown.erase("firstEvent");
        array keys;
        for (const client_key& one : each.keys)
            keys.push_back(object{{"name", one.name}, {"is_active", one.is_active}});
        shown["keys"] = std::move(keys);
        projects[each.slug] = std::move(shown);
    }
    object issues;
    for (const issue& each : account.issues)
        issues[account.short_id_of(each)] = snapshot_of(each, account);
    object releases;
    for (const release& each : account.releases)
        releases[each.version] = snapshot_of(each, account);
    object monitors;
    for (const monitor& each : account.monitors)
        monitors[each.slug] = object{{"status", each.status},
                                     {"is_muted", each.is_muted},
                                     {"name", each.name},
                                     {"project", each.project}};
    array members;
    for (const membership& each : account.members) members.push_back(show(each));
    array teams;
    for (const team& each : account.teams) teams.push_back(show(each));
    return object{{"organization", account.organization},
                  {"projects", std::move(projects)},
                  {"issues", std::move(issues)},
                  {"releases", std::move(releases)},
                  {"monitors", std::move(monitors)},
                  {"members", std::move(members)},
                  {"teams", std::move(teams)}};
}

} // namespace chatops::mocks::sentry
