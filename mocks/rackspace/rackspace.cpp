#include "mocks/rackspace/rackspace.hpp"

#include "mocks/rackspace/place.hpp"
#include "mocks/rackspace/running.hpp"
#include "mocks/rackspace/serving.hpp"
#include "mocks/rackspace/views.hpp"

#include <chrono>

namespace chatops::mocks::rackspace {
namespace {

http::response plan_errors(account_state& account, const http::request& what) {
    const auto body = object_body(what);
    const std::string_view type = body ? text_of(*body, "type") : std::string_view();
    const std::int64_t count = body ? number_of(*body, "count", 1) : 0;
    if (type.empty() || count < 1 || count > limits::planned_errors)
        return control_error(400, "expected {\"type\": \"resize\", \"count\": 1}");
    planned_error made{std::string(type), static_cast<int>(count)};
    if (const object* const said = object_of(*body, "fault")) {
        server_fault fault;
        fault.code = static_cast<int>(number_of(*said, "code", fault.code));
        fault.message = text_of(*said, "message");
        fault.details = text_of(*said, "details");
        made.fault = std::move(fault);
    }
    account.planned_errors.push_back(std::move(made));
    return json_response(200, object{{"ok", true}});
}

http::response silence(account_state& account, const http::request& what) {
    const auto body = object_body(what);
    const std::string_view address = body ? text_of(*body, "address") : std::string_view();
    if (address.empty())
        return control_error(400, "expected {\"address\": \"10.208.0.1\", \"silent\": true}");
    account.load_balancers.set_silent(std::string(address), is_true(*body, "silent"), account.now);
    return json_response(200, object{{"ok", true}});
}

} // namespace

cloud::cloud(const seed& given, std::uint64_t chance, time_point began)
    : state_(std::make_unique<account_state>(given, chance, began)) {}

cloud::~cloud() = default;

http::response cloud::handle(const http::request& what, sim::moment when) {
    settle(*state_, when.now);
    return rackspace::serve(*state_, what, when.now);
}

std::optional<http::response> cloud::look(const http::request& what, sim::moment when) const {
    account_state seen(*state_);
    settle(seen, when.now);
    return rackspace::serve(seen, what, when.now);
}

http::response cloud::refusal(int status, const http::request& what) const {
    // Rackspace says 413 where others say 429.
    if (status == 413 || status == 429)
        return refusal_response(*state_, over_limit(state_->now + std::chrono::seconds(5)), what);
    if (status == 401) return refusal_response(*state_, unauthorized(), what);
    if (status == 500) return refusal_response(*state_, compute_fault(), what);
    return mock::refusal(status, what);
}

std::optional<time_point> cloud::due() const { return state_->due(); }

void cloud::advance(sim::moment when, sim::outbox&) { settle(*state_, when.now); }

value cloud::state() const { return snapshot(*state_); }

std::optional<http::response> cloud::control(const http::request& what, sim::moment when) {
    if (what.method != "POST") return std::nullopt;
    settle(*state_, when.now);
    if (what.path() == "/_mock/expired_tokens") {
        state_->tokens = {{state_->new_token_id(), {}, {}}};
        return json_response(200, object{{"ok", true}});
    }
    if (what.path() == "/_mock/silent_nodes") return silence(*state_, what);
    if (what.path() == "/_mock/errored_actions") return plan_errors(*state_, what);
    return std::nullopt;
}

std::vector<std::string> cloud::addresses() {
    http::request real;
    std::vector<std::string> made;
    const auto add = [&](service of, std::string_view region) {
        const std::string url = service_url(real, of, region, "", "");
        made.push_back(url.substr(0, url.find('/', url.find("//") + 2)));
    };
    add(service::identity, "");
    add(service::dns, "");
    for (const service each : {service::servers, service::images, service::load_balancers})
        for (const std::string_view region : regions) add(each, region);
    return made;
}

} // namespace chatops::mocks::rackspace
