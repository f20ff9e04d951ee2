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

struct seed_ssh_key {
    std::string name;
    /// `ssh-ed25519 AAAA… comment`.
    std::string public_key;
};

/// A record of a zone, beside those that every zone has.
struct seed_record {
    std::string type = "A";
    std::string name = "@";
    /// Of an A record also a droplet's name, which stands for its address.
    std::string data;
    int priority = 10;
};

struct seed_domain {
    std::string name;
    std::vector<seed_record> records = {};
};

/// Attached to the droplet, if one is named.
struct seed_volume {
    std::string name;
    std::string region = "fra1";
    int size_gigabytes = 10;
    std::string droplet = {};
    std::vector<std::string> tags = {};
};

/// Lets the ports in from everywhere, and everything out.
struct seed_firewall {
    std::string name;
    std::vector<std::string> tags = {};
    std::vector<std::string> tcp_ports = {"22", "443"};
};

/// HTTP on port 80 to port 80 of the droplets that are named.
struct seed_load_balancer {
    std::string name;
    std::string region = "fra1";
    std::vector<std::string> droplets = {};
    /// HTTPS on port 443 as well, to those that have the certificate.
    bool passes_https = false;
};

/// Kept in the droplet's region, and assigned to it.
struct seed_reserved_ip {
    std::string droplet;
};

/// A snapshot, or a backup, that was taken of a droplet before the start.
struct seed_image {
    std::string name;
    std::string droplet;
    std::string type = "snapshot";
    duration ago = std::chrono::hours(24 * 7);
};

/// A network beside the default ones.
struct seed_vpc {
    std::string name;
    std::string region = "fra1";
    /// `10.10.10.0/24`.
    std::string ip_range;
};

/// A project beside the default one.
struct seed_project {
    std::string name;
    std::string purpose = "Web Application";
    std::string environment = "Production";
    std::string description = {};
    /// Names of droplets, load balancers, domains and volumes.
    std::vector<std::string> things = {};
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
    std::vector<seed_image> images = {};
    std::vector<seed_ssh_key> ssh_keys = {};
    std::vector<seed_domain> domains = {};
    std::vector<seed_volume> volumes = {};
    std::vector<seed_firewall> firewalls = {};
    std::vector<seed_load_balancer> load_balancers = {};
    std::vector<seed_reserved_ip> reserved_ips = {};
    std::vector<seed_vpc> vpcs = {};
    std::vector<seed_project> projects = {};
};

} // namespace chatops::mocks::digitalocean
