// New Relic's NerdGraph and REST v2, without I/O.
#pragma once

#include "chatops/sim/mock.hpp"
#include "mocks/newrelic/seed.hpp"

#include <cstdint>
#include <memory>

namespace chatops::mocks::newrelic {

struct account_state;

/// The server behind `https://api.newrelic.com`, for one account.
///
/// Source: the schema that dynovaio/newrelic-sb-sdk keeps, newrelic-client-go, docs.newrelic.com.
class service final : public sim::mock {
  public:
    /// `chance` decides every identity; `began` is the moment the seeded ages count back from.
    service(const seed& given, std::uint64_t chance, time_point began);
    ~service() override;

    [[nodiscard]] std::string_view name() const override { return "newrelic"; }
    http::response handle(const http::request& what, sim::moment when) override;
    [[nodiscard]] std::optional<http::response> look(const http::request& what,
                                                     sim::moment when) const override;
    [[nodiscard]] http::response refusal(int status, const http::request& what) const override;
    [[nodiscard]] std::optional<time_point> due() const override;
    void advance(sim::moment when, sim::outbox& out) override;
    /// `POST /_mock/trouble` `{"app": "acme", "kind": "errors", "for_s": 600}` (without `for_s`,
    /// until `{"app": "acme", "ends": true}`); `POST /_mock/issues` `{"app": "acme", "title": …,
    /// "priority": "CRITICAL"}` opens one by hand, `{"close": "ID"}` closes one; `POST
    /// /_mock/errors` `{"class": "TIMEOUT", "count": 2}`: so many requests to NerdGraph fail, with
    /// status 200.
    std::optional<http::response> control(const http::request& what, sim::moment when) override;
    /// Applications with their deployments, policies, conditions, muting rules, issues, incidents.
    [[nodiscard]] boost::json::value state() const override;

  private:
    std::unique_ptr<account_state> state_;
};

} // namespace chatops::mocks::newrelic
