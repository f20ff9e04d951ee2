// New Relic's NerdGraph and REST v2, without I/O.
#pragma once

#include "chatops/sim/mock.hpp"
#include "mocks/newrelic/seed.hpp"

#include <cstdint>

namespace chatops::mocks::newrelic {

/// The server behind `https://api.newrelic.com`, for one account.
class service final : public sim::mock {
  public:
    /// `chance` decides every identity; `began` is the moment the seeded ages count back from.
    service(const seed& given, std::uint64_t chance, time_point began);

    [[nodiscard]] std::string_view name() const override { return "newrelic"; }
    http::response handle(const http::request& what, sim::moment when) override;
    [[nodiscard]] boost::json::value state() const override;

  private:
    seed seed_;
};

} // namespace chatops::mocks::newrelic
