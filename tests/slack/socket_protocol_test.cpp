// Socket Mode without a socket: no moment is without one, no failure repeats too fast, no frame
// does harm.
#include "chatops/core/json.hpp"
#include "chatops/core/limits.hpp"
#include "chatops/slack/socket_protocol.hpp"
#include "tests/support/slack_deliveries.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <iterator>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace chatops::slack {
namespace {

/// Plays Slack's part, second by second, and writes down what the protocol does: `open 1`, `close
/// 1`, `send 1 {…}`.
class socket_protocol_test : public ::testing::Test {
  protected:
    using words = std::vector<std::string>;

    words said_by(socket_actions actions) {
        words made;
        for (socket_action& each : actions) {
            if (const auto* const open = std::get_if<open_link>(&each))
                made.push_back("open " + std::to_string(open->link));
            else if (const auto* const close = std::get_if<close_link>(&each))
                made.push_back("close " + std::to_string(close->link));
            else if (const auto* const send = std::get_if<send_frame>(&each))
                made.push_back("send " + std::to_string(send->link) + " " + send->text);
            else if (const auto* const take = std::get_if<take_envelope>(&each)) {
                made.push_back("take " + std::to_string(take->link) + " " + take->what.type() +
                               " " + take->what.id());
                taken.push_back(std::move(std::get<take_envelope>(each).what));
            } else if (const auto* const end = std::get_if<give_up>(&each))
                made.push_back("give up: " + end->error);
            else
                told.push_back(std::string(std::get<tell_operator>(each).event) + " " +
                               std::get<tell_operator>(each).detail);
        }
        return made;
    }
    void begin_anew(const socket_mode_settings& settings = {}) {
        protocol.emplace(settings, chance);
    }
    words receive(link_id link, const std::string& text) {
        return said_by(protocol->received(link, text, now));
    }
    words hello(link_id link, int connections = 1) {
        said_by(protocol->opened(link, now));
        return receive(link, R"({"type":"hello","num_connections":)" + std::to_string(connections) +
                                 R"(,"debug_info":{"approximate_connection_time":18060}})");
    }
    words disconnect(link_id link, const std::string& reason) {
        return receive(link, R"({"type":"disconnect","reason":")" + reason +
                                 R"(","debug_info":{"host":"applink-1"}})");
    }
    words closed(link_id link) { return said_by(protocol->closed(link, now)); }
    words passed(duration how_long) {
        now += how_long;
        return said_by(protocol->passed(now));
    }
    void two_live() {
        said_by(protocol->start(now));
        hello(1);
        hello(2, 2);
        now += std::chrono::hours(1);
    }
    bool has_told(std::string_view what) const {
        for (const std::string& each : told)
            if (each.find(what) != std::string::npos) return true;
        return false;
    }

    seeded_random chance{1};
    std::optional<socket_protocol> protocol{std::in_place, socket_mode_settings{}, chance};
    time_point now{std::chrono::hours(1'000)};
    std::vector<envelope> taken;
    words told;
};

const std::string slash_envelope =
    R"({"envelope_id":"e1","type":"slash_commands","accepts_response_payload":true,)"
    R"("payload":{"command":"/ops","text":"help"}})";

TEST_F(socket_protocol_test, opens_two_and_is_well_once_slack_says_hello) {
    EXPECT_EQ(said_by(protocol->start(now)), (words{"open 1", "open 2"}));
    EXPECT_FALSE(protocol->health().good());
    said_by(protocol->opened(1, now));
    EXPECT_FALSE(protocol->health().good()) << "connected, but Slack has not said hello";
    EXPECT_EQ(hello(1), words{});
    EXPECT_TRUE(protocol->health().good());
    EXPECT_EQ(protocol->health().links, 1u);
    hello(2, 2);
    EXPECT_EQ(protocol->health().links, 2u);
    EXPECT_FALSE(has_told("nobody holds"));
}

TEST_F(socket_protocol_test, opens_the_successor_before_it_lets_go) {
    for (const char* const reason : {"refresh_requested", "warning", "something new"}) {
        SCOPED_TRACE(reason);
        begin_anew();
        two_live();
        EXPECT_EQ(disconnect(1, reason), words{"open 3"}) << "at once, and nothing is closed";
        EXPECT_EQ(protocol->health().links, 2u);
        EXPECT_EQ(disconnect(1, reason), words{}) << "a second announcement changes nothing";
        EXPECT_EQ(receive(1, slash_envelope), words{"take 1 slash_commands e1"})
            << "what still comes is taken";
        EXPECT_EQ(hello(3, 3), words{}) << "what it carried is not acknowledged yet";
        EXPECT_EQ(said_by(protocol->accepted(1, "e1", "")),
                  (words{R"(send 1 {"envelope_id":"e1"})", "close 1"}));
        EXPECT_EQ(protocol->health().links, 2u);
    }
}

TEST_F(socket_protocol_test, outlives_a_refresh_of_both_at_the_same_time) {
    two_live();
    EXPECT_EQ(disconnect(1, "refresh_requested"), words{"open 3"});
    EXPECT_EQ(disconnect(2, "refresh_requested"), words{"open 4"});
    EXPECT_EQ(protocol->health().links, 2u);
    hello(3, 3);
    EXPECT_EQ(closed(1), words{}) << "its successor is there already";
    EXPECT_EQ(hello(4, 3), words{"close 2"});
    EXPECT_EQ(protocol->health().links, 2u);
}

TEST_F(socket_protocol_test, replaces_a_lost_connection_at_once_after_a_steady_life) {
    two_live();
    EXPECT_EQ(closed(1), words{"open 3"});
    EXPECT_EQ(protocol->health().links, 1u);
    EXPECT_FALSE(has_told("no slack socket is open"));
    closed(2);
    EXPECT_TRUE(has_told("no slack socket is open"));
    EXPECT_FALSE(protocol->health().good());
}

TEST_F(socket_protocol_test, waits_longer_each_time_though_each_connection_says_hello) {
    begin_anew({.links = 1});
    said_by(protocol->start(now));
    std::vector<duration> waits;
    link_id link = 1;
    for (int i = 0; i < 10; ++i) {
        hello(link);
        now += duration(50);
        closed(link++);
        const duration wait = protocol->due().value_or(now) - now;
        waits.push_back(wait);
        passed(wait);
    }
    EXPECT_EQ(waits[0], duration(0));
    for (std::size_t i = 1; i < waits.size(); ++i) {
        const duration most = duration(1'000) * (1 << std::min<std::size_t>(i - 1, 5));
        EXPECT_GE(waits[i], most / 2) << i;
        EXPECT_LT(waits[i], most) << i;
    }
    // One steady life, and all is forgiven.
    hello(link);
    now += std::chrono::minutes(1);
    EXPECT_EQ(closed(link), words{"open " + std::to_string(link + 1)});
}

TEST_F(socket_protocol_test, does_not_loop_when_slack_renews_without_end) {
    said_by(protocol->start(now));
    hello(1);
    hello(2);
    EXPECT_EQ(disconnect(1, "refresh_requested"), words{"open 3"});
    hello(3);
    EXPECT_EQ(disconnect(3, "refresh_requested"), words{}) << "the third is not opened at once";
    EXPECT_GE(*protocol->due() - now, duration(500));
    EXPECT_EQ(protocol->health().links, 2u);
}

TEST_F(socket_protocol_test, gives_up_where_repeating_cannot_help) {
    for (const char* const error : {"not_authed", "invalid_auth", "account_inactive",
                                    "user_removed_from_team", "team_disabled"}) {
        begin_anew();
        said_by(protocol->start(now));
        hello(1);
        EXPECT_EQ(said_by(protocol->refused(2, error, now)),
                  (words{"close 1", "close 2", std::string("give up: ") + error}));
        EXPECT_TRUE(protocol->over());
        EXPECT_FALSE(protocol->due());
    }
    begin_anew();
    two_live();
    const words expected{"close 1", "close 2", "give up: link_disabled"};
    EXPECT_EQ(disconnect(1, "link_disabled"), expected);
    EXPECT_FALSE(protocol->health().good());
}

TEST_F(socket_protocol_test, tries_again_after_every_other_failure) {
    said_by(protocol->start(now));
    EXPECT_EQ(said_by(protocol->refused(1, "internal_error", now)), words{"open 3"});
    EXPECT_EQ(said_by(protocol->failed(2, now)), words{});
    EXPECT_TRUE(protocol->due());
    EXPECT_EQ(passed(duration(1'000)), words{"open 4"});
    EXPECT_TRUE(has_told("slack socket refused internal_error"));
}

TEST_F(socket_protocol_test, backs_off_far_when_there_are_too_many) {
    said_by(protocol->start(now));
    hello(1, 9);
    said_by(protocol->opened(2, now));
    EXPECT_EQ(disconnect(2, "too_many_websockets"), words{});
    EXPECT_GE(*protocol->due() - now, duration(30'000));
    EXPECT_LT(*protocol->due() - now, duration(60'000));
    EXPECT_TRUE(protocol->health().good());
}

TEST_F(socket_protocol_test, gives_up_waiting_for_hello) {
    said_by(protocol->start(now));
    hello(2);
    said_by(protocol->opened(1, now));
    EXPECT_EQ(passed(duration(14'999)), words{});
    EXPECT_EQ(passed(duration(1)), (words{"close 1", "open 3"}));
}

TEST_F(socket_protocol_test, notices_ghosts) {
    said_by(protocol->start(now));
    hello(1, 1);
    hello(2, 2);
    EXPECT_EQ(protocol->health().ghosts, 0);
    closed(1);
    hello(3, 7);
    EXPECT_EQ(protocol->health().ghosts, 5);
    EXPECT_TRUE(has_told("slack counts sockets that nobody holds slack counts 7, this process "
                         "holds 2"));
    // Another replica holds two by design.
    begin_anew({.links_elsewhere = 2});
    told.clear();
    said_by(protocol->start(now));
    hello(1, 4);
    EXPECT_EQ(protocol->health().ghosts, 0);
    EXPECT_FALSE(has_told("nobody holds"));
}

TEST_F(socket_protocol_test, acknowledges_what_was_accepted_and_nothing_else) {
    two_live();
    EXPECT_EQ(receive(1, slash_envelope), words{"take 1 slash_commands e1"});
    ASSERT_EQ(taken.size(), 1u);
    EXPECT_TRUE(taken[0].accepts_response_payload());
    EXPECT_EQ(taken[0].payload().at("text"), "help");
    EXPECT_EQ(said_by(protocol->accepted(1, "e1", R"({"text":"hi"})")),
              words{R"(send 1 {"envelope_id":"e1","payload":{"text":"hi"}})"});
    receive(1, slash_envelope);
    EXPECT_EQ(said_by(protocol->not_accepted(1)), words{});
    receive(1, slash_envelope);
    closed(1);
    EXPECT_EQ(said_by(protocol->accepted(1, "e1", "")), words{}) << "it comes again elsewhere";
    EXPECT_TRUE(has_told("gone before its answer"));
}

TEST_F(socket_protocol_test, keeps_what_a_redelivery_tells) {
    two_live();
    receive(2,
            R"({"envelope_id":"e2","type":"events_api","accepts_response_payload":false,)"
            R"("retry_attempt":1,"retry_reason":"timeout","payload":{"type":"event_callback"}})");
    ASSERT_EQ(taken.size(), 1u);
    EXPECT_EQ(taken[0].retry_attempt(), 1);
    EXPECT_FALSE(taken[0].accepts_response_payload());
}

TEST_F(socket_protocol_test, survives_frames_that_end_other_bots) {
    two_live();
    const std::string ack = R"(send 1 {"envelope_id":"e1"})";
    const struct {
        std::string frame;
        words done;
    } cases[] = {
        {"null", {}},
        {"", {}},
        {"{", {}},
        {"7", {}},
        {"[]", {}},
        {"\"hello\"", {}},
        {"{}", {}},
        {R"({"type":null})", {}},
        {R"({"type":"events_api"})", {}},
        {R"({"type":"something_new"})", {}},
        {R"({"envelope_id":"e1"})", {ack}},
        {R"({"envelope_id":"e1","type":"something_new","payload":{}})", {ack}},
        {R"({"envelope_id":"e1","type":"events_api"})", {ack}},
        {R"({"envelope_id":"e1","type":"events_api","payload":null})", {ack}},
        {R"({"envelope_id":"e1","type":"events_api","payload":[]})", {ack}},
        {R"({"envelope_id":7,"type":"events_api","payload":{}})", {}},
        {R"({"envelope_id":"e1","type":"events_api","payload":{}})", {"take 1 events_api e1"}},
        {R"({"type":"hello"})", {}},
        {R"({"type":"hello","num_connections":"many"})", {}},
        {std::string(10'000, '['), {}},
        {'"' + std::string(limits::slack_body_bytes, 'x') + '"', {}},
        {"\xff\xfe", {}},
    };
    for (const auto& each : cases)
        EXPECT_EQ(receive(1, each.frame), each.done) << each.frame.substr(0, 80);
    EXPECT_EQ(receive(77, slash_envelope), words{}) << "of a connection that is gone";
    EXPECT_EQ(protocol->health().links, 2u);
}

TEST_F(socket_protocol_test, finishes_what_it_has_begun) {
    two_live();
    receive(1, slash_envelope);
    EXPECT_EQ(said_by(protocol->finish(now)), words{"close 2"});
    EXPECT_EQ(receive(1, slash_envelope), words{}) << "takes nothing new";
    EXPECT_FALSE(protocol->over());
    EXPECT_EQ(said_by(protocol->accepted(1, "e1", "")),
              (words{R"(send 1 {"envelope_id":"e1"})", "close 1"}));
    EXPECT_TRUE(protocol->over());
    EXPECT_EQ(said_by(protocol->opened(9, now)), words{"close 9"});
    EXPECT_FALSE(protocol->due());
}

TEST_F(socket_protocol_test, holds_its_promise_whatever_happens) {
    // Any order of events: never more than four connections, never one opened twice, and after a
    // quiet while two are live again.
    for (std::uint64_t seed = 0; seed < 200; ++seed) {
        SCOPED_TRACE(seed);
        seeded_random dice(seed);
        begin_anew();
        std::set<link_id> open;
        std::set<link_id> opening;
        const auto follow = [&](const words& done) {
            for (const std::string& each : done) {
                const link_id link = std::stoull(each.substr(each.find(' ') + 1));
                if (each.rfind("open", 0) == 0) {
                    EXPECT_TRUE(opening.insert(link).second);
                } else if (each.rfind("close", 0) == 0) {
                    open.erase(link);
                    opening.erase(link);
                }
            }
            EXPECT_LE(open.size() + opening.size(), 4u);
        };
        const auto any = [&](const std::set<link_id>& of) {
            auto chosen = of.begin();
            std::advance(chosen, static_cast<std::ptrdiff_t>(dice.below(of.size())));
            return *chosen;
        };
        const auto connect = [&](link_id link) {
            opening.erase(link);
            open.insert(link);
            follow(hello(link));
        };
        follow(said_by(protocol->start(now)));
        for (int step = 0; step < 60; ++step) {
            const std::uint64_t what = dice.below(6);
            if (what == 0 && !opening.empty()) connect(any(opening));
            if (what == 1 && !opening.empty()) {
                const link_id link = any(opening);
                opening.erase(link);
                follow(said_by(protocol->failed(link, now)));
            }
            if (what == 2 && !open.empty()) {
                const link_id link = any(open);
                open.erase(link);
                follow(closed(link));
            }
            if (what == 3 && !open.empty()) follow(disconnect(any(open), "refresh_requested"));
            if (what == 4 && !open.empty()) follow(disconnect(any(open), "too_many_websockets"));
            follow(passed(duration(static_cast<std::int64_t>(dice.below(20'000)))));
        }
        for (int quiet = 0; quiet < 10; ++quiet) {
            while (!opening.empty()) connect(*opening.begin());
            follow(passed(duration(40'000)));
        }
        EXPECT_EQ(protocol->health().links, 2u);
        EXPECT_EQ(open.size(), 2u);
    }
}

} // namespace
} // namespace chatops::slack
