#include "mocks/digitalocean/checks.hpp"
#include "mocks/digitalocean/handlers.hpp"
#include "mocks/digitalocean/limits.hpp"
#include "mocks/digitalocean/running.hpp"
#include "mocks/digitalocean/views.hpp"

namespace chatops::mocks::digitalocean {
namespace {

/// What they are called at the address that the client asks.
const char* called(const call& from) {
    const bool before = from.what.path().substr(0, 16) == "/v2/floating_ips";
    return before ? "floating_ip" : "reserved_ip";
}

bool is_about_ip(const action& one, const reserved_ip& which) {
    return one.resource_type == "reserved_ip" && one.resource_id == which.number();
}

/// One that has none yet.
const droplet& droplet_in(const call& from) {
    const droplet& found = free_droplet_in(from);
    // [?] The text.
    for (const reserved_ip& each : from.account.reserved_ips)
        if (each.droplet_id == found.id)
            throw unprocessable("The droplet already has a reserved IP assigned.");
    return found;
}

action draft_for(const reserved_ip& which, std::string type,
                 const std::optional<std::int64_t>& droplet_id) {
    action draft;
    draft.type = std::move(type);
    draft.resource_type = "reserved_ip";
    draft.resource_id = which.number();
    draft.region = which.region;
    draft.busy_droplet = droplet_id;
    draft.amount = droplet_id.value_or(0);
    return draft;
}

action& begin_assignment(account_state& account, const reserved_ip& which, const droplet& to) {
    return begin(account, draft_for(which, "assign_ip", to.id), limits::move_ip);
}

} // namespace

answer list_reserved_ips(call& from) {
    array all;
    for (const reserved_ip& each : from.account.reserved_ips)
        all.push_back(show(each, from.account));
    const bool before = called(from) == std::string_view("floating_ip");
    return {200, std::move(all), before ? "floating_ips" : "reserved_ips"};
}

answer show_reserved_ip(call& from) {
    const reserved_ip& which = from.account.reserved_ip_of(from.words[0]);
    return {200, object{{called(from), show(which, from.account)}}};
}

/// For a droplet, or kept in a region for later.
answer create_reserved_ip(call& from) {
    reserved_ip made;
    const bool for_droplet = number_parameter(from.body, "droplet_id").has_value();
    const droplet* const to = for_droplet ? &droplet_in(from) : nullptr;
    made.region =
        to != nullptr ? to->region : find_region(text_parameter(from.body, "region").value_or(""));
    // [?] The texts.
    if (made.region == nullptr) throw unprocessable("region is invalid");
    if (from.account.reserved_ips.size() >= static_cast<std::size_t>(limits::reserved_ips))
        throw unprocessable("reserved IP limit exceeded");
    made.ip = from.account.new_public_ip();
    from.account.reserved_ips.push_back(made);
    object links;
    if (to != nullptr) {
        const action& begun = begin_assignment(from.account, made, *to);
        const std::string url = own_url(from.what);
        links["droplets"] = array{object{{"id", to->id},
                                         {"rel", "droplet"},
                                         {"href", url + "/v2/droplets/" + std::to_string(to->id)}}};
        links["actions"] = array{object{{"id", begun.id},
                                        {"rel", begun.type},
                                        {"href", url + "/v2/actions/" + std::to_string(begun.id)}}};
    }
    return {202, object{{called(from), show(made, from.account)}, {"links", std::move(links)}}};
}

answer delete_reserved_ip(call& from) {
    const std::string ip = from.account.reserved_ip_of(from.words[0]).ip;
    std::erase_if(from.account.reserved_ips,
                  [&](const reserved_ip& each) { return each.ip == ip; });
    return {204};
}

answer act_on_reserved_ip(call& from) {
    const reserved_ip& which = from.account.reserved_ip_of(from.words[0]);
    // [?] The texts.
    if (from.account.is_busy("reserved_ip", which.number()))
        throw unprocessable("The reserved IP already has a pending event.");
    const std::string type = text_parameter(from.body, "type").value_or("");
    if (type == "assign") {
        const droplet& to = droplet_in(from);
        if (to.region != which.region)
            throw unprocessable("The reserved IP must be in the same region as the Droplet.");
        return {201, object{{"action", show(begin_assignment(from.account, which, to))}}};
    }
    if (type != "unassign") throw unprocessable("You specified an invalid action type.");
    if (!which.droplet_id) throw unprocessable("The reserved IP is not assigned.");
    const droplet* const from_droplet = from.account.find_droplet(*which.droplet_id);
    if (from_droplet != nullptr) check_free(from.account, *from_droplet);
    const action& begun =
        begin(from.account, draft_for(which, "unassign_ip", which.droplet_id), limits::move_ip);
    return {201, object{{"action", show(begun)}}};
}

answer list_reserved_ip_actions(call& from) {
    const reserved_ip& which = from.account.reserved_ip_of(from.words[0]);
    return {
        200,
        show_actions(from.account, [&](const action& each) { return is_about_ip(each, which); }),
        "actions"};
}

answer show_reserved_ip_action(call& from) {
    const reserved_ip& which = from.account.reserved_ip_of(from.words[0]);
    const action& found = from.account.action_of(from.words[1]);
    if (!is_about_ip(found, which)) throw not_found();
    return {200, object{{"action", show(found)}}};
}

} // namespace chatops::mocks::digitalocean
