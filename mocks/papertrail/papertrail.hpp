// Papertrail's HTTP API v1, without I/O.
#pragma once

#include "chatops/sim/mock.hpp"
#include "mocks/papertrail/seed.hpp"

#include <cstdint>
#include <memory>

namespace chatops::mocks::papertrail {

struct account_state;

/// The server behind `https://papertrailapp.com`, for one account. What its systems write comes by
/// itself as time passes, and is made only where somebody looks at it.
///
/// Source: help.papertrailapp.com, "HTTP API", "Log search API", "Settings API", "Search syntax",
/// and what papertrail-cli sends.
class service final : public sim::mock {
  public:
    /// `chance` decides every identity and every line; `began` is the moment the seeded ages count
    /// back from.
    service(const seed& given, std::uint64_t chance, time_point began);
    ~service() override;

    [[nodiscard]] std::string_view name() const override { return "papertrail"; }
    http::response handle(const http::request& what, sim::moment when) override;
    [[nodiscard]] std::optional<http::response> look(const http::request& what,
                                                     sim::moment when) const override;
    [[nodiscard]] http::response refusal(int status, const http::request& what) const override;
    /// `POST /_mock/events` `{"text": "line\nline", "system": "acme-web-1", "program": "rails",
    /// "severity": "Error", "facility": "User"}`: a system writes; one that is not known is
    /// recognized by it. `POST /_mock/rate` `{"lines_a_second": 500, "text": "request"}`: from now
    /// on so many lines come, each with that text and its number; without a text, what programs
    /// write.
    std::optional<http::response> control(const http::request& what, sim::moment when) override;
    /// Systems, groups, saved searches, destinations, users; of the log, how it flows and how many
    /// lines were added.
    [[nodiscard]] boost::json::value state() const override;

  private:
    std::unique_ptr<account_state> state_;
};

} // namespace chatops::mocks::papertrail
