// Rackspace's Identity v2.0, Cloud Servers v2, Cloud Load Balancers v1.0 and Cloud DNS v1.0, without I/O.
#pragma once

#include "chatops/sim/mock.hpp"
#include "mocks/rackspace/seed.hpp"

#include <cstdint>

namespace chatops::mocks::rackspace {

/// The server behind `https://identity.api.rackspacecloud.com`, for one account.
class cloud final : public sim::mock {
  public:
    /// `chance` decides every identity; `began` is the moment the seeded ages count back from.
    cloud(const seed& given, std::uint64_t chance, time_point began);

    [[nodiscard]] std::string_view name() const override { return "rackspace"; }
    http::response handle(const http::request& what, sim::moment when) override;
    [[nodiscard]] boost::json::value state() const override;

  private:
    seed seed_;
};

} // namespace chatops::mocks::rackspace
