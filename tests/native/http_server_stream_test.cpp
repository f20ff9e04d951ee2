// Answers that go on: sent while they come about.
#include "chatops/native/http_client.hpp"
#include "chatops/native/http_server.hpp"
#include "tests/native/server_fixture.hpp"

#include <boost/asio/steady_timer.hpp>

namespace {

using namespace chatops;
using namespace chatops::native::testing;
using native::answer;

class http_server_stream : public http_server_test {
  protected:
    http_server_stream() {
        // `/log` goes on with what the test writes; everything else is answered whole.
        service.handle = [this](const http::request& asked) -> native::answering {
            if (asked.path() == "/log") return going_on();
            return text(asked.method + " " + asked.url);
        };
    }

    asio::awaitable<answer> going_on() {
        http::response first = text(begins_with);
        first.status = status;
        http::body_session session = [this](std::unique_ptr<http::body_writer> over) {
            return write(std::move(over));
        };
        answer made = answer::going_on(std::move(first), std::move(session));
        co_return made;
    }

    asio::awaitable<void> write(std::unique_ptr<http::body_writer> over) {
        ++begun;
        writer = over.get();
        co_await over->gone();
        ++gone;
        if (!throws.empty()) throw std::runtime_error(throws);
    }

    /// Asks for the log, and waits until its head has come.
    std::unique_ptr<raw_connection> follow(std::string version = "HTTP/1.1") {
        const std::uint16_t port = server().port();
        const auto ask = [&]() -> asio::awaitable<std::unique_ptr<raw_connection>> {
            auto peer = co_await raw_connect(turning.io, port);
            co_await peer->write("GET /log " + version + "\r\n\r\n");
            head = co_await peer->read_until("\r\n\r\n");
            co_return peer;
        };
        auto peer = turning.run(ask());
        turning.until([&] { return begun > gone; });
        return peer;
    }

    std::string next(raw_connection& from, std::string mark) {
        return turning.run(from.read_until(std::move(mark)));
    }
    std::string rest(raw_connection& from) { return turning.run(from.read_to_end()); }

