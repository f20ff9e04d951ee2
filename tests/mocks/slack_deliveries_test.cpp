// Events over HTTP: tried again by Slack's schedule, and every way to arrive twice.
#include "tests/mocks/slack_office.hpp"

namespace chatops::mocks {
namespace {

class slack_deliveries : public slack_office {
  public:
    /// Seconds after the first at which each arrived, with its retry headers: `0 -`, `3 1
    /// http_timeout`.
    [[nodiscard]] std::vector<std::string> schedule() const {
        std::vector<std::string> made;
        for (const arrived& each : arrivals) {
            const auto after =
                std::chrono::duration_cast<std::chrono::seconds>(each.at - arrivals.front().at);
            const auto number = each.what.headers.get("X-Slack-Retry-Num");
            std::string line = std::to_string(after.count());
            if (!number.empty())
                line += " " + std::string(number) + " " +
                        std::string(each.what.headers.get("X-Slack-Retry-Reason"));
            made.push_back(std::move(line));
        }
        return made;
    }

    object last_delivery() {
        const auto read = json::parse(request("GET", "/_mock/deliveries").body);
        EXPECT_TRUE(read && read->is_array() && !read->get_array().empty());
        return read->get_array().back().get_object();
    }
};

using lines = std::vector<std::string>;

TEST_F(slack_deliveries,
       an_event_nobody_answers_comes_again_at_once_after_one_minute_and_after_five) {
    app = [](const http::request&) { return std::nullopt; };
    say("lead", "acme", "hello");
    pass(1h);
    EXPECT_EQ(schedule(),
              (lines{"0", "3 1 http_timeout", "66 2 http_timeout", "369 3 http_timeout"}));
    for (const arrived& each : arrivals) EXPECT_EQ(each.what.body, arrivals[0].what.body);
    EXPECT_EQ(text_of(last_delivery(), "outcome"), "failed");
}

TEST_F(slack_deliveries, each_try_is_signed_anew) {
    app = [](const http::request&) { return std::nullopt; };
    say("lead", "acme", "hello");
    pass(10s);
    EXPECT_EQ(arrivals.at(0).what.headers.get("X-Slack-Request-Timestamp"), "1700000000");
    EXPECT_EQ(arrivals.at(1).what.headers.get("X-Slack-Request-Timestamp"), "1700000003");
    EXPECT_NE(arrivals.at(0).what.headers.get("X-Slack-Signature"),
              arrivals.at(1).what.headers.get("X-Slack-Signature"));
}

TEST_F(slack_deliveries, an_error_is_tried_again_until_it_is_taken) {
    int count = 0;
    app = [&](const http::request&) { return answer(++count < 3 ? 500 : 200); };
    say("lead", "acme", "hello");
    pass(1h);
    EXPECT_EQ(schedule(), (lines{"0", "0 1 http_error", "60 2 http_error"}));
    EXPECT_EQ(text_of(last_delivery(), "outcome"), "acknowledged");
}

TEST_F(slack_deliveries, an_error_that_asks_for_no_retry_gets_none) {
    app = [](const http::request&) {
        http::response made = answer(500);
        made.headers.set("X-Slack-No-Retry", "1");
        return made;
    };
    say("lead", "acme", "hello");
    pass(1h);
    EXPECT_EQ(arrivals.size(), 1U);
}

TEST_F(slack_deliveries, two_redirects_are_followed_and_a_third_is_too_many) {
    int redirects = 2;
    app = [&](const http::request&) {
        if (redirects-- <= 0) return answer(200);
        http::response made = answer(302);
        made.headers.set("Location", "http://127.0.0.1:9107/elsewhere");
        return made;
    };
    say("lead", "acme", "hello");
    EXPECT_EQ(arrivals.size(), 3U);
    EXPECT_EQ(arrivals.back().path(), "/elsewhere");
    EXPECT_EQ(text_of(last_delivery(), "outcome"), "acknowledged");

    arrivals.clear();
    redirects = 3;
    say("lead", "acme", "again");
    EXPECT_EQ(schedule(), (lines{"0", "0", "0", "0 1 too_many_redirects"}));
}

TEST_F(slack_deliveries, retries_follow_the_mocks_own_clock) {
    int count = 0;
    app = [&](const http::request&) { return answer(++count < 3 ? 500 : 200); };
    say("lead", "acme", "hello");
    EXPECT_EQ(arrivals.size(), 2U);
    control("POST", "clock", with({{"advance_s", 60}}));
    EXPECT_EQ(arrivals.size(), 3U);
}

TEST_F(slack_deliveries, a_duplicate_looks_like_a_retry_after_a_time_out) {
    control(
        "PUT", "faults",
        *json::parse(R"({"faults":[{"match":"POST /slack/events","kind":"duplicate_delivery"}]})"));
    say("lead", "acme", "hello");
    EXPECT_EQ(schedule(), (lines{"0", "0 1 http_timeout"}));
    EXPECT_EQ(arrivals[0].what.body, arrivals[1].what.body);
    const auto plan = json::parse(request("GET", "/_mock/faults").body);
    EXPECT_EQ(plan->at(0).at("used").as_int64(), 1);
}

TEST_F(slack_deliveries, the_url_for_events_is_verified_by_a_challenge) {
    const auto verified = [&](const std::function<std::string(const std::string&)>& make) {
        app = [&](const http::request& what) {
            const object asked = json::parse(what.body)->get_object();
            EXPECT_EQ(text_of(asked, "type"), "url_verification");
            return answer(200, make(std::string(text_of(asked, "challenge"))));
        };
        control("POST", "verify");
        const object state = parsed(request("GET", "/_mock/state"));
        return std::string(text_of(state.at("app").as_object(), "events_url"));
    };
    EXPECT_EQ(verified([](const std::string& challenge) { return challenge; }), "verified");
    EXPECT_EQ(verified([](const std::string& challenge) { return "challenge=" + challenge; }),
              "verified");
    EXPECT_EQ(verified([](const std::string& challenge) {
                  return R"({"challenge":")" + challenge + "\"}";
              }),
              "verified");
    EXPECT_EQ(verified([](const std::string&) { return "ok"; }), "challenge_failed");
}

TEST_F(slack_deliveries, can_be_read_without_what_grants_a_right) {
    say("lead", "acme", "/ops help");
    const object one = last_delivery();
    EXPECT_EQ(text_of(one, "kind"), "slash_command");
    EXPECT_EQ(text_of(one, "outcome"), "acknowledged");
    EXPECT_EQ(one.at("payload").at("text").as_string(), "help");
    EXPECT_EQ(one.at("payload").at("response_url").as_string(), "[masked]");
    EXPECT_EQ(one.at("payload").at("trigger_id").as_string(), "[masked]");
    EXPECT_EQ(one.at("attempts").at(0).at("outcome").as_string(), "200");
    const std::string all = request("GET", "/_mock/deliveries").body;
    EXPECT_EQ(all.find(arrivals.at(0).form("trigger_id")), std::string::npos);
    EXPECT_EQ(all.find(world.data().slack.app.verification_token), std::string::npos);
}

} // namespace
} // namespace chatops::mocks
