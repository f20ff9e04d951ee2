// Socket Mode's connections: tickets, hello, refreshes, and which socket a payload goes to.
#pragma once

#include "chatops/sim/mock.hpp"
#include "mocks/slack/model.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace chatops::mocks::slack {

class socket_mode {
  public:
    explicit socket_mode(model& data) : data_(data) {}

    /// The path and query of a URL that opens one socket, once, within a minute.
    std::string new_ticket(time_point now);

    /// Whether the request's ticket is good. The greeting leaves with the next `advance`.
    bool open(sim::socket_id id, const http::request& what, time_point now);
    void closed(sim::socket_id id) { sockets_.erase(id); }

    /// The socket that the next payload goes to: each in turn; nothing when none takes any.
    std::optional<sim::socket_id> choose();
    void send(sim::socket_id to, std::string text) {
        waiting_.frames.push_back({to, std::move(text)});
    }

    [[nodiscard]] std::optional<time_point> due() const;
    void advance(time_point now, sim::outbox& out);

    /// Tells one socket, or all, that they end: `warning`, `refresh_requested` (closed ten seconds
    /// later), `link_disabled` or `too_many_websockets` (closed at once). False for another reason.
    bool disconnect(std::string_view reason, std::optional<sim::socket_id> which, time_point now);
    /// Ends one socket, or all, without a word.
    void drop(std::optional<sim::socket_id> which);

    [[nodiscard]] std::vector<sim::socket_id> ids() const;
    /// False once Socket Mode was switched off (`link_disabled`).
    [[nodiscard]] bool is_enabled() const { return is_enabled_; }
    void enable() { is_enabled_ = true; }

  private:
    struct connection {
        time_point warns_at;
        time_point refreshes_at;
        std::optional<time_point> closes_at = {};
        bool is_warned = false;
    };
    struct ticket {
        time_point expires;
        bool is_used = false;
    };

    void say_goodbye(sim::socket_id id, std::string_view reason);

    model& data_;
    std::map<std::string, ticket, std::less<>> tickets_;
    std::map<sim::socket_id, connection> sockets_;
    sim::socket_id last_chosen_ = 0;
    sim::outbox waiting_;
    bool is_enabled_ = true;
};

} // namespace chatops::mocks::slack
