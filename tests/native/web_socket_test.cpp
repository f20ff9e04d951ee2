// Both ends of a WebSocket (inside/web_socket.hpp): as the client opens it and as the server grants
// it.
#include "chatops/core/errors.hpp"
#include "chatops/core/limits.hpp"
#include "chatops/native/http_client.hpp"
#include "chatops/native/http_server.hpp"
#include "tests/native/loop.hpp"
#include "tests/native/raw_peer.hpp"

#include <gtest/gtest.h>
#include <openssl/evp.h>
#include <openssl/sha.h>

namespace {

using namespace chatops;
using namespace chatops::native::testing;

using socket_pointer = std::unique_ptr<http::socket>;

class web_socket : public ::testing::Test {
  protected:
    web_socket() { settings.loopback_only = true; }

    native::http_client& client() {
        if (!client_) client_.emplace(turning.io, settings);
        return *client_;
    }
    socket_pointer open(const std::string& url, time_point deadline = soon()) {
        return turning.run(client().connect("ws" + url.substr(4), deadline));
    }
    std::optional<std::string> next(http::socket& from) { return turning.run(from.receive()); }
    void send(http::socket& to, const std::string& text) { turning.run(to.send(text)); }

    loop turning;
    kept_log log;
    native::http_client_settings settings;

  private:
    std::optional<native::http_client> client_;
};

/// A server whose WebSockets the test holds in its hand.
class web_socket_server : public web_socket {
  protected:
    native::http_server& server() {
        if (!server_) {
            native::http_service service;
            service.upgrade = [this](const http::request& asked) -> native::socket_session {
                if (asked.path() != "/link") return {};
                return [this](socket_pointer granted) { return hold(std::move(granted)); };
            };
            server_.emplace(turning.io, server_settings, std::move(service), log);
        }
        return *server_;
    }
    /// Both ends of a new one: ours, and the server's in `theirs`.
    socket_pointer opened() {
        const std::size_t before = theirs.size();
        socket_pointer ours = open(server().url() + "/link?ticket=1");
        turning.until([&] { return theirs.size() > before; });
        return ours;
    }

    native::http_server_settings server_settings;
    std::vector<std::shared_ptr<http::socket>> theirs;
    std::vector<std::string> heard;
    int ended = 0;

  private:
    asio::awaitable<void> hold(socket_pointer granted) {
        const std::shared_ptr<http::socket> mine(std::move(granted));
        theirs.push_back(mine);
        while (std::optional<std::string> frame = co_await mine->receive()) heard.push_back(*frame);
        ++ended;
    }

