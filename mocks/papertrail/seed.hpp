// What an account at Papertrail holds when a mock starts.
#pragma once

#include "chatops/core/clock.hpp"

#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

namespace chatops::mocks::papertrail {

/// A machine or an application that sends its log.
struct seed_system {
    std::string name;
    /// By one of both it is recognized.
    std::string hostname = {};
    std::string ip_address = {};
    /// What runs there and writes: `nginx`, `rails`, `sidekiq`, `postgres`, `sshd`, `CROND`.
    /// One without any is silent.
    std::vector<std::string> programs = {};
};

/// The systems of those names, and all whose name the wildcard matches.
struct seed_group {
    std::string name;
    std::string system_wildcard = {};
    std::vector<std::string> systems = {};
};

struct seed_search {
    std::string name;
    std::string query;
    /// Empty: all systems.
    std::string group = {};
};

struct seed_destination {
    int port = 0;
    std::string description = {};
    std::string filter = {};
};

/// One account, whose credentials may do everything.
struct seed {
    std::string token;
    /// With the password, what HTTP's Basic takes in place of the token.
    std::string owner_email = "owner@example.com";
    std::string password = {};
    std::vector<seed_system> systems = {};
    std::vector<seed_group> groups = {};
    std::vector<seed_search> searches = {};
    std::vector<seed_destination> destinations = {};
    /// Beside the owner.
    std::vector<std::string> users = {};
    /// What all systems write together, since that long before the start.
    std::int64_t lines_a_minute = 0;
    duration written_since = std::chrono::hours(24);
    /// East of UTC: in which zone the token's owner reads times.
    std::chrono::minutes zone{0};
    /// Bytes of the month, and what the plan includes.
    std::int64_t used_bytes = 0;
    std::int64_t plan_bytes = std::int64_t{1} << 30;
};

} // namespace chatops::mocks::papertrail
