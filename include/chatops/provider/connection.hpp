// What every provider's client is made from: an account, the network, the time, and how patient to be.
#pragma once

#include "chatops/core/clock.hpp"
#include "chatops/core/random.hpp"
#include "chatops/core/secret.hpp"
#include "chatops/http/transport.hpp"

#include <map>
#include <optional>
#include <string>

namespace chatops::provider {

/// Where a provider is and how it knows us; from the configuration.
struct account {
    /// The provider's name as the configuration writes it: `heroku`.
    std::string name;
    /// Without a slash at the end: `https://api.heroku.com`.
    std::string url;
    secret token;
    /// What else that provider needs: Rackspace's `username`, New Relic's `account_id`.
    std::map<std::string, secret> more;
};

/// What is known of an account across calls: shared by all clients made for it in one process.
struct account_state {
    /// The provider's own time, from the last `Date` header.
    std::optional<time_point> provider_time;
    /// Requests left and when more come, as the last answer's headers said.
    std::optional<std::int64_t> remaining;
    std::optional<time_point> refused_until;
};

/// Whether a client may send a request again by itself.
enum class repeats {
    /// What is safe to repeat is repeated, with jitter, until the deadline.
    when_safe,
    /// Never: inside a step that must not happen twice. A time-out then means "unknown".
    never,
};

/// The parts a client is made from; a client holds it by value and is made anew for each step.
struct connection {
    http::transport& transport;
    clock& time;
    random_source& chance;
    const account& where;
    account_state& known;
    repeats policy = repeats::when_safe;
    /// For one call with all its repeats.
    duration patience{30'000};
};

} // namespace chatops::provider
