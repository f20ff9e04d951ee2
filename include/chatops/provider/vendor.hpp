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
};

} // namespace chatops::provider
