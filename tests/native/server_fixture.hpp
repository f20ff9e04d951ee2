// A server that says what it was asked, and whoever asks byte by byte.
#pragma once

#include "chatops/native/http_server.hpp"
#include "tests/native/loop.hpp"
#include "tests/native/raw_peer.hpp"

#include <gtest/gtest.h>

#include <optional>
#include <string>

namespace chatops::native::testing {

inline http::response text(std::string body) {
    http::response made;
    made.headers.set("Content-Type", "text/plain");
    made.body = std::move(body);
    return made;
}

/// A server that says what it was asked, and whoever asks byte by byte.
class http_server_test : public ::testing::Test {
  protected:
    http_server_test() {
        service.handle = [](const http::request& asked) -> native::answering {
            if (asked.path() == "/at-once")
                return text(asked.method + " " + asked.url + " " + asked.body);
            return later(asked);
        };
    }

    static asio::awaitable<answer> later(const http::request& asked) {
        answer made(text("later: " + asked.body));
        co_return made;
    }

    native::http_server& server() {
        if (!server_) server_.emplace(turning.io, settings, service, log);
        return *server_;
    }

    /// Sends bytes on a connection of their own, and reads until it is closed.
    std::string sent(std::string bytes) {
        const std::uint16_t port = server().port();
        const auto talk = [&]() -> asio::awaitable<std::string> {
            const auto peer = co_await raw_connect(turning.io, port);
            co_await peer->write(std::move(bytes));
            std::string all = co_await peer->read_to_end();
            ended_with = peer->ended_with;
            co_return all;
        };
        return turning.run(talk());
    }

    loop turning;
    kept_log log;
    native::http_service service;
    native::http_server_settings settings;
    boost::system::error_code ended_with;

  private:
    std::optional<native::http_server> server_;
};

inline std::string body_of(const std::string& message) {
    const auto end = message.find("\r\n\r\n");
    return end == std::string::npos ? "no head: " + message : message.substr(end + 4);
}

} // namespace chatops::native::testing
