#include "mocks/rackspace/load_balancer.hpp"

#include "mocks/common/numbers.hpp"
#include "mocks/rackspace/errors.hpp"

namespace chatops::mocks::rackspace {

balanced_node* load_balancer::find_node(std::int64_t node_id) {
    for (balanced_node& each : nodes)
        if (each.id == node_id) return &each;
    return nullptr;
}

// Sources of the texts, as they were seen: rackerlabs/otter, cloud_client/clb.py; rackerlabs/mimic,
// model/clb_errors.py and #270, #343; otter#1551.

load_balancer& load_balancer_holdings::of(std::string_view region, std::string_view id) {
    const auto number = whole_number(id);
    for (load_balancer& each : all)
        if (number && each.id == *number && each.region == region) return each;
    throw not_found("Load balancer not found");
}

load_balancer& load_balancer_holdings::changeable(std::string_view region, std::string_view id) {
    load_balancer& found = of(region, id);
    if (found.is_deleted())
        throw refused(422, "immutableEntity",
                      "The load balancer is deleted and considered immutable.");
    if (found.status != "ACTIVE")
        throw refused(422, "immutableEntity",
                      "Load Balancer '" + std::to_string(found.id) + "' has a status of '" +
                          found.status + "' and is considered immutable.");
    return found;
}

load_balancer& load_balancer_holdings::with_parts(std::string_view region, std::string_view id) {
    load_balancer& found = of(region, id);
    if (found.is_deleted()) throw refused(410, "gone", "The loadbalancer is marked as deleted.");
    return found;
}

/// Other customers' things take the numbers between.
std::int64_t load_balancer_holdings::next(std::int64_t& last) { return last += 7; }

std::string load_balancer_holdings::new_address(std::string_view type, std::string_view version) {
    const int number = 10 + given_addresses_++;
    if (type == "SERVICENET") return "10.183.252." + std::to_string(number % 250);
    if (version == "IPV6") return "2001:db8:79f1:1::" + std::to_string(number);
    return "198.51.100." + std::to_string(100 + number % 150);
}

} // namespace chatops::mocks::rackspace
