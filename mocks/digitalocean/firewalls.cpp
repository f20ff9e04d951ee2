#include "mocks/digitalocean/checks.hpp"
#include "mocks/digitalocean/firewall_rules.hpp"
#include "mocks/digitalocean/handlers.hpp"
#include "mocks/digitalocean/limits.hpp"
#include "mocks/digitalocean/views.hpp"

#include <algorithm>

namespace chatops::mocks::digitalocean {
namespace {

/// Source: resources/firewalls/models/firewall.yml, digitalocean/api-v2#188; [?] the text.
void check_name(const account_state& account, const std::string& name, const firewall* itself) {
    const auto allowed = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               c == '-' || c == '.';
    };
    if (name.empty() || name.size() > limits::name_bytes || name.front() == '-' ||
        name.front() == '.' || !std::all_of(name.begin(), name.end(), allowed))
        throw unprocessable("name must only contain alphanumeric characters, dashes and periods");
    // Source: harmony-one/harmony-ops#390.
    for (const firewall& each : account.firewalls)
        if (&each != itself && each.name == name) throw conflict("duplicate name");
}

std::vector<std::int64_t> droplets_in(const call& from, bool required) {
    std::vector<std::int64_t> ids;
    for (const std::string& each : identities_parameter(from.body, "droplet_ids")) {
        const auto id = number_in(each);
        if (!id || from.account.find_droplet(*id) == nullptr)
            throw unprocessable("droplet not found"); // [?] The text.
        ids.push_back(*id);
    }
    if (required && ids.empty()) throw unprocessable("droplet_ids is required"); // [?] The text.
    return ids;
}

std::vector<std::string> tags_in(const call& from, bool required) {
    std::vector<std::string> tags = identities_parameter(from.body, "tags");
    for (const std::string& each : tags)
        if (!from.account.has_tag(each)) throw unprocessable("tag not found"); // [?] The text.
    if (required && tags.empty()) throw unprocessable("tags is required");     // [?] The text.
    return tags;
}

/// The droplets that the firewall is for, by id and by tag.
std::vector<std::int64_t> covered(const account_state& account, const firewall& by) {
    std::vector<std::int64_t> ids;
    for (const droplet& each : account.droplets) {
        const bool by_tag = std::any_of(each.tags.begin(), each.tags.end(),
                                        [&](const auto& tag) { return has(by.tags, tag); });
        if (by_tag || std::find(by.droplet_ids.begin(), by.droplet_ids.end(), each.id) !=
                          by.droplet_ids.end())
            ids.push_back(each.id);
    }
    return ids;
}

bool contains(const std::vector<std::int64_t>& ids, std::int64_t id) {
    return std::find(ids.begin(), ids.end(), id) != ids.end();
}

/// Droplets follow a moment later, those that are not covered any more, too.
void apply(account_state& account, firewall& changed, const std::vector<std::int64_t>& before) {
    const auto after = covered(account, changed);
    changed.pending_changes.clear();
    for (const std::int64_t id : after) changed.pending_changes.push_back({id, false});
    for (const std::int64_t id : before)
        if (!contains(after, id)) changed.pending_changes.push_back({id, true});
    changed.settles_at = account.now + limits::follow_firewall;
}

/// Reads the whole of a firewall; refuses with 422, or 409 for a name that is taken.
firewall firewall_in(const call& from, const firewall* itself) {
    firewall read;
    read.name = text_parameter(from.body, "name").value_or("");
    check_name(from.account, read.name, itself);
    read.inbound_rules = rules_in(from, "inbound_rules");
    read.outbound_rules = rules_in(from, "outbound_rules");
    if (read.inbound_rules.empty() && read.outbound_rules.empty()) // [?] The text.
        throw unprocessable("you must specify at least one rule");
    read.droplet_ids = droplets_in(from, false);
    read.tags = tags_in(from, false);
    return read;
}

/// [?] The text.
void check_any(const array& inbound, const array& outbound) {
    if (inbound.empty() && outbound.empty())
        throw unprocessable("you must specify at least one rule");
}

void add_rules(array& to, const array& more) {
    for (const value& each : more)
        if (std::find(to.begin(), to.end(), each) == to.end()) to.push_back(each);
}

void remove_rules(array& from, const array& gone) {
    for (const value& each : gone)
        if (const auto found = std::find(from.begin(), from.end(), each); found != from.end())
            from.erase(found);
}

} // namespace

