// Where a provider is and how it knows us.
#pragma once

#include "chatops/core/secret.hpp"

#include <functional>
#include <map>
#include <string>
#include <string_view>

namespace chatops::config {

struct account {
    /// The provider's name as the configuration writes it: `heroku`.
    std::string name;
    /// Without a slash at the end; the public one where the configuration names none.
    std::string url;
    secret token;
    /// What else that provider needs: Rackspace's `username`, New Relic's `account_id`; and
    /// `secret_key`, where the token has been given by another key than usual.
    std::map<std::string, std::string, std::less<>> more = {};
    /// The line of the configuration file it begins in; 0 if it comes from elsewhere.
    int line = 0;
};

/// What the configuration says of the account under that key; empty where it says nothing.
inline std::string_view said_of(const account& of, std::string_view key) {
    const auto found = of.more.find(key);
    return found == of.more.end() ? std::string_view() : std::string_view(found->second);
}

} // namespace chatops::config
