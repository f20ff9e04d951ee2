// Which traffic reaches droplets, and leaves them.
#pragma once

#include "chatops/core/clock.hpp"

#include <boost/json/array.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace chatops::mocks::digitalocean {

struct firewall {
    /// A droplet that does not follow the rules yet.
    struct change {
        std::int64_t droplet_id = 0;
        bool removing = false;
    };

    std::string id;
    std::string name;
    /// As the API shows them, with only what was given.
    boost::json::array inbound_rules;
    boost::json::array outbound_rules;
    std::vector<std::int64_t> droplet_ids;
    std::vector<std::string> tags;
    std::vector<change> pending_changes;
    time_point created_at;
    /// When all droplets follow.
    std::optional<time_point> settles_at;
    /// They did not: `/_mock/errored_actions` asked for that. The next change tries again.
    bool failed = false;
};

} // namespace chatops::mocks::digitalocean
