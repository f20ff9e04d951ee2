#include "mocks/digitalocean/gatekeeping.hpp"

#include "chatops/core/digest.hpp"
#include "mocks/common/json.hpp"
#include "mocks/common/text.hpp"

namespace chatops::mocks::digitalocean {

void check_credentials(const http::request& what, const account_state& account) {
    const std::string_view header = trimmed(what.headers.get("Authorization"));
    const auto space = header.find(' ');
    const bool is_bearer = http::equal_without_case(header.substr(0, space), "Bearer");
    if (!is_bearer || space == std::string_view::npos ||
        !constant_time_equal(trimmed(header.substr(space)), account.token))
        throw unauthorized();
}

void check_rate(account_state& account, time_point now) {
    account.rate.pass(now);
    account.burst.pass(now);
    if (account.rate.is_full() || account.burst.is_full()) throw too_many_requests();
    account.rate.count(now);
    account.burst.count(now);
}

object read_body(const http::request& what) {
    const std::string_view type = what.headers.get("Content-Type");
    const std::string_view media = trimmed(type.substr(0, type.find(';')));
    // What is said to be something else is not looked at. Source: motdotla/digitalocean#45, where
    // it was answered as if nothing had been given.
    if (what.body.empty() || !http::equal_without_case(media, "application/json")) return {};
    auto read = json::parse(what.body, limits::body_bytes);
    if (!read) throw bad_request();
    if (read->is_null()) return {};
    if (!read->is_object()) throw bad_request();
    return std::move(read->get_object());
}

} // namespace chatops::mocks::digitalocean
