// What load balancers an account at Rackspace has when a mock starts.
#pragma once

#include <string>
#include <vector>

namespace chatops::mocks::rackspace {

/// HTTP on port 80 to port 80 of the servers that are named, at their private addresses.
struct seed_load_balancer {
    std::string name;
    std::string region = "DFW";
    std::vector<std::string> servers = {};
};

} // namespace chatops::mocks::rackspace
