#include "mocks/digitalocean/digitalocean.hpp"

#include "mocks/digitalocean/running.hpp"
#include "mocks/digitalocean/serving.hpp"
#include "mocks/digitalocean/views.hpp"

namespace chatops::mocks::digitalocean {

cloud::cloud(const seed& given, std::uint64_t chance, time_point began)
    : state_(std::make_unique<account_state>(given, chance, began)) {}

cloud::~cloud() = default;

http::response cloud::handle(const http::request& what, sim::moment when) {
    settle(*state_, when.now);
    return digitalocean::serve(*state_, what, when.now);
}

std::optional<http::response> cloud::look(const http::request& what, sim::moment when) const {
    account_state seen(*state_);
    settle(seen, when.now);
    return digitalocean::serve(seen, what, when.now);
}

http::response cloud::refusal(int status, const http::request& what) const {
    if (status == 429) {
        http::response made = refusal_response(*state_, too_many_requests(), state_->now);
        made.headers.set("ratelimit-remaining", "0");
        return made;
    }
    if (status == 403) return refusal_response(*state_, forbidden(), state_->now);
    if (status == 500) return refusal_response(*state_, server_error(), state_->now);
    return mock::refusal(status, what);
}

std::optional<time_point> cloud::due() const { return state_->due(); }

void cloud::advance(sim::moment when, sim::outbox&) { settle(*state_, when.now); }

value cloud::state() const { return snapshot(*state_); }

std::optional<http::response> cloud::control(const http::request& what, sim::moment) {
    if (what.method != "POST" || what.path() != "/_mock/errored_actions") return std::nullopt;
    const auto body = object_body(what);
    const std::string_view type = body ? text_of(*body, "type") : std::string_view();
    const std::int64_t count = body ? number_of(*body, "count", 1) : 0;
    if (type.empty() || count < 1 || count > limits::planned_errors)
        return control_error(400, "expected {\"type\": \"resize\", \"count\": 1}");
    state_->planned_errors.push_back({std::string(type), static_cast<int>(count)});
    return json_response(200, object{{"ok", true}});
}

} // namespace chatops::mocks::digitalocean
