#include "chatops/native/http_client.hpp"
#include "chatops/native/http_server.hpp"
#include "tests/native/loop.hpp"
#include "tests/native/raw_peer.hpp"

#include <boost/asio/steady_timer.hpp>
#include <gtest/gtest.h>

namespace {

using namespace chatops;
using namespace chatops::native::testing;
using native::answer;

http::response text(std::string body) {
    http::response made;
    made.headers.set("Content-Type", "text/plain");
    made.body = std::move(body);
    return made;
}

/// A server that says what it was asked, and whoever asks byte by byte.
class http_server : public ::testing::Test {
  protected:
    http_server() {
        service.at_once = [](const http::request& asked) -> std::optional<http::response> {
            if (asked.path() != "/at-once") return std::nullopt;
            return text(asked.method + " " + asked.url + " " + asked.body);
        };
        service.handle = [](const http::request& asked) -> asio::awaitable<answer> {
            answer made(text("later: " + asked.body));
            co_return made;
        };
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

std::string body_of(const std::string& message) {
    const auto end = message.find("\r\n\r\n");
    return end == std::string::npos ? "no head: " + message : message.substr(end + 4);
}

TEST_F(http_server, answers_at_once) {
    const std::string got = sent("POST /at-once?x=1 HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n"
                                 "Connection: close\r\n\r\nhello");
    EXPECT_EQ(got.substr(0, 17), "HTTP/1.1 200 OK\r\n");
    EXPECT_NE(got.find("\r\nContent-Type: text/plain\r\n"), std::string::npos);
    EXPECT_NE(got.find("\r\nDate: "), std::string::npos);
    EXPECT_NE(got.find("\r\nContent-Length: 23\r\n"), std::string::npos);
    EXPECT_NE(got.find("\r\nConnection: close\r\n"), std::string::npos);
    EXPECT_EQ(body_of(got), "POST /at-once?x=1 hello");
}

TEST_F(http_server, asks_the_coroutine_for_what_is_not_answered_at_once) {
    const std::string got =
        sent("POST /x HTTP/1.1\r\nContent-Length: 2\r\nConnection: close\r\n\r\nhi");
    EXPECT_EQ(body_of(got), "later: hi");
}

TEST_F(http_server, hands_fields_on_as_they_were_sent) {
    std::vector<std::string> seen;
    service.at_once = [&](const http::request& asked) -> std::optional<http::response> {
        for (const auto& [name, value] : asked.headers) seen.push_back(name + "=" + value);
        return text("");
    };
    sent("GET / HTTP/1.1\r\nX-sLaCk:  a b \r\nAccept: x\r\naccept: y\r\nConnection: close\r\n\r\n");
    EXPECT_EQ(seen, (std::vector<std::string>{"X-sLaCk=a b", "Accept=x", "accept=y",
                                              "Connection=close"}));
}

TEST_F(http_server, answers_pipelined_requests_in_order) {
    // The second is answered by the coroutine: the third must wait for it.
    const std::string got = sent("GET /at-once?1 HTTP/1.1\r\n\r\n"
                                 "POST /x HTTP/1.1\r\nContent-Length: 1\r\n\r\n2"
                                 "GET /at-once?3 HTTP/1.1\r\nConnection: close\r\n\r\n");
    const auto first = got.find("GET /at-once?1");
    const auto second = got.find("later: 2");
    const auto third = got.find("GET /at-once?3");
    EXPECT_LT(first, second);
    EXPECT_LT(second, third);
    EXPECT_NE(third, std::string::npos);
}

TEST_F(http_server, keeps_a_connection_and_forgets_the_request_before) {
    const std::uint16_t port = server().port();
    const auto talk = [&]() -> asio::awaitable<void> {
        const auto peer = co_await raw_connect(turning.io, port);
        for (int i = 0; i < 3; ++i) {
            co_await peer->write(
                "POST /at-once HTTP/1.1\r\nContent-Length: 3\r\nX-A: b\r\n\r\nabc");
            const std::string first = co_await peer->read_until("abc");
            EXPECT_EQ(body_of(first), "POST /at-once abc");
            co_await peer->write("GET /at-once HTTP/1.1\r\n\r\n");
            const std::string second = co_await peer->read_until("GET /at-once ");
            EXPECT_EQ(body_of(second), "GET /at-once ");
        }
    };
    turning.run(talk());
    EXPECT_EQ(server().connections(), 1U);
    turning.until([&] { return server().connections() == 0; });
}

TEST_F(http_server, reads_a_request_that_comes_byte_by_byte) {
    const std::uint16_t port = server().port();
    const auto talk = [&]() -> asio::awaitable<std::string> {
        const auto peer = co_await raw_connect(turning.io, port);
        const std::string request = "POST /at-once HTTP/1.1\r\nTransfer-Encoding: chunked\r\n"
                                    "Connection: close\r\n\r\n"
                                    "3\r\nabc\r\n2;x=y\r\nde\r\n0\r\nX-Trailer: 1\r\n\r\n";
        for (const char byte : request) co_await peer->write(std::string(1, byte));
        co_return co_await peer->read_to_end();
    };
    EXPECT_EQ(body_of(turning.run(talk())), "POST /at-once abcde");
}

TEST_F(http_server, does_not_trust_fields_that_follow_the_body) {
    std::string_view seen = "not asked";
    service.at_once = [&](const http::request& asked) -> std::optional<http::response> {
        seen = asked.headers.has("X-Slack-Signature") ? "there" : "not there";
        return text("");
    };
    sent("POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n"
         "0\r\nX-Slack-Signature: v0=1\r\n\r\n");
    EXPECT_EQ(seen, "not there");
}

TEST_F(http_server, tells_a_waiting_client_to_send_its_body) {
    const std::uint16_t port = server().port();
    const auto talk = [&]() -> asio::awaitable<std::string> {
        const auto peer = co_await raw_connect(turning.io, port);
        co_await peer->write("POST /at-once HTTP/1.1\r\nExpect: 100-continue\r\n"
                             "Connection: close\r\nContent-Length: 2\r\n\r\n");
        const std::string told = co_await peer->read_until("\r\n\r\n");
        EXPECT_EQ(told, "HTTP/1.1 100 Continue\r\n\r\n");
        co_await peer->write("ok");
        co_return co_await peer->read_to_end();
    };
    EXPECT_EQ(body_of(turning.run(talk())), "POST /at-once ok");
}

TEST_F(http_server, answers_a_head_request_without_a_body) {
    const std::string got = sent("HEAD /at-once HTTP/1.1\r\nConnection: close\r\n\r\n");
    EXPECT_NE(got.find("\r\nContent-Length: 14\r\n"), std::string::npos);
    EXPECT_EQ(body_of(got), "");
}

TEST_F(http_server, closes_after_one_request_of_http_1_0) {
    const std::string got = sent("GET /at-once HTTP/1.0\r\n\r\n");
    EXPECT_NE(got.find("\r\nConnection: close\r\n"), std::string::npos);
    EXPECT_EQ(body_of(got), "GET /at-once ");
}

TEST_F(http_server, takes_a_large_body_and_gives_a_large_answer) {
    settings.body_bytes = 8 << 20;
    const std::string large(8 << 20, 'x');
    const std::string got = sent("POST /x HTTP/1.1\r\nConnection: close\r\nContent-Length: " +
                                 std::to_string(large.size()) + "\r\n\r\n" + large);
    EXPECT_EQ(body_of(got).size(), large.size() + 7);
}

struct refusal {
    const char* name;
    std::string sent;
    int status;
};
std::ostream& operator<<(std::ostream& to, const refusal& each) { return to << each.name; }

class http_server_refuses : public http_server, public ::testing::WithParamInterface<refusal> {};

TEST_P(http_server_refuses, what_is_not_http) {
    settings.body_bytes = 100;
    const std::string got = sent(GetParam().sent);
    EXPECT_EQ(got.substr(0, 12), "HTTP/1.1 " + std::to_string(GetParam().status)) << got;
    EXPECT_NE(got.find("\r\nConnection: close\r\n"), std::string::npos);
    EXPECT_TRUE(log.has("request refused"));
    EXPECT_FALSE(ended_with == asio::error::connection_reset);
    turning.until([&] { return server().connections() == 0; });
    // The next one is served.
    EXPECT_EQ(body_of(sent("GET /at-once HTTP/1.1\r\nConnection: close\r\n\r\n")), "GET /at-once ");
}

const std::string post = "POST /at-once HTTP/1.1\r\n";
INSTANTIATE_TEST_SUITE_P(
    table, http_server_refuses,
    ::testing::Values(
        refusal{"garbage", "\x16\x03\x01\x02 hello\r\n\r\n", 400},
        refusal{"no version", "GET /\r\n\r\n", 400},
        refusal{"version 2", "PRI * HTTP/2.0\r\n\r\n", 505},
        refusal{"a space in a name", "GET / HTTP/1.1\r\nA B: c\r\n\r\n", 400},
        refusal{"a length that is no number", post + "Content-Length: 1x\r\n\r\n", 400},
        refusal{"a negative length", post + "Content-Length: -1\r\n\r\n", 400},
        refusal{"two lengths", post + "Content-Length: 1\r\nContent-Length: 2\r\n\r\nab", 400},
        refusal{"length and chunks",
                post + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400},
        refusal{"chunks and length",
                post + "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n", 400},
        refusal{"an encoding we cannot read",
                post + "Transfer-Encoding: gzip\r\n\r\nGET /smuggled HTTP/1.1\r\n\r\n", 400},
        refusal{"a chunk of no size", post + "Transfer-Encoding: chunked\r\n\r\nxyz\r\n", 400},
        refusal{"a line that never ends",
                post + "Transfer-Encoding: chunked\r\n\r\n" + std::string(30'000, '0'), 431},
        refusal{"a body too large by its length", post + "Content-Length: 101\r\n\r\n", 413},
        refusal{"a body far too large, sent at once",
                post + "Content-Length: 1000000\r\n\r\n" + std::string(1'000'000, 'x'), 413},
        refusal{"chunks too large together",
                post + "Transfer-Encoding: chunked\r\n\r\n40\r\n" + std::string(64, 'x') +
                    "\r\n40\r\n" + std::string(64, 'x') + "\r\n0\r\n\r\n",
                413},
        refusal{"a head too long", "GET / HTTP/1.1\r\nX: " + std::string(20'000, 'a') + "\r\n\r\n",
                431},
        refusal{"a target too long", "GET /" + std::string(20'000, 'a') + " HTTP/1.1\r\n\r\n",
                431}));

TEST_F(http_server, gives_up_on_a_head_that_never_ends) {
    settings.head_patience = duration(40);
    EXPECT_EQ(sent("GET / HTTP/1.1\r\nX: "), "");
}

TEST_F(http_server, gives_up_on_a_head_that_trickles) {
    settings.head_patience = duration(60);
    const std::uint16_t port = server().port();
    const auto talk = [&]() -> asio::awaitable<void> {
        const auto peer = co_await raw_connect(turning.io, port);
        boost::asio::steady_timer pause(turning.io);
        co_await peer->write("GET / HTTP/1.1\r\nX: ");
        for (;;) { // until the server has closed, and a write fails
            pause.expires_after(std::chrono::milliseconds(5));
            co_await pause.async_wait(asio::use_awaitable);
            co_await peer->write("a");
        }
    };
    EXPECT_THROW(turning.run(talk()), boost::system::system_error);
}

TEST_F(http_server, gives_up_on_a_body_that_never_comes) {
    settings.body_patience = duration(40);
    EXPECT_EQ(sent("POST / HTTP/1.1\r\nContent-Length: 10\r\n\r\nhalf"), "");
}

TEST_F(http_server, closes_a_connection_that_was_idle_too_long) {
    settings.idle_patience = duration(40);
    EXPECT_EQ(body_of(sent("GET /at-once HTTP/1.1\r\n\r\n")), "GET /at-once ");
}

TEST_F(http_server, gives_up_on_a_client_that_does_not_take_its_answer) {
    settings.send_patience = duration(40);
    service.at_once = [](const http::request&) -> std::optional<http::response> {
        return text(std::string(64 << 20, 'x'));
    };
    const std::uint16_t port = server().port();
    const auto talk = [&]() -> asio::awaitable<std::unique_ptr<raw_connection>> {
        auto peer = co_await raw_connect(turning.io, port);
        co_await peer->write("GET / HTTP/1.1\r\n\r\n");
        co_return peer;
    };
    const auto peer = turning.run(talk());
    turning.until([&] { return server().connections() == 1; });
    turning.until([&] { return server().connections() == 0; });
}

TEST_F(http_server, makes_room_by_closing_the_connection_idle_longest) {
    settings.connections = 2;
    const std::uint16_t port = server().port();
    const auto talk = [&]() -> asio::awaitable<void> {
        std::vector<std::unique_ptr<raw_connection>> peers;
        for (int i = 0; i < 3; ++i) {
            peers.push_back(co_await raw_connect(turning.io, port));
            co_await peers.back()->write("GET /at-once HTTP/1.1\r\n\r\n");
            const std::string got = co_await peers.back()->read_until("GET /at-once ");
            EXPECT_EQ(body_of(got), "GET /at-once ");
        }
        const std::string rest = co_await peers.front()->read_to_end();
        EXPECT_EQ(rest, "");
        co_await peers[1]->write("GET /at-once HTTP/1.1\r\n\r\n");
        const std::string got = co_await peers[1]->read_until("GET /at-once ");
        EXPECT_EQ(body_of(got), "GET /at-once ");
    };
    turning.run(talk());
}

TEST_F(http_server, resets_truncates_and_stays_silent_when_told_to) {
    service.handle = [](const http::request& asked) -> asio::awaitable<answer> {
        answer made = asked.path() == "/reset"    ? answer::reset()
                      : asked.path() == "/silent" ? answer::silent()
                                                  : answer::truncated(text("0123456789"), 4);
        co_return made;
    };
    EXPECT_EQ(sent("GET /reset HTTP/1.1\r\n\r\n"), "");
    EXPECT_EQ(ended_with, asio::error::connection_reset);

    const std::string cut = sent("GET /truncated HTTP/1.1\r\n\r\n");
    EXPECT_NE(cut.find("\r\nContent-Length: 10\r\n"), std::string::npos);
    EXPECT_EQ(body_of(cut), "0123");
    EXPECT_EQ(ended_with, asio::error::eof);

    const std::uint16_t port = server().port();
    const auto give_up = [&]() -> asio::awaitable<std::string> {
        const auto peer = co_await raw_connect(turning.io, port);
        co_await peer->write("GET /silent HTTP/1.1\r\n\r\n");
        peer->finish_sending();
        co_return co_await peer->read_to_end();
    };
    EXPECT_EQ(turning.run(give_up()), "");
    turning.until([&] { return server().connections() == 0; });
}

TEST_F(http_server, answers_500_to_what_a_handler_throws) {
    service.at_once = [](const http::request& asked) -> std::optional<http::response> {
        if (asked.path() == "/at-once") throw std::runtime_error("out of luck");
        return std::nullopt;
    };
    service.handle = [](const http::request& asked) -> asio::awaitable<answer> {
        if (asked.path() == "/later") throw std::runtime_error("out of time");
        co_return answer::reset();
    };
    const std::string got = sent("GET /at-once?token=x HTTP/1.1\r\n\r\n"
                                 "GET /later HTTP/1.1\r\nConnection: close\r\n\r\n");
    EXPECT_EQ(got.substr(0, 12), "HTTP/1.1 500");
    EXPECT_NE(got.rfind("HTTP/1.1 500"), 0U);
    EXPECT_TRUE(log.has("handler failed method=GET path=/at-once why=out of luck"));
    EXPECT_TRUE(log.has("why=out of time"));
    EXPECT_FALSE(log.has("token"));
}

TEST_F(http_server, lets_no_field_of_an_answer_break_the_line) {
    service.at_once = [](const http::request&) -> std::optional<http::response> {
        http::response made = text("");
        made.headers.add("X-A", "1\r\nX-Injected: 2");
        return made;
    };
    const std::string got = sent("GET / HTTP/1.1\r\nConnection: close\r\n\r\n");
    EXPECT_EQ(got.find("\nX-Injected"), std::string::npos);
    EXPECT_NE(got.find("X-A: 1  X-Injected: 2\r\n"), std::string::npos);
}

TEST_F(http_server, stops_gently) {
    boost::asio::steady_timer gate(turning.io, boost::asio::steady_timer::time_point::max());
    bool is_asked = false;
    service.handle = [&](const http::request&) -> asio::awaitable<answer> {
        is_asked = true;
        boost::system::error_code opened;
        co_await gate.async_wait(asio::redirect_error(asio::use_awaitable, opened));
        answer made(text("finished"));
        co_return made;
    };
    const std::uint16_t port = server().port();
    std::string got;
    const auto talk = [&]() -> asio::awaitable<void> {
        const auto peer = co_await raw_connect(turning.io, port);
        co_await peer->write("GET /slow HTTP/1.1\r\n\r\n");
        got = co_await peer->read_to_end();
    };
    asio::co_spawn(turning.io, talk(), asio::detached);
    turning.until([&] { return is_asked; });

    bool is_stopped = false;
    asio::co_spawn(turning.io, server().stop(too_long),
                   [&](const std::exception_ptr&) { is_stopped = true; });
    turning.until([&] { return server().connections() == 1; });
    EXPECT_THROW(turning.run(raw_connect(turning.io, port)), boost::system::system_error);
    EXPECT_FALSE(is_stopped);

    gate.cancel();
    turning.until([&] { return is_stopped && !got.empty(); });
    EXPECT_EQ(body_of(got), "finished");
    EXPECT_NE(got.find("\r\nConnection: close\r\n"), std::string::npos);
}

TEST_F(http_server, stops_in_time_even_if_an_answer_never_comes) {
    service.handle = [&](const http::request&) -> asio::awaitable<answer> {
        co_return answer::silent();
    };
    bool is_asked = false;
    service.at_once = [&](const http::request&) -> std::optional<http::response> {
        is_asked = true;
        return std::nullopt;
    };
    const std::uint16_t port = server().port();
    const auto talk = [&]() -> asio::awaitable<std::unique_ptr<raw_connection>> {
        auto peer = co_await raw_connect(turning.io, port);
        co_await peer->write("GET / HTTP/1.1\r\n\r\n");
        co_return peer;
    };
    const auto peer = turning.run(talk());
    turning.until([&] { return is_asked; });
    turning.run(server().stop(duration(50)));
    turning.until([&] { return server().connections() == 0; });
}

TEST_F(http_server, says_where_it_cannot_listen) {
    settings.port = server().port();
    try {
        const native::http_server second(turning.io, settings, service, log);
        FAIL() << "two servers on one port";
    } catch (const std::system_error& wrong) {
        EXPECT_NE(std::string(wrong.what()).find("127.0.0.1 port " + std::to_string(settings.port)),
                  std::string::npos);
    }
}

} // namespace
