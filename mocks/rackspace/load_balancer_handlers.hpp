// Every operation of load balancers that this mock has, one function each; load_balancers.cpp says
// which path is whose.
#pragma once

#include "mocks/rackspace/call.hpp"

namespace chatops::mocks::rackspace {

// load_balancer_life.cpp
answer list_load_balancers(call& from);
answer show_load_balancer(call& from);
answer create_load_balancer(call& from);
answer update_load_balancer(call& from);
answer delete_load_balancer(call& from);
answer delete_load_balancers(call& from);

// load_balancer_nodes.cpp
answer list_balanced_nodes(call& from);
answer show_balanced_node(call& from);
answer add_balanced_nodes(call& from);
answer update_balanced_node(call& from);
answer update_balanced_nodes(call& from);
answer delete_balanced_node(call& from);
answer delete_balanced_nodes(call& from);

// load_balancer_access.cpp
answer list_balancer_ips(call& from);
answer add_balancer_ip(call& from);
answer delete_balancer_ip(call& from);
answer delete_balancer_ips(call& from);
answer list_access_items(call& from);
answer add_access_items(call& from);
answer delete_access_item(call& from);
answer delete_access_items(call& from);

// load_balancer_monitor.cpp
answer show_health_monitor(call& from);
answer update_health_monitor(call& from);
answer delete_health_monitor(call& from);
answer show_balancer_stats(call& from);

// load_balancer_offers.cpp
answer list_balancer_protocols(call& from);
answer list_balancer_algorithms(call& from);
answer list_balancer_absolute_limits(call& from);
answer list_balancer_rates(call& from);

} // namespace chatops::mocks::rackspace
