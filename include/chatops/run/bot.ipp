#pragma once

#include "chatops/core/sleep.hpp"
#include "chatops/run/bot.hpp"

#include <optional>
#include <utility>

namespace chatops {

/// What exists once the bot knows who it is.
struct bot::serving {
    serving(bot& owner, slack::identity self)
        : people(owner.web_api_, self, owner.parts_.log),
          outside{owner.parts_.executor,      owner.parts_.time,
                  owner.parts_.chance,        owner.parts_.network,
                  owner.parts_.journal,       people,
                  owner.parts_.log,           owner.parts_.sealer,
                  owner.parts_.configuration, {},
                  owner.parts_.reload},
          carrier(outside, owner.commands_),
          door(owner.parts_.configuration.slack.signing_secret, std::move(self), owner.parts_.time),
          over_http(door, carrier, owner.parts_.log) {
        outside.health = [&owner] { return owner.health(); };
    }

    slack::socket_mode::parts sockets_parts(bot& owner) {
        return {owner.web_api_,      owner.parts_.network, door, carrier, owner.parts_.time,
                owner.parts_.chance, owner.parts_.log};
    }

    slack::slack_chat people;
    world outside;
    engine carrier;
    slack::authenticator door;
    slack::http_endpoint over_http;
    /// With Socket Mode only.
    std::optional<slack::socket_mode> sockets;
};

namespace detail {
inline slack::web_api_settings web_api_settings_of(const config::slack_settings& from) {
    slack::web_api_settings settings;
    settings.url = from.url;
    settings.bot_token = from.bot_token;
    settings.app_token = from.app_token;
    return settings;
}
} // namespace detail

CHATOPS_INLINE bot::bot(const bot_parts& parts, const catalogue& commands)
    : parts_(parts), commands_(commands),
      web_api_(detail::web_api_settings_of(parts.configuration.slack), parts_.network, parts_.time,
               parts_.chance, parts_.log),
      began_(parts_.time.now()) {}

CHATOPS_INLINE bot::~bot() = default;

CHATOPS_INLINE asio::awaitable<slack::identity> bot::introduce() {
    for (duration pause = std::chrono::seconds(1);;
         pause = std::min<duration>(pause * 2, std::chrono::seconds(30))) {
        try {
            slack::identity self = co_await web_api_.who_am_i();
            self.name = parts_.configuration.bot_name;
            co_return self;
        } catch (const unavailable& silent) {
            parts_.log.warning("Slack does not answer yet", {{"why", silent.what()}});
        }
        co_await sleep_for(parts_.time, pause);
    }
}

CHATOPS_INLINE asio::awaitable<void> bot::run() {
    slack::identity self = co_await introduce();
    parts_.log.info("serving", {{"team", self.team}, {"bot", self.user}});
    serving_ = std::make_unique<serving>(*this, std::move(self));
    co_await serving_->carrier.resume();
    if (parts_.configuration.slack.mode == config::slack_mode::http) co_return;
    serving_->sockets.emplace(serving_->sockets_parts(*this));
    co_await serving_->sockets->run();
}

CHATOPS_INLINE void bot::finish() {
    if (serving_ && serving_->sockets) serving_->sockets->finish();
}

CHATOPS_INLINE slack::http_answering bot::answer(const http::request& what) {
    request_before_ = std::exchange(last_request_, parts_.time.now());
    if (serving_) return serving_->over_http.answer(what);
    http::response early;
    early.status = 503;
    return early;
}

CHATOPS_INLINE config::reloaded bot::reload() {
    if (serving_) return serving_->carrier.reload();
    return parts_.reload ? parts_.reload() : config::reloaded();
}

CHATOPS_INLINE std::size_t bot::active() const { return serving_ ? serving_->carrier.active() : 0; }

CHATOPS_INLINE chat_health bot::health() const {
    chat_health known;
    known.now = parts_.time.now();
    known.began = began_;
    known.last_success = web_api_.health().last_success;
    known.last_failure = web_api_.health().last_failure;
    for (const auto& [part, refusal] : web_api_.health().broken)
        known.broken.emplace_back(refusal.what());
    known.last_heard = request_before_;
    if (!serving_ || !serving_->sockets) return known;
    const slack::inbound_health& in = serving_->sockets->health();
    known.links = in.links;
    known.links_wanted = slack::socket_mode_settings().links;
    known.ghosts = in.ghosts;
    known.last_hello = in.last_hello;
    known.last_heard = in.last_frame;
    return known;
}

} // namespace chatops
