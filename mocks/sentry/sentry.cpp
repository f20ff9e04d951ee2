#include "mocks/sentry/sentry.hpp"

#include "mocks/common/json.hpp"
#include "mocks/sentry/arrivals.hpp"
#include "mocks/sentry/errors.hpp"
#include "mocks/sentry/serving.hpp"
#include "mocks/sentry/telling.hpp"
#include "mocks/sentry/views.hpp"

namespace chatops::mocks::sentry {

service::service(const seed& given, std::uint64_t chance, time_point began)
    : state_(std::make_unique<account_state>(given, chance, began)) {}

service::~service() = default;

http::response service::handle(const http::request& what, sim::moment when) {
    settle(*state_, when.now);
    return sentry::serve(*state_, what, when.now);
}

std::optional<http::response> service::look(const http::request& what, sim::moment when) const {
    account_state seen(*state_);
    settle(seen, when.now);
    return sentry::serve(seen, what, when.now);
}

http::response service::refusal(int status, const http::request& what) const {
    if (status == 401) return json_response(status, unauthorized(false).body());
    if (status == 403) return json_response(status, forbidden().body());
    if (status == 404) return json_response(status, not_found().body());
    if (status != 429) return mock::refusal(status, what);
    const refused why = rate_limited(limits::usual_rate.requests, 1);
    http::response made = json_response(status, why.body());
    made.headers.set("X-Sentry-Rate-Limit-Remaining", "0");
    return made;
}

std::optional<http::response> service::control(const http::request& what, sim::moment when) {
    if (what.method != "POST" || what.path() != "/_mock/events") return std::nullopt;
    settle(*state_, when.now);
    return tell_events(*state_, what, when.now);
}

value service::state() const { return snapshot(*state_); }

} // namespace chatops::mocks::sentry
