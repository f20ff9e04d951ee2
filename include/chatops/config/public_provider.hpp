// The providers that the program knows: where everyone reaches them, and what an account needs.
#pragma once

#include <array>
#include <string_view>

namespace chatops::config {

/// What a provider's account has in the configuration beside its `url`.
struct public_provider {
    /// As the configuration writes it: `heroku`.
    std::string_view name;
    /// Where everyone reaches it; empty for one that we do not know.
    std::string_view url;
    /// The key of its secret.
    std::string_view secret_key = "token";
    /// That of another secret, which will do as well; empty where there is none.
    std::string_view other_secret_key = {};
    /// What else it must be told, and what it may be; empty ones are none.
    std::array<std::string_view, 2> required = {};
    std::array<std::string_view, 2> optional = {};
};

inline constexpr std::array<public_provider, 6> public_providers{{
    {"digitalocean", "https://api.digitalocean.com"},
    {"heroku", "https://api.heroku.com"},
    // In the European Union https://api.eu.newrelic.com.
    {"newrelic", "https://api.newrelic.com", "api_key", {}, {"account_id"}},
    {"papertrail", "https://papertrailapp.com"},
    {"rackspace",
     "https://identity.api.rackspacecloud.com",
     "api_key",
     "password",
     {"username"},
     {"tenant", "region"}},
    {"sentry", "https://sentry.io", "token", {}, {"organization"}},
}};

/// The one of that name; of another's own, one that only has the name.
constexpr public_provider public_provider_named(std::string_view name) {
    for (const public_provider& each : public_providers)
        if (each.name == name) return each;
    return {name, {}};
}

} // namespace chatops::config
