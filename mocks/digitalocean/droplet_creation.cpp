#include "mocks/digitalocean/checks.hpp"
#include "mocks/digitalocean/handlers.hpp"
#include "mocks/digitalocean/limits.hpp"
#include "mocks/digitalocean/running.hpp"
#include "mocks/digitalocean/views.hpp"

#include <algorithm>

namespace chatops::mocks::digitalocean {
namespace {

// Where a text is not marked it was seen: docker-archive-public/docker.machine#288,
// matt-major/do-wrapper#37, hobby-kube/provisioning#31, pry0cc/axiom#422, digitalocean/api-v2#36.

std::vector<std::string> names_in(const object& body) {
    std::vector<std::string> names;
    if (const value* const many = member(body, "names"); many != nullptr && many->is_array())
        names = identities_parameter(body, "names");
    else
        names = {text_parameter(body, "name").value_or("")};
    // [?] The text.
    if (names.empty() || names.size() > limits::droplets_at_once)
        throw unprocessable("You can create from 1 to 10 Droplets at a time.");
    for (const std::string& each : names) check_droplet_name(each);
    return names;
}

const size& size_in(const object& body) {
    const size* const found = find_size(text_parameter(body, "size").value_or(""));
    if (found == nullptr)
        throw unprocessable("You specified an invalid size for Droplet creation.");
    if (!found->available) throw unprocessable("Size is not available in this region.");
    return *found;
}

const image& image_in(account_state& account, const object& body) {
    const image* const found =
        account.find_image(std::string_view(identity_parameter(body, "image").value_or("")));
    if (found == nullptr || found->status != "available")
        throw unprocessable("You specified an invalid image for Droplet creation.");
    return *found;
}

/// A slug, the beginning of some (`nyc`), or any region at all.
const region& region_in(const object& body, const size& what, const image& of) {
    const std::string given = text_parameter(body, "region").value_or("");
    bool is_known = false;
    bool has_size = false;
    for (const region& each : regions()) {
        if (each.slug.substr(0, given.size()) != given) continue;
        is_known = true;
        if (!is_offered(what, each)) continue;
        has_size = true;
        if (of.is_in(each.slug)) return each;
    }
    if (!is_known) throw unprocessable("You specified an invalid region for Droplet creation.");
    if (!has_size) throw unprocessable("Size is not available in this region.");
    throw unprocessable("The image you specified is not available in the selected region, you can "
                        "transfer it to this region from the images pages.");
}

void check_room(const account_state& account, const vpc& in, std::size_t more) {
    const auto there = std::count_if(account.droplets.begin(), account.droplets.end(),
                                     [&](const droplet& each) { return each.vpc_uuid == in.id; });
    if (static_cast<std::uint64_t>(there) + more > in.room()) // [?] The text.
        throw unprocessable("There are no more addresses in the VPC network.");
}

void check_keys(const call& from) {
    std::string unknown;
    for (const std::string& each : identities_parameter(from.body, "ssh_keys")) {
        bool is_known = false;
        for (const ssh_key& key : from.account.ssh_keys)
            is_known = is_known || key.fingerprint == each || std::to_string(key.id) == each;
        if (!is_known) unknown += (unknown.empty() ? "" : ", ") + each;
    }
    if (!unknown.empty())
        throw unprocessable(unknown + " are invalid key identifiers for Droplet creation.");
}

/// Source: digitalocean/doctl#321.
std::vector<std::string> volumes_in(const call& from, const region& where, std::size_t droplets) {
    std::vector<std::string> ids = identities_parameter(from.body, "volumes");
    for (const std::string& each : ids) {
        bool is_free = false;
        for (const volume& one : from.account.volumes)
            is_free = is_free || (one.id == each && one.region == &where && !one.droplet_id);
        if (!is_free || droplets > 1) throw unprocessable("Invalid volume allocations");
    }
    return ids;
}

droplet common_in(call& from) {
    const object& body = from.body;
    droplet made;
    made.size = &size_in(body);
    made.disk_gb = made.size->disk_gb;
    made.made_of = image_in(from.account, body);
    made.region = &region_in(body, *made.size, made.made_of);
    // [?] The text.
    if (made.made_of.min_disk_gb > made.disk_gb)
        throw unprocessable("The image you specified requires a larger disk than the size has.");
    check_keys(from);
    made.vpc_uuid = vpc_in(from, *made.region).id;
    if (flag_parameter(body, "backups").value_or(false)) made.backups = backup_policy_in(body);
    made.ipv6 = flag_parameter(body, "ipv6").value_or(false);
    made.monitoring = flag_parameter(body, "monitoring").value_or(false);
    made.public_networking = flag_parameter(body, "public_networking").value_or(true);
    // [?] The text.
    if (made.ipv6 && !made.public_networking)
        throw unprocessable("ipv6 must be false when public_networking is false");
    made.tags = identities_parameter(body, "tags");
    for (const std::string& each : made.tags) check_tag(each);
    if (text_parameter(body, "user_data").value_or("").size() > limits::user_data_bytes)
        throw unprocessable("User data cannot be more than 64 KiB."); // [?] The text.
    return made;
}

void check_room(const account_state& account, std::size_t more) {
    if (account.droplets.size() + more > static_cast<std::size_t>(account.droplet_limit))
        throw unprocessable("creating this/these droplet(s) will exceed your droplet limit");
}

object action_link(const action& begun, const call& from) {
    return {{"id", begun.id},
            {"rel", begun.type},
            {"href", own_url(from.what) + "/v2/actions/" + std::to_string(begun.id)}};
}

} // namespace

answer create_droplets(call& from) {
    account_state& account = from.account;
    const std::vector<std::string> names = names_in(from.body);
    const droplet common = common_in(from);
    check_room(account, names.size());
    check_room(account, account.vpc_of(common.vpc_uuid), names.size());
    const auto volumes = volumes_in(from, *common.region, names.size());

    array made;
    array links;
    for (const std::string& tag : common.tags) account.know_tag(tag);
    for (const std::string& name : names) {
        droplet one = common;
        one.id = account.new_droplet_id();
        one.name = name;
        one.host = static_cast<int>(account.chance().below(limits::hosts));
        one.created_at = from.now;
        links.push_back(
            action_link(begin(account, draft_of(one, "create"), limits::create_droplet), from));
        for (volume& each : account.volumes)
            if (has(volumes, each.id)) each.droplet_id = one.id;
        made.push_back(show(one, account));
        account.droplets.push_back(std::move(one));
    }
    object whole;
    if (from.body.contains("names"))
        whole["droplets"] = std::move(made);
    else
        whole["droplet"] = std::move(made[0]);
    whole["links"] = object{{"actions", std::move(links)}};
    return {202, std::move(whole)};
}

} // namespace chatops::mocks::digitalocean
