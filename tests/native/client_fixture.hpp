// A client that stays on this machine, and what tests ask of it.
#pragma once

#include "chatops/core/errors.hpp"
#include "chatops/native/http_client.hpp"
#include "tests/native/loop.hpp"
#include "tests/native/raw_peer.hpp"

#include <gtest/gtest.h>

#include <optional>
#include <string>

namespace chatops::native::testing {

/// How a request failed, as the caller sees it.
struct failure {
    std::string what;
    effect_known effect = effect_known::did_not_happen;
};

class http_client_test : public ::testing::Test {
  protected:
    http_client_test() { settings.loopback_only = true; }

    native::http_client& client() {
        if (!client_) client_.emplace(turning.io, settings);
        return *client_;
    }

    static http::request request(const std::string& method, const std::string& url) {
        http::request made;
        made.method = method;
        made.url = url;
        return made;
    }

    http::response send(const http::request& what, time_point deadline = soon()) {
        return turning.run(client().send(what, deadline));
    }
    http::response get(const std::string& url) { return send(request("GET", url)); }

    failure failure_of(const http::request& what, time_point deadline = soon()) {
        try {
            const http::response got = send(what, deadline);
            ADD_FAILURE() << "answered with " << got.status;
        } catch (const unavailable& failed) {
            EXPECT_EQ(failed.provider(), "127.0.0.1");
            EXPECT_EQ(std::string(failed.what()).find("s3cr3t"), std::string::npos)
                << failed.what();
            return {failed.what(), failed.effect()};
        }
        return {};
    }

    static time_point after(duration how_long) {
        return std::chrono::floor<duration>(std::chrono::system_clock::now()) + how_long;
    }

    loop turning;
    native::http_client_settings settings;

  private:
    std::optional<native::http_client> client_;
};

/// Answers every request on every connection with the same bytes.
inline raw_server::script answering(std::string bytes) {
    return [bytes](raw_connection& peer, int) -> asio::awaitable<void> {
        for (;;) {
            const std::string head = co_await peer.read_until("\r\n\r\n");
            if (head.empty()) co_return;
            co_await peer.write(bytes);
        }
    };
}

/// Answers the first request with the bytes, and closes.
inline raw_server::script answering_once(std::string bytes) {
    return [bytes](raw_connection& peer, int) -> asio::awaitable<void> {
        co_await peer.read_until("\r\n\r\n");
        co_await peer.write(bytes);
    };
}

inline const std::string ok_line = "HTTP/1.1 200 OK\r\n";
inline const std::string fine = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

} // namespace chatops::native::testing
