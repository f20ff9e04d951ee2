#include "mocks/digitalocean/firewall_rules.hpp"

#include "mocks/common/addresses.hpp"

namespace chatops::mocks::digitalocean {
namespace {

// Where a text is not marked it was seen: patoroco/doorkeeper#17,
// digitalocean/terraform-provider-digitalocean#33.

bool is_address(std::string_view text) {
    const auto slash = text.find('/');
    const std::string_view ip = text.substr(0, slash);
    const bool is_four = is_ipv4(ip);
    if (!is_four && !is_ipv6(ip)) return false;
    if (slash == std::string_view::npos) return true;
    const auto bits = number_in(text.substr(slash + 1));
    return bits && *bits >= 0 && *bits <= (is_four ? 32 : 128);
}

bool is_port(std::string_view text) {
    const auto number = number_in(text);
    return number && *number >= 1 && *number <= 65'535;
}

/// One, a range, or `0` for all.
std::string ports_in(const object& rule, std::string_view protocol) {
    const std::string given = identity_parameter(rule, "ports").value_or("");
    if (protocol == "icmp") return "0";
    const auto dash = given.find('-');
    const bool is_range = dash != std::string::npos && is_port(given.substr(0, dash)) &&
                          is_port(given.substr(dash + 1));
    if (given != "0" && !is_port(given) && !is_range)
        throw unprocessable("you must specify a valid range for ports");
    return given;
}

void check_droplets(const account_state& account, const array& ids) {
    for (const value& each : ids) {
        bool is_there = false;
        for (const droplet& one : account.droplets)
            is_there = is_there || (each.is_int64() && one.id == each.get_int64());
        if (!is_there) throw unprocessable("droplet not found"); // [?] The text.
    }
}

/// Keeps of the sources or destinations what is given.
object target_in(const call& from, const object& given) {
    object kept;
    for (const char* const member :
         {"addresses", "droplet_ids", "load_balancer_uids", "kubernetes_ids", "tags"}) {
        const array* const all = array_of(given, member);
        if (all == nullptr || all->empty()) continue;
        kept[member] = *all;
    }
    if (const array* const all = array_of(kept, "addresses"))
        for (const value& each : *all)
            if (!each.is_string() || !is_address(view(each.get_string())))
                throw unprocessable("invalid address");
    if (const array* const all = array_of(kept, "droplet_ids")) check_droplets(from.account, *all);
    if (const array* const all = array_of(kept, "tags"))
        for (const value& each : *all)
            if (!each.is_string() || !from.account.has_tag(view(each.get_string())))
                throw unprocessable("tag not found"); // [?] The text.
    return kept;
}

object rule_in(const call& from, const value& given, const char* target) {
    if (!given.is_object()) throw unprocessable("invalid rule"); // [?] The text.
    const object& rule = given.get_object();
    const std::string protocol = text_parameter(rule, "protocol").value_or("");
    if (protocol != "tcp" && protocol != "udp" && protocol != "icmp") // [?] The text.
        throw unprocessable("you must specify a valid protocol");
    object made{{"protocol", protocol}, {"ports", ports_in(rule, protocol)}};
    const object* const where = object_of(rule, target);
    object kept = where == nullptr ? object() : target_in(from, *where);
    // A rule for nobody is no rule; [?] the text.
    if (kept.empty()) throw unprocessable(std::string("you must specify ") + target);
    made[target] = std::move(kept);
    return made;
}

} // namespace

array rules_in(const call& from, std::string_view member) {
    const array* const given = array_of(from.body, member);
    if (given == nullptr) return {};
    const char* const target = member == "inbound_rules" ? "sources" : "destinations";
    array all;
    for (const value& each : *given) all.push_back(rule_in(from, each, target));
    return all;
}

} // namespace chatops::mocks::digitalocean
