// The whole bot but for the operating system: Slack's deliveries in, runs, answers out.
#pragma once

#include "chatops/run/engine.hpp"
#include "chatops/slack/http_endpoint.hpp"
#include "chatops/slack/slack_chat.hpp"
#include "chatops/slack/socket_mode.hpp"
#include "chatops/slack/web_api.hpp"

#include <functional>
#include <memory>
#include <optional>

namespace chatops {

/// What a bot is made from; all of it outlives the bot.
struct bot_parts {
    asio::any_io_executor executor;
    clock& time;
    random_source& chance;
    http::transport& network;
    journal::store& journal;
    chatops::log& log;
    chatops::sealer& sealer;
    const config::configuration& configuration;
    /// As in `world`.
    std::function<config::reloaded()> reload{};
};

/// One workspace's bot. The same object runs in production, in the simulation and in the page.
class bot {
  public:
    bot(const bot_parts& parts, const catalogue& commands);
    ~bot();

    /// Learns who it is in the workspace (repeating until Slack answers), goes on with what an
    /// earlier process left, and with Socket Mode serves until it cannot any more. Over HTTP it
    /// returns once it is ready. Throws `provider_error` when Slack refuses the credentials.
    asio::awaitable<void> run();

    /// Takes nothing new over Socket Mode; `run` returns once all that came is acknowledged.
    void finish();

    /// Slack's requests, over HTTP; before `ready()` they are answered 503.
    slack::http_answering answer(const http::request& what);

    /// Reads the configuration anew; where anything is wrong with it, the old one goes on. The log
    /// says what came of it.
    config::reloaded reload();

    [[nodiscard]] bool ready() const { return serving_ != nullptr; }
    [[nodiscard]] std::size_t active() const;
    /// Whether Slack and the bot hear each other.
    [[nodiscard]] chat_health health() const;

  private:
    struct serving;

    asio::awaitable<slack::identity> introduce();

    bot_parts parts_;
    const catalogue& commands_;
    slack::web_api web_api_;
    std::unique_ptr<serving> serving_;
    time_point began_;
    /// Of Slack's requests over HTTP: the one before the last, and the last.
    std::optional<time_point> request_before_;
    std::optional<time_point> last_request_;
};

} // namespace chatops

#include CHATOPS_BODY("chatops/run/bot.ipp")
