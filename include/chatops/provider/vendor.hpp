// What tells one vendor's HTTP API from another's, as far as every client needs it.
#pragma once

#include "chatops/core/clock.hpp"

#include <string_view>

namespace chatops::provider {

/// Constant facts of one vendor, with static lifetime.
struct vendor {
    /// As the configuration writes it: `heroku`.
    std::string_view name;
    /// The `Accept` header.
    std::string_view accept;
    /// The header by which its support finds a request.
    std::string_view request_id;
    /// The header that says what the next page is; empty where the body does.
    std::string_view next_page;
    /// After which one more request is free, where no answer says so.
    duration token_comes_back;
    /// What a refusal means, as a status of HTTP, where the vendor's own says something else: 409
    /// where something else goes on just now, 422 where something else must be asked for. Null
    /// where its statuses are to be taken at their word.
    int (*meaning_of)(int status, std::string_view message) = nullptr;
};

} // namespace chatops::provider
