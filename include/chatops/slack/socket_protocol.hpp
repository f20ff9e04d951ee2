// Socket Mode's protocol, without I/O: what happened goes in, what is to be done comes out.
#pragma once

#include "chatops/core/clock.hpp"
#include "chatops/core/config.hpp"
#include "chatops/core/log.hpp"
#include "chatops/core/random.hpp"
#include "chatops/slack/envelope.hpp"

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace chatops::slack {

struct socket_mode_settings {
    /// Connections held at once. Two, so that one serves while the other is renewed; Slack allows
    /// ten for all processes together.
    std::size_t links = 2;
    /// Connections of the app that other processes hold, by design.
    std::int64_t links_elsewhere = 0;
    /// From the connection to Slack's `hello`.
    duration hello_patience{15'000};
    /// A connection that lived shorter counts as a failure, although it said hello.
    duration steady{30'000};
    /// For opening a connection.
    duration open_patience{10'000};
};

/// Names a connection; never used twice.
using link_id = std::uint64_t;

/// Ask Slack for an address and connect to it; then say `opened`, `refused` or `failed`.
struct open_link {
    link_id link = 0;
};
struct send_frame {
    link_id link = 0;
    std::string text;
};
/// Close it; `closed` may be said or not.
struct close_link {
    link_id link = 0;
};
/// Take what it carries, then say `accepted` or `not_accepted`.
struct take_envelope {
    link_id link = 0;
    envelope what;
};
struct tell_operator {
    log_level level = log_level::info;
    std::string_view event;
    std::string detail;
};
/// No connection will be opened any more, and repeating cannot help. `error` is Slack's word.
struct give_up {
    std::string error;
    std::string message;
};
using socket_action =
    std::variant<open_link, send_frame, close_link, take_envelope, tell_operator, give_up>;
using socket_actions = std::vector<socket_action>;

/// Whether deliveries can come in: that no person says anything tells nothing of it.
struct inbound_health {
    /// Connections that said hello and are open.
    std::size_t links = 0;
    std::optional<time_point> last_hello;
    std::optional<time_point> last_frame;
    /// Connections that Slack counts and nobody holds: what it sends there is lost.
    std::int64_t ghosts = 0;

    [[nodiscard]] bool good() const { return links > 0; }
};

/// Holds `links` connections open. Before one that Slack renews is given up its successor is
/// opened, so no moment is without; after failures it waits longer each time, even when each
/// connection said hello first.
class socket_protocol {
  public:
    /// `chance` must outlive this.
    socket_protocol(socket_mode_settings settings, random_source& chance)
        : settings_(settings), chance_(chance) {}

    socket_actions start(time_point now);
    /// Takes nothing new; ends each connection once what it carried is acknowledged.
    socket_actions finish(time_point now);

    socket_actions opened(link_id link, time_point now);
    /// Slack refused to give an address, with that error.
    socket_actions refused(link_id link, std::string_view error, time_point now);
    socket_actions failed(link_id link, time_point now);
    socket_actions closed(link_id link, time_point now);
    socket_actions received(link_id link, std::string_view text, time_point now);
    /// `response`: JSON, what an HTTP response would have as its body; may be empty.
    socket_actions accepted(link_id link, std::string_view envelope, std::string_view response);
    socket_actions not_accepted(link_id link);
    /// Does what is due by then.
    socket_actions passed(time_point now);

    /// When something is due; nothing if never.
    [[nodiscard]] std::optional<time_point> due() const;
    /// Whether that connection is still wanted.
    [[nodiscard]] bool holds(link_id link) const { return links_.count(link) > 0; }
    /// Whether all is over: finished or given up, and no connection left.
    [[nodiscard]] bool over() const { return ending_ && links_.empty(); }
    [[nodiscard]] const inbound_health& health() const { return health_; }

  private:
    enum class phase {
        /// Opened when `due` has come.
        waiting,
        opening,
        /// Connected, no hello yet.
        greeting,
        live,
        /// Slack will close it; what comes is still taken.
        leaving,
    };
    struct link_state {
        phase now = phase::waiting;
        time_point due{};
        time_point live_since{};
        /// Envelopes taken and not yet acknowledged.
        std::size_t pending = 0;
    };

    void plan(duration wait, time_point now);
    void replenish(time_point now, socket_actions& out);
    void lost(link_id link, time_point now, socket_actions& out);
    void close_leaving(socket_actions& out);
    void close_oldest_leaving(socket_actions& out);
    void on_hello(link_id link, std::int64_t connections, time_point now, socket_actions& out);
    void on_disconnect(link_id link, std::string_view reason, time_point now, socket_actions& out);
    void on_envelope(link_id link, const boost::json::object& frame, socket_actions& out);
    void stop_for_good(std::string_view error, std::string message, socket_actions& out);
    duration pause(time_point now, time_point live_since);
    void count_links();
    [[nodiscard]] std::size_t serving() const;

    socket_mode_settings settings_;
    random_source& chance_;
    std::map<link_id, link_state> links_;
    link_id last_link_ = 0;
    /// In a row, without a connection that lived for `steady` between.
    int failures_ = 0;
    bool ending_ = false;
    inbound_health health_;
};

} // namespace chatops::slack

#include CHATOPS_BODY("chatops/slack/socket_protocol.ipp")
