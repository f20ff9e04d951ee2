// POST /servers.
#include "chatops/core/base64.hpp"
#include "mocks/rackspace/checks.hpp"
#include "mocks/rackspace/handlers.hpp"
#include "mocks/rackspace/running.hpp"
#include "mocks/rackspace/views.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace chatops::mocks::rackspace {
namespace {

// Source of the texts: openstack/nova, api/openstack/compute/servers.py and compute/api.py.
const image& image_for(call& from, const object& wanted) {
    const std::string id = reference_in(wanted, "imageRef");
    if (id.empty()) throw bad_request("Missing imageRef attribute");
    const image* const found = from.account.find_image(id, from.where.region);
    if (found == nullptr) throw bad_request("Can not find requested image");
    if (found->status != "ACTIVE") throw bad_request("Image " + id + " is not active.");
    return *found;
}

const flavor& flavor_for(const object& wanted) {
    const std::string id = reference_in(wanted, "flavorRef");
    if (id.empty()) throw bad_request("Missing flavorRef attribute");
    const flavor* const found = find_flavor(id);
    if (found == nullptr) throw bad_request("Invalid flavorRef provided.");
    return *found;
}

void check_fits(const image& of, const flavor& to) {
    if (to.disk_gb < of.min_disk_gb)
        throw bad_request("Flavor's disk is too small for requested image.");
    if (to.ram_mb < of.min_ram_mb)
        throw bad_request("Flavor's memory is too small for requested image.");
}

void check_quota(const account_state& account, const std::string& region, const flavor& more) {
    std::int64_t servers = 1;
    std::int64_t ram = more.ram_mb;
    for (const server& each : account.servers) {
        if (each.region != region || each.vm_state == "deleted") continue;
        ++servers;
        ram += each.flavor->ram_mb;
    }
    const auto over = [](std::string_view what) {
        return refused(413, "overLimit",
                       "Quota exceeded for " + std::string(what) + ": the account's limit is met");
    };
    if (servers > limits::servers) throw over("instances");
    if (ram > limits::ram_mb) throw over("ram");
}

void check_personality(const object& wanted) {
    const array* const files = array_of(wanted, "personality");
    if (files == nullptr) return;
    if (files->size() > limits::personality_files)
        throw refused(413, "overLimit", "Personality file limit exceeded");
    for (const value& each : *files) {
        const object* const file = each.if_object();
        if (file == nullptr || text_of(*file, "path").empty())
            throw bad_request("Bad personality format: missing path");
        if (from_base64(text_of(*file, "contents")).value_or("").size() > limits::personality_bytes)
            throw refused(413, "overLimit", "Personality file content too long");
    }
}

/// Source: openstack/nova of 2015, api/openstack/compute/legacy_v2/servers.py, and exception.py,
/// InstanceUserDataTooLarge; docs-cloud-servers, ext-config-drive.rst, has the first text too.
/// [?] That Rackspace has the second one, and its status.
void check_user_data(const object& wanted) {
    const std::string_view given = text_of(wanted, "user_data");
    std::string packed;
    std::copy_if(given.begin(), given.end(), std::back_inserter(packed), [](char c) {
        return std::string_view(" \t\r\n\f\v").find(c) == std::string_view::npos;
    });
    if (packed.size() % 4 != 0 || !from_base64(packed))
        throw bad_request("Userdata content cannot be decoded");
    if (given.size() > limits::user_data_bytes)
        throw bad_request("User data too large. User data must be no larger than " +
                          std::to_string(limits::user_data_bytes) +
                          " bytes once base64 encoded. Your data is " +
                          std::to_string(given.size()) + " bytes");
}

std::string disk_config_in(const object& wanted) {
    const std::string_view given = text_of(wanted, "OS-DCF:diskConfig");
    if (given.empty()) return "AUTO";
    if (http::equal_without_case(given, "AUTO")) return "AUTO";
    if (http::equal_without_case(given, "MANUAL")) return "MANUAL";
    throw bad_request("OS-DCF:diskConfig must be either 'MANUAL' or 'AUTO'.");
}

server draft_server(call& from, const object& wanted) {
    server made;
    made.name = checked_name(wanted, "Server");
    const image& of = image_for(from, wanted);
    made.image_id = of.id;
    made.flavor = &flavor_for(wanted);
    check_fits(of, *made.flavor);
    made.key_name = text_of(wanted, "key_name");
    if (!made.key_name.empty() &&
        from.account.find_keypair(made.key_name, from.where.region) == nullptr)
        throw bad_request("Invalid key_name provided.");
    if (const object* const given = object_of(wanted, "metadata"))
        made.metadata = metadata_in(*given);
    made.disk_config = disk_config_in(wanted);
    made.has_config_drive =
        is_true(wanted, "config_drive") || text_of(wanted, "config_drive") == "true";
    check_personality(wanted);
    check_user_data(wanted);
    check_quota(from.account, from.where.region, *made.flavor);
    return made;
}

} // namespace

answer create_server(call& from) {
    const object& wanted = required_object(from, "server");
    server made = draft_server(from, wanted);
    account_state& account = from.account;
    made.id = account.new_uuid();
    made.region = from.where.region;
    made.host_id = account.new_uuid();
    made.admin_pass = text_of(wanted, "adminPass");
    if (made.admin_pass.empty()) made.admin_pass = account.new_password();
    made.created = from.now;
    server& kept = account.servers.emplace_back(std::move(made));
    task draft{"create", {"scheduling", "networking", "spawning"}};
    begin(account, kept, std::move(draft), from.now, limits::build_server);
    note_action(account, kept, "create", from.request_id);
    const std::string base = from.own_url();
    answer given{202, object{{"server", object{{"OS-DCF:diskConfig", text_value(kept.disk_config)},
                                               {"id", text_value(kept.id)},
                                               {"links", links_of(kept.id, "servers", base)},
                                               {"adminPass", text_value(kept.admin_pass)}}}}};
    given.headers.add("Location", base + "/servers/" + kept.id);
    return given;
}

} // namespace chatops::mocks::rackspace