    std::optional<native::http_server> server_;
};

TEST_F(web_socket_server, carries_text_both_ways) {
    const socket_pointer ours = opened();
    send(*ours, "{\"type\":\"ping\"}");
    send(*ours, "größe");
    turning.until([&] { return heard.size() == 2; });
    EXPECT_EQ(heard, (std::vector<std::string>{"{\"type\":\"ping\"}", "größe"}));
    send(*theirs[0], "hello");
    send(*theirs[0], "");
    send(*theirs[0], std::string(200'000, 'x'));
    EXPECT_EQ(next(*ours), "hello");
    EXPECT_EQ(next(*ours), "");
    EXPECT_EQ(next(*ours)->size(), 200'000U);
}

TEST_F(web_socket_server, keeps_the_order_of_frames_sent_at_once) {
    const socket_pointer ours = opened();
    std::vector<std::string> texts;
    for (int i = 0; i < 50; ++i) texts.push_back(std::to_string(i));
    for (const std::string& each : texts)
        asio::co_spawn(turning.io, ours->send(each), asio::detached);
    turning.until([&] { return heard.size() == texts.size(); });
    EXPECT_EQ(heard, texts);
}

TEST_F(web_socket_server, ends_for_the_client_when_the_server_closes) {
    const socket_pointer ours = opened();
    send(*theirs[0], "last words");
    theirs[0]->close();
    EXPECT_EQ(next(*ours), "last words");
    EXPECT_EQ(next(*ours), std::nullopt);
    EXPECT_THROW(send(*ours, "too late"), unavailable);
    turning.until([&] { return ended == 1; });
}

TEST_F(web_socket_server, ends_for_the_server_when_the_client_closes) {
    const socket_pointer ours = opened();
    bool is_told = false;
    asio::co_spawn(turning.io, ours->receive(),
                   [&](const std::exception_ptr&, const std::optional<std::string>& frame) {
                       EXPECT_EQ(frame, std::nullopt);
                       is_told = true;
                   });
    turning.io.poll();
    ours->close();
    ours->close();
    turning.until([&] { return is_told && ended == 1; });
    theirs.clear();
    turning.until([&] { return server().connections() == 0; });
}

TEST_F(web_socket_server, closes_what_is_dropped) {
    socket_pointer ours = opened();
    send(*ours, "one");
    ours.reset();
    turning.until([&] { return ended == 1; });
    EXPECT_EQ(heard, std::vector<std::string>{"one"});
}

TEST_F(web_socket_server, may_be_dropped_while_someone_waits) {
    socket_pointer ours = opened();
    int over = 0;
    asio::co_spawn(turning.io, ours->receive(),
                   [&](const std::exception_ptr&, const std::optional<std::string>& frame) {
                       EXPECT_EQ(frame, std::nullopt);
                       ++over;
                   });
    turning.io.poll();
    ours.reset();
    turning.until([&] { return over == 1 && ended == 1; });
}

TEST_F(web_socket_server, refuses_by_the_handler_when_the_hook_does) {
    try {
        open(server().url() + "/other");
        FAIL() << "was granted";
    } catch (const unavailable& failed) {
        EXPECT_NE(std::string(failed.what()).find("status 404"), std::string::npos)
            << failed.what();
        EXPECT_EQ(std::string(failed.what()).find("other"), std::string::npos);
    }
}

TEST_F(web_socket_server, is_closed_when_the_server_stops) {
    const socket_pointer ours = opened();
    bool is_stopped = false;
    asio::co_spawn(turning.io, server().stop(too_long),
                   [&](const std::exception_ptr&) { is_stopped = true; });
    EXPECT_EQ(next(*ours), std::nullopt);
    turning.until([&] { return is_stopped; });
}

TEST_F(web_socket_server, outlives_its_silence_because_both_sides_ping) {
    settings.socket_silence = duration(40);
    server_settings.socket_silence = duration(40);
    const socket_pointer ours = opened();
    const auto end = std::chrono::steady_clock::now() + 5 * settings.socket_silence;
    turning.until([&] { return std::chrono::steady_clock::now() > end; });
    send(*theirs[0], "still here");
    EXPECT_EQ(next(*ours), "still here");
}

TEST_F(web_socket_server, cuts_off_who_sends_more_than_is_ever_taken) {
    const socket_pointer ours = opened();
    const auto flood = [&]() -> asio::awaitable<void> {
        const std::string text = "x";
        for (;;) co_await theirs[0]->send(text);
    };
    EXPECT_THROW(turning.run(flood()), unavailable);
    EXPECT_EQ(next(*ours), std::nullopt);
}

// What a peer does that follows no protocol but the test's own script.

std::string accept_key(const std::string& head) {
    const std::string name = "Sec-WebSocket-Key: ";
    const auto begin = head.find(name) + name.size();
    const std::string key = head.substr(begin, head.find("\r\n", begin) - begin) +
                            "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    unsigned char digest[SHA_DIGEST_LENGTH];
    SHA1(reinterpret_cast<const unsigned char*>(key.data()), key.size(), digest);
    unsigned char text[32];
    const int size = EVP_EncodeBlock(text, digest, sizeof digest);
    return {reinterpret_cast<const char*>(text), static_cast<std::size_t>(size)};
}

asio::awaitable<void> grant(raw_connection& peer) {
    const std::string head = co_await peer.read_until("\r\n\r\n");
    co_await peer.write("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n"
                        "Connection: Upgrade\r\nSec-WebSocket-Accept: " +
                        accept_key(head) + "\r\n\r\n");
}

/// An unmasked frame with less than 126 bytes, as a server sends it.
std::string frame(unsigned char first, const std::string& text) {
    std::string bytes{static_cast<char>(first), static_cast<char>(text.size())};
    return bytes + text;
}
constexpr unsigned char final_text = 0x81;
constexpr unsigned char final_binary = 0x82;
constexpr unsigned char text_begins = 0x01;
constexpr unsigned char text_ends = 0x80;
constexpr unsigned char ping = 0x89;
constexpr unsigned char pong = 0x8a;

/// Grants the WebSocket, sends the bytes, and closes.
raw_server::script sending(std::string bytes) {
    return [bytes](raw_connection& peer, int) -> asio::awaitable<void> {
        co_await grant(peer);
        co_await peer.write(bytes);
        co_await peer.read_bytes(1);
    };
}

TEST_F(web_socket, joins_fragments_and_ignores_what_is_not_text) {
    raw_server peer(turning.io, sending(frame(final_binary, "not text") +
                                        frame(text_begins, "two ") + frame(ping, "") +
                                        frame(text_ends, "halves") + frame(final_text, "one")));
    const socket_pointer ours = open(peer.url());
    EXPECT_EQ(next(*ours), "two halves");
    EXPECT_EQ(next(*ours), "one");
    EXPECT_EQ(next(*ours), std::nullopt);
}

TEST_F(web_socket, answers_a_ping_while_nobody_waits_for_a_frame) {
    std::string got;
    raw_server peer(turning.io, [&](raw_connection& from, int) -> asio::awaitable<void> {
        co_await grant(from);
        co_await from.write(frame(ping, "are you there"));
        got = co_await from.read_bytes(2 + 4 + 13); // a masked frame
    });
    const socket_pointer ours = open(peer.url());
    turning.until([&] { return !got.empty(); });
    EXPECT_EQ(static_cast<unsigned char>(got[0]), pong);
    std::string text = got.substr(6);
    for (std::size_t i = 0; i < text.size(); ++i)
        text[i] = static_cast<char>(text[i] ^ got[2 + i % 4]);
    EXPECT_EQ(text, "are you there");
}

TEST_F(web_socket, pings_a_silent_peer_and_then_gives_it_up) {
    settings.socket_silence = duration(60);
    std::string got;
    raw_server peer(turning.io, [&](raw_connection& from, int) -> asio::awaitable<void> {
        co_await grant(from);
        got = co_await from.read_to_end();
    });
    const socket_pointer ours = open(peer.url());
    EXPECT_EQ(next(*ours), std::nullopt);
    EXPECT_THROW(send(*ours, "x"), unavailable);
    turning.until([&] { return !got.empty(); });
    EXPECT_EQ(static_cast<unsigned char>(got[0]), ping);
}

TEST_F(web_socket, ends_when_the_peer_breaks_the_protocol) {
    settings.socket_frame_bytes = 100;
    settings.socket_silence = duration(200);
    const std::string too_long{static_cast<char>(final_text), 126, 0, 101};
    const std::string endless{static_cast<char>(final_text), 127, 0x7f, -1, -1, -1, -1, -1, -1, -1};
    for (const std::string& bytes :
         {too_long + std::string(101, 'x'), endless, frame(final_text, "\xff\xfe"),
          frame(text_begins, "a") + frame(final_text, "b"), frame(0xf1, "reserved bits"),
          frame(0x83, "reserved opcode"), std::string(1, static_cast<char>(final_text))}) {
        raw_server peer(turning.io, sending(bytes));
        const socket_pointer ours = open(peer.url());
        EXPECT_EQ(next(*ours), std::nullopt) << ::testing::PrintToString(bytes);
    }
}

TEST_F(web_socket, ends_when_the_connection_is_reset) {
    raw_server peer(turning.io, [](raw_connection& from, int) -> asio::awaitable<void> {
        co_await grant(from);
        co_await from.write(frame(final_text, "one"));
        co_await from.read_bytes(1);
        from.reset();
    });
    const socket_pointer ours = open(peer.url());
    EXPECT_EQ(next(*ours), "one");
    send(*ours, "go on");
    EXPECT_EQ(next(*ours), std::nullopt);
}

TEST_F(web_socket, says_why_it_was_not_opened) {
    const auto why = [&](raw_server::script script, duration patience) {
        raw_server peer(turning.io, std::move(script));
        try {
            open(peer.url() + "/?ticket=s3cr3t",
                 std::chrono::floor<duration>(std::chrono::system_clock::now()) + patience);
        } catch (const unavailable& failed) {
            EXPECT_EQ(std::string(failed.what()).find("s3cr3t"), std::string::npos);
            return std::string(failed.what());
        }
        return std::string("opened");
    };
    const auto has = [](const std::string& text, const char* piece) {
        return text.find(piece) != std::string::npos ? std::string() : text;
    };
    const auto answer = [](std::string bytes) {
        return [bytes](raw_connection& from, int) -> asio::awaitable<void> {
            co_await from.read_until("\r\n\r\n");
            co_await from.write(bytes);
        };
    };
    const duration long_enough(20'000);
    EXPECT_EQ(
        has(why(answer("HTTP/1.1 401 Unauthorized\r\nContent-Length: 0\r\n\r\n"), long_enough),
            "status 401"),
        "");
    EXPECT_EQ(
        has(why(answer("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: "
                       "Upgrade\r\nSec-WebSocket-Accept: bm90IHRoaXMgb25l\r\n\r\n"),
                long_enough),
            "no WebSocket"),
        "");
    EXPECT_EQ(has(why(answer("garbage\r\n\r\n"), long_enough), "not HTTP"), "");
    EXPECT_EQ(has(why(answer(""), long_enough), "closed before"), "");
    const auto never = [](raw_connection& from, int) -> asio::awaitable<void> {
        co_await from.read_to_end();
    };
    EXPECT_EQ(has(why(never, duration(60)), "in time"), "");
}

TEST_F(web_socket_server, refuses_frames_that_come_before_its_answer) {
    const std::uint16_t port = server().port();
    const auto talk = [&]() -> asio::awaitable<std::string> {
        const auto peer = co_await raw_connect(turning.io, port);
        co_await peer->write("GET /link HTTP/1.1\r\nHost: a\r\nUpgrade: websocket\r\n"
                             "Connection: upgrade\r\nSec-WebSocket-Version: 13\r\n"
                             "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n\x81\x01x");
        co_return co_await peer->read_to_end();
    };
    EXPECT_EQ(turning.run(talk()).substr(0, 12), "HTTP/1.1 400");
    EXPECT_TRUE(theirs.empty());
}

TEST_F(web_socket_server, refuses_a_handshake_that_is_none) {
    const std::uint16_t port = server().port();
    const auto talk = [&]() -> asio::awaitable<std::string> {
        const auto peer = co_await raw_connect(turning.io, port);
        co_await peer->write("GET /link HTTP/1.1\r\nHost: a\r\nUpgrade: websocket\r\n"
                             "Connection: upgrade\r\nSec-WebSocket-Version: 12\r\n"
                             "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n");
        peer->finish_sending();
        co_return co_await peer->read_to_end();
    };
    EXPECT_EQ(turning.run(talk()).substr(0, 12), "HTTP/1.1 426");
    turning.until([&] { return server().connections() == 0; });
}

} // namespace
