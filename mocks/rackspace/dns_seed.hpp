// What zones an account at Rackspace has when a mock starts.
#pragma once

#include <string>
#include <vector>

namespace chatops::mocks::rackspace {

/// A record of a zone, beside those that every zone has.
struct seed_record {
    std::string type = "A";
    /// The whole name: `www.acme.example`.
    std::string name;
    /// Of an A record also a server's name, which stands for its address.
    std::string data;
    int priority = 10;
};

struct seed_domain {
    std::string name;
    std::string email_address;
    std::vector<seed_record> records = {};
};

} // namespace chatops::mocks::rackspace
