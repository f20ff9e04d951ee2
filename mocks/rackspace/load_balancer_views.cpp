#include "mocks/rackspace/load_balancer_views.hpp"

#include "mocks/common/text.hpp"
#include "mocks/rackspace/times.hpp"

#include <utility>

namespace chatops::mocks::rackspace {
namespace {

/// What both views have.
object balancer_head(const load_balancer& one) {
    return {{"name", one.name},
            {"id", one.id},
            {"protocol", one.protocol},
            {"port", one.port},
            {"algorithm", one.algorithm},
            {"status", one.status},
            {"timeout", one.timeout_seconds},
            {"virtualIps", show_virtual_ips(one)},
            {"created", object{{"time", iso_time(one.created)}}},
            {"updated", object{{"time", iso_time(one.updated)}}}};
}

} // namespace

object show_node(const balanced_node& one) {
    return {{"address", one.address},     {"id", one.id},       {"port", one.port},
            {"status", one.status},       {"type", one.type},   {"weight", one.weight},
            {"condition", one.condition}, {"metadata", array{}}};
}

array show_nodes(const load_balancer& of) {
    array made;
    for (const balanced_node& each : of.nodes) made.push_back(show_node(each));
    return made;
}

object show_virtual_ip(const virtual_ip& one) {
    return {
        {"address", one.address}, {"id", one.id}, {"type", one.type}, {"ipVersion", one.version}};
}

array show_virtual_ips(const load_balancer& of) {
    array made;
    for (const virtual_ip& each : of.virtual_ips) made.push_back(show_virtual_ip(each));
    return made;
}

array show_access_list(const load_balancer& of) {
    array made;
    for (const network_item& each : of.access_list)
        made.push_back(object{{"address", each.address}, {"id", each.id}, {"type", each.type}});
    return made;
}

// Without TLS of its own, it has nothing to say of that.
// Source: methods/get-show-load-balancer-statistics.
object show_stats(const load_balancer& of) {
    const connection_counts& counts = of.counts;
    return {{"connectTimeOut", counts.connect_timeouts},
            {"connectError", counts.errors},
            {"connectFailure", counts.failures},
            {"dataTimedOut", counts.data_timeouts},
            {"keepAliveTimedOut", counts.keep_alive_timeouts},
            {"maxConn", counts.most},
            {"currentConn", counts.current}};
}

object show_balancer_briefly(const load_balancer& one) {
    object made = balancer_head(one);
    made["nodeCount"] = one.nodes.size();
    return made;
}

object show_balancer(const load_balancer& one) {
    object made = balancer_head(one);
    made["halfClosed"] = one.half_closed;
    made["httpsRedirect"] = one.https_redirect;
    made["cluster"] = object{{"name", "ztm-n01." + lower(one.region) + "1.lbaas.rackspace.net"}};
    made["sourceAddresses"] = object{{"ipv6Public", "2001:db8:79f1:1::3/64"},
                                     {"ipv4Servicenet", "10.183.252.3"},
                                     {"ipv4Public", "198.51.100.3"}};
    made["connectionLogging"] = object{{"enabled", false}};
    made["contentCaching"] = object{{"enabled", false}};
    // What it does not have, it does not mention.
    if (!one.nodes.empty()) made["nodes"] = show_nodes(one);
    if (!one.health_monitor.empty()) made["healthMonitor"] = one.health_monitor;
    if (!one.access_list.empty()) made["accessList"] = show_access_list(one);
    return made;
}

} // namespace chatops::mocks::rackspace
