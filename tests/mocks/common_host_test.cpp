// The host: what drives a mock, whoever has a transport and a clock.
#include "chatops/core/errors.hpp"
#include "chatops/http/body_writer.hpp"
#include "chatops/sim/timeline.hpp"
#include "mocks/common/host.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/json/value.hpp>
#include <gtest/gtest.h>

#include <chrono>
#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace chatops::mocks {
namespace {

using namespace std::chrono_literals;
using lines = std::vector<std::string>;

/// Tells what happened to it, and asks for what a test puts into `wants`.
class vendor final : public sim::mock {
  public:
    [[nodiscard]] std::string_view name() const override { return "vendor"; }
    http::response handle(const http::request& what, sim::moment) override {
        told.push_back("asked " + what.url);
        return {};
    }
    sim::answer serve(const http::request& what, sim::moment when) override {
        sim::answer made;
        made.what = handle(what, when);
        made.delay = delay;
        made.end = end;
        if (what.path() == "/log") {
            made.goes_on = ++last_stream;
            made.what.body = "begun ";
        }
        return made;
    }
    [[nodiscard]] std::optional<time_point> due() const override {
        if (wants.empty()) return std::nullopt;
        return wants.begin()->first;
    }
    void advance(sim::moment when, sim::outbox& out) override {
        if (wants.empty() || wants.begin()->first > when.now) return;
        sim::outbox& first = wants.begin()->second;
        for (auto& each : first.deliveries) out.deliveries.push_back(std::move(each));
        for (auto& each : first.frames) out.frames.push_back(std::move(each));
        for (const auto each : first.closing) out.closing.push_back(each);
        for (auto& each : first.pieces) out.pieces.push_back(std::move(each));
        for (const auto each : first.ended) out.ended.push_back(each);
        wants.erase(wants.begin());
    }
    void answered(std::uint64_t id, const http::response* answer, sim::moment) override {
        told.push_back("delivery " + std::to_string(id) +
                       (answer == nullptr ? " failed" : " got " + std::to_string(answer->status)));
    }
    bool open(sim::socket_id id, const http::request& what, sim::moment) override {
        told.push_back("socket " + std::to_string(id));
        return what.url == "/good";
    }
    void received(sim::socket_id from, std::string_view text, sim::moment) override {
        told.push_back(std::to_string(from) + " says " + std::string(text));
    }
    void closed(sim::socket_id id, sim::moment) override {
        told.push_back(std::to_string(id) + " closed");
    }
    void left(sim::stream_id id, sim::moment) override {
        told.push_back(std::to_string(id) + " left");
    }
    [[nodiscard]] boost::json::value state() const override { return {}; }

    duration delay{0};
    sim::answer::ending end = sim::answer::ending::whole;
    sim::stream_id last_stream = 0;
    std::map<time_point, sim::outbox> wants;
    lines told;
};

/// Answers 200 to `/good`; nothing else is there.
class wires final : public http::transport {
  public:
    asio::awaitable<http::response> send(const http::request& what, time_point) override {
        if (what.url != "/good")
            throw unavailable("app", "nobody is there", effect_known::did_not_happen);
        co_return http::response{};
    }
    asio::awaitable<std::unique_ptr<http::socket>> connect(const std::string&,
                                                           time_point) override {
        co_return nullptr;
    }
};

/// The other end of a WebSocket: what was sent to it, and what it says, once it says something.
struct peer {
    lines heard;
    std::deque<std::string> says;
    bool is_closed = false;
};

class peers_socket final : public http::socket {
  public:
    explicit peers_socket(std::shared_ptr<peer> with) : with_(std::move(with)) {}

    asio::awaitable<std::optional<std::string>> receive() override {
        while (with_->says.empty() && !with_->is_closed) co_await asio::post(asio::use_awaitable);
        if (with_->says.empty()) co_return std::nullopt;
        std::optional<std::string> frame(std::move(with_->says.front()));
        with_->says.pop_front();
        co_return frame;
    }
    asio::awaitable<void> send(const std::string& text) override {
        // Another turn, so that a second frame comes while the first is on its way.
        co_await asio::post(asio::use_awaitable);
        if (with_->is_closed) throw unavailable("app", "closed", effect_known::did_not_happen);
        with_->heard.push_back(text);
    }
    void close() override { with_->is_closed = true; }

  private:
    std::shared_ptr<peer> with_;
};

/// The reader of an answer that goes on: what it read, and whether it still does.
struct reader {
    std::string read;
    bool is_ended = false;
    bool is_gone = false;
};

class readers_writer final : public http::body_writer {
  public:
    explicit readers_writer(std::shared_ptr<reader> with) : with_(std::move(with)) {}