    int status = 200;
    std::string begins_with;
    std::string throws;
    std::string head;
    http::body_writer* writer = nullptr;
    int begun = 0;
    int gone = 0;
};

TEST_F(http_server_stream, sends_each_piece_as_it_comes_and_says_when_it_is_whole) {
    begins_with = "zero\n";
    const auto peer = follow();
    EXPECT_EQ(head.substr(0, 17), "HTTP/1.1 200 OK\r\n");
    EXPECT_NE(head.find("\r\nTransfer-Encoding: chunked\r\n"), std::string::npos);
    EXPECT_EQ(head.find("Content-Length"), std::string::npos);
    EXPECT_EQ(next(*peer, "zero\n\r\n"), "5\r\nzero\n\r\n");
    writer->write("one\n");
    EXPECT_EQ(next(*peer, "one\n\r\n"), "4\r\none\n\r\n");
    writer->write("");
    writer->write("a line of more than sixteen bytes\n");
    EXPECT_EQ(next(*peer, "bytes\n\r\n"), "22\r\na line of more than sixteen bytes\n\r\n");
    EXPECT_EQ(gone, 0);
    writer->end();
    EXPECT_EQ(next(*peer, "0\r\n\r\n"), "0\r\n\r\n");
    turning.until([&] { return gone == 1; });
}

TEST_F(http_server_stream, goes_on_with_the_next_request_when_the_body_is_whole) {
    const auto peer = follow();
    // It may come before the body has ended, or after.
    turning.run(peer->write("GET /early HTTP/1.1\r\n\r\n"));
    writer->write("one\n");
    EXPECT_EQ(next(*peer, "one\n\r\n"), "4\r\none\n\r\n");
    writer->end();
    EXPECT_NE(next(*peer, "GET /early").find("0\r\n\r\nHTTP/1.1 200 OK\r\n"), std::string::npos);
    turning.run(peer->write("GET /late HTTP/1.1\r\n\r\n"));
    EXPECT_NE(next(*peer, "GET /late").find("HTTP/1.1 200 OK\r\n"), std::string::npos);
    turning.run(peer->write("GET /log HTTP/1.1\r\n\r\n"));
    EXPECT_NE(next(*peer, "\r\n\r\n").find("chunked"), std::string::npos);
    turning.until([&] { return begun == 2; });
    writer->write("two\n");
    writer->end();
    EXPECT_EQ(next(*peer, "0\r\n\r\n"), "4\r\ntwo\n\r\n0\r\n\r\n");
    EXPECT_EQ(server().connections(), 1U);
}

TEST_F(http_server_stream, ends_with_the_connection_for_a_client_of_http_1_0) {
    const auto peer = follow("HTTP/1.0");
    EXPECT_NE(head.find("\r\nConnection: close\r\n"), std::string::npos);
    EXPECT_EQ(head.find("Transfer-Encoding"), std::string::npos);
    writer->write("one\n");
    EXPECT_EQ(next(*peer, "one\n"), "one\n");
    writer->write("two\n");
    writer->end();
    EXPECT_EQ(rest(*peer), "two\n");
    EXPECT_EQ(peer->ended_with, asio::error::eof);
}

TEST_F(http_server_stream, gives_only_the_head_where_there_is_no_body) {
    const std::string got = sent("HEAD /log HTTP/1.1\r\nConnection: close\r\n\r\n");
    EXPECT_NE(got.find("\r\nTransfer-Encoding: chunked\r\n"), std::string::npos);
    EXPECT_EQ(body_of(got), "");
    status = 204;
    const std::string none = sent("GET /log HTTP/1.1\r\nConnection: close\r\n\r\n");
    EXPECT_EQ(none.find("Transfer-Encoding"), std::string::npos);
    EXPECT_EQ(body_of(none), "");
    EXPECT_EQ(begun, 0);
}

TEST_F(http_server_stream, notices_at_once_that_the_client_leaves) {
    auto peer = follow();
    EXPECT_EQ(gone, 0);
    // What the client still sends is no goodbye.
    turning.run(peer->write("GET /early HTTP/1.1\r\n\r\n"));
    peer->close();
    turning.until([&] { return gone == 1; });
    turning.until([&] { return server().connections() == 0; });
    EXPECT_TRUE(log.lines.empty());

    peer = follow();
    peer->reset();
    turning.until([&] { return gone == 2; });
    turning.until([&] { return server().connections() == 0; });
}

TEST_F(http_server_stream, a_writer_that_outlives_its_reader_writes_nothing) {
    std::unique_ptr<http::body_writer> kept;
    service.handle = [&](const http::request&) -> asio::awaitable<answer> {
        http::body_session session =
            [&](std::unique_ptr<http::body_writer> over) -> asio::awaitable<void> {
            ++begun;
            kept = std::move(over);
            co_await kept->gone();
            ++gone;
        };
        answer made = answer::going_on(text(""), std::move(session));
        co_return made;
    };
    const auto peer = follow();
    peer->close();
    turning.until([&] { return gone == 1; });
    kept->write("to nobody");
    kept->cut();
    kept->end();
    kept.reset();
    turning.until([&] { return server().connections() == 0; });
}

TEST_F(http_server_stream, cuts_off_a_client_that_reads_too_slowly) {
    settings.waiting_bytes = 1 << 20;
    const auto peer = follow();
    const std::string line(64 << 10, 'x');
    // What the system takes for the client is not ours to hold.
    std::size_t written = 0;
    while (gone == 0 && written < (64U << 20)) {
        writer->write(line);
        written += line.size();
        turning.io.restart();
        turning.io.poll();
    }
    EXPECT_EQ(gone, 1);
    EXPECT_TRUE(log.has("body cut off why=its reader is too slow"));
    const std::string got = rest(*peer);
    EXPECT_LT(got.size(), written);
    EXPECT_EQ(got.find("0\r\n\r\n"), std::string::npos);
}

TEST_F(http_server_stream, waits_for_a_client_that_reads_slowly_as_long_as_little_is_waiting) {
    settings.waiting_bytes = 64 << 20;
    const auto peer = follow();
    const std::string line(1 << 20, 'x');
    for (int i = 0; i < 16; ++i) writer->write(line);
    writer->end();
    const std::string got = next(*peer, "0\r\n\r\n");
    EXPECT_EQ(got.size(), 16 * (line.size() + std::string("100000\r\n\r\n").size()) + 5);
    EXPECT_EQ(gone, 1);
    // It is as good as before.
    turning.run(peer->write("GET /next HTTP/1.1\r\n\r\n"));
    EXPECT_NE(next(*peer, "GET /next").find("200 OK"), std::string::npos);
}

TEST_F(http_server_stream, closes_a_client_that_takes_nothing_any_more) {
    settings.waiting_bytes = 64 << 20;
    settings.send_patience = duration(50);
    const auto peer = follow();
    writer->write(std::string(32 << 20, 'x'));
    turning.until([&] { return gone == 1; });
    turning.until([&] { return server().connections() == 0; });
}

TEST_F(http_server_stream, cuts_a_body_off_when_told_to_and_when_its_session_fails) {
    auto peer = follow();
    writer->write("half");
    writer->cut();
    EXPECT_EQ(rest(*peer), "4\r\nhalf\r\n");
    EXPECT_EQ(peer->ended_with, asio::error::eof);

    service.handle = [](const http::request&) -> asio::awaitable<answer> {
        http::body_session session =
            [](std::unique_ptr<http::body_writer> over) -> asio::awaitable<void> {
            over->write("half");
            co_await asio::post(asio::use_awaitable);
            throw std::runtime_error("out of lines");
        };
        answer made = answer::going_on(text(""), std::move(session));
        co_return made;
    };
    native::http_server failing(turning.io, settings, service, log);
    const auto ask = [&]() -> asio::awaitable<std::string> {
        const auto other = co_await raw_connect(turning.io, failing.port());
        co_await other->write("GET /log HTTP/1.1\r\n\r\n");
        co_return co_await other->read_to_end();
    };
    const std::string got = turning.run(ask());
    EXPECT_TRUE(log.has("body's session failed why=out of lines"));
    EXPECT_EQ(body_of(got), "4\r\nhalf\r\n");
}

TEST_F(http_server_stream, stopping_ends_it) {
    const auto peer = follow();
    writer->write("last\n");
    turning.run(server().stop(too_long));
    EXPECT_EQ(server().connections(), 0U);
    turning.until([&] { return gone == 1; });
    EXPECT_EQ(rest(*peer), "5\r\nlast\n\r\n0\r\n\r\n");
}

TEST_F(http_server_stream, stopping_in_time_ends_also_one_that_is_not_read) {
    settings.waiting_bytes = 64 << 20;
    const auto peer = follow();
    writer->write(std::string(32 << 20, 'x'));
    turning.run(server().stop(duration(50)));
    turning.until([&] { return gone == 1 && server().connections() == 0; });
}

TEST_F(http_server_stream, is_what_our_client_reads) {
    native::http_client client(turning.io, {.loopback_only = true});
    http::request what;
    what.url = server().url() + "/log";
    const auto open = [&] {
        auto made = turning.run(client.open(what, soon()));
        turning.until([&] { return begun > gone; });
        return made;
    };
    auto stream = open();
    for (const char* const line : {"one\n", "two\n"}) {
        writer->write(line);
        EXPECT_EQ(turning.run(stream->receive()), line);
    }
    writer->end();
    EXPECT_EQ(turning.run(stream->receive()), std::nullopt);

    status = 503;
    begins_with = "maintenance";
    stream = open();
    EXPECT_EQ(stream->head().status, 503);
    EXPECT_EQ(turning.run(stream->receive()), "maintenance");
    writer->cut();
    EXPECT_THROW(turning.run(stream->receive()), unavailable);

    stream = open();
    stream.reset();
    turning.until([&] { return gone == 3; });
}

} // namespace
