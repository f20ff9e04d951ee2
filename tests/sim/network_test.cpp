#include "chatops/core/sleep.hpp"
#include "chatops/sim/endpoint.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/json/value.hpp>
#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

namespace chatops::sim {
namespace {

/// Counts what arrives, and answers as it is told.
class counter final : public mock {
  public:
    [[nodiscard]] std::string_view name() const override { return "counter"; }
    http::response handle(const http::request& what, moment) override {
        seen.push_back(what.method + " " + what.url);
        http::response made;
        made.body = "answer " + std::to_string(seen.size());
        return made;
    }
    answer serve(const http::request& what, moment when) override {
        answer made = next;
        made.what = handle(what, when);
        return made;
    }
    [[nodiscard]] std::optional<time_point> due() const override { return wants; }
    void advance(moment, outbox& out) override {
        wants.reset();
        out = std::exchange(to_send, {});
    }
    void answered(std::uint64_t id, const http::response* came, moment) override {
        deliveries.emplace_back(id, came == nullptr ? 0 : came->status);
    }
    bool open(socket_id name, const http::request&, moment) override {
        socket = name;
        return grants;
    }
    void received(socket_id, std::string_view text, moment) override { frames.emplace_back(text); }
    void closed(socket_id, moment) override { ++closings; }
    void left(stream_id which, moment) override { gone.push_back(which); }
    [[nodiscard]] boost::json::value state() const override { return {}; }

    answer next;
    std::vector<std::string> seen;
    std::optional<time_point> wants;
    outbox to_send;
    std::vector<std::pair<std::uint64_t, int>> deliveries;
    bool grants = true;
    socket_id socket = 0;
    std::vector<std::string> frames;
    int closings = 0;
    std::vector<stream_id> gone;
};

struct network_test : testing::Test {
    network_test() { wires.attach({"https://counter.example"}, server); }

    /// Turns and events until nothing is left by `limit` from now.
    void run(duration limit = std::chrono::minutes(1)) {
        const time_point ends = time.now() + limit;
        do {
            if (io) io->restart();
            if (io) io->poll();
        } while (time.happen_next(ends));
    }

    void send(std::string url, duration patience = std::chrono::seconds(10)) {
        const auto exchange = [](network_test& test, std::string to,
                                 duration wait) -> asio::awaitable<void> {
            http::request what;
            what.url = std::move(to);
            try {
                const http::response answered =
                    co_await test.way->send(what, test.time.now() + wait);
                test.came = answered.body;
            } catch (const unavailable& silent) {
                test.came = silent.what();
                test.effect = silent.effect();
            }
        };
        asio::co_spawn(*io, exchange(*this, std::move(url), patience), asio::detached);
    }

