// What an account at Rackspace holds when a mock starts.
#pragma once

#include "chatops/core/clock.hpp"
#include "mocks/rackspace/dns_seed.hpp"
#include "mocks/rackspace/load_balancer_seed.hpp"

#include <chrono>
#include <map>
#include <string>
#include <vector>

namespace chatops::mocks::rackspace {

/// What a server ended with that is in `ERROR`.
struct seed_fault {
    int code = 500;
    std::string message = "No valid host was found. There are not enough hosts available.";
    std::string details = {};
};

/// One server. Its own name and place; the rest has what most have.
struct seed_server {
    std::string name;
    std::string region = "DFW";
    /// A flavor's id.
    std::string flavor = "general1-2";
    /// A public image's name.
    std::string image = "Ubuntu 24.04 LTS (Noble Numbat) (Cloud)";
    /// `ACTIVE`, `SHUTOFF`, `PAUSED`, `SUSPENDED` or `ERROR`.
    std::string status = "ACTIVE";
    std::string key_name = {};
    std::map<std::string, std::string> metadata = {};
    /// How long before the start it was made.
    duration ago = std::chrono::hours(24 * 120);
    /// Of one in `ERROR`.
    seed_fault fault = {};
};

/// An image that was made of a server before the start.
struct seed_image {
    std::string name;
    std::string server;
    duration ago = std::chrono::hours(24 * 7);
};

struct seed_keypair {
    std::string name;
    /// `ssh-ed25519 AAAA… comment`.
    std::string public_key;
};

/// One account, whose credentials may do everything.
struct seed {
    std::string username;
    std::string api_key;
    std::string password;
    /// What the user must say as well who comes in by password; empty for nothing.
    std::string passcode = {};
    /// The account's number: `123456`.
    std::string tenant;
    /// Where its servers are unless something else is said: `DFW`.
    std::string region = "DFW";
    /// The user may not come in: 403.
    bool is_disabled = false;
    std::vector<seed_server> servers = {};
    std::vector<seed_image> images = {};
    std::vector<seed_keypair> keypairs = {};
    std::vector<seed_load_balancer> load_balancers = {};
    std::vector<seed_domain> domains = {};
};

} // namespace chatops::mocks::rackspace
