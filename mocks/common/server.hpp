// A mock with what every mock has: a record of requests, faults from a plan, and a clock to move
// forward.
#pragma once

#include "chatops/sim/mock.hpp"
#include "mocks/common/faults.hpp"

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace chatops::mocks {

/// Wraps a mock; a mock itself, so that hosts need not know. Portable: in a test, behind a socket
/// and in the page alike.
///
/// Under `/_mock/`, which needs no credentials: `GET state`; `GET requests` (`?path=` filters by a
/// glob), `DELETE requests`; `GET` and `PUT faults`; `POST clock` `{"advance_s": 60}`; and the
/// mock's own routes. Requests under `/_mock/` meet no faults and are not recorded.
class server final : public sim::mock {
  public:
    /// `inner` must outlive it. `secrets` are masked wherever they appear in what is recorded.
    explicit server(sim::mock& inner, std::vector<std::string> secrets = {});

    [[nodiscard]] std::string_view name() const override { return inner_.name(); }
    http::response handle(const http::request& what, sim::moment when) override;
    sim::answer serve(const http::request& what, sim::moment when) override;
    [[nodiscard]] std::optional<http::response> look(const http::request& what,
                                                     sim::moment when) const override {
        return inner_.look(what, shifted(when));
    }
    [[nodiscard]] http::response refusal(int status, const http::request& what) const override {
        return inner_.refusal(status, what);
    }
    [[nodiscard]] std::optional<time_point> due() const override;
    void advance(sim::moment when, sim::outbox& out) override;
    void answered(std::uint64_t id, const http::response* answer, sim::moment when) override;
    bool open(sim::socket_id id, const http::request& what, sim::moment when) override;
    void received(sim::socket_id from, std::string_view text, sim::moment when) override;
    void closed(sim::socket_id id, sim::moment when) override;
    void left(sim::stream_id id, sim::moment when) override;
    [[nodiscard]] value state() const override { return inner_.state(); }
    std::optional<http::response> control(const http::request& what, sim::moment when) override;

    /// How far `moment::now` is ahead of the host's.
    [[nodiscard]] duration offset() const { return offset_; }

  private:
    struct record {
        time_point wall;
        http::request what;
        /// 0: no answer was sent.
        int status = 0;
        sim::answer::ending end = sim::answer::ending::whole;
    };

    [[nodiscard]] sim::moment shifted(sim::moment when) const {
        return {when.now + offset_, when.wall};
    }
    sim::answer with_fault(const fault& wrong, const http::request& what, sim::moment when);
    void remember(const http::request& what, const sim::answer& made, sim::moment when);
    [[nodiscard]] array records(const http::request& asked) const;
    [[nodiscard]] std::string masked(std::string text) const;
    http::response set_clock(const http::request& what, sim::moment when);
    http::response faults_in_force(const http::request& what, sim::moment when);
    http::response set_faults(const http::request& what, sim::moment when);

    sim::mock& inner_;
    std::vector<std::string> secrets_;
    fault_plan faults_;
    std::deque<record> records_;
    duration offset_{0};
};

} // namespace chatops::mocks
