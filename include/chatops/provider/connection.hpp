// What a provider's client is made from: an account, the network, the time, and some patience.
#pragma once

#include "chatops/config/account.hpp"
#include "chatops/core/clock.hpp"
#include "chatops/core/random.hpp"
#include "chatops/core/secret.hpp"
#include "chatops/http/transport.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>

namespace chatops::provider {

using config::account;

/// What a vendor's identity service gave for the account's secret: another one, for a while, and
/// where its services are.
struct access {
    /// Of what it was given for: an account that is told otherwise later asks anew.
    std::string given_for;
    secret token;
    /// By our clock.
    time_point until;
    /// Addresses without a slash at the end, by the name that the vendor's client has for each.
    std::map<std::string, std::string, std::less<>> services;
};

/// Requests left and when more come, as the last answer said.
struct rate_state {
    std::optional<std::int64_t> remaining;
    std::optional<time_point> refused_until;
};

/// What is known of an account across calls: shared by all clients made for it in one process. The
/// rate is the account's own.
struct account_state : rate_state {
    /// Where a vendor limits each kind of request by itself, by kind.
    std::map<std::string, rate_state, std::less<>> rates;
    /// The provider's own time, from the last `Date` header.
    std::optional<time_point> provider_time;
    /// When it last answered anything, if only a refusal; when it last did not, and what was then.
    std::optional<time_point> last_success;
    std::optional<time_point> last_failure;
    std::string trouble;
    /// Of a vendor that has an identity service, while it is good.
    std::optional<access> granted;
    /// Requests that are on their way or wait for their turn.
    std::size_t under_way = 0;
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
