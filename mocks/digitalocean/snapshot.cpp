// The whole state, to read and to compare.
#include "mocks/digitalocean/views.hpp"

namespace chatops::mocks::digitalocean {
namespace {

template <class T>
array show_all(const std::vector<T>& all) {
    array made;
    for (const T& each : all) made.push_back(show(each));
    return made;
}

template <class T>
array show_all(const std::vector<T>& all, const account_state& account) {
    array made;
    for (const T& each : all) made.push_back(show(each, account));
    return made;
}

object records_of(const account_state& account) {
    object made;
    for (const domain& each : account.domains) made[each.name] = show_all(each.records);
    return made;
}

/// By name, with the URNs of what is in them.
object projects_of(const account_state& account) {
    object made;
    for (const project& each : account.projects) {
        object shown = show(each, account);
        array things;
        for (const belonging& one : belongings(account))
            if (project_id_of(account, one.urn) == each.id) things.push_back(text_value(one.urn));
        shown["resources"] = std::move(things);
        made[each.name] = std::move(shown);
    }
    return made;
}

} // namespace

value snapshot(const account_state& account) {
    object droplets;
    for (const droplet& each : account.droplets)
        droplets[std::to_string(each.id)] = show(each, account);
    array images;
    for (const image& each : account.images)
        if (!each.is_public()) images.push_back(show(each));
    array tags;
    for (const std::string& each : account.tags) tags.push_back(text_value(each));
    return object{{"account", show(account)},
                  {"droplets", std::move(droplets)},
                  {"actions", show_actions(account, [](const action&) { return true; })},
                  {"images", std::move(images)},
                  {"tags", std::move(tags)},
                  {"ssh_keys", show_all(account.ssh_keys)},
                  {"domains", records_of(account)},
                  {"firewalls", show_all(account.firewalls)},
                  {"load_balancers", show_all(account.load_balancers, account)},
                  {"volumes", show_all(account.volumes)},
                  {"volume_snapshots", show_all(account.volume_snapshots)},
                  {"reserved_ips", show_all(account.reserved_ips, account)},
                  {"vpcs", show_all(account.vpcs)},
                  {"projects", projects_of(account)}};
}

} // namespace chatops::mocks::digitalocean
