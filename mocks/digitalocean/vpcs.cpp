// Networks of the account.
#include "mocks/digitalocean/checks.hpp"
#include "mocks/digitalocean/handlers.hpp"
#include "mocks/digitalocean/limits.hpp"
#include "mocks/digitalocean/times.hpp"
#include "mocks/digitalocean/views.hpp"

#include <algorithm>

namespace chatops::mocks::digitalocean {
namespace {

/// Source: resources/vpcs/models/vpc.yml; [?] the texts.
void check_vpc_name(const account_state& account, const std::string& name, const vpc* itself) {
    const auto allowed = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               c == '-' || c == '.';
    };
    if (name.empty() || name.size() > limits::name_bytes ||
        !std::all_of(name.begin(), name.end(), allowed))
        throw unprocessable("name must only contain alphanumeric characters, dashes and periods");
    for (const vpc& each : account.vpcs)
        if (&each != itself && each.name == name) throw unprocessable("name is already in use");
}

std::string description_in(const object& body) {
    std::string text = text_parameter(body, "description").value_or("");
    if (text.size() > limits::name_bytes) // [?] The text.
        throw unprocessable("description must be 255 characters or less");
    return text;
}

const ipv4_range* overlapped(const account_state& account, const ipv4_range& by) {
    for (const vpc& each : account.vpcs)
        if (each.range.overlaps(by)) return &each.range;
    return nullptr;
}

/// A range that no other network has.
ipv4_range free_range(const account_state& account) {
    ipv4_range wanted{ipv4_number("10.116.0.0"), limits::vpc_prefix};
    while (const ipv4_range* const taken = overlapped(account, wanted))
        wanted.first = static_cast<std::uint32_t>(
            std::max<std::uint64_t>(wanted.first + wanted.size(), taken->first + taken->size()));
    return wanted;
}

/// Source: resources/vpcs/models/vpc.yml; [?] the texts.
ipv4_range range_in(const call& from) {
    const std::string text = text_parameter(from.body, "ip_range").value_or("");
    if (text.empty()) return free_range(from.account);
    const auto range = ipv4_range::parse(text);
    if (!range) throw unprocessable("ip_range is not a valid network in CIDR notation");
    if (range->prefix < limits::vpc_prefix_min || range->prefix > limits::vpc_prefix_max)
        throw unprocessable("ip_range must be from /16 to /28");
    // Source: RFC 1918.
    const auto kept = {ipv4_range{10U << 24, 8}, ipv4_range{ipv4_number("172.16.0.0"), 12},
                       ipv4_range{ipv4_number("192.168.0.0"), 16}};
    if (std::none_of(kept.begin(), kept.end(),
                     [&](const ipv4_range& each) { return range->is_within(each); }))
        throw unprocessable("ip_range must be of private addresses");
    if (const ipv4_range* const other = overlapped(from.account, *range))
        throw unprocessable("This range/size overlaps with another VPC network in your account: " +
                            other->to_text());
    return *range;
}

void make_default(account_state& account, vpc& which) {
    for (vpc& each : account.vpcs)
        if (each.region == which.region) each.is_default = false;
    which.is_default = true;
}

/// Changes what the body has, or all of it, once it is known to be right.
answer change_vpc(call& from, bool whole) {
    vpc& which = from.account.vpc_of(from.words[0]);
    const auto name = text_parameter(from.body, "name");
    if (name || whole) check_vpc_name(from.account, name.value_or(""), &which);
    const bool describes = whole || member(from.body, "description") != nullptr;
    const std::string description = description_in(from.body);
    const bool becomes_default = flag_parameter(from.body, "default").value_or(false);
    which.name = name.value_or(which.name);
    if (describes) which.description = description;
    if (becomes_default) make_default(from.account, which);
    return {200, object{{"vpc", show(which)}}};
}

struct vpc_member {
    std::string sort;
    object shown;
};

std::vector<vpc_member> members_of(const account_state& account, const vpc& which) {
    std::vector<vpc_member> all;
    const auto add = [&](const char* sort, const std::string& id, const auto& each) {
        if (each.vpc_uuid != which.id) return;
        all.push_back({sort, object{{"urn", urn_of(sort, id)},
                                    {"name", each.name},
                                    {"created_at", iso_time(each.created_at)}}});
    };
    for (const droplet& each : account.droplets) add("droplet", std::to_string(each.id), each);
    for (const load_balancer& each : account.load_balancers) add("loadbalancer", each.id, each);
    return all;
}

} // namespace

answer list_vpcs(call& from) {
    array all;
    for (const vpc& each : from.account.vpcs) all.push_back(show(each));
    return {200, std::move(all), "vpcs"};
}

answer show_vpc(call& from) {
    return {200, object{{"vpc", show(from.account.vpc_of(from.words[0]))}}};
}

answer create_vpc(call& from) {
    vpc made;
    made.name = text_parameter(from.body, "name").value_or("");
    check_vpc_name(from.account, made.name, nullptr);
    made.region = find_region(text_parameter(from.body, "region").value_or(""));
    if (made.region == nullptr || !made.region->available)
        throw unprocessable("region is invalid"); // [?] The text.
    made.description = description_in(from.body);
    made.range = range_in(from);
    made.id = from.account.new_uuid();
    made.created_at = from.now;
    from.account.vpcs.push_back(made);
    return {201, object{{"vpc", show(made)}}};
}

answer update_vpc(call& from) { return change_vpc(from, true); }
answer patch_vpc(call& from) { return change_vpc(from, false); }

answer delete_vpc(call& from) {
    const vpc& which = from.account.vpc_of(from.words[0]);
    // Source: digitalocean/doctl#930 for 403; [?] the text.
    if (which.is_default) throw refused(403, "forbidden", "Can not delete default VPCs");
    // Source: pulumi/pulumi-digitalocean#753; the specification says 403.
    if (!members_of(from.account, which).empty()) throw conflict("Can not delete VPC with members");
    const std::string id = which.id;
    std::erase_if(from.account.vpcs, [&](const vpc& each) { return each.id == id; });
    return {204};
}

answer list_vpc_members(call& from) {
    const vpc& which = from.account.vpc_of(from.words[0]);
    const std::string_view sort = from.asked("resource_type");
    array all;
    for (vpc_member& each : members_of(from.account, which))
        if (sort.empty() || each.sort == sort) all.push_back(std::move(each.shown));
    return {200, std::move(all), "members"};
}

} // namespace chatops::mocks::digitalocean
