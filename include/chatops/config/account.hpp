// Where a provider is and how it knows us.
#pragma once

#include "chatops/core/secret.hpp"

#include <array>
#include <map>
#include <string>
#include <string_view>

namespace chatops::config {

struct account {
    /// The provider's name as the configuration writes it: `heroku`.
    std::string name;
    /// Without a slash at the end; `public_url` where the configuration names none.
    std::string url;
    secret token;
    /// What else that provider needs: Rackspace's `username`, New Relic's `account_id`.
    std::map<std::string, secret> more;
    /// The line of the configuration file it begins in; 0 if it comes from elsewhere.
    int line = 0;
};

/// The providers whose public address is known.
inline constexpr std::array<std::string_view, 2> public_providers{"digitalocean", "heroku"};

/// Where everyone reaches a provider: `https://api.heroku.com`; empty for one that we do not know.
constexpr std::string_view public_url(std::string_view provider) {
    if (provider == "digitalocean") return "https://api.digitalocean.com";
    if (provider == "heroku") return "https://api.heroku.com";
    return {};
}

} // namespace chatops::config
