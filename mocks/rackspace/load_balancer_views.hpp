// How load balancers and their parts look in an answer.
#pragma once

#include "mocks/rackspace/load_balancer.hpp"

namespace chatops::mocks::rackspace {

object show_node(const balanced_node& one);
array show_nodes(const load_balancer& of);
object show_virtual_ip(const virtual_ip& one);
array show_virtual_ips(const load_balancer& of);
array show_access_list(const load_balancer& of);
object show_stats(const load_balancer& of);

/// In a list: how many nodes, not which.
object show_balancer_briefly(const load_balancer& one);
object show_balancer(const load_balancer& one);

} // namespace chatops::mocks::rackspace
