// Sentry's web API 0, without I/O.
#pragma once

#include "chatops/sim/mock.hpp"
#include "mocks/sentry/seed.hpp"

#include <cstdint>

namespace chatops::mocks::sentry {

/// The server behind `https://sentry.io`, for one account.
class service final : public sim::mock {
  public:
    /// `chance` decides every identity; `began` is the moment the seeded ages count back from.
    service(const seed& given, std::uint64_t chance, time_point began);

    [[nodiscard]] std::string_view name() const override { return "sentry"; }
    http::response handle(const http::request& what, sim::moment when) override;
    [[nodiscard]] boost::json::value state() const override;

  private:
    seed seed_;
};

} // namespace chatops::mocks::sentry
