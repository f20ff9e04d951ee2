#pragma once

#include "chatops/config/live.hpp"
#include "chatops/native/http_client.hpp"
#include "chatops/native/http_server.hpp"
#include "chatops/native/inside/bot_configuration.hpp"
#include "chatops/native/inside/bot_service.hpp"
#include "chatops/native/log_writer.hpp"
#include "chatops/native/sealing.hpp"
#include "chatops/native/signals.hpp"
#include "chatops/native/sqlite_store.hpp"
#include "chatops/native/system_clock.hpp"
#include "chatops/native/system_random.hpp"
#include "chatops/run/bot.hpp"

#include <boost/asio/io_context.hpp>

#include <charconv>
#include <optional>

namespace chatops::native {

namespace detail {

/// `127.0.0.1:9107` as address and port.
inline http_server_settings listening_at(const std::string& listen) {
    http_server_settings settings;
    const auto colon = listen.rfind(':');
    settings.address = listen.substr(0, colon);
    if (colon != std::string::npos)
        std::from_chars(listen.data() + colon + 1, listen.data() + listen.size(), settings.port);
    return settings;
}

/// One process's parts, in the order in which they need each other.
class bot_service {
  public:
    bot_service(const config::configuration& configuration, const std::string& configuration_path,
                const catalogue& commands)
        : configuration_(configuration),
          journal_(io_, {store_path(configuration, configuration_path)}),
          sealer_(configuration.slack.signing_secret),
          bot_({io_.get_executor(), time_, chance_, network_, journal_, log_, sealer_,
                configuration_.now(),
                [this, configuration_path, &commands] {
                    return configuration_.take(read_configuration(configuration_path, commands));
                }},
               commands),
          signals_(io_, [this] { end(); }), reload_(io_, [this] { bot_.reload(); }) {
        if (configuration.slack.mode == config::slack_mode::http)
            listen(configuration.slack.listen);
    }

    int run() {
        asio::co_spawn(io_, bot_.run(), [this](const std::exception_ptr& failure) {
            if (failure) return fail(failure);
            // Over HTTP it is ready now; over sockets it has finished.
            if (!server_) io_.stop();
        });
        io_.run();
        return exit_code_;
    }

  private:
    void listen(const std::string& at) {
        http_service slack;
        slack.handle = [this](const http::request& what) -> answering {
            slack::http_answering begun = bot_.answer(what);
            if (auto* const made = std::get_if<http::response>(&begun)) return std::move(*made);
            return answered(std::get<asio::awaitable<http::response>>(std::move(begun)));
        };
        server_.emplace(io_, listening_at(at), std::move(slack), log_);
        log_.info("listening", {{"url", server_->url()}});
    }

    static asio::awaitable<answer> answered(asio::awaitable<http::response> making) {
        http::response made = co_await std::move(making);
        co_return answer(std::move(made));
    }

    void fail(const std::exception_ptr& failure) {
        try {
            std::rethrow_exception(failure);
        } catch (const std::exception& problem) {
            log_.error("cannot serve", {{"why", problem.what()}});
        }
        exit_code_ = 1;
        io_.stop();
    }

    /// What is under way is in the journal: the next process goes on with it. So nothing is waited
    /// for but acknowledgements that are being sent, and those not for long.
    void end() {
        constexpr std::chrono::seconds patience{2};
        log_.info("ending");
        bot_.finish();
        time_.call_at(time_.now() + patience, [this] { io_.stop(); });
        if (server_) asio::co_spawn(io_, stop(patience), asio::detached);
    }

    asio::awaitable<void> stop(std::chrono::seconds patience) {
        co_await server_->stop(patience);
        io_.stop();
    }

    asio::io_context io_{1};
    log_writer log_;
    config::live_configuration configuration_;
    system_clock time_{io_};
    system_random chance_;
    http_client network_{io_};
    sqlite_store journal_;
    gcm_sealer sealer_;
    bot bot_;
    std::optional<http_server> server_;
    end_signals signals_;
    reload_signal reload_;
    int exit_code_ = 0;
};

} // namespace detail

CHATOPS_INLINE int serve_bot(const config::configuration& configuration,
                             const std::string& configuration_path, const catalogue& commands) {
    detail::bot_service serving(configuration, configuration_path, commands);
    return serving.run();
}

} // namespace chatops::native
