// Clients that do not follow the protocol, or take their time.
#include "chatops/native/http_server.hpp"
#include "tests/native/server_fixture.hpp"

#include <boost/asio/steady_timer.hpp>

namespace {

using namespace chatops;
using namespace chatops::native::testing;

class http_server_refusals : public http_server_test {};

struct refusal {
    const char* name;
    std::string sent;
    int status;
};
std::ostream& operator<<(std::ostream& to, const refusal& each) { return to << each.name; }

class http_server_refuses : public http_server_refusals,
                            public ::testing::WithParamInterface<refusal> {};

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

TEST_F(http_server_refusals, gives_up_on_a_head_that_never_ends) {
    settings.head_patience = duration(40);
    EXPECT_EQ(sent("GET / HTTP/1.1\r\nX: "), "");
}

TEST_F(http_server_refusals, gives_up_on_a_head_that_trickles) {
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

TEST_F(http_server_refusals, gives_up_on_a_body_that_never_comes) {
    settings.body_patience = duration(40);
    EXPECT_EQ(sent("POST / HTTP/1.1\r\nContent-Length: 10\r\n\r\nhalf"), "");
}

TEST_F(http_server_refusals, closes_a_connection_that_was_idle_too_long) {
    settings.idle_patience = duration(40);
    EXPECT_EQ(body_of(sent("GET /at-once HTTP/1.1\r\n\r\n")), "GET /at-once ");
}

TEST_F(http_server_refusals, gives_up_on_a_client_that_does_not_take_its_answer) {
    settings.send_patience = duration(40);
    service.handle = [](const http::request&) { return text(std::string(64 << 20, 'x')); };
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

} // namespace
