// Where connections come in at a load balancer, and whose.
#include "mocks/common/numbers.hpp"
#include "mocks/rackspace/load_balancer_checks.hpp"
#include "mocks/rackspace/load_balancer_handlers.hpp"
#include "mocks/rackspace/load_balancer_limits.hpp"
#include "mocks/rackspace/load_balancer_views.hpp"

#include <algorithm>
#include <utility>

namespace chatops::mocks::rackspace {
namespace {

/// Source: api-reference/virtual-ips.rst: the last one stays. [?] The text.
void take_out_ips(load_balancer& of, const std::vector<std::int64_t>& ids) {
    std::vector<virtual_ip> left = of.virtual_ips;
    take_out(left, ids, "Virtual ip");
    if (left.empty())
        throw validation_failure({"Cannot delete the last virtual ip of a load balancer."});
    of.virtual_ips = std::move(left);
}

} // namespace

answer list_balancer_ips(call& from) {
    return {200, object{{"virtualIps", show_virtual_ips(balancer_to_see(from))}}};
}

answer add_balancer_ip(call& from) {
    // Source: methods/post-add-virtual-ip-version-6: only of IPv6. [?] The texts.
    if (words_in(from.body, "ipVersion") != "IPV6" || words_in(from.body, "type") != "PUBLIC")
        throw validation_failure({"Virtual ip is invalid. Must be of type PUBLIC and version "
                                  "IPV6."});
    load_balancer& which = balancer_to_change(from);
    if (which.virtual_ips.size() >= limits::balancer_ipv6)
        throw refused(413, "overLimit", "Virtual ips must not exceed 25 per load balancer.");
    load_balancer_holdings& held = from.account.load_balancers;
    which.virtual_ips.push_back(
        {held.new_ip_id(), held.new_address("PUBLIC", "IPV6"), "PUBLIC", "IPV6"});
    begin_update(from, which);
    return {202, show_virtual_ip(which.virtual_ips.back())};
}

answer delete_balancer_ip(call& from) {
    load_balancer& which = balancer_to_change(from);
    const std::int64_t id = whole_number(from.words[1]).value_or(-1);
    if (!has_id_in(which.virtual_ips, id)) throw not_found("Virtual ip not found"); // [?]
    take_out_ips(which, {id});
    begin_update(from, which);
    return {202};
}

answer delete_balancer_ips(call& from) {
    const std::vector<std::int64_t> ids = ids_to_delete(from, "virtual ips");
    load_balancer& which = balancer_to_change(from);
    take_out_ips(which, ids);
    begin_update(from, which);
    return {202};
}

answer list_access_items(call& from) {
    return {200, object{{"accessList", show_access_list(balancer_to_see(from))}}};
}

answer add_access_items(call& from) {
    // Some clients send one alone: apache/libcloud, loadbalancer/drivers/rackspace.py.
    std::vector<object> sent = objects_in(from.body, "accessList");
    if (const object* const one = object_of(from.body, "networkItem")) sent.push_back(*one);
    if (sent.empty()) throw wrong_schema();
    std::vector<network_item> fresh;
    std::vector<std::string> wrong;
    for (const object& each : sent) {
        network_item made;
        made.address = words_in(each, "address").value_or("");
        made.type = words_in(each, "type").value_or("");
        if (!is_network(made.address)) // [?] The texts.
            wrong.emplace_back("Access list address is invalid. Please specify a valid address.");
        if (made.type != "ALLOW" && made.type != "DENY")
            wrong.emplace_back("Access list type is invalid. Please specify ALLOW or DENY.");
        fresh.push_back(std::move(made));
    }
    if (!wrong.empty()) throw validation_failure(std::move(wrong));
    load_balancer& which = balancer_to_change(from);
    if (which.access_list.size() + fresh.size() > limits::access_items) // [?] The text.
        throw refused(413, "overLimit", "Access list must not exceed 100 items.");
    std::vector<network_item> all = which.access_list;
    for (network_item& each : fresh) {
        // Source: api-reference/access-lists.rst: once in a list. [?] The text.
        if (std::any_of(all.begin(), all.end(),
                        [&](const network_item& one) { return one.address == each.address; }))
            throw refused(422, "unprocessableEntity",
                          "Duplicate access list items detected. One or more items already "
                          "configured on load balancer.");
        each.id = from.account.load_balancers.new_item_id();
        all.push_back(std::move(each));
    }
    which.access_list = std::move(all);
    begin_update(from, which);
    return {202};
}

answer delete_access_item(call& from) {
    load_balancer& which = balancer_to_change(from);
    const std::int64_t id = whole_number(from.words[1]).value_or(-1);
    if (!has_id_in(which.access_list, id)) throw not_found("Access list item not found"); // [?]
    take_out(which.access_list, {id}, "Access list item");
    begin_update(from, which);
    return {202};
}

/// Those that are named; the whole list where none is.
answer delete_access_items(call& from) {
    load_balancer& which = balancer_to_change(from);
    if (from.asked("id").empty()) {
        which.access_list.clear();
    } else {
        take_out(which.access_list, ids_to_delete(from, "network items"), "Access list item");
    }
    begin_update(from, which);
    return {202};
}

} // namespace chatops::mocks::rackspace
