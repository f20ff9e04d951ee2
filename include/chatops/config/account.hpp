// Where a provider is and how it knows us.
#pragma once

#include "chatops/core/secret.hpp"

#include <map>
#include <string>

namespace chatops::config {

struct account {
    /// The provider's name as the configuration writes it: `heroku`.
    std::string name;
    /// Without a slash at the end: `https://api.heroku.com`.
    std::string url;
    secret token;
    /// What else that provider needs: Rackspace's `username`, New Relic's `account_id`.
    std::map<std::string, secret> more;
};

} // namespace chatops::config
