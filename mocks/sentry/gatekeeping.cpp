#include "mocks/sentry/gatekeeping.hpp"

#include "chatops/core/digest.hpp"
#include "mocks/common/json.hpp"
#include "mocks/common/text.hpp"
#include "mocks/sentry/errors.hpp"

#include <algorithm>
#include <utility>

namespace chatops::mocks::sentry {

void check_credentials(const http::request& what, const account_state& account) {
    const std::string_view header = trimmed(what.headers.get("Authorization"));
    if (header.empty()) throw unauthorized(true);
    const auto space = header.find(' ');
    const bool is_bearer = http::equal_without_case(header.substr(0, space), "Bearer");
    if (!is_bearer || space == std::string_view::npos ||
        !constant_time_equal(trimmed(header.substr(space)), account.token))
        throw unauthorized(false);
}

// Source: sentry/api/permissions.py, ScopedPermission.
void check_scopes(std::span<const std::string_view> enough, const account_state& account) {
    const bool may = std::any_of(enough.begin(), enough.end(), [&](std::string_view one) {
        return std::find(account.scopes.begin(), account.scopes.end(), one) != account.scopes.end();
    });
    if (!may && !enough.empty()) throw forbidden();
}

// Source: sentry/ratelimits/sliding_windows and middleware/ratelimit.py: a fixed window per caller
// and endpoint.
rate_left count_request(account_state& account, const matched& endpoint, time_point now) {
    rate_left left;
    left.allowed = endpoint.rate;
    const std::int64_t seconds =
        std::chrono::duration_cast<std::chrono::seconds>(now.time_since_epoch()).count();
    const std::int64_t length = endpoint.rate.window.count();
    rate_window& window = account.rates[endpoint.name];
    if (window.number != seconds / length) window = {seconds / length, 0};
    left.resets_at_seconds = (window.number + 1) * length;
    left.is_refused = window.requests >= left.allowed.requests;
    if (!left.is_refused) ++window.requests;
    left.remaining = std::max(0, left.allowed.requests - window.requests);
    return left;
}

// Source: rest_framework's own texts.
object read_body(const http::request& what) {
    const std::string_view type = what.headers.get("Content-Type");
    const std::string_view media = trimmed(type.substr(0, type.find(';')));
    if (what.body.empty()) return {};
    if (!media.empty() && !http::equal_without_case(media, "application/json"))
        throw refused(415, "Unsupported media type \"" + std::string(media) + "\" in request.");
    auto read = json::parse(what.body, limits::body_bytes);
    if (!read) throw bad_request("JSON parse error");
    if (read->is_null()) return {};
    if (!read->is_object())
        throw refused(400,
                      object{{"non_field_errors", array{"Invalid data. Expected a dictionary."}}});
    return std::move(read->get_object());
}

} // namespace chatops::mocks::sentry
