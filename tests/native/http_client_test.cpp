#include "chatops/native/http_client.hpp"
#include "tests/native/client_fixture.hpp"

#include <boost/asio/bind_cancellation_slot.hpp>
#include <boost/asio/cancellation_signal.hpp>
#include <boost/asio/steady_timer.hpp>

namespace {

using namespace chatops;
using namespace chatops::native::testing;

class http_client : public http_client_test {};

TEST_F(http_client, sends_what_it_is_given_and_no_more) {
    std::string head;
    std::string body;
    raw_server peer(turning.io, [&](raw_connection& from, int) -> asio::awaitable<void> {
        head = co_await from.read_until("\r\n\r\n");
        body = co_await from.read_bytes(7);
        co_await from.write(
            "HTTP/1.1 201 Created\r\nX-A: 1\r\nx-a: 2\r\nContent-Length: 3\r\n\r\nabc");
    });
    http::request what = request("POST", peer.url() + "/apps?x=%20y");
    what.headers.add("Authorization", "Bearer t");
    what.headers.add("Content-Length", "999");
    what.body = "a=1&b=2";
    const http::response got = send(what);
    EXPECT_EQ(head, "POST /apps?x=%20y HTTP/1.1\r\nHost: 127.0.0.1:" + std::to_string(peer.port()) +
                        "\r\nUser-Agent: chatops\r\nAuthorization: Bearer t\r\n"
                        "Content-Length: 7\r\n\r\n");
    EXPECT_EQ(body, "a=1&b=2");
    EXPECT_EQ(got.status, 201);
    EXPECT_EQ(got.body, "abc");
    std::vector<std::string> values;
    for (const auto& [name, value] : got.headers) values.push_back(name + "=" + value);
    EXPECT_EQ(values, (std::vector<std::string>{"X-A=1", "x-a=2", "Content-Length=3"}));
}

TEST_F(http_client, uses_a_connection_again) {
    raw_server peer(turning.io, answering(fine));
    for (int i = 0; i < 3; ++i) EXPECT_EQ(get(peer.url() + "/x").body, "ok");
    EXPECT_EQ(peer.connections(), 1);
    EXPECT_EQ(client().idle_connections(), 1U);
}

TEST_F(http_client, does_not_keep_what_the_server_closes) {
    raw_server peer(turning.io,
                    answering("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"));
    get(peer.url());
    EXPECT_EQ(client().idle_connections(), 0U);
    get(peer.url());
    EXPECT_EQ(peer.connections(), 2);
}

TEST_F(http_client, does_not_keep_what_was_unused_too_long) {
    settings.idle_patience = duration(0);
    raw_server peer(turning.io, answering(fine));
    get(peer.url());
    const auto used = std::chrono::steady_clock::now();
    turning.until([&] { return std::chrono::steady_clock::now() > used; });
    get(peer.url());
    EXPECT_EQ(peer.connections(), 2);
}

TEST_F(http_client, notices_a_goodbye_before_it_asks_again) {
    raw_server peer(turning.io, answering_once(fine));
    get(peer.url());
    EXPECT_EQ(client().idle_connections(), 1U);
    bool is_gone = false;
    const auto look =
        [&]() -> asio::awaitable<void> { // a turn of the loop, so that the close arrives
        co_await asio::post(turning.io, asio::use_awaitable);
        is_gone = true;
    };
    turning.run(look());
    turning.until([&] { return is_gone; });
    // Even a POST, which is never sent twice.
    EXPECT_EQ(send(request("POST", peer.url())).body, "ok");
    EXPECT_EQ(peer.connections(), 2);
}

/// The first connection answers once, takes a second request and closes; later ones answer.
raw_server::script closing_on_the_second() {
    return [](raw_connection& peer, int number) -> asio::awaitable<void> {
        co_await peer.read_until("\r\n\r\n");
        co_await peer.write(fine);
        co_await peer.read_until("\r\n\r\n");
        if (number > 1) co_await peer.write(fine);
    };
}

TEST_F(http_client, asks_once_more_when_a_kept_connection_turns_out_closed) {
    raw_server peer(turning.io, closing_on_the_second());
    get(peer.url());
    EXPECT_EQ(get(peer.url()).body, "ok");
    EXPECT_EQ(peer.connections(), 2);
}

TEST_F(http_client, never_sends_twice_what_may_change_something) {
    for (const char* method : {"POST", "PATCH", "PUT", "DELETE"}) {
        raw_server peer(turning.io, closing_on_the_second());
        get(peer.url());
        const failure failed = failure_of(request(method, peer.url() + "/s3cr3t"));
        EXPECT_EQ(failed.effect, effect_known::may_have_happened);
        EXPECT_NE(failed.what.find("closed before an answer"), std::string::npos) << failed.what;
        EXPECT_EQ(peer.connections(), 1) << method;
    }
}

TEST_F(http_client, waits_through_announcements) {
    raw_server peer(turning.io,
                    answering("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\n"
                              "Link: x\r\n\r\n" +
                              fine));
    const http::response got = get(peer.url());
    EXPECT_EQ(got.status, 200);
    EXPECT_FALSE(got.headers.has("Link"));
    EXPECT_EQ(got.body, "ok");
}

TEST_F(http_client, follows_no_redirect) {
    raw_server peer(turning.io, answering("HTTP/1.1 302 Found\r\nLocation: http://192.0.2.1/\r\n"
                                          "Content-Length: 0\r\n\r\n"));
    EXPECT_EQ(get(peer.url()).status, 302);
}

TEST_F(http_client, knows_answers_without_a_body) {
    raw_server head(turning.io, answering("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n"));
    EXPECT_EQ(send(request("HEAD", head.url())).body, "");
    EXPECT_EQ(send(request("HEAD", head.url())).headers.get("Content-Length"), "5");
    EXPECT_EQ(head.connections(), 1);
    raw_server none(turning.io, answering("HTTP/1.1 204 No Content\r\n\r\n"));
    EXPECT_EQ(send(request("DELETE", none.url())).status, 204);
    raw_server same(turning.io, answering("HTTP/1.1 304 Not Modified\r\nETag: x\r\n\r\n"));
    EXPECT_EQ(get(same.url()).status, 304);
}

TEST_F(http_client, reads_a_body_in_chunks_or_until_the_end) {
    raw_server chunks(turning.io, answering(ok_line + "Transfer-Encoding: chunked\r\n\r\n"
                                                      "3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n"));
    EXPECT_EQ(get(chunks.url()).body, "abcde");
    raw_server end(turning.io, answering_once(ok_line + "\r\nuntil the end"));
    EXPECT_EQ(get(end.url()).body, "until the end");
    EXPECT_EQ(client().idle_connections(), 1U);
}

TEST_F(http_client, opens_only_so_many_connections_to_a_host) {
    settings.connections_per_host = 2;
    boost::asio::steady_timer gate(turning.io, boost::asio::steady_timer::time_point::max());
    int asked = 0;
    raw_server peer(turning.io, [&](raw_connection& from, int) -> asio::awaitable<void> {
        for (;;) {
            const std::string head = co_await from.read_until("\r\n\r\n");
            if (head.empty()) co_return;
            ++asked;
            boost::system::error_code opened;
            co_await gate.async_wait(asio::redirect_error(asio::use_awaitable, opened));
            co_await from.write(fine);
        }
    });
    const http::request what = request("GET", peer.url());
    int done = 0;
    for (int i = 0; i < 5; ++i)
        asio::co_spawn(turning.io, client().send(what, soon()),
                       [&](const std::exception_ptr& wrong, const http::response& got) {
                           EXPECT_FALSE(wrong);
                           EXPECT_EQ(got.status, 200);
                           ++done;
                       });
    turning.until([&] { return asked == 2; });
    // One more has no time to wait for its turn: it was never sent.
    const failure late = failure_of(what, after(duration(40)));
    EXPECT_EQ(late.effect, effect_known::did_not_happen);
    EXPECT_NE(late.what.find("in use"), std::string::npos) << late.what;
    EXPECT_EQ(asked, 2);
    gate.expires_at(boost::asio::steady_timer::time_point::min());
    turning.until([&] { return done == 5; });
    EXPECT_EQ(asked, 5);
    EXPECT_EQ(peer.connections(), 2);
}

TEST_F(http_client, gives_its_place_away_when_it_is_cancelled) {
    settings.connections_per_host = 1;
    bool has_come = false;
    raw_server peer(turning.io, [&](raw_connection& from, int number) -> asio::awaitable<void> {
        co_await from.read_until("\r\n\r\n");
        has_come = true;
        if (number == 1) co_await from.read_to_end();
        co_await from.write(fine);
    });
    const http::request what = request("GET", peer.url());
    asio::cancellation_signal stop;
    bool is_over = false;
    asio::co_spawn(turning.io, client().send(what, soon()),
                   asio::bind_cancellation_slot(
                       stop.slot(), [&](const std::exception_ptr& wrong, const http::response&) {
                           EXPECT_TRUE(wrong);
                           is_over = true;
                       }));
    turning.until([&] { return has_come; });
    stop.emit(asio::cancellation_type::terminal);
    turning.until([&] { return is_over; });
    EXPECT_EQ(get(peer.url()).body, "ok");
}

TEST_F(http_client, fails_what_is_under_way_when_it_ends) {
    bool has_come = false;
    raw_server peer(turning.io, [&](raw_connection& from, int) -> asio::awaitable<void> {
        co_await from.read_until("\r\n\r\n");
        has_come = true;
        co_await from.read_to_end();
    });
    const http::request what = request("GET", peer.url());
    auto own = std::make_unique<native::http_client>(turning.io, settings);
    std::exception_ptr failed;
    asio::co_spawn(turning.io, own->send(what, soon()),
                   [&](const std::exception_ptr& wrong, const http::response&) { failed = wrong; });
    turning.until([&] { return has_come; });
    own.reset();
    turning.until([&] { return failed != nullptr; });
    EXPECT_THROW(std::rethrow_exception(failed), unavailable);
}

TEST_F(http_client, refuses_to_leave_the_machine) {
    for (const char* url : {"http://192.0.2.1/", "https://api.heroku.com/apps",
                            "http://[2001:db8::1]/", "http://localhost.example.com/"})
        EXPECT_THROW(get(url), std::logic_error) << url;
    raw_server peer(turning.io, answering(fine));
    EXPECT_EQ(get("http://localhost:" + std::to_string(peer.port())).body, "ok");
}

TEST_F(http_client, takes_nothing_for_a_url_that_is_none) {
    for (const char* url : {"", "/apps", "127.0.0.1/apps", "ftp://127.0.0.1/", "http://",
                            "http://user:s3cr3t@127.0.0.1/", "http://127.0.0.1/a b"}) {
        try {
            get(url);
            ADD_FAILURE() << url;
        } catch (const unavailable& failed) {
            EXPECT_EQ(failed.effect(), effect_known::did_not_happen);
            EXPECT_EQ(std::string(failed.what()).find("s3cr3t"), std::string::npos);
        }
    }
}

TEST_F(http_client, sends_no_line_break_in_a_field) {
    raw_server peer(turning.io, answering(fine));
    http::request what = request("GET", peer.url());
    what.headers.add("X-App", "a\r\nX-Injected: 1");
    EXPECT_THROW(send(what), std::logic_error);
    EXPECT_EQ(peer.connections(), 0);
}

} // namespace
