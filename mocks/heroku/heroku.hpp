// Heroku's Platform API v3, without I/O.
#pragma once

#include "chatops/sim/mock.hpp"
#include "mocks/heroku/seed.hpp"

#include <cstdint>
#include <memory>

namespace chatops::mocks::heroku {

struct account_state;
class tails;

/// The server behind `https://api.heroku.com`, for one account.
///
/// Source: `schema.json` of heroku/platform-api, the reference text in heroku/node-heroku-client,
/// and what Heroku's own CLI sends. `Date`, `created_at` and the states follow `moment::now`.
class platform final : public sim::mock {
  public:
    /// `chance` decides every identity; `began` is the moment the seeded ages count back from.
    platform(const seed& given, std::uint64_t chance, time_point began);
    ~platform() override;

    [[nodiscard]] std::string_view name() const override { return "heroku"; }
    http::response handle(const http::request& what, sim::moment when) override;
    sim::answer serve(const http::request& what, sim::moment when) override;
    [[nodiscard]] std::optional<http::response> look(const http::request& what,
                                                     sim::moment when) const override;
    [[nodiscard]] http::response refusal(int status, const http::request& what) const override;
    [[nodiscard]] std::optional<time_point> due() const override;
    void advance(sim::moment when, sim::outbox& out) override;
    void left(sim::stream_id reader, sim::moment when) override;
    /// `POST /_mock/log` `{"app": "acme", "text": "line\nline", "dyno": "web.1"}`: the application
    /// writes.
    std::optional<http::response> control(const http::request& what, sim::moment when) override;
    /// The account, and every application with its formation, dynos, releases, and a digest in
    /// place of each config var's value; pipelines; hosts of log drains and webhooks.
    [[nodiscard]] boost::json::value state() const override;

  private:
    std::unique_ptr<account_state> state_;
    std::unique_ptr<tails> tails_;
};

} // namespace chatops::mocks::heroku
