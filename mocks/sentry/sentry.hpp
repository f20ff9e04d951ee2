// Sentry's web API 0, without I/O.
#pragma once

#include "chatops/sim/mock.hpp"
#include "mocks/sentry/seed.hpp"

#include <cstdint>
#include <memory>

namespace chatops::mocks::sentry {

struct account_state;

/// The server behind `https://sentry.io`, for one organization.
///
/// Events come by themselves as time passes, and what they change is so when somebody asks: nothing
/// has to happen in between.
///
/// Source: getsentry/sentry-api-schema, getsentry/sentry, and what sentry-cli sends.
class service final : public sim::mock {
  public:
    /// `chance` decides every identity; `began` is the moment the seeded ages count back from.
    service(const seed& given, std::uint64_t chance, time_point began);
    ~service() override;

    [[nodiscard]] std::string_view name() const override { return "sentry"; }
    http::response handle(const http::request& what, sim::moment when) override;
    [[nodiscard]] std::optional<http::response> look(const http::request& what,
                                                     sim::moment when) const override;
    [[nodiscard]] http::response refusal(int status, const http::request& what) const override;
    /// `POST /_mock/events`: an error happens (`mocks/sentry/telling.hpp`).
    std::optional<http::response> control(const http::request& what, sim::moment when) override;
    /// The organization, with its issues by short id, releases, monitors, people; without what the
    /// clock counts.
    [[nodiscard]] boost::json::value state() const override;

  private:
    std::unique_ptr<account_state> state_;
};

} // namespace chatops::mocks::sentry
