// Answers that are none, and peers that do not follow the protocol.
#include "chatops/native/http_client.hpp"
#include "tests/native/client_fixture.hpp"

namespace {

using namespace chatops;
using namespace chatops::native::testing;

class http_client_failures : public http_client_test {};

struct bad_answer {
    const char* name;
    std::string bytes;
    const char* words;
};
std::ostream& operator<<(std::ostream& to, const bad_answer& each) { return to << each.name; }

class http_client_gets : public http_client_failures,
                         public ::testing::WithParamInterface<bad_answer> {};

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

TEST_F(http_client_failures, says_that_a_connection_was_reset) {
    raw_server peer(turning.io, [](raw_connection& from, int) -> asio::awaitable<void> {
        co_await from.read_until("\r\n\r\n");
        from.reset();
    });
    const failure failed = failure_of(request("POST", peer.url()));
    EXPECT_NE(failed.what.find("reset"), std::string::npos) << failed.what;
    EXPECT_EQ(failed.effect, effect_known::may_have_happened);
}

TEST_F(http_client_failures, knows_that_a_refused_connection_had_no_effect) {
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

TEST_F(http_client_failures, gives_up_at_the_deadline) {
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

TEST_F(http_client_failures, gives_up_at_the_deadline_on_an_answer_that_trickles) {
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

TEST_F(http_client_failures, gives_up_on_a_peer_that_does_not_read) {
    raw_server peer(turning.io, [&](raw_connection& from, int) -> asio::awaitable<void> {
        co_await from.socket().async_wait(asio::ip::tcp::socket::wait_error, asio::use_awaitable);
    });
    http::request what = request("POST", peer.url());
    what.body.assign(64 << 20, 'x');
    const failure failed = failure_of(what, after(duration(60)));
    EXPECT_EQ(failed.effect, effect_known::may_have_happened);
}

TEST_F(http_client_failures, has_nothing_to_send_after_the_deadline) {
    raw_server peer(turning.io, answering(fine));
    const failure failed = failure_of(request("POST", peer.url()), after(duration(-1)));
    EXPECT_EQ(failed.effect, effect_known::did_not_happen);
    EXPECT_EQ(peer.connections(), 0);
}

} // namespace
