#include "mocks/digitalocean/views.hpp"

#include "mocks/digitalocean/limits.hpp"
#include "mocks/digitalocean/times.hpp"

#include <chrono>

namespace chatops::mocks::digitalocean {
namespace {

array disk_info(int gigabytes) {
    return {object{{"type", "local"}, {"size", {{"amount", gigabytes}, {"unit", "gib"}}}}};
}

array features_of(const droplet& which) {
    array made;
    if (which.backups) made.push_back("backups");
    if (which.monitoring) made.push_back("monitoring");
    made.push_back("droplet_agent");
    if (which.ipv6) made.push_back("ipv6");
    made.push_back("private_networking");
    return made;
}

array image_ids(const droplet& of, std::string_view type, const account_state& account) {
    array made;
    for (const image& each : account.images)
        if (each.source_droplet == of.id && each.type == type) made.push_back(each.id);
    return made;
}

/// The next hour at which it may begin; it lasts 23 hours.
value next_backup_window(const droplet& of, time_point now) {
    if (!of.backups) return nullptr;
    using std::chrono::hours;
    const auto midnight = std::chrono::floor<std::chrono::days>(now);
    time_point start = midnight + hours(of.backups->hour);
    const auto is_wanted = [&] {
        if (of.backups->plan == "daily") return true;
        static constexpr std::string_view names[] = {"SUN", "MON", "TUE", "WED",
                                                     "THU", "FRI", "SAT"};
        const std::chrono::weekday day{std::chrono::floor<std::chrono::days>(start)};
        return names[day.c_encoding()] == of.backups->weekday;
    };
    while (start < now || !is_wanted()) start += hours(24);
    return object{{"start", iso_time(start)}, {"end", iso_time(start + hours(23))}};
}

/// The gateway is empty for a private interface, as it was seen.
object networks_of(const droplet& which) {
    array v4;
    array v6;
    if (!which.private_ip.empty())
        v4.push_back(object{{"ip_address", which.private_ip},
                            {"netmask", "255.255.240.0"},
                            {"gateway", ""},
                            {"type", "private"}});
    if (!which.public_ip.empty())
        v4.push_back(
            object{{"ip_address", which.public_ip},
                   {"netmask", "255.255.255.0"},
                   {"gateway", which.public_ip.substr(0, which.public_ip.rfind('.')) + ".1"},
                   {"type", "public"}});
    if (!which.public_ipv6.empty())
        v6.push_back(object{{"ip_address", which.public_ipv6},
                            {"netmask", 64},
                            {"gateway", "2001:db8:0:1010::1"},
                            {"type", "public"}});
    return {{"v4", std::move(v4)}, {"v6", std::move(v6)}};
}

array volume_ids(const droplet& of, const account_state& account) {
    array made;
    for (const volume& each : account.volumes)
        if (each.droplet_id == of.id) made.push_back(text_value(each.id));
    return made;
}

} // namespace

array texts(const std::vector<std::string>& all) {
    array made;
    for (const std::string& each : all) made.push_back(text_value(each));
    return made;
}

object show_policy(const droplet& of, const account_state& account) {
    object made{{"droplet_id", of.id},
                {"backup_enabled", of.backups.has_value()},
                {"backup_policy", nullptr},
                {"next_backup_window", next_backup_window(of, account.now)}};
    if (!of.backups) return made;
    object policy{{"plan", of.backups->plan}, {"hour", of.backups->hour}};
    if (of.backups->plan == "weekly") policy["weekday"] = of.backups->weekday;
    made["backup_policy"] = std::move(policy);
    return made;
}

object show(const account_state& account) {
    return {{"droplet_limit", account.droplet_limit},
            {"floating_ip_limit", limits::reserved_ips},
            {"reserved_ip_limit", limits::reserved_ips},
            {"volume_limit", limits::volumes},
            {"email", account.email},
            {"name", account.name},
            {"uuid", account.uuid},
            {"email_verified", true},
            {"status", "active"},
            {"status_message", ""},
            {"team", {{"uuid", account.team_uuid}, {"name", account.team_name}}}};
}

object show(const droplet& which, const account_state& account) {
    return {{"id", which.id},
            {"name", which.name},
            {"memory", which.size->memory_mb},
            {"vcpus", which.size->vcpus},
            {"disk", which.disk_gb},
            {"disk_info", disk_info(which.disk_gb)},
            // Not while an action goes on, whatever the specification says: only the platform's
            // own locks show here. Source: digitalocean/droplet_kit#218.
            {"locked", false},
            {"status", which.status},
            {"kernel", nullptr},
            {"created_at", iso_time(which.created_at)},
            {"features", features_of(which)},
            {"backup_ids", image_ids(which, "backup", account)},
            {"next_backup_window", next_backup_window(which, account.now)},
            {"snapshot_ids", image_ids(which, "snapshot", account)},
            {"image", show(which.made_of)},
            {"volume_ids", volume_ids(which, account)},
            {"size", show(*which.size)},
            {"size_slug", which.size->slug},
            {"networks", networks_of(which)},
            {"region", show(*which.region)},
            {"tags", texts(which.tags)},
            {"vpc_uuid", which.vpc_uuid}};
}

bool is_about(const action& one, const droplet& which) {
    return one.resource_type == "droplet" && one.resource_id == which.id;
}

array show_actions(const account_state& account, const std::function<bool(const action&)>& wanted) {
    array made;
    for (auto each = account.actions.rbegin(); each != account.actions.rend(); ++each)
        if (wanted(*each)) made.push_back(show(*each));
    return made;
}

object show(const action& one) {
    object made{{"id", one.id},
                {"status", one.status},
                {"type", one.type},
                {"started_at", iso_time(one.started_at)},
                {"completed_at", nullptr},
                {"resource_id", nullptr},
                {"resource_type", one.resource_type},
                {"region", nullptr},
                {"region_slug", nullptr}};
    if (one.completed_at) made["completed_at"] = iso_time(*one.completed_at);
    if (one.resource_id) made["resource_id"] = *one.resource_id;
    if (one.region != nullptr) {
        made["region"] = show(*one.region);
        made["region_slug"] = one.region->slug;
    }
    return made;
}

object show(const image& one) {
    object made{{"id", one.id},
                {"name", one.name},
                {"distribution", one.distribution},
                {"slug", nullptr},
                {"public", one.is_public()},
                {"regions", texts(one.regions)},
                {"created_at", iso_time(one.created_at)},
                {"min_disk_size", one.min_disk_gb},
                {"type", one.type},
                {"size_gigabytes", one.size_gb},
                {"description", one.description},
                {"tags", texts(one.tags)},
                {"status", one.status},
                {"error_message", ""}};
    if (one.slug) made["slug"] = *one.slug;
    return made;
}

object show(const size& one) {
    array places;
    for (const region& each : regions())
        if (is_offered(one, each)) places.push_back(text_value(each.slug));
    return {{"slug", one.slug},
            {"memory", one.memory_mb},
            {"vcpus", one.vcpus},
            {"disk", one.disk_gb},
            {"transfer", one.transfer_tb},
            {"price_monthly", one.monthly_usd},
            {"price_hourly", one.hourly_usd},
            {"regions", std::move(places)},
            {"available", one.available},
            {"description", one.description},
            {"disk_info", disk_info(one.disk_gb)}};
}

object show(const region& one) {
    array there;
    for (const size& each : sizes())
        if (is_offered(each, one)) there.push_back(text_value(each.slug));
    return {
        {"name", one.name},
        {"slug", one.slug},
        {"features", {"backups", "ipv6", "metadata", "install_agent", "storage", "image_transfer"}},
        {"available", one.available},
        {"sizes", std::move(there)}};
}

} // namespace chatops::mocks::digitalocean
