// Rackspace's commands about load balancers and domains, as lists.
#pragma once

#include "chatops/operations/rackspace/domain_change.hpp"
#include "chatops/operations/rackspace/domains.hpp"
#include "chatops/operations/rackspace/load_balancer_access.hpp"
#include "chatops/operations/rackspace/load_balancer_change.hpp"
#include "chatops/operations/rackspace/load_balancer_create.hpp"
#include "chatops/operations/rackspace/load_balancer_nodes.hpp"
#include "chatops/operations/rackspace/load_balancers.hpp"
#include "chatops/operations/rackspace/pointers.hpp"
#include "chatops/operations/rackspace/records.hpp"
#include "chatops/run/entries.hpp"

#include <vector>

namespace chatops::operations {

/// Instantiates them; called from one file, `apps/catalogue/rackspace_network.cpp`.
inline std::vector<entry> make_rackspace_balancer_entries() {
    return entries_of<
        rackspace_load_balancers, rackspace_load_balancer_show, rackspace_load_balancer_create,
        rackspace_load_balancer_change, rackspace_load_balancer_add, rackspace_load_balancer_remove,
        rackspace_load_balancer_node, rackspace_load_balancer_enable,
        rackspace_load_balancer_disable, rackspace_load_balancer_drain,
        rackspace_load_balancer_monitor, rackspace_load_balancer_access,
        rackspace_load_balancer_allow, rackspace_load_balancer_deny, rackspace_load_balancer_forget,
        rackspace_load_balancer_add_address, rackspace_load_balancer_remove_address,
        rackspace_load_balancer_stats, rackspace_load_balancer_destroy>();
}

/// Called from `apps/catalogue/rackspace_dns.cpp`.
inline std::vector<entry> make_rackspace_dns_entries() {
    return entries_of<rackspace_domains, rackspace_domain_show, rackspace_domain_create,
                      rackspace_domain_change, rackspace_domain_export, rackspace_domain_destroy,
                      rackspace_records, rackspace_record_show, rackspace_record_create,
                      rackspace_record_change, rackspace_record_destroy>();
}

/// Called from `apps/catalogue/rackspace_pointers.cpp`.
inline std::vector<entry> make_rackspace_pointer_entries() {
    return entries_of<rackspace_pointers, rackspace_pointer_create, rackspace_pointer_change,
                      rackspace_pointer_destroy>();
}

} // namespace chatops::operations