answer list_firewalls(call& from) {
    array all;
    for (const firewall& each : from.account.firewalls) all.push_back(show(each));
    return {200, std::move(all), "firewalls"};
}

answer show_firewall(call& from) {
    return {200, object{{"firewall", show(from.account.firewall_of(from.words[0]))}}};
}

answer create_firewall(call& from) {
    firewall made = firewall_in(from, nullptr);
    made.id = from.account.new_uuid();
    made.created_at = from.now;
    apply(from.account, made, {});
    from.account.firewalls.push_back(made);
    return {202, object{{"firewall", show(made)}}};
}

/// What is not given is gone.
answer update_firewall(call& from) {
    firewall& which = from.account.firewall_of(from.words[0]);
    firewall read = firewall_in(from, &which);
    const auto before = covered(from.account, which);
    read.id = which.id;
    read.created_at = which.created_at;
    which = std::move(read);
    apply(from.account, which, before);
    return {200, object{{"firewall", show(which)}}};
}

answer delete_firewall(call& from) {
    const std::string id = from.account.firewall_of(from.words[0]).id;
    std::erase_if(from.account.firewalls, [&](const firewall& each) { return each.id == id; });
    return {204};
}

answer add_firewall_droplets(call& from) {
    firewall& which = from.account.firewall_of(from.words[0]);
    const auto before = covered(from.account, which);
    for (const std::int64_t each : droplets_in(from, true))
        if (!contains(which.droplet_ids, each)) which.droplet_ids.push_back(each);
    apply(from.account, which, before);
    return {204};
}

answer remove_firewall_droplets(call& from) {
    firewall& which = from.account.firewall_of(from.words[0]);
    const auto before = covered(from.account, which);
    for (const std::int64_t each : droplets_in(from, true)) std::erase(which.droplet_ids, each);
    apply(from.account, which, before);
    return {204};
}

answer add_firewall_tags(call& from) {
    firewall& which = from.account.firewall_of(from.words[0]);
    const auto before = covered(from.account, which);
    for (const std::string& each : tags_in(from, true))
        if (!has(which.tags, each)) which.tags.push_back(each);
    apply(from.account, which, before);
    return {204};
}

answer remove_firewall_tags(call& from) {
    firewall& which = from.account.firewall_of(from.words[0]);
    const auto before = covered(from.account, which);
    for (const std::string& each : tags_in(from, true)) std::erase(which.tags, each);
    apply(from.account, which, before);
    return {204};
}

answer add_firewall_rules(call& from) {
    firewall& which = from.account.firewall_of(from.words[0]);
    const array inbound = rules_in(from, "inbound_rules");
    const array outbound = rules_in(from, "outbound_rules");
    check_any(inbound, outbound);
    add_rules(which.inbound_rules, inbound);
    add_rules(which.outbound_rules, outbound);
    apply(from.account, which, {});
    return {204};
}

answer remove_firewall_rules(call& from) {
    firewall& which = from.account.firewall_of(from.words[0]);
    const array inbound = rules_in(from, "inbound_rules");
    const array outbound = rules_in(from, "outbound_rules");
    check_any(inbound, outbound);
    remove_rules(which.inbound_rules, inbound);
    remove_rules(which.outbound_rules, outbound);
    apply(from.account, which, {});
    return {204};
}

} // namespace chatops::mocks::digitalocean