    void write(std::string_view piece) override { with_->read += piece; }
    void end() override { with_->is_ended = true; }
    void cut() override { with_->is_ended = true; }
    asio::awaitable<void> gone() override { return gone_from(with_); }

  private:
    static asio::awaitable<void> gone_from(std::shared_ptr<reader> with) {
        while (!with->is_ended && !with->is_gone) co_await asio::post(asio::use_awaitable);
    }

    std::shared_ptr<reader> with_;
};

class common_host : public ::testing::Test {
  public:
    sim::timeline world{time_point{1'700'000'000'000ms}};
    asio::io_context io{1};
    sim::process_clock time{world, io.get_executor()};
    wires network;
    vendor served;
    std::unique_ptr<host> driver = std::make_unique<host>(io.get_executor(), time, network, served);

    void turn() {
        io.restart();
        for (int i = 0; i < 100; ++i) io.poll_one();
    }

    void pass(duration how_long) {
        const time_point end = world.now() + how_long;
        turn();
        while (world.happen_next(end)) turn();
    }

    static sim::delivery delivery_to(std::uint64_t id, const char* url) {
        sim::delivery made;
        made.id = id;
        made.what.url = url;
        return made;
    }

    /// Asks for what goes on; the reply comes once its delay has passed.
    std::shared_ptr<std::optional<host::reply>> ask_for_log() {
        auto got = std::make_shared<std::optional<host::reply>>();
        asio::co_spawn(
            io,
            [this, got]() -> asio::awaitable<void> {
                http::request what;
                what.url = "/log";
                host::reply made = co_await driver->serve(what);
                got->emplace(std::move(made));
            },
            asio::detached);
        turn();
        return got;
    }

    std::shared_ptr<reader> read(const http::body_session& what) {
        auto other = std::make_shared<reader>();
        auto going_on = what(std::make_unique<readers_writer>(other));
        asio::co_spawn(io, std::move(going_on), asio::detached);
        turn();
        return other;
    }

