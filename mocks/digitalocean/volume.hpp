// Disks that droplets borrow, copies of them, and addresses that move between droplets.
#pragma once

#include "chatops/core/clock.hpp"
#include "mocks/digitalocean/offers.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace chatops::mocks::digitalocean {

struct volume {
    std::string id;
    std::string name;
    std::string description;
    std::int64_t size_gb = 1;
    const digitalocean::region* region = nullptr;
    std::string filesystem_type;
    std::string filesystem_label;
    std::vector<std::string> tags;
    std::optional<std::int64_t> droplet_id;
    time_point created_at;
};

struct volume_snapshot {
    std::string id;
    std::string name;
    std::string volume_id;
    std::int64_t size_gb = 1;
    const digitalocean::region* region = nullptr;
    std::vector<std::string> tags;
    time_point created_at;
};

struct reserved_ip {
    std::string ip;
    const digitalocean::region* region = nullptr;
    std::optional<std::int64_t> droplet_id;

    /// How actions name it: the address as a number.
    [[nodiscard]] std::int64_t number() const;
};

} // namespace chatops::mocks::digitalocean
