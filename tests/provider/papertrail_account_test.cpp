// Papertrail's client at Papertrail's mock, over the simulation's network: many lines, little
// memory, no line lost.
#include "chatops/provider/papertrail/client.hpp"
#include "chatops/sim/endpoint.hpp"
#include "mocks/common/server.hpp"
#include "tests/mocks/papertrail_account.hpp"
#include "tests/support/played.hpp"

#include <algorithm>

namespace chatops::papertrail {
namespace {

using namespace std::chrono_literals;

constexpr const char* papertrail_base = "http://papertrail.test";

/// An account at the mock, a network with latency, and a client of it.
struct papertrail_at_mock {
    explicit papertrail_at_mock(const mocks::papertrail::seed& given)
        : service(given, 7, world.start), server(service) {
        network.attach({papertrail_base}, server);
        where.name = "papertrail";
        where.url = papertrail_base;
        where.token = secret("0123papertrail");
    }
    client made() {
        return client(
            {transport, world.time, chance, where, known, chatops::provider::repeats::when_safe});
    }
    void trouble(const std::string& faults) {
        http::request plan{"PUT", "/_mock/faults", {{"Content-Type", "application/json"}}, faults};
        ASSERT_EQ(server.serve(plan, network.when()).what.status, 200) << faults;
    }
    void rate(int lines_a_second) {
        http::request what{"POST", "/_mock/rate", {}, {}};
        what.body =
            R"({"lines_a_second":)" + std::to_string(lines_a_second) + R"(,"text":"request"})";
        ASSERT_EQ(server.control(what, network.when())->status, 200);
    }
    [[nodiscard]] bool was_refused() const {
        const auto& all = network.exchanges();
        return std::any_of(all.begin(), all.end(),
                           [](const auto& each) { return each->answer.status == 429; });
    }

    support::played_world world;
    mocks::papertrail::service service;
    mocks::server server;
    seeded_random weather{3};
    sim::network network{world.timeline, weather, 20ms};
    sim::endpoint transport{network, world.io.get_executor()};
    seeded_random chance{1};
    config::account where;
    chatops::provider::account_state known;
};

TEST(papertrail_at_mock, a_hundred_thousand_lines_are_read_a_page_at_a_time) {
    mocks::papertrail::seed given = mocks::papertrail::agency_account();
    given.lines_a_minute = 1'000;
    given.written_since = 100min;
    papertrail_at_mock at(given);
    auto papertrail = at.made();
    std::size_t lines = 0;
    std::size_t largest = 0;
    std::int64_t last = std::numeric_limits<std::int64_t>::max();
    bool in_order = true;
    const std::function<bool(std::vector<event>)> look = [&](std::vector<event> page) {
        lines += page.size();
        largest = std::max(largest, page.size());
        for (auto each = page.rbegin(); each != page.rend(); ++each) {
            in_order = in_order && each->id < last;
            last = each->id;
        }
        return true;
    };
    const search_end end = at.world.play(papertrail.each_page_of_events({}, 5'000, look));
    EXPECT_TRUE(end.is_whole);
    EXPECT_EQ(lines, 100'000U);
    EXPECT_EQ(largest, 5'000U);
    EXPECT_TRUE(in_order);
    EXPECT_FALSE(at.was_refused());
}

TEST(papertrail_at_mock, a_range_with_both_ends_is_read_whole) {
    papertrail_at_mock at(mocks::papertrail::agency_account());
    auto papertrail = at.made();
    search_order which;
    which.since = at.world.start - 30min;
    which.until = at.world.start - 20min;
    const auto found = at.world.play(papertrail.newest(which, 2'000));
    EXPECT_TRUE(found.end.is_whole);
    EXPECT_EQ(found.events.size(), 601U);
    EXPECT_EQ(found.events.front().received_at, *which.since);
    EXPECT_EQ(found.events.back().received_at, *which.until);
    which.until.reset();
    EXPECT_EQ(at.world.play(papertrail.newest(which, 10)).events.back().received_at, at.world.start)
        << "a beginning alone is searched from now on back, too";
}

TEST(papertrail_at_mock, five_hundred_lines_a_second_are_followed_without_a_gap) {
    papertrail_at_mock at(mocks::papertrail::silent_account());
    at.rate(500);
    auto papertrail = at.made();
    const event_writer write = [](const std::vector<event>& events) {
        std::string text;
        for (const event& each : events) text += each.message + '\n';
        return text;
    };
    auto seen = std::make_shared<std::optional<std::int64_t>>();
    const auto stream = at.world.play(papertrail.tail({}, write, seen));
    // It hangs for a while, and is refused for a moment.
    at.trouble(R"([{"match":"GET *","kind":"status","status":503,"after":5,"count":2},)"
               R"({"match":"GET *","kind":"status","status":429,"after":9,"count":1}])");
    std::string text;
    while (at.world.time.now() < at.world.start + 40s)
        text += at.world.play(stream->receive()).value_or("");
    std::int64_t next = 1;
    for (std::size_t line = 0; line < text.size(); line = text.find('\n', line) + 1) {
        const std::string expected = "request " + std::to_string(next++) + "\n";
        ASSERT_EQ(text.compare(line, expected.size(), expected), 0)
            << text.substr(line, 30) << " in place of " << expected;
    }
    EXPECT_GT(next, 15'000);
}

TEST(papertrail_at_mock, things_are_made_changed_and_ended) {
    papertrail_at_mock at(mocks::papertrail::agency_account());
    auto papertrail = at.made();
    const auto ports = at.world.play(papertrail.list<destination>());
    system_order order;
    order.name = "a name/with?all#&=%20 \"quoted\" 'té'";
    order.hostname = "w9";
    const auto made = at.world.play(papertrail.register_system(order, ports.at(0).id));
    EXPECT_EQ(made.name, order.name);
    const auto groups = at.world.play(papertrail.list<group>());
    at.world.play(papertrail.join(made.id, groups.at(2).id));
    EXPECT_EQ(at.world.play(papertrail.show<group>(groups.at(2).id)).systems.size(), 2U);
    at.world.play(papertrail.leave(made.id, groups.at(2).id));
    EXPECT_EQ(at.world.play(papertrail.show<group>(groups.at(2).id)).systems.size(), 1U);
    const auto renamed =
        at.world.play(papertrail.change<papertrail::system>(made.id, name_change{"w9"}));
    EXPECT_EQ(renamed.name, "w9");
    EXPECT_EQ(renamed.hostname, "w9");
    at.world.play(papertrail.remove<papertrail::system>(made.id));
    at.world.play(papertrail.remove<papertrail::system>(made.id));
    EXPECT_EQ(at.world.play(papertrail.find<papertrail::system>(made.id)), std::nullopt);
    EXPECT_EQ(at.world.play(papertrail.provider_time()).time_since_epoch() % 1s, 0ms);
}

} // namespace
} // namespace chatops::papertrail