    std::shared_ptr<peer> begin(const host::session& what) {
        auto other = std::make_shared<peer>();
        auto conversation = what(std::make_unique<peers_socket>(other));
        asio::co_spawn(io, std::move(conversation), asio::detached);
        turn();
        return other;
    }
};

TEST_F(common_host, answers_after_the_delay_although_the_effect_was_at_once) {
    served.delay = 500ms;
    http::request what;
    what.url = "/x";
    bool is_answered = false;
    asio::co_spawn(
        io,
        [&]() -> asio::awaitable<void> {
            const host::reply made = co_await driver->serve(what);
            EXPECT_EQ(made.what.what.status, 200);
            EXPECT_FALSE(made.rest);
            is_answered = true;
        },
        asio::detached);
    turn();
    EXPECT_EQ(served.told, (lines{"asked /x"}));
    pass(499ms);
    EXPECT_FALSE(is_answered);
    pass(1ms);
    EXPECT_TRUE(is_answered);
}

TEST_F(common_host, wakes_the_mock_when_something_is_due_and_carries_its_deliveries) {
    served.wants[world.now() + 1s].deliveries = {delivery_to(1, "/good"), delivery_to(2, "/gone")};
    served.wants[world.now() + 5s].deliveries = {delivery_to(3, "/good")};
    driver->pump();
    pass(999ms);
    EXPECT_TRUE(served.told.empty());
    pass(1ms);
    EXPECT_EQ(served.told, (lines{"delivery 1 got 200", "delivery 2 failed"}));
    pass(4s);
    EXPECT_EQ(served.told.back(), "delivery 3 got 200");
}

TEST_F(common_host, frames_wait_for_their_session_and_leave_in_order) {
    http::request what;
    what.url = "/good";
    const auto session = driver->open(what);
    ASSERT_TRUE(session);
    served.wants[world.now()].frames = {{1, "hello"}, {1, "again"}, {7, "to nobody"}};
    driver->pump();
    const auto other = begin(session);
    EXPECT_EQ(other->heard, (lines{"hello", "again"}));
    other->says = {"ack"};
    turn();
    EXPECT_EQ(served.told.back(), "1 says ack");
    other->is_closed = true;
    turn();
    EXPECT_EQ(served.told.back(), "1 closed");
}

TEST_F(common_host, a_socket_that_the_mock_closes_hears_the_last_frame_first) {
    http::request what;
    what.url = "/good";
    const auto session = driver->open(what);
    const auto other = begin(session);
    sim::outbox& last = served.wants[world.now()];
    last.frames = {{1, "goodbye"}};
    last.closing = {1};
    driver->pump();
    turn();
    EXPECT_EQ(other->heard, (lines{"goodbye"}));
    EXPECT_TRUE(other->is_closed);
    EXPECT_EQ(served.told, (lines{"socket 1"})) << "it closed it itself";
}

TEST_F(common_host, a_refused_socket_has_no_session) {
    http::request what;
    what.url = "/bad";
    EXPECT_FALSE(driver->open(what));
}

TEST_F(common_host, a_session_that_is_never_begun_counts_as_closed) {
    http::request what;
    what.url = "/good";
    { const auto dropped = driver->open(what); }
    EXPECT_EQ(served.told, (lines{"socket 1", "1 closed"}));
}

TEST_F(common_host, pieces_wait_for_the_head_and_leave_in_order_until_the_end) {
    served.delay = 500ms;
    served.wants[world.now()].pieces = {{1, "one "}, {1, "two "}, {7, "to nobody"}};
    const auto got = ask_for_log();
    EXPECT_FALSE(got->has_value());
    served.wants[world.now() + 200ms].pieces = {{1, "three "}};
    served.wants[world.now() + 600ms].pieces = {{1, "four "}};
    sim::outbox& last = served.wants[world.now() + 700ms];
    last.pieces = {{1, "five"}};
    last.ended = {1};
    driver->pump();
    pass(500ms);
    ASSERT_TRUE(got->has_value());
    EXPECT_EQ((*got)->what.what.body, "begun ");
    const auto other = read((*got)->rest);
    EXPECT_EQ(other->read, "one two three ");
    pass(100ms);
    EXPECT_EQ(other->read, "one two three four ");
    EXPECT_FALSE(other->is_ended);
    pass(100ms);
    EXPECT_EQ(other->read, "one two three four five");
    EXPECT_TRUE(other->is_ended);
    got->reset();
    turn();
    EXPECT_EQ(served.told, (lines{"asked /log"})) << "it ended it itself";
}

TEST_F(common_host, a_body_that_ended_before_it_was_begun_is_whole) {
    sim::outbox& all = served.wants[world.now()];
    all.pieces = {{1, "one"}};
    all.ended = {1};
    const auto got = ask_for_log();
    ASSERT_TRUE(got->has_value());
    const auto other = read((*got)->rest);
    EXPECT_EQ(other->read, "one");
    EXPECT_TRUE(other->is_ended);
    got->reset();
    EXPECT_EQ(served.told, (lines{"asked /log"}));
}

TEST_F(common_host, the_mock_hears_that_the_reader_left_and_what_is_due_then_is_done) {
    const auto got = ask_for_log();
    const auto other = read((*got)->rest);
    got->reset();
    turn();
    EXPECT_EQ(served.told.back(), "asked /log") << "it still reads";
    served.wants[world.now()].deliveries = {delivery_to(1, "/good")};
    other->is_gone = true;
    turn();
    EXPECT_EQ(served.told, (lines{"asked /log", "1 left", "delivery 1 got 200"}));
    served.wants[world.now()].pieces = {{1, "to nobody"}};
    driver->pump();
    EXPECT_EQ(other->read, "");
}

TEST_F(common_host, a_body_that_is_never_begun_counts_as_left) {
    const auto got = ask_for_log();
    EXPECT_EQ(served.told, (lines{"asked /log"}));
    got->reset();
    EXPECT_EQ(served.told, (lines{"asked /log", "1 left"}));
}

TEST_F(common_host, what_is_cut_is_what_had_come_when_it_is_sent) {
    served.end = sim::answer::ending::cut;
    served.wants[world.now()].pieces = {{1, "one"}};
    const auto got = ask_for_log();
    ASSERT_TRUE(got->has_value());
    EXPECT_EQ((*got)->what.what.body, "begun one");
    got->reset();
    EXPECT_EQ(served.told.back(), "1 left");
}

TEST_F(common_host, its_end_ends_bodies_and_no_mock_hears_of_it) {
    const auto got = ask_for_log();
    const auto other = read((*got)->rest);
    driver.reset();
    EXPECT_TRUE(other->is_ended);
    got->reset();
    turn();
    EXPECT_EQ(served.told, (lines{"asked /log"}));
}

TEST_F(common_host, nothing_happens_after_its_end) {
    served.wants[world.now() + 1s].deliveries = {delivery_to(1, "/good")};
    driver->pump();
    http::request what;
    what.url = "/good";
    const auto other = begin(driver->open(what));
    driver.reset();
    pass(1h);
    EXPECT_EQ(served.told, (lines{"socket 1"}));
    EXPECT_TRUE(other->is_closed);
}

} // namespace
} // namespace chatops::mocks
