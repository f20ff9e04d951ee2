// What a DigitalOcean account holds when a mock starts.
#pragma once

#include "chatops/core/clock.hpp"

#include <chrono>
#include <string>
#include <vector>

namespace chatops::mocks::digitalocean {

/// One server. Its own name and place; the rest has what most have.
struct seed_droplet {
    std::string name;
    std::string region = "fra1";
    std::string size = "s-1vcpu-1gb";
    /// A slug of a public image.
    std::string image = "ubuntu-24-04-x64";
    std::vector<std::string> tags = {};
    /// `active` or `off`.
    std::string status = "active";
    bool backups = false;
    bool ipv6 = false;
    bool monitoring = true;
    /// A `shutdown` completes, and the droplet stays `active`.
    bool ignores_shutdown = false;
    /// How long before the start it was made.
    duration ago = std::chrono::hours(24 * 90);
};

/// One account with one token, which may do everything.
struct seed {
    std::string token;
    std::string owner_email;
    std::string owner_name = "Operations";
    std::string team_name = "My Team";
    int droplet_limit = 25;
    /// What is owed from before this month, in cents.
    int account_balance_cents = 0;
    std::vector<seed_droplet> droplets = {};
};

} // namespace chatops::mocks::digitalocean
