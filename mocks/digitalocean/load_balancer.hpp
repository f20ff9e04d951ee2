// What spreads requests over droplets.
#pragma once

#include "chatops/core/clock.hpp"
#include "mocks/digitalocean/offers.hpp"

#include <boost/json/object.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace chatops::mocks::digitalocean {

struct load_balancer {
    std::string id;
    std::string name;
    /// Empty until it is active.
    std::string ip;
    /// `new`, `active`, or `errored` where `/_mock/errored_actions` asked for that.
    std::string status = "new";
    const digitalocean::region* region = nullptr;
    std::string vpc_uuid;
    std::vector<std::int64_t> droplet_ids;
    /// Droplets with it are behind the load balancer, too.
    std::string tag;
    /// Rules, health check and flags as the API shows them.
    boost::json::object settings;
    time_point created_at;
    /// Until then it can be neither changed nor used.
    std::optional<time_point> settles_at;
};

} // namespace chatops::mocks::digitalocean