    /// Reads an answer that goes on until it ends, or until `pieces_wanted` have come.
    void read_stream() {
        const auto reading = [](network_test& test) -> asio::awaitable<void> {
            http::request what;
            what.url = "https://counter.example/log";
            try {
                auto opened = co_await test.way->open(what, test.time.now() + duration{10'000});
                test.came = "status " + std::to_string(opened->head().status);
                while (test.pieces.size() < test.pieces_wanted) {
                    auto piece = co_await opened->receive();
                    if (!piece) break;
                    test.pieces.push_back(*piece);
                }
                test.ended = true;
            } catch (const unavailable& silent) {
                test.came = silent.what();
            }
        };
        asio::co_spawn(*io, reading(*this), asio::detached);
    }
    /// The server has these to say now.
    void say(outbox out) {
        server.to_send = std::move(out);
        server.wants = time.now();
        wires.pump(server);
    }

    timeline time{time_point(std::chrono::hours(1))};
    seeded_random chance{1};
    network wires{time, chance, duration{20}};
    counter server;
    std::unique_ptr<asio::io_context> io = std::make_unique<asio::io_context>(1);
    std::unique_ptr<endpoint> way = std::make_unique<endpoint>(wires, io->get_executor());
    std::string came;
    effect_known effect{};
    std::vector<std::string> pieces;
    std::size_t pieces_wanted = 1'000;
    bool ended = false;
};

TEST_F(network_test, a_request_reaches_its_mock_and_the_answer_comes_back_later) {
    const time_point sent = time.now();
    send("https://counter.example/path?x=1");
    run();
    EXPECT_EQ(server.seen, std::vector<std::string>{"GET /path?x=1"});
    EXPECT_EQ(came, "answer 1");
    EXPECT_TRUE(wires.idle());
    ASSERT_EQ(wires.exchanges().size(), 1U);
    EXPECT_EQ(wires.exchanges()[0]->sent, sent);
    EXPECT_TRUE(wires.exchanges()[0]->ended);
}

TEST_F(network_test, a_host_that_nobody_serves_is_unavailable_and_nothing_happened) {
    send("https://counter.example.org/");
    run();
    EXPECT_EQ(came, "no such host in this simulation");
    EXPECT_EQ(effect, effect_known::did_not_happen);
}

TEST_F(network_test, a_silent_server_is_waited_for_until_the_deadline) {
    server.next.end = answer::ending::silent;
    send("https://counter.example/", std::chrono::seconds(5));
    run(std::chrono::seconds(4));
    EXPECT_EQ(came, "");
    run();
    EXPECT_EQ(came, "no answer in time");
    EXPECT_EQ(effect, effect_known::may_have_happened);
}

TEST_F(network_test, a_reset_and_a_cut_answer_leave_the_effect_unknown) {
    server.next.end = answer::ending::reset;
    send("https://counter.example/");
    run();
    EXPECT_EQ(came, "the connection was reset");
    server.next.end = answer::ending::cut;
    send("https://counter.example/");
    run();
    EXPECT_EQ(came, "the answer broke off in the middle");
    EXPECT_EQ(effect, effect_known::may_have_happened);
}

TEST_F(network_test, what_was_sent_arrives_although_its_sender_crashed) {
    send("https://counter.example/");
    while (io->poll_one() > 0) {
    }
    way.reset();
    io.reset();
    run();
    EXPECT_EQ(server.seen.size(), 1U);
    EXPECT_EQ(came, "") << "but nobody is left to hear the answer";
}

TEST_F(network_test, a_delivery_is_answered_by_the_process_or_refused_while_there_is_none) {
    server.to_send.deliveries.push_back({7, {}, duration{3'000}});
    server.wants = time.now();
    wires.pump(server);
    run();
    server.to_send.deliveries.push_back({8, {}, duration{3'000}});
    server.wants = time.now();
    wires.set_delivery_handler(
        [](const http::request&, const std::function<void(http::response)>& done) { done({}); });
    wires.pump(server);
    run();
    using answers = std::vector<std::pair<std::uint64_t, int>>;
    EXPECT_EQ(server.deliveries, (answers{{7, 0}, {8, 200}}));
}

TEST_F(network_test, a_delivery_that_is_not_answered_in_time_counts_as_lost_once) {
    std::function<void(http::response)> late;
    wires.set_delivery_handler([&](const http::request&, std::function<void(http::response)> done) {
        late = std::move(done);
    });
    server.to_send.deliveries.push_back({7, {}, duration{3'000}});
    server.wants = time.now();
    wires.pump(server);
    run();
    late({});
    run();
    using answers = std::vector<std::pair<std::uint64_t, int>>;
    EXPECT_EQ(server.deliveries, (answers{{7, 0}}));
}

TEST_F(network_test, an_answer_that_goes_on_comes_in_pieces_and_in_order_until_it_ends) {
    server.next.goes_on = 5;
    read_stream();
    run();
    EXPECT_EQ(came, "status 200");
    EXPECT_EQ(pieces, std::vector<std::string>{"answer 1"}) << "what there was at first";
    EXPECT_FALSE(ended);
    EXPECT_TRUE(wires.idle()) << "nothing is on its way";
    outbox more;
    for (const char* const each : {"a", "b", "c", "d", "e"}) more.pieces.push_back({5, each});
    more.pieces.push_back({6, "nobody's"});
    more.ended = {5};
    say(std::move(more));
    run();
    EXPECT_EQ(pieces, (std::vector<std::string>{"answer 1", "a", "b", "c", "d", "e"}));
    EXPECT_TRUE(ended);
    EXPECT_TRUE(server.gone.empty());
    EXPECT_EQ(wires.exchanges()[0]->answer.body, "answer 1abcde");
}

TEST_F(network_test, who_ends_reading_or_crashes_is_known_to_have_left) {
    server.next.goes_on = 5;
    pieces_wanted = 1;
    read_stream();
    run();
    EXPECT_EQ(server.gone, std::vector<stream_id>{5});
    server.next.goes_on = 6;
    pieces_wanted = 1'000;
    read_stream();
    run();
    way.reset();
    io.reset();
    run();
    EXPECT_EQ(server.gone, (std::vector<stream_id>{5, 6}));
    outbox late;
    late.pieces.push_back({6, "too late"});
    say(std::move(late));
    run();
    EXPECT_EQ(pieces.back(), "answer 2");
}

TEST_F(network_test, an_answer_that_goes_on_is_whole_for_who_wants_all_of_it_if_it_ends_in_time) {
    server.next.goes_on = 5;
    send("https://counter.example/");
    run(std::chrono::seconds(1));
    EXPECT_EQ(came, "");
    outbox rest;
    rest.pieces.push_back({5, " and the rest"});
    rest.ended = {5};
    say(std::move(rest));
    run();
    EXPECT_EQ(came, "answer 1 and the rest");
    server.next.goes_on = 6;
    send("https://counter.example/", std::chrono::seconds(5));
    run();
    EXPECT_EQ(came, "no answer in time");
    EXPECT_EQ(server.gone, std::vector<stream_id>{6});
    EXPECT_TRUE(wires.idle());
}

TEST_F(network_test, a_stream_without_an_answer_in_time_is_unavailable_and_left) {
    server.next.goes_on = 5;
    server.next.delay = std::chrono::seconds(20);
    read_stream();
    run();
    EXPECT_EQ(came, "no answer in time");
    EXPECT_EQ(server.gone, std::vector<stream_id>{5});
}

TEST_F(network_test, frames_cross_a_web_socket_both_ways_until_it_is_closed) {
    std::vector<std::string> heard;
    bool ended = false;
    const auto talk = [&]() -> asio::awaitable<void> {
        const std::string url = "https://counter.example/link";
        auto socket = co_await way->connect(url, time.now() + std::chrono::seconds(5));
        const std::string greeting = "from the process";
        co_await socket->send(greeting);
        for (;;) {
            auto text = co_await socket->receive();
            if (!text) break;
            heard.push_back(*text);
        }
        ended = true;
    };
    asio::co_spawn(*io, talk(), asio::detached);
    run();
    EXPECT_EQ(server.frames, std::vector<std::string>{"from the process"});
    server.to_send.frames.push_back({server.socket, "from the server"});
    server.wants = time.now();
    wires.pump(server);
    run();
    EXPECT_EQ(heard, std::vector<std::string>{"from the server"});
    server.to_send.closing.push_back(server.socket);
    server.wants = time.now();
    wires.pump(server);
    run();
    EXPECT_TRUE(ended);
}

TEST_F(network_test, a_process_that_ends_closes_its_web_sockets) {
    std::unique_ptr<http::socket> socket;
    const auto open = [&]() -> asio::awaitable<void> {
        const std::string url = "https://counter.example/link";
        socket = co_await way->connect(url, time.now() + std::chrono::seconds(5));
    };
    asio::co_spawn(*io, open(), asio::detached);
    run();
    ASSERT_NE(socket, nullptr);
    way.reset();
    run();
    EXPECT_EQ(server.closings, 1);
}

TEST_F(network_test, a_web_socket_that_is_refused_is_unavailable) {
    server.grants = false;
    std::string why;
    const auto open = [&]() -> asio::awaitable<void> {
        const std::string url = "https://counter.example/link";
        try {
            co_await way->connect(url, time.now() + std::chrono::seconds(5));
        } catch (const unavailable& refused) {
            why = refused.what();
        }
    };
    asio::co_spawn(*io, open(), asio::detached);
    run();
    EXPECT_EQ(why, "the connection was refused");
}

} // namespace
} // namespace chatops::sim
