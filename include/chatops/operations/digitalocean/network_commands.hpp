// DigitalOcean's commands about networks, firewalls and load balancers, as a list.
#pragma once

#include "chatops/operations/digitalocean/firewall_create.hpp"
#include "chatops/operations/digitalocean/firewall_members.hpp"
#include "chatops/operations/digitalocean/firewall_rename.hpp"
#include "chatops/operations/digitalocean/firewall_rules.hpp"
#include "chatops/operations/digitalocean/firewalls.hpp"
#include "chatops/operations/digitalocean/load_balancer_change.hpp"
#include "chatops/operations/digitalocean/load_balancer_create.hpp"
#include "chatops/operations/digitalocean/load_balancer_rules.hpp"
#include "chatops/operations/digitalocean/load_balancers.hpp"
#include "chatops/operations/digitalocean/vpc_change.hpp"
#include "chatops/operations/digitalocean/vpcs.hpp"
#include "chatops/run/entries.hpp"

#include <vector>

namespace chatops::operations {

/// Instantiates them; called from one file, `apps/catalogue/digitalocean_network.cpp`.
inline std::vector<entry> make_digitalocean_network_entries() {
    return entries_of<
        digitalocean_firewalls, digitalocean_firewall_show, digitalocean_firewall_create,
        digitalocean_firewall_add, digitalocean_firewall_remove, digitalocean_firewall_open,
        digitalocean_firewall_close, digitalocean_firewall_rename, digitalocean_firewall_destroy,
        digitalocean_load_balancers, digitalocean_load_balancer_show,
        digitalocean_load_balancer_create, digitalocean_load_balancer_open,
        digitalocean_load_balancer_close, digitalocean_load_balancer_add,
        digitalocean_load_balancer_remove, digitalocean_load_balancer_change,
        digitalocean_load_balancer_destroy, digitalocean_vpcs, digitalocean_vpc_show,
        digitalocean_vpc_create, digitalocean_vpc_rename, digitalocean_vpc_default,
        digitalocean_vpc_destroy>();
}

} // namespace chatops::operations
