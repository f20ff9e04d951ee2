#include "mocks/digitalocean/checks.hpp"
#include "mocks/digitalocean/handlers.hpp"
#include "mocks/digitalocean/limits.hpp"
#include "mocks/digitalocean/load_balancer_settings.hpp"
#include "mocks/digitalocean/views.hpp"

#include <algorithm>

namespace chatops::mocks::digitalocean {
namespace {

/// The one that the path names, when it can be changed.
load_balancer& changeable(const call& from) {
    load_balancer& which = from.account.load_balancer_of(from.words[0]);
    // Source: digitalocean/openapi#1173.
    if (which.settles_at)
        throw refused(403, "forbidden",
                      "Load Balancer can't be updated while it processes previous actions");
    return which;
}

void change(const call& from, load_balancer& which) {
    which.settles_at = from.now + limits::change_load_balancer;
}

/// [?] The texts.
std::vector<std::int64_t> droplets_in(const call& from, const region& where, bool required) {
    std::vector<std::int64_t> ids;
    for (const std::string& each : identities_parameter(from.body, "droplet_ids")) {
        const auto id = number_in(each);
        const droplet* const found = id ? from.account.find_droplet(*id) : nullptr;
        if (found == nullptr) throw unprocessable("droplet " + each + " not found");
        if (found->region != &where)
            throw unprocessable("droplet " + each + " is not in the load balancer's region");
        ids.push_back(found->id);
    }
    if (required && ids.empty()) throw unprocessable("droplet_ids is required");
    return ids;
}

void read_into(const call& from, load_balancer& to) {
    to.name = text_parameter(from.body, "name").value_or(to.name);
    if (to.name.empty()) throw unprocessable("name is required"); // [?] The text.
    // Seen in kubernetes-sigs/cluster-api-provider-digitalocean#217.
    for (const load_balancer& each : from.account.load_balancers)
        if (each.id != to.id && each.name == to.name) throw unprocessable("name is not unique");
    to.settings = settings_in(from.body);
    to.tag = text_parameter(from.body, "tag").value_or("");
    to.droplet_ids = droplets_in(from, *to.region, false);
    if (!to.tag.empty() && !to.droplet_ids.empty()) // [?] The text.
        throw unprocessable("only one of tag and droplet_ids can be given");
}

array& rules_of(load_balancer& which) { return which.settings["forwarding_rules"].as_array(); }

} // namespace

answer list_load_balancers(call& from) {
    array all;
    for (const load_balancer& each : from.account.load_balancers)
        all.push_back(show(each, from.account));
    return {200, std::move(all), "load_balancers"};
}

answer show_load_balancer(call& from) {
    const load_balancer& which = from.account.load_balancer_of(from.words[0]);
    return {200, object{{"load_balancer", show(which, from.account)}}};
}

answer create_load_balancer(call& from) {
    load_balancer made;
    made.region = find_region(text_parameter(from.body, "region").value_or(""));
    if (made.region == nullptr || !made.region->available)
        throw unprocessable("region is invalid"); // [?] The text.
    made.vpc_uuid = vpc_in(from, *made.region).id;
    read_into(from, made);
    const auto project = text_parameter(from.body, "project_id").value_or("default");
    const digitalocean::project& in = from.account.project_of(project);
    made.id = from.account.new_uuid();
    put_into_project(from.account, urn_of("loadbalancer", made.id), in);
    made.created_at = from.now;
    made.settles_at = from.now + limits::make_load_balancer;
    from.account.load_balancers.push_back(made);
    return {202, object{{"load_balancer", show(made, from.account)}}};
}

answer update_load_balancer(call& from) {
    load_balancer& which = changeable(from);
    load_balancer read = which;
    read_into(from, read);
    which = std::move(read);
    change(from, which);
    return {200, object{{"load_balancer", show(which, from.account)}}};
}

answer delete_load_balancer(call& from) {
    const std::string id = from.account.load_balancer_of(from.words[0]).id;
    std::erase_if(from.account.load_balancers,
                  [&](const load_balancer& each) { return each.id == id; });
    return {204};
}

answer add_balanced_droplets(call& from) {
    load_balancer& which = changeable(from);
    for (const std::int64_t each : droplets_in(from, *which.region, true))
        if (std::find(which.droplet_ids.begin(), which.droplet_ids.end(), each) ==
            which.droplet_ids.end())
            which.droplet_ids.push_back(each);
    change(from, which);
    return {204};
}

answer remove_balanced_droplets(call& from) {
    load_balancer& which = changeable(from);
    for (const std::int64_t each : droplets_in(from, *which.region, true))
        std::erase(which.droplet_ids, each);
    change(from, which);
    return {204};
}

answer add_forwarding_rules(call& from) {
    load_balancer& which = changeable(from);
    array all = rules_of(which);
    for (const value& each : forwarding_rules_in(from.body)) all.push_back(each);
    check_ports(all);
    rules_of(which) = std::move(all);
    change(from, which);
    return {204};
}

answer remove_forwarding_rules(call& from) {
    load_balancer& which = changeable(from);
    array left = rules_of(which);
    for (const value& each : forwarding_rules_in(from.body))
        if (const auto found = std::find(left.begin(), left.end(), each); found != left.end())
            left.erase(found);
    if (left.empty()) throw unprocessable("at least one forwarding rule is required"); // [?]
    rules_of(which) = std::move(left);
    change(from, which);
    return {204};
}

} // namespace chatops::mocks::digitalocean
