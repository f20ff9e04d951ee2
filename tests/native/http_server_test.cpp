#include "chatops/native/http_server.hpp"
#include "tests/native/server_fixture.hpp"

#include <boost/asio/steady_timer.hpp>

namespace {

using namespace chatops;
using namespace chatops::native::testing;
using native::answer;

class http_server : public http_server_test {};

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
    service.handle = [&](const http::request& asked) {
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
    service.handle = [&](const http::request& asked) {
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
    const auto later = [](const http::request& asked) -> asio::awaitable<answer> {
        if (asked.path() == "/later") throw std::runtime_error("out of time");
        co_return answer::reset();
    };
    service.handle = [&](const http::request& asked) {
        if (asked.path() == "/at-once") throw std::runtime_error("out of luck");
        return later(asked);
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
    service.handle = [](const http::request&) {
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
    bool is_asked = false;
    service.handle = [&](const http::request&) -> asio::awaitable<answer> {
        is_asked = true;
        co_return answer::silent();
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
