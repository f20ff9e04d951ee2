// Logs that somebody follows: who reads which, and how far.
#pragma once

#include "chatops/sim/mock.hpp"
#include "mocks/heroku/state.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace chatops::mocks::heroku {

class tails {
  public:
    /// Someone reads that session's log from its end on; `as_events` as `text/event-stream`.
    sim::stream_id follow(const app& of, const log_session& session, bool as_events,
                          std::size_t lines_sent, time_point now);
    void left(sim::stream_id reader);

    /// When somebody next has something to read: at once, or once an application is visited.
    [[nodiscard]] std::optional<time_point> due(const account_state& account) const;
    /// Puts into `out` what was written since, and ends those whose application is gone.
    void advance(account_state& account, time_point now, sim::outbox& out);

  private:
    struct reader {
        sim::stream_id name = 0;
        std::string app_id;
        log_session session;
        bool as_events = false;
        std::size_t lines_sent = 0;
        /// Of all lines ever written, those that were looked at.
        std::uint64_t seen = 0;
    };

    void visit(account_state& account, time_point now);

    std::vector<reader> readers_;
    sim::stream_id last_ = 0;
    /// Nobody would notice visits while nobody reads, so there are none then.
    std::optional<time_point> next_visit_;
};

} // namespace chatops::mocks::heroku
