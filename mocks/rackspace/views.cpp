#include "mocks/rackspace/views.hpp"

#include "mocks/rackspace/times.hpp"

#include <string>

namespace chatops::mocks::rackspace {
namespace {

value text_or_null(std::string_view text) {
    return text.empty() ? value(nullptr) : text_value(text);
}

object metadata_of(const std::map<std::string, std::string>& all) {
    object made;
    for (const auto& [name, text] : all) made[name] = text_value(text);
    return made;
}

/// Source: docs-cloud-servers, get-list-servers-with-details.
object addresses_of(const server& which) {
    object made;
    if (which.public_ipv4.empty()) return made;
    made["public"] = array{object{{"version", 4}, {"addr", text_value(which.public_ipv4)}},
                           object{{"version", 6}, {"addr", text_value(which.public_ipv6)}}};
    made["private"] = array{object{{"version", 4}, {"addr", text_value(which.private_ipv4)}}};
    return made;
}

/// What is only a reference: it has no link to itself.
object reference(std::string_view id, std::string_view kind, std::string_view base) {
    const array links = links_of(id, kind, base);
    return object{{"id", text_value(id)}, {"links", array{links[1]}}};
}

/// Source: docs-cloud-servers, extensions/ext-extended-status.rst.
int power_state_of(const server& which) {
    if (which.vm_state == "stopped") return 4;
    // Source of these: openstack/nova, compute/power_state.py.
    if (which.vm_state == "paused") return 3;
    if (which.vm_state == "suspended") return 7;
    return which.vm_state == "building" || which.public_ipv4.empty() ? 0 : 1;
}

/// Source: openstack/nova, api/openstack/compute/views/servers.py.
bool has_progress(std::string_view status) {
    for (const std::string_view each :
         {"ACTIVE", "BUILD", "REBUILD", "RESIZE", "VERIFY_RESIZE", "MIGRATING"})
        if (status == each) return true;
    return false;
}

object show_fault(const server_fault& of) {
    object made{{"code", of.code},
                {"created", text_value(iso_time(of.created))},
                {"message", text_value(of.message)}};
    if (of.code != 500 && !of.details.empty()) made["details"] = text_value(of.details);
    return made;
}

} // namespace

array links_of(std::string_view id, std::string_view kind, std::string_view base) {
    // The bookmark has no version: `https://dfw.servers…/123456/servers/ID`.
    const std::string tail = '/' + std::string(kind) + '/' + std::string(id);
    std::string bookmark(base);
    const auto version = bookmark.find("/v2/");
    if (version != std::string::npos) bookmark.erase(version, 3);
    return {object{{"rel", "self"}, {"href", text_value(std::string(base) + tail)}},
            object{{"rel", "bookmark"}, {"href", text_value(bookmark + tail)}}};
}

object show_briefly(std::string_view id, std::string_view name, std::string_view kind,
                    std::string_view base) {
    return object{
        {"id", text_value(id)}, {"name", text_value(name)}, {"links", links_of(id, kind, base)}};
}

object show(const server& of, const account_state& account, std::string_view base) {
    const std::string_view status = of.status_at(account.now);
    object made = show_briefly(of.id, of.name, "servers", base);
    made["status"] = text_value(status);
    if (has_progress(status))
        made["progress"] = of.busy && status != "ACTIVE" ? of.busy->progress_at(account.now)
                           : status == "BUILD"           ? 0
                                                         : 100;
    made["created"] = text_value(iso_time(of.created));
    made["updated"] = text_value(iso_time(of.updated));
    made["hostId"] = text_value(of.host_id);
    made["tenant_id"] = text_value(account.tenant);
    made["user_id"] = text_value(account.user_id);
    made["accessIPv4"] = text_value(of.access_ipv4);
    made["accessIPv6"] = text_value(of.access_ipv6);
    made["addresses"] = addresses_of(of);
    made["image"] = reference(of.image_id, "images", base);
    made["flavor"] = reference(of.flavor->id, "flavors", base);
    made["key_name"] = text_or_null(of.key_name);
    made["metadata"] = metadata_of(of.metadata);
    made["config_drive"] = of.has_config_drive ? "True" : "";
    made["OS-DCF:diskConfig"] = text_value(of.disk_config);
    made["OS-EXT-STS:vm_state"] = text_value(of.vm_state);
    made["OS-EXT-STS:task_state"] =
        of.busy ? text_value(of.busy->state_at(account.now)) : value(nullptr);
    made["OS-EXT-STS:power_state"] = power_state_of(of);
    if (of.fault && status == "ERROR") made["fault"] = show_fault(*of.fault);
    return made;
}

object show(const image& of, const account_state& account, std::string_view base) {
    object made = show_briefly(of.id, of.name, "images", base);
    int progress = of.status == "SAVING" ? 0 : 100;
    for (const server& each : account.servers)
        if (each.busy && each.busy->action == "createImage" && each.busy->image_id == of.id)
            progress = each.busy->progress_at(account.now);
    made["status"] = text_value(of.status);
    made["progress"] = progress;
    made["minDisk"] = of.min_disk_gb;
    made["minRam"] = of.min_ram_mb;
    made["created"] = text_value(iso_time(of.created));
    made["updated"] = text_value(iso_time(of.updated));
    made["OS-DCF:diskConfig"] = "AUTO";
    object metadata = metadata_of(of.metadata);
    metadata["image_type"] = of.is_public ? "base" : "snapshot";
    if (!of.os_distro.empty()) metadata["os_distro"] = text_value(of.os_distro);
    made["metadata"] = std::move(metadata);
    if (!of.server_id.empty()) made["server"] = reference(of.server_id, "servers", base);
    return made;
}

object show(const flavor& of, std::string_view base) {
    object made = show_briefly(of.id, of.name, "flavors", base);
    made["ram"] = of.ram_mb;
    made["vcpus"] = of.vcpus;
    made["disk"] = of.disk_gb;
    made["swap"] = of.family == "standard1" ? value(of.ram_mb) : value("");
    made["rxtx_factor"] = of.rxtx_factor;
    made["OS-FLV-EXT-DATA:ephemeral"] = 0;
    made["OS-FLV-WITH-EXT-SPECS:extra_specs"] =
        object{{"class", text_value(of.family)}, {"policy_class", "general_flavor"}};
    return made;
}

object show(const keypair& of, const account_state&) {
    return object{{"name", text_value(of.name)},
                  {"fingerprint", text_value(of.fingerprint)},
                  {"public_key", text_value(of.public_key)}};
}

object show(const instance_action& of, const account_state& account) {
    return object{{"action", text_value(of.action)},
                  {"instance_uuid", text_value(of.server_id)},
                  {"message", of.result.empty() ? value(nullptr) : text_value(of.result)},
                  {"project_id", text_value(account.tenant)},
                  {"request_id", text_value(of.request_id)},
                  {"start_time", text_value(format_time(of.start).replace(19, 5, ".000000"))},
                  {"user_id", text_value(account.user_id)}};
}

value snapshot(const account_state& account) {
    constexpr std::string_view base = "/v2";
    object servers;
    for (const server& each : account.servers) {
        object one = show(each, account, base);
        one["region"] = text_value(each.region);
        one["OS-EXT-STS:locked"] = each.is_locked;
        servers[each.id] = std::move(one);
    }
    array images;
    for (const image& each : account.images)
        if (!each.is_public) images.push_back(show(each, account, base));
    array keypairs;
    for (const keypair& each : account.keypairs) keypairs.push_back(show(each, account));
    array actions;
    for (const instance_action& each : account.actions) actions.push_back(show(each, account));
    return object{{"account", object{{"username", text_value(account.username)},
                                     {"tenant", text_value(account.tenant)},
                                     {"region", text_value(account.region)}}},
                  {"servers", std::move(servers)},
                  {"images", std::move(images)},
                  {"keypairs", std::move(keypairs)},
                  {"actions", std::move(actions)},
                  {"load_balancers", show_load_balancers(account)},
                  {"dns", show_dns(account)}};
}

} // namespace chatops::mocks::rackspace
