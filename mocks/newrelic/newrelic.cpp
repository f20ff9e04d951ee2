#include "mocks/newrelic/newrelic.hpp"

#include "mocks/newrelic/control.hpp"
#include "mocks/newrelic/rest.hpp"
#include "mocks/newrelic/running.hpp"
#include "mocks/newrelic/serving.hpp"
#include "mocks/newrelic/snapshot.hpp"

namespace chatops::mocks::newrelic {

service::service(const seed& given, std::uint64_t chance, time_point began)
    : state_(std::make_unique<account_state>(given, chance, began)) {}

service::~service() = default;

http::response service::handle(const http::request& what, sim::moment when) {
    settle(*state_, when.now);
    return newrelic::serve(*state_, what, when.now);
}

std::optional<http::response> service::look(const http::request& what, sim::moment when) const {
    account_state seen(*state_);
    settle(seen, when.now);
    return newrelic::serve(seen, what, when.now);
}

/// Source: docs.newrelic.com, "NerdGraph usage limits": 25 requests of one user at once.
http::response service::refusal(int status, const http::request& what) const {
    if (status != 429) return mock::refusal(status, what);
    constexpr const char* said = "Too many concurrent requests";
    if (what.path() != "/graphql") return rest_refusal(429, said);
    return failing(429, said, "TOO_MANY_REQUESTS");
}

std::optional<time_point> service::due() const { return newrelic::due(*state_); }

void service::advance(sim::moment when, sim::outbox&) { settle(*state_, when.now); }

std::optional<http::response> service::control(const http::request& what, sim::moment when) {
    settle(*state_, when.now);
    return newrelic::control(*state_, what, when.now);
}

boost::json::value service::state() const { return snapshot(*state_); }

} // namespace chatops::mocks::newrelic
