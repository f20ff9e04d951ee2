// Servers as they are looked at.
#include "mocks/rackspace/checks.hpp"
#include "mocks/rackspace/handlers.hpp"
#include "mocks/rackspace/pagination.hpp"
#include "mocks/rackspace/views.hpp"

#include <algorithm>

namespace chatops::mocks::rackspace {
namespace {

/// Newest first. Source: openstack/nova, which sorts by creation unless something else is asked.
std::vector<const server*> asked_servers(const call& from) {
    const auto since = changes_since(from);
    const std::string_view name = from.asked("name");
    const std::string_view status = from.asked("status");
    const std::string image = std::string(from.asked("image"));
    const std::string flavor = std::string(from.asked("flavor"));
    // Source of the text: openstack/nova, api/openstack/compute/servers.py. Of a word that is no
    // status there are none.
    if (http::equal_without_case(status, "DELETED"))
        throw forbidden("Only administrators may list deleted instances");
    std::vector<const server*> made;
    for (const server& each : from.account.servers) {
        if (each.region != from.where.region) continue;
        if (since ? each.updated < *since : each.vm_state == "deleted") continue;
        if (!name.empty() && !name_matches(name, each.name)) continue;
        if (!status.empty() && !http::equal_without_case(status, each.status_at(from.account.now)))
            continue;
        if (!image.empty() && each.image_id != image.substr(image.rfind('/') + 1)) continue;
        if (!flavor.empty() && each.flavor->id != flavor.substr(flavor.rfind('/') + 1)) continue;
        made.push_back(&each);
    }
    std::stable_sort(made.begin(), made.end(), [](const server* one, const server* other) {
        return one->created > other->created;
    });
    return made;
}

} // namespace

answer show_servers_version(call& from) {
    const std::string url = from.own_url();
    return {200,
            object{{"version",
                    object{{"id", "v2.0"},
                           {"status", "CURRENT"},
                           {"updated", "2011-01-21T11:33:21Z"},
                           {"version", ""},
                           {"min_version", ""},
                           {"links", array{object{{"rel", "self"}, {"href", text_value(url)}}}}}}}};
}

answer list_servers(call& from) {
    const std::string base = from.own_url();
    return {200, cut_page(asked_servers(from), "servers", from, [&](const server& each) {
                return show_briefly(each.id, each.name, "servers", base);
            })};
}

answer list_servers_in_detail(call& from) {
    const std::string base = from.own_url();
    return {200, cut_page(asked_servers(from), "servers", from,
                          [&](const server& each) { return show(each, from.account, base); })};
}

answer show_server(call& from) {
    return {200, object{{"server", show(server_of(from), from.account, from.own_url())}}};
}

answer list_server_addresses(call& from) {
    const object shown = show(server_of(from), from.account, from.own_url());
    const object& all = shown.at("addresses").get_object();
    if (from.words.size() == 1) return {200, object{{"addresses", all}}};
    const value* const found = member(all, from.words[1]);
    if (found == nullptr) throw not_found("Network not found");
    object made;
    made[from.words[1]] = *found;
    return {200, std::move(made)};
}

} // namespace chatops::mocks::rackspace
