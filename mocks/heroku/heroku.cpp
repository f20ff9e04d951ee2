#include "mocks/heroku/heroku.hpp"

#include "mocks/heroku/running.hpp"
#include "mocks/heroku/serving.hpp"
#include "mocks/heroku/views.hpp"

namespace chatops::mocks::heroku {

platform::platform(const seed& given, std::uint64_t chance, time_point began)
    : state_(std::make_unique<account_state>(given, chance, began)) {}

platform::~platform() = default;

http::response platform::handle(const http::request& what, sim::moment when) {
    settle(*state_, when.now);
    return heroku::serve(*state_, what, when.now);
}

http::response platform::refusal(int status) const {
    if (status != 429) return mock::refusal(status);
    http::response made;
    made.status = status;
    made.headers.set("Content-Type", "application/json");
    made.headers.set("Request-Id", state_->new_request_id());
    made.headers.set("RateLimit-Remaining", "0");
    made.body = json::text(rate_limited().body());
    return made;
}

std::optional<time_point> platform::due() const { return state_->due(); }

void platform::advance(sim::moment when, sim::outbox&) { settle(*state_, when.now); }

value platform::state() const { return snapshot(*state_); }

} // namespace chatops::mocks::heroku
