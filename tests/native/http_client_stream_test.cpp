// Answers that go on: read while they come.
#include "chatops/native/http_client.hpp"
#include "tests/native/client_fixture.hpp"

namespace {

using namespace chatops;
using namespace chatops::native::testing;

const std::string chunked_head = ok_line + "X-A: 1\r\nTransfer-Encoding: chunked\r\n\r\n";

class http_client_stream : public http_client_test {
  protected:
    std::unique_ptr<http::stream> open(const http::request& what, time_point deadline = soon()) {
        return turning.run(client().open(what, deadline));
    }
    std::unique_ptr<http::stream> open(const std::string& url) { return open(request("GET", url)); }
    std::optional<std::string> receive(http::stream& from) { return turning.run(from.receive()); }

    /// All that comes until the end, which comes.
    std::string rest_of(http::stream& from) {
        std::string all;
        while (const auto piece = receive(from)) {
            EXPECT_FALSE(piece->empty());
            all += *piece;
        }
        return all;
    }

    failure break_of(http::stream& from) {
        try {
            while (receive(from)) {
            }
            ADD_FAILURE() << "it ended as if it were whole";
        } catch (const unavailable& failed) {
            EXPECT_EQ(failed.provider(), "127.0.0.1");
            return {failed.what(), failed.effect()};
        }
        return {};
    }

    failure no_stream(const http::request& what, time_point deadline = soon()) {
        try {
            const auto made = open(what, deadline);
            ADD_FAILURE() << "begun with " << made->head().status;
        } catch (const unavailable& failed) {
            EXPECT_EQ(std::string(failed.what()).find("s3cr3t"), std::string::npos);
            return {failed.what(), failed.effect()};
        }
        return {};
    }
};

/// Sends what a test hands to it, when it does.
class speaker {
  public:
    explicit speaker(asio::io_context& io)
        : server_(io, [this](raw_connection& peer, int) { return speak(peer); }) {}

    void say(const std::string& bytes) { asio::write(peer_->socket(), asio::buffer(bytes)); }
    void hang_up() { peer_->close(); }
    void reset() { peer_->reset(); }
    [[nodiscard]] std::string url() const { return server_.url(); }
    [[nodiscard]] raw_server& server() { return server_; }

    std::string asked;
    bool is_left = false;

  private:
    asio::awaitable<void> speak(raw_connection& peer) {
        peer_ = &peer;
        asked = co_await peer.read_until("\r\n\r\n");
        co_await peer.write(first);
        co_await peer.read_to_end();
        is_left = true;
    }

    raw_connection* peer_ = nullptr;
    raw_server server_;

