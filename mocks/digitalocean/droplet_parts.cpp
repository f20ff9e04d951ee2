// What belongs to a droplet, or stands beside it.
#include "mocks/digitalocean/handlers.hpp"
#include "mocks/digitalocean/views.hpp"

#include <algorithm>
#include <map>

namespace chatops::mocks::digitalocean {
namespace {

array images_of(const call& from, std::string_view type) {
    const droplet& of = from.of_droplet();
    array all;
    for (const image& each : from.account.images) {
        if (each.source_droplet != of.id || each.type != type) continue;
        object shown = show_snapshot(each);
        for (const char* const other : {"resource_id", "resource_type", "tags"}) shown.erase(other);
        shown["id"] = each.id;
        shown["type"] = each.type;
        all.push_back(std::move(shown));
    }
    return all;
}

bool are_neighbors(const droplet& left, const droplet& right) {
    return left.id != right.id && left.region == right.region && left.host == right.host;
}

} // namespace

/// Every droplet since 2017 has its kernel inside.
answer list_kernels(call& from) {
    from.of_droplet();
    return {200, array(), "kernels"};
}

answer list_droplet_snapshots(call& from) {
    return {200, images_of(from, "snapshot"), "snapshots"};
}

answer list_droplet_backups(call& from) { return {200, images_of(from, "backup"), "backups"}; }

answer list_neighbors(call& from) {
    const droplet& of = from.of_droplet();
    array all;
    for (const droplet& each : from.account.droplets)
        if (are_neighbors(of, each)) all.push_back(show(each, from.account));
    return {200, object{{"droplets", std::move(all)}}};
}

answer report_neighbors(call& from) {
    std::map<std::pair<std::string_view, int>, array> machines;
    for (const droplet& each : from.account.droplets)
        machines[{each.region->slug, each.host}].push_back(each.id);
    array all;
    for (auto& [machine, ids] : machines)
        if (ids.size() > 1) all.push_back(std::move(ids));
    return {200, object{{"neighbor_ids", std::move(all)}}};
}

answer list_droplet_firewalls(call& from) {
    const droplet& of = from.of_droplet();
    array all;
    for (const firewall& each : from.account.firewalls) {
        const bool by_tag = std::any_of(of.tags.begin(), of.tags.end(),
                                        [&](const auto& tag) { return has(each.tags, tag); });
        const auto& ids = each.droplet_ids;
        if (by_tag || std::find(ids.begin(), ids.end(), of.id) != ids.end())
            all.push_back(show(each));
    }
    return {200, std::move(all), "firewalls"};
}

answer show_backup_policy(call& from) {
    return {200, object{{"policy", show_policy(from.of_droplet(), from.account)}}};
}

answer list_backup_policies(call& from) {
    object all;
    for (const droplet& each : from.account.droplets)
        all[std::to_string(each.id)] = show_policy(each, from.account);
    const auto total = all.size();
    return {200, object{{"policies", std::move(all)},
                        {"links", object()},
                        {"meta", object{{"total", total}}}}};
}

answer list_supported_backup_policies(call&) {
    const array hours{0, 4, 8, 12, 16, 20};
    const array days{"SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"};
    const auto policy = [&](const char* name, array possible_days, int retention) {
        return object{{"name", name},
                      {"possible_window_starts", hours},
                      {"window_length_hours", 4},
                      {"retention_period_days", retention},
                      {"possible_days", std::move(possible_days)}};
    };
    array all;
    all.push_back(policy("weekly", days, 28));
    all.push_back(policy("daily", array(), 7));
    return {200, object{{"supported_policies", std::move(all)}}};
}

} // namespace chatops::mocks::digitalocean
