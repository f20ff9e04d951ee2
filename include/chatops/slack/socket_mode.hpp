// Socket Mode: the connections over which Slack's deliveries come, and their acknowledgement.
#pragma once

#include "chatops/chat/inbox.hpp"
#include "chatops/core/asio.hpp"
#include "chatops/core/clock.hpp"
#include "chatops/core/config.hpp"
#include "chatops/core/log.hpp"
#include "chatops/core/random.hpp"
#include "chatops/core/signal.hpp"
#include "chatops/http/transport.hpp"
#include "chatops/slack/authenticator.hpp"
#include "chatops/slack/socket_protocol.hpp"
#include "chatops/slack/web_api.hpp"

#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <string>

namespace chatops::slack {

/// Does what the protocol says: connects, reads, gives envelopes to the inbox and acknowledges them
/// after it has taken them. Used from one thread.
class socket_mode {
  public:
    /// What a `socket_mode` works with; all of it outlives it.
    struct parts {
        web_api& api;
        http::transport& network;
        const authenticator& door;
        inbox& to;
        clock& time;
        random_source& chance;
        chatops::log& log;
    };

    explicit socket_mode(const parts& with, const socket_mode_settings& settings = {});
    socket_mode(const socket_mode&) = delete;
    socket_mode& operator=(const socket_mode&) = delete;
    ~socket_mode();

    /// Returns after `finish`, once all that came is acknowledged and every connection closed.
    /// Throws `provider_error` when Slack will have no connection at all (its token is wrong,
    /// Socket Mode is switched off).
    asio::awaitable<void> run();

    /// Takes nothing new; `run` returns soon.
    void finish();

    [[nodiscard]] const inbound_health& health() const { return protocol_.health(); }

  private:
    struct held_socket {
        std::shared_ptr<http::socket> socket;
        std::deque<std::string> outgoing;
        bool sending = false;
    };

    void carry_out(socket_actions actions);
    void carry_out(open_link& action);
    void carry_out(send_frame& action);
    void carry_out(close_link& action);
    void carry_out(take_envelope& action);
    void carry_out(tell_operator& action);
    void carry_out(give_up& action);
    void set_timer();
    /// Starts a coroutine that `run` waits for.
    void begin(asio::awaitable<void> task);
    asio::awaitable<void> counted(asio::awaitable<void> task);

    asio::awaitable<void> serve(link_id link);
    asio::awaitable<std::shared_ptr<http::socket>> open(link_id link);
    asio::awaitable<void> send_all(link_id link);
    asio::awaitable<void> take(link_id link, envelope what);
    /// Whether it may be acknowledged; what is to be said with it goes into `response`.
    asio::awaitable<bool> accept(const envelope& what, std::string& response);

    parts with_;
    socket_mode_settings settings_;
    socket_protocol protocol_;
    std::map<link_id, held_socket> sockets_;
    std::optional<give_up> given_up_;
    std::optional<clock::timer> timer_;
    asio::any_io_executor executor_;
    std::size_t tasks_ = 0;
    std::size_t being_taken_ = 0;
    signal changed_;
};

} // namespace chatops::slack

#include CHATOPS_BODY("chatops/slack/socket_mode.ipp")