  public:
    std::string first = chunked_head;
};

TEST_F(http_client_stream, hands_on_each_piece_before_the_next_is_there) {
    speaker peer(turning.io);
    http::request what = request("GET", peer.url() + "/logs?tail=1");
    what.headers.add("Accept", "text/plain");
    const auto stream = open(what);
    EXPECT_EQ(peer.asked, "GET /logs?tail=1 HTTP/1.1\r\nHost: " + peer.url().substr(7) +
                              "\r\nUser-Agent: chatops\r\nAccept: text/plain\r\n\r\n");
    EXPECT_EQ(stream->head().status, 200);
    EXPECT_EQ(stream->head().headers.get("X-A"), "1");
    EXPECT_EQ(stream->head().body, "");
    peer.say("4\r\none\n\r\n");
    EXPECT_EQ(receive(*stream), "one\n");
    peer.say("4\r\ntwo\n\r\n");
    EXPECT_EQ(receive(*stream), "two\n");
    // A chunk is no message: half of one is handed on, too.
    peer.say("8\r\nthr");
    EXPECT_EQ(receive(*stream), "thr");
    peer.say("ee\n..\r\n");
    EXPECT_EQ(receive(*stream), "ee\n..");
    peer.say("0\r\n\r\n");
    EXPECT_EQ(receive(*stream), std::nullopt);
    EXPECT_EQ(receive(*stream), std::nullopt) << "it stays at its end";
    turning.until([&] { return peer.is_left; });
}

TEST_F(http_client_stream, waits_for_the_next_piece) {
    speaker peer(turning.io);
    const auto stream = open(peer.url());
    std::optional<std::string> got;
    asio::co_spawn(turning.io, stream->receive(),
                   [&](const std::exception_ptr& wrong, std::optional<std::string> piece) {
                       EXPECT_FALSE(wrong);
                       got = std::move(piece);
                   });
    // Another request comes and goes meanwhile.
    raw_server other(turning.io, answering(fine));
    EXPECT_EQ(get(other.url()).body, "ok");
    EXPECT_EQ(got, std::nullopt);
    peer.say("3\r\nabc\r\n");
    turning.until([&] { return got.has_value(); });
    EXPECT_EQ(got, "abc");
}

TEST_F(http_client_stream, reads_a_body_of_known_length_or_until_the_end) {
    raw_server known(turning.io, answering_once(ok_line + "Content-Length: 5\r\n\r\nabcde+++"));
    EXPECT_EQ(rest_of(*open(known.url())), "abcde");
    raw_server until_the_end(turning.io, answering_once(ok_line + "\r\nuntil the end"));
    EXPECT_EQ(rest_of(*open(until_the_end.url())), "until the end");
    raw_server none(turning.io, answering_once("HTTP/1.1 204 No Content\r\n\r\n"));
    EXPECT_EQ(rest_of(*open(none.url())), "");
    raw_server head(turning.io, answering_once(chunked_head));
    EXPECT_EQ(rest_of(*open(request("HEAD", head.url()))), "");
    EXPECT_EQ(client().idle_connections(), 0U) << "a stream's connection ends with it";
}

TEST_F(http_client_stream, any_status_begins_one_and_announcements_do_not) {
    raw_server peer(turning.io,
                    answering("HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\n"
                              "HTTP/1.1 404 Not Found\r\nContent-Length: 9\r\n\r\nnot there"));
    const auto stream = open(peer.url());
    EXPECT_EQ(stream->head().status, 404);
    EXPECT_FALSE(stream->head().headers.has("Link"));
    EXPECT_EQ(rest_of(*stream), "not there");
}

TEST_F(http_client_stream, a_long_body_comes_in_pieces_of_bounded_size) {
    const std::string large(3 << 20, 'x');
    settings.body_bytes = 100;
    raw_server peer(turning.io, answering_once(ok_line + "Content-Length: " +
                                               std::to_string(large.size()) + "\r\n\r\n" + large));
    const auto stream = open(peer.url());
    std::size_t size = 0;
    while (const auto piece = receive(*stream)) {
        EXPECT_LE(piece->size(), limits::stream_piece_bytes);
        size += piece->size();
    }
    EXPECT_EQ(size, large.size()) << "the limit of whole answers is not for those that go on";
}

TEST_F(http_client_stream, leaves_with_the_sender_what_nobody_asks_for) {
    std::size_t sent = 0;
    bool is_stuck = false;
    raw_server peer(turning.io, [&](raw_connection& from, int) -> asio::awaitable<void> {
        co_await from.read_until("\r\n\r\n");
        co_await from.write(ok_line + "\r\n");
        from.socket().non_blocking(true);
        const std::string more(64 << 10, 'x');
        boost::system::error_code full;
        while (!full) sent += from.socket().write_some(asio::buffer(more), full);
        EXPECT_EQ(full, asio::error::would_block);
        is_stuck = true;
    });
    const auto stream = open(peer.url());
    turning.until([&] { return is_stuck; });
    EXPECT_EQ(rest_of(*stream).size(), sent);
}

TEST_F(http_client_stream, says_how_it_broke) {
    speaker cut(turning.io);
    const auto shortened = open(cut.url());
    cut.say("9\r\nhalf");
    EXPECT_EQ(receive(*shortened), "half");
    cut.hang_up();
    const failure failed = break_of(*shortened);
    EXPECT_EQ(failed.what, cut.url().substr(7) + ": the answer was cut short");
    EXPECT_EQ(failed.effect, effect_known::may_have_happened);
    EXPECT_EQ(break_of(*shortened).what, failed.what) << "and says so again";

    speaker reset(turning.io);
    const auto torn = open(reset.url());
    reset.reset();
    EXPECT_EQ(break_of(*torn).what, reset.url().substr(7) + ": the connection was reset");

    speaker garbled(turning.io);
    const auto wrong = open(garbled.url());
    garbled.say("no chunk\r\n");
    EXPECT_NE(break_of(*wrong).what.find("not HTTP"), std::string::npos);
}

TEST_F(http_client_stream, closing_it_ends_a_receive_that_waits) {
    speaker peer(turning.io);
    const auto stream = open(peer.url());
    std::optional<std::string> got = "nothing yet";
    bool is_over = false;
    asio::co_spawn(turning.io, stream->receive(),
                   [&](const std::exception_ptr& wrong, std::optional<std::string> piece) {
                       EXPECT_FALSE(wrong);
                       got = std::move(piece);
                       is_over = true;
                   });
    asio::post(turning.io, [&] { stream->close(); });
    turning.until([&] { return is_over; });
    EXPECT_EQ(got, std::nullopt);
    EXPECT_EQ(receive(*stream), std::nullopt);
    turning.until([&] { return peer.is_left; });
}

TEST_F(http_client_stream, dropping_it_leaves_also_while_a_receive_waits) {
    speaker peer(turning.io);
    auto stream = open(peer.url());
    std::optional<std::string> got = "nothing yet";
    bool is_over = false;
    asio::co_spawn(turning.io, stream->receive(),
                   [&](const std::exception_ptr& wrong, std::optional<std::string> piece) {
                       EXPECT_FALSE(wrong);
                       got = std::move(piece);
                       is_over = true;
                   });
    asio::post(turning.io, [&] { stream.reset(); });
    turning.until([&] { return is_over && peer.is_left; });
    EXPECT_EQ(got, std::nullopt);
}

TEST_F(http_client_stream, fails_when_the_client_ends_and_may_outlive_it) {
    speaker peer(turning.io);
    const http::request what = request("GET", peer.url());
    auto own = std::make_unique<native::http_client>(turning.io, settings);
    const auto waiting = turning.run(own->open(what, soon()));
    const auto resting = turning.run(own->open(what, soon()));
    std::exception_ptr failed;
    asio::co_spawn(turning.io, waiting->receive(),
                   [&](const std::exception_ptr& wrong, const std::optional<std::string>&) {
                       failed = wrong;
                   });
    asio::post(turning.io, [&] { own.reset(); });
    turning.until([&] { return failed != nullptr; });
    EXPECT_THROW(std::rethrow_exception(failed), unavailable);
    EXPECT_EQ(break_of(*resting).what, peer.url().substr(7) + ": the client has ended");
    turning.until([&] { return peer.is_left; });
}

TEST_F(http_client_stream, has_a_deadline_for_its_head_and_none_after_it) {
    raw_server silent(turning.io, [](raw_connection& from, int) -> asio::awaitable<void> {
        co_await from.read_to_end();
    });
    http::request what = request("GET", silent.url() + "/s3cr3t");
    const failure failed = no_stream(what, after(duration(60)));
    EXPECT_EQ(failed.what, silent.url().substr(7) + ": no answer in time");
    EXPECT_EQ(failed.effect, effect_known::may_have_happened);
    EXPECT_EQ(no_stream(what, after(duration(-1))).effect, effect_known::did_not_happen);

    speaker peer(turning.io);
    const time_point deadline = after(duration(1'000));
    const auto stream = open(request("GET", peer.url()), deadline);
    turning.until([&] { return after(duration(0)) > deadline; });
    peer.say("3\r\nabc\r\n");
    EXPECT_EQ(receive(*stream), "abc");
}

TEST_F(http_client_stream, fails_as_a_request_does_when_no_head_comes) {
    raw_server nothing(turning.io, answering_once(""));
    EXPECT_NE(no_stream(request("GET", nothing.url())).what.find("closed before an answer"),
              std::string::npos);
    raw_server half(turning.io, answering_once(ok_line + "Content-Le"));
    EXPECT_NE(no_stream(request("GET", half.url())).what.find("cut short"), std::string::npos);
    raw_server garbage(turning.io, answering_once("\x15\x03\x01 no\r\n\r\n"));
    EXPECT_NE(no_stream(request("GET", garbage.url())).what.find("not HTTP"), std::string::npos);
    EXPECT_THROW(open("http://192.0.2.1/"), std::logic_error) << "it stays on this machine";
    EXPECT_THROW(open("ftp://127.0.0.1/"), unavailable);
}

TEST_F(http_client_stream, leaves_the_connections_to_its_host_to_the_requests) {
    settings.connections_per_host = 1;
    raw_server peer(turning.io, [](raw_connection& from, int) -> asio::awaitable<void> {
        for (;;) {
            const std::string head = co_await from.read_until("\r\n\r\n");
            if (head.empty()) co_return;
            if (head.find("GET /logs") == 0) {
                co_await from.write(chunked_head + "3\r\nabc\r\n");
                continue;
            }
            co_await from.write(fine);
        }
    });
    std::vector<std::unique_ptr<http::stream>> tails;
    for (int i = 0; i < 5; ++i) tails.push_back(open(peer.url() + "/logs"));
    EXPECT_EQ(get(peer.url() + "/apps").body, "ok");
    for (const auto& each : tails) EXPECT_EQ(receive(*each), "abc");
}

} // namespace
