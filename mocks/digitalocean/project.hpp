// Groups of an account's things, as people see them in the control panel.
#pragma once

#include "chatops/core/clock.hpp"

#include <optional>
#include <string>
#include <vector>

namespace chatops::mocks::digitalocean {

struct account_state;

struct project {
    std::string id;
    std::string name;
    std::string description;
    std::string purpose;
    /// `Development`, `Staging`, `Production`, or nothing.
    std::string environment;
    /// What is in no other is in this one.
    bool is_default = false;
    time_point created_at;
    time_point updated_at;
};

/// That a thing was put into a project.
struct assignment {
    /// `do:droplet:512000042`
    std::string urn;
    std::string project_id;
    time_point at;
};

/// A thing that is in a project.
struct belonging {
    std::string urn;
    /// `/v2/droplets/512000042`
    std::string path;
    /// Of a domain nobody knows when it was made.
    std::optional<time_point> created_at;
};

/// All that can be in a project: droplets, load balancers, domains, volumes, reserved IPs.
std::vector<belonging> belongings(const account_state& account);

/// `do:droplet:512000042`: how a thing is named across all sorts.
std::string urn_of(const char* sort, const std::string& id);

/// The project that the thing is in.
const std::string& project_id_of(const account_state& account, const std::string& urn);
/// Puts it there, wherever it was.
void put_into_project(account_state& account, const std::string& urn, const project& into);
/// It is gone: another of that name is in none.
void forget_project(account_state& account, const std::string& urn);

} // namespace chatops::mocks::digitalocean
