#include "chatops/core/errors.hpp"
#include "chatops/native/files.hpp"
#include "chatops/native/http_client.hpp"
#include "chatops/native/http_server.hpp"
#include "tests/native/certificate.hpp"
#include "tests/native/loop.hpp"
#include "tests/native/raw_peer.hpp"
#include "tests/native/temporary_folder.hpp"

#include <boost/asio/bind_cancellation_slot.hpp>
#include <boost/asio/cancellation_signal.hpp>
#include <boost/asio/ssl.hpp>
#include <gtest/gtest.h>

namespace {

using namespace chatops;
using namespace chatops::native::testing;

/// How a request failed, as the caller sees it.
struct failure {
    std::string what;
    effect_known effect = effect_known::did_not_happen;
};

class http_client : public ::testing::Test {
  protected:
    http_client() { settings.loopback_only = true; }

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
raw_server::script answering(std::string bytes) {
    return [bytes](raw_connection& peer, int) -> asio::awaitable<void> {
        for (;;) {
            const std::string head = co_await peer.read_until("\r\n\r\n");
            if (head.empty()) co_return;
            co_await peer.write(bytes);
        }
    };
}

/// Answers the first request with the bytes, and closes.
raw_server::script answering_once(std::string bytes) {
    return [bytes](raw_connection& peer, int) -> asio::awaitable<void> {
        co_await peer.read_until("\r\n\r\n");
        co_await peer.write(bytes);
    };
}

const std::string fine = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

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

struct bad_answer {
    const char* name;
    std::string bytes;
    const char* words;
};
std::ostream& operator<<(std::ostream& to, const bad_answer& each) { return to << each.name; }

class http_client_gets : public http_client, public ::testing::WithParamInterface<bad_answer> {};

TEST_P(http_client_gets, no_usable_answer) {
    settings.body_bytes = 100;
    raw_server peer(turning.io, answering_once(GetParam().bytes));
    http::request what = request("GET", peer.url() + "/path-s3cr3t?q=s3cr3t");
    what.headers.add("Authorization", "Bearer s3cr3t");
    const failure failed = failure_of(what);
    EXPECT_EQ(failed.effect, effect_known::may_have_happened);
    EXPECT_NE(failed.what.find(GetParam().words), std::string::npos) << failed.what;
    EXPECT_EQ(failed.what.find("127.0.0.1:" + std::to_string(peer.port()) + ": "), 0U);
    EXPECT_EQ(peer.connections(), 1) << "a fresh connection that fails is no reason to ask again";
    EXPECT_EQ(client().idle_connections(), 0U);
}

const std::string ok_line = "HTTP/1.1 200 OK\r\n";
INSTANTIATE_TEST_SUITE_P(
    table, http_client_gets,
    ::testing::Values(
        bad_answer{"nothing", "", "closed before an answer"},
        bad_answer{"garbage", "\x15\x03\x01 no\r\n\r\n", "not HTTP"},
        bad_answer{"half a head", ok_line + "Content-Le", "cut short"},
        bad_answer{"half a body", ok_line + "Content-Length: 9\r\n\r\nhalf", "cut short"},
        bad_answer{"half a chunk", ok_line + "Transfer-Encoding: chunked\r\n\r\n9\r\nhalf",
                   "cut short"},
        bad_answer{"chunks without an end",
                   ok_line + "Transfer-Encoding: chunked\r\n\r\n4\r\nhalf\r\n", "cut short"},
        bad_answer{"a length that is none", ok_line + "Content-Length: many\r\n\r\n", "not HTTP"},
        bad_answer{"a head without end", ok_line + "X: " + std::string(100'000, 'x'), "not HTTP"},
        bad_answer{"a body too large by its length", ok_line + "Content-Length: 101\r\n\r\n",
                   "too large"},
        bad_answer{"a body too large without one", ok_line + "\r\n" + std::string(200, 'x'),
                   "too large"},
        bad_answer{"only an announcement", "HTTP/1.1 103 Early Hints\r\n\r\n", "closed before"}));

TEST_F(http_client, says_that_a_connection_was_reset) {
    raw_server peer(turning.io, [](raw_connection& from, int) -> asio::awaitable<void> {
        co_await from.read_until("\r\n\r\n");
        from.reset();
    });
    const failure failed = failure_of(request("POST", peer.url()));
    EXPECT_NE(failed.what.find("reset"), std::string::npos) << failed.what;
    EXPECT_EQ(failed.effect, effect_known::may_have_happened);
}

TEST_F(http_client, knows_that_a_refused_connection_had_no_effect) {
    std::uint16_t port = 0;
    {
        const raw_server gone(turning.io, answering(fine));
        port = gone.port();
    }
    const failure failed =
        failure_of(request("POST", "http://127.0.0.1:" + std::to_string(port) + "/s3cr3t"));
    EXPECT_NE(failed.what.find("refused"), std::string::npos) << failed.what;
    EXPECT_EQ(failed.effect, effect_known::did_not_happen);
}

TEST_F(http_client, gives_up_at_the_deadline) {
    bool has_come = false;
    raw_server peer(turning.io, [&](raw_connection& from, int) -> asio::awaitable<void> {
        co_await from.read_until("\r\n\r\n");
        has_come = true;
        co_await from.read_to_end();
    });
    const failure failed = failure_of(request("POST", peer.url()), after(duration(60)));
    EXPECT_TRUE(has_come);
    EXPECT_NE(failed.what.find("no answer in time"), std::string::npos) << failed.what;
    EXPECT_EQ(failed.effect, effect_known::may_have_happened);
}

TEST_F(http_client, gives_up_at_the_deadline_on_an_answer_that_trickles) {
    raw_server peer(turning.io, [&](raw_connection& from, int) -> asio::awaitable<void> {
        co_await from.write(ok_line);
        for (;;) co_await from.write("X: y\r\n");
    });
    settings.body_bytes = 1 << 30;
    raw_server endless(turning.io, [&](raw_connection& from, int) -> asio::awaitable<void> {
        co_await from.write(ok_line + "\r\n");
        for (;;) co_await from.write("x");
    });
    failure_of(request("GET", peer.url()));
    const failure failed = failure_of(request("GET", endless.url()), after(duration(60)));
    EXPECT_NE(failed.what.find("no answer in time"), std::string::npos) << failed.what;
}

TEST_F(http_client, gives_up_on_a_peer_that_does_not_read) {
    raw_server peer(turning.io, [&](raw_connection& from, int) -> asio::awaitable<void> {
        co_await from.socket().async_wait(asio::ip::tcp::socket::wait_error, asio::use_awaitable);
    });
    http::request what = request("POST", peer.url());
    what.body.assign(64 << 20, 'x');
    const failure failed = failure_of(what, after(duration(60)));
    EXPECT_EQ(failed.effect, effect_known::may_have_happened);
}

TEST_F(http_client, has_nothing_to_send_after_the_deadline) {
    raw_server peer(turning.io, answering(fine));
    const failure failed = failure_of(request("POST", peer.url()), after(duration(-1)));
    EXPECT_EQ(failed.effect, effect_known::did_not_happen);
    EXPECT_EQ(peer.connections(), 0);
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

/// A TLS server with a certificate; it answers every connection once.
class tls_server {
  public:
    tls_server(asio::io_context& io, const certificate& with, int newest = 0)
        : context_(asio::ssl::context::tls_server),
          acceptor_(io, {asio::ip::address_v4::loopback(), 0}) {
        context_.use_certificate_chain(asio::buffer(with.chain));
        context_.use_private_key(asio::buffer(with.key), asio::ssl::context::pem);
        if (newest != 0) {
            SSL_CTX_set_min_proto_version(context_.native_handle(), TLS1_VERSION);
            SSL_CTX_set_max_proto_version(context_.native_handle(), newest);
            SSL_CTX_set_security_level(context_.native_handle(), 0);
        }
        accept();
    }

    [[nodiscard]] std::string url(const std::string& host) const {
        return "https://" + host + ":" + std::to_string(acceptor_.local_endpoint().port());
    }
    std::string asked_for;
    std::string version;

  private:
    void accept() {
        acceptor_.async_accept(
            [this](boost::system::error_code failed, asio::ip::tcp::socket socket) {
                if (failed) return;
                asio::co_spawn(acceptor_.get_executor(), serve(std::move(socket)),
                               [](const std::exception_ptr&) {});
                accept();
            });
    }
    asio::awaitable<void> serve(asio::ip::tcp::socket socket) {
        asio::ssl::stream<asio::ip::tcp::socket> stream(std::move(socket), context_);
        co_await stream.async_handshake(asio::ssl::stream_base::server, asio::use_awaitable);
        const char* name = SSL_get_servername(stream.native_handle(), TLSEXT_NAMETYPE_host_name);
        asked_for = name ? name : "";
        version = SSL_get_version(stream.native_handle());
        std::string head;
        co_await asio::async_read_until(stream, asio::dynamic_buffer(head), "\r\n\r\n",
                                        asio::use_awaitable);
        co_await asio::async_write(stream, asio::buffer(fine), asio::use_awaitable);
        co_await asio::async_read_until(stream, asio::dynamic_buffer(head), "never",
                                        asio::use_awaitable);
    }

    asio::ssl::context context_;
    asio::ip::tcp::acceptor acceptor_;
};

class http_client_tls : public http_client {
  protected:
    void trust() {
        settings.authorities_file = folder.file("authority.pem");
        ASSERT_TRUE(native::write_private_file(settings.authorities_file, trusted.pem()));
    }
    temporary_folder folder;
    authority trusted;
};

TEST_F(http_client_tls, talks_to_a_server_that_can_prove_its_name) {
    trust();
    tls_server peer(turning.io, trusted.for_name("DNS:localhost"));
    EXPECT_EQ(get(peer.url("localhost")).body, "ok");
    EXPECT_EQ(peer.asked_for, "localhost");
    EXPECT_EQ(peer.version, "TLSv1.3");
    tls_server by_address(turning.io, trusted.for_name("IP:127.0.0.1"));
    EXPECT_EQ(get(by_address.url("127.0.0.1")).body, "ok");
    EXPECT_EQ(by_address.asked_for, "");
    tls_server older(turning.io, trusted.for_name("IP:127.0.0.1"), TLS1_2_VERSION);
    EXPECT_EQ(get(older.url("127.0.0.1")).body, "ok");
}

TEST_F(http_client_tls, trusts_no_authority_it_does_not_know) {
    tls_server peer(turning.io, trusted.for_name("IP:127.0.0.1"));
    const failure failed = failure_of(request("POST", peer.url("127.0.0.1")));
    EXPECT_NE(failed.what.find("certificate cannot be trusted"), std::string::npos) << failed.what;
    EXPECT_EQ(failed.effect, effect_known::did_not_happen);
}

TEST_F(http_client_tls, insists_on_the_name) {
    trust();
    tls_server peer(turning.io, trusted.for_name("DNS:other.example.com"));
    const failure failed = failure_of(request("POST", peer.url("127.0.0.1")));
    EXPECT_NE(failed.what.find("IP address mismatch"), std::string::npos) << failed.what;
    try {
        get(peer.url("localhost"));
        ADD_FAILURE();
    } catch (const unavailable& wrong) {
        EXPECT_NE(std::string(wrong.what()).find("hostname mismatch"), std::string::npos)
            << wrong.what();
    }
}

TEST_F(http_client_tls, refuses_a_certificate_that_has_expired) {
    trust();
    tls_server peer(turning.io, trusted.for_name("IP:127.0.0.1", -60));
    const failure failed = failure_of(request("POST", peer.url("127.0.0.1")));
    EXPECT_NE(failed.what.find("expired"), std::string::npos) << failed.what;
}

TEST_F(http_client_tls, refuses_a_protocol_too_old) {
    trust();
    tls_server peer(turning.io, trusted.for_name("IP:127.0.0.1"), TLS1_1_VERSION);
    const failure failed = failure_of(request("POST", peer.url("127.0.0.1")));
    EXPECT_NE(failed.what.find("no TLS connection"), std::string::npos) << failed.what;
    EXPECT_EQ(failed.effect, effect_known::did_not_happen);
}

TEST_F(http_client_tls, gives_up_on_a_handshake_that_never_ends) {
    raw_server peer(turning.io, [](raw_connection& from, int) -> asio::awaitable<void> {
        co_await from.read_to_end();
    });
    const std::string url = "https://127.0.0.1:" + std::to_string(peer.port());
    const failure failed = failure_of(request("POST", url), after(duration(60)));
    EXPECT_NE(failed.what.find("in time"), std::string::npos) << failed.what;
    EXPECT_EQ(failed.effect, effect_known::did_not_happen);
}

} // namespace
