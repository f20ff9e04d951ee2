// What tells one vendor's HTTP API from another's, as far as every client needs it.
#pragma once

#include "chatops/core/clock.hpp"

#include <boost/describe/class.hpp>
#include <boost/json/value.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace chatops::provider {

struct asked;

/// The words of a refusal, wherever the vendor puts them.
struct refusal {
    std::optional<std::string> id;
    std::optional<std::string> message;
    /// Where it is not in a header.
    std::optional<std::string> request_id;
};
BOOST_DESCRIBE_STRUCT(refusal, (), (id, message, request_id))

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
    /// What carries the secret: the header, and what stands before the secret in it.
    std::string_view credential_header = "Authorization";
    std::string_view credential_scheme = "Bearer ";
    /// The headers that say how many requests are left, and when there are more: seconds since
    /// 1970.
    std::string_view requests_left = "RateLimit-Remaining";
    std::string_view more_requests_at = "RateLimit-Reset";
    /// The status that says that a request was one too many.
    int limited_status = 429;
    /// Whether each kind of request has a limit of its own: a server too many today is no reason
    /// not to look at one.
    bool limits_each_kind = false;
    /// The words of a refusal's body; null where they are its members `id`, `message` and
    /// `request_id`.
    refusal (*refusal_in)(const boost::json::value& body) = nullptr;
    /// Throws for what was refused although the status is a good one (GraphQL); null where a good
    /// status is one. What it throws is tried again as the same by status would be.
    void (*check_good)(const boost::json::value& body, const asked& about) = nullptr;
};

} // namespace chatops::provider
