// DigitalOcean's API v2, without I/O.
#pragma once

#include "chatops/sim/mock.hpp"
#include "mocks/digitalocean/seed.hpp"

#include <cstdint>
#include <memory>

namespace chatops::mocks::digitalocean {

struct account_state;

/// The server behind `https://api.digitalocean.com`, for one account.
///
/// Source: digitalocean/openapi (August 2026), and what people's clients were seen to be answered.
/// `Date`, `created_at` and the states follow `moment::now`.
class cloud final : public sim::mock {
  public:
    /// `chance` decides every identity; `began` is the moment the seeded ages count back from.
    cloud(const seed& given, std::uint64_t chance, time_point began);
    ~cloud() override;

    [[nodiscard]] std::string_view name() const override { return "digitalocean"; }
    http::response handle(const http::request& what, sim::moment when) override;
    [[nodiscard]] std::optional<http::response> look(const http::request& what,
                                                     sim::moment when) const override;
    [[nodiscard]] http::response refusal(int status, const http::request& what) const override;
    [[nodiscard]] std::optional<time_point> due() const override;
    void advance(sim::moment when, sim::outbox& out) override;
    /// The account and all that it holds: droplets by id, actions (the newest first), images of its
    /// own, and the rest.
    [[nodiscard]] boost::json::value state() const override;

    /// `POST /_mock/errored_actions` `{"type": "resize", "count": 1}`: the next actions of that
    /// type end as `errored`, without effect. Of the type `firewall` the next changes of firewalls
    /// end as `failed`, of `load_balancer` those of load balancers as `errored`.
    std::optional<http::response> control(const http::request& what, sim::moment when) override;

  private:
    std::unique_ptr<account_state> state_;
};

} // namespace chatops::mocks::digitalocean
