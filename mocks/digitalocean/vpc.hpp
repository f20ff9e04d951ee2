// A network of one region that droplets and load balancers share, and nobody else.
#pragma once

#include "chatops/core/clock.hpp"
#include "mocks/digitalocean/ipv4.hpp"
#include "mocks/digitalocean/offers.hpp"

#include <string>

namespace chatops::mocks::digitalocean {

struct vpc {
    std::string id;
    std::string name;
    std::string description;
    const digitalocean::region* region = nullptr;
    ipv4_range range;
    /// What is made in the region and names none gets into this one.
    bool is_default = false;
    time_point created_at;

    /// Addresses that things in it can have: not its own, the gateway's, the broadcast's.
    [[nodiscard]] std::uint64_t room() const { return range.size() - 3; }
};

} // namespace chatops::mocks::digitalocean
