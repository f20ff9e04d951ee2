// Calls to Slack: what is sent, when, how often, and what their callers learn.
#include "chatops/core/json.hpp"
#include "chatops/slack/web_api.hpp"
#include "tests/support/slack_stage.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>

namespace chatops::slack {
namespace {

using namespace support;

const message hello{"Hello", R"([{"type":"header"}])"};
const run_id run{"r4nd0m"};
const std::string no_thread;

class web_api_test : public ::testing::Test {
  protected:
    ~web_api_test() override { EXPECT_FALSE(stage.log.says("hush")); }

    /// Answers all requests in this order; the last for good.
    void will_answer(std::vector<http::response> answers) {
        stage.network.answer = [answers, next = std::size_t{0}](const http::request&) mutable {
            const http::response given = answers[next];
            if (next + 1 < answers.size()) ++next;
            return given;
        };
    }
    /// No answer comes to the next requests.
    void will_fail(int times, effect_known effect, const http::response& then) {
        stage.network.answer = [times, effect, then](const http::request&) mutable {
            if (times-- > 0) throw unavailable("slack", "the connection was reset", effect);
            return then;
        };
    }
    std::vector<duration> moments() const {
        std::vector<duration> made;
        for (const auto& each : stage.network.sent) made.push_back(each.when - began);
        return made;
    }
    message_id post(const std::string& channel) {
        return stage.finish(api.post(channel, no_thread, hello, run));
    }

    slack_stage stage;
    const time_point began = stage.time.now();
    web_api api{settings(), stage.network, stage.time, stage.chance, stage.log};

  private:
    static web_api_settings settings() {
        web_api_settings made;
        made.url = "https://slack.example";
        made.bot_token = secret("xoxb-hush");
        made.app_token = secret("xapp-hush");
        return made;
    }
};

TEST_F(web_api_test, posts_a_runs_message_with_its_metadata) {
    will_answer({ok(R"(,"channel":"C0ACME","ts":"1.2")")});
    const message_id posted = stage.finish(api.post("C0ACME", "1.1", hello, run));
    EXPECT_EQ(posted.channel, "C0ACME");
    EXPECT_EQ(posted.id, "1.2");
    const http::request& sent = stage.network.sent.at(0).what;
    EXPECT_EQ(sent.method, "POST");
    EXPECT_EQ(sent.url, "https://slack.example/api/chat.postMessage");
    EXPECT_EQ(sent.headers.get("Authorization"), "Bearer xoxb-hush");
    EXPECT_EQ(sent.headers.get("Content-Type"), "application/json; charset=utf-8");
    EXPECT_EQ(
        sent.body,
        R"({"channel":"C0ACME","thread_ts":"1.1","text":"Hello","blocks":[{"type":"header"}],)"
        R"("metadata":{"event_type":"chatops_run","event_payload":{"run":"r4nd0m"}},)"
        R"("unfurl_links":false,"unfurl_media":false})");
}

TEST_F(web_api_test, learns_who_the_bot_is) {
    will_answer({ok(R"(,"team_id":"T0001","user_id":"U0BOT","bot_id":"B0BOT","user":"ops")")});
    const identity self = stage.finish(api.who_am_i());
    EXPECT_EQ(self.team, "T0001");
    EXPECT_EQ(self.user, "U0BOT");
    EXPECT_EQ(self.bot, "B0BOT");
    EXPECT_EQ(self.name, "ops");
    will_answer({ok(R"(,"team_id":"T0001","user_id":"U0LEAD","user":"lead")")});
    EXPECT_THROW(stage.finish(api.who_am_i()), provider_error) << "a person's token";
}

TEST_F(web_api_test, asks_for_a_socket_with_the_apps_token) {
    will_answer({ok(R"(,"url":"wss://wss-primary.slack.com/link/?ticket=hush&app_id=1")")});
    EXPECT_EQ(stage.finish(api.open_connection()).reveal(),
              "wss://wss-primary.slack.com/link/?ticket=hush&app_id=1");
    EXPECT_EQ(stage.network.sent.at(0).what.headers.get("Authorization"), "Bearer xapp-hush");
    for (const http::response& each :
         {ok(), ok(R"(,"url":"https://slack.com")"), ok(R"(,"url":7)")}) {
        will_answer({each});
        EXPECT_THROW(stage.finish(api.open_connection()), unavailable);
    }
}

TEST_F(web_api_test, reads_messages_page_by_page) {
    will_answer(
        {ok(R"(,"messages":[{"ts":"1.2","bot_id":"B0BOT","metadata":{"event_type":)"
            R"("chatops_run","event_payload":{"run":"r1"}}},{"ts":"1.3","user":"U1"},7,)"
            R"({"ts":"1.4","metadata":{"event_type":"other","event_payload":{"run":"r"}}}],)"
            R"("response_metadata":{"next_cursor":"bmV4dA=="})")});
    const time_point oldest(duration(1'700'000'000'042));
    const message_page page = stage.finish(api.messages("C1", no_thread, oldest, "cGFnZQ=="));
    ASSERT_EQ(page.messages.size(), 3u);
    EXPECT_EQ(page.messages[0].run, "r1");
    EXPECT_EQ(page.messages[0].bot, "B0BOT");
    EXPECT_EQ(page.messages[1].run, "");
    EXPECT_EQ(page.messages[2].run, "");
    EXPECT_EQ(page.next, "bmV4dA==");
    const http::request& sent = stage.network.sent.at(0).what;
    EXPECT_EQ(sent.path(), "/api/conversations.history");
    EXPECT_EQ(sent.headers.get("Content-Type"), "application/x-www-form-urlencoded");
    EXPECT_EQ(sent.body, "channel=C1&oldest=1700000000.042000&inclusive=true&"
                         "include_all_metadata=true&limit=100&cursor=cGFnZQ%3D%3D");
    stage.finish(api.messages("C1", "1.1", oldest, ""));
    EXPECT_EQ(stage.network.sent.at(1).what.path(), "/api/conversations.replies");
}

TEST_F(web_api_test, names_and_opens_channels_and_answers_through_urls) {
    will_answer({ok(R"(,"channel":{"id":"D1","name":"acme"})")});
    EXPECT_EQ(stage.finish(api.open_direct("U0LEAD")), "D1");
    EXPECT_EQ(stage.network.sent.at(0).what.body, R"({"users":"U0LEAD"})");
    EXPECT_EQ(stage.finish(api.channel_name("C0ACME")), "acme");
    EXPECT_EQ(stage.network.sent.at(1).what.body, "channel=C0ACME");
    stage.finish(api.post_ephemeral("C1", no_thread, "U1", hello));
    EXPECT_EQ(stage.network.sent.at(2).what.body,
              R"({"channel":"C1","user":"U1","text":"Hello","blocks":[{"type":"header"}]})");
    will_answer({{200, {}, "ok"}});
    stage.finish(api.respond(secret("https://hooks.slack.com/1/hush"), reply::neutral("Psst")));
    const http::request& sent = stage.network.sent.at(3).what;
    EXPECT_EQ(sent.url, "https://hooks.slack.com/1/hush");
    EXPECT_FALSE(sent.headers.has("Authorization"));
}

TEST_F(web_api_test, keeps_to_one_post_a_second_in_a_channel_and_delays_no_other) {
    will_answer({ok(R"(,"ts":"1.2")")});
    for (int i = 0; i < 3; ++i) post("C1");
    EXPECT_EQ(moments(), (std::vector<duration>{duration(0), duration(1'000), duration(2'000)}));
    const time_point before = stage.time.now();
    post("C2");
    EXPECT_EQ(stage.network.sent.back().when, before);
}

TEST_F(web_api_test, waits_as_long_as_slack_says_and_only_in_that_channel) {
    stage.network.answer = [this](const http::request& what) {
        const bool first = stage.network.sent.size() == 1;
        if (first && what.body.find("C1") != std::string::npos)
            return http::response{
                429, {{"Retry-After", "3"}}, R"({"ok":false,"error":"ratelimited"})"};
        return ok(R"(,"ts":"1.2")");
    };
    bool ended = false;
    const auto refused_post = [&]() -> asio::awaitable<void> {
        const std::string channel = "C1";
        co_await api.post(channel, no_thread, hello, run);
        ended = true;
    };
    stage.begin(refused_post());
    stage.pass(duration(20));
    ASSERT_EQ(stage.network.sent.size(), 1u);
    // Bolt 5.1 delays both of these by 2.9 s.
    const time_point other = stage.time.now();
    post("C2");
    EXPECT_EQ(stage.network.sent.back().when, other);
    stage.finish(api.channel_name("C1"));
    EXPECT_LE(stage.network.sent.back().when - other, duration(20));
    EXPECT_FALSE(ended);
    stage.pass(duration(4'000));
    EXPECT_TRUE(ended);
    const auto posts = stage.network.of("chat.postMessage");
    ASSERT_EQ(posts.size(), 3u);
    EXPECT_EQ(posts.back().when - began, duration(3'010));
}

TEST_F(web_api_test, thinks_of_a_time_when_slack_names_none) {
    will_answer({{429, {}, ""}, {429, {}, ""}, ok(R"(,"ts":"1.2")")});
    post("C1");
    const std::vector<duration> when = moments();
    ASSERT_EQ(when.size(), 3u);
    EXPECT_GE(when[1] - when[0], duration(5'000));
    EXPECT_LE(when[1] - when[0], duration(6'100));
    EXPECT_GE(when[2] - when[1], duration(10'000));
    EXPECT_LE(when[2] - when[1], duration(11'100));
}

TEST_F(web_api_test, gives_up_when_slack_refuses_for_too_long) {
    will_answer({{429, {{"Retry-After", "400"}}, ""}});
    try {
        post("C1");
        FAIL();
    } catch (const unavailable& failure) {
        EXPECT_EQ(failure.effect(), effect_known::did_not_happen);
    }
    EXPECT_EQ(stage.time.now() - began, duration(10)) << "it does not wait in vain";
    // Nor does whoever comes next.
    EXPECT_THROW(post("C1"), unavailable);
    EXPECT_EQ(stage.network.sent.size(), 1u);
}

TEST_F(web_api_test, repeats_what_is_harmless) {
    will_fail(3, effect_known::may_have_happened, ok(R"(,"channel":{"id":"D1"})"));
    EXPECT_EQ(stage.finish(api.open_direct("U1")), "D1");
    EXPECT_EQ(stage.network.sent.size(), 4u);
    const std::vector<duration> when = moments();
    for (std::size_t i = 1; i < when.size(); ++i) EXPECT_GT(when[i], when[i - 1] + duration(200));
    EXPECT_LT(when.back(), duration(10'000));
    will_answer({{502, {}, "<html>"}, ok(R"(,"channel":{"id":"D1"})")});
    EXPECT_EQ(stage.finish(api.open_direct("U1")), "D1");
    EXPECT_TRUE(api.health().good());
}

TEST_F(web_api_test, ends_repeating_and_says_that_slack_is_away) {
    will_fail(100, effect_known::may_have_happened, ok());
    EXPECT_THROW(stage.finish(api.open_direct("U1")), unavailable);
    EXPECT_EQ(stage.network.sent.size(), 5u);
    EXPECT_FALSE(api.health().good());
}

TEST_F(web_api_test, never_repeats_a_post_that_may_have_happened) {
    will_fail(1, effect_known::may_have_happened, ok(R"(,"ts":"1.2")"));
    try {
        post("C1");
        FAIL();
    } catch (const unavailable& failure) {
        EXPECT_EQ(failure.effect(), effect_known::may_have_happened);
    }
    EXPECT_EQ(stage.network.sent.size(), 1u);
    for (const http::response& each :
         {http::response{500, {}, "oops"}, error("internal_error"), error("fatal_error")}) {
        will_answer({each, ok(R"(,"ts":"1.2")")});
        stage.network.sent.clear();
        EXPECT_THROW(post("C1"), unavailable);
        EXPECT_EQ(stage.network.sent.size(), 1u);
    }
}

TEST_F(web_api_test, repeats_a_post_that_surely_did_not_happen) {
    will_fail(2, effect_known::did_not_happen, ok(R"(,"ts":"1.2")"));
    EXPECT_EQ(post("C1").id, "1.2");
    EXPECT_EQ(stage.network.sent.size(), 3u);
}

TEST_F(web_api_test, tells_slacks_refusal_at_once) {
    will_answer({error("not_in_channel")});
    try {
        post("C1");
        FAIL();
    } catch (const provider_error& refusal) {
        EXPECT_EQ(refusal.id(), "not_in_channel");
    }
    EXPECT_EQ(stage.network.sent.size(), 1u);
    EXPECT_TRUE(api.health().good()) << "Slack is there, if only to refuse";
    EXPECT_TRUE(stage.log.says("error=not_in_channel"));
}

TEST_F(web_api_test, tells_once_what_is_broken_and_that_it_works_again) {
    const auto times = [&](std::string_view words) {
        return std::count_if(
            stage.log.lines.begin(), stage.log.lines.end(),
            [&](const std::string& each) { return each.find(words) != std::string::npos; });
    };
    const auto fails = [&](const std::string& word) {
        will_answer({error(word)});
        EXPECT_THROW(post("C1"), provider_error);
        EXPECT_THROW(stage.finish(api.open_direct("U1")), provider_error);
    };
    for (int i = 0; i < 3; ++i) fails("token_revoked");
    EXPECT_EQ(times("slack installation broken"), 1) << "one token, whatever is called";
    EXPECT_EQ(times("It is the bot's, xoxb-…: slack.bot_token."), 1);
    EXPECT_EQ(api.health().broken.size(), 1u);
    for (int i = 0; i < 2; ++i) fails("account_inactive");
    EXPECT_EQ(times("slack installation broken"), 2) << "broken otherwise";
    will_answer({error("invalid_auth")});
    EXPECT_THROW(stage.finish(api.open_connection()), provider_error);
    EXPECT_EQ(times("slack.app_token"), 1) << "another token";
    EXPECT_EQ(api.health().broken.size(), 2u);
    will_answer({ok(R"(,"channel":{"id":"D1"})")});
    for (int i = 0; i < 2; ++i) stage.finish(api.open_direct("U1"));
    EXPECT_EQ(times("slack installation works again"), 1);
    EXPECT_EQ(api.health().broken.size(), 1u) << "the app's token is as it was";
    fails("token_revoked");
    EXPECT_EQ(times("slack installation broken"), 4);
}

TEST_F(web_api_test, tells_of_a_scope_for_each_method_that_lacks_one) {
    will_answer({{200, {}, R"({"ok":false,"error":"missing_scope","needed":"chat:write"})"}});
    for (int i = 0; i < 2; ++i) EXPECT_THROW(post("C1"), provider_error);
    will_answer({ok(R"(,"channel":{"id":"D1"})")});
    stage.finish(api.open_direct("U1"));
    will_answer({{200, {}, R"({"ok":false,"error":"missing_scope","needed":"chat:write"})"}});
    EXPECT_THROW(post("C1"), provider_error);
    EXPECT_EQ(stage.log.lines.size(), 1u) << "that another method works says nothing of this one";
    EXPECT_TRUE(stage.log.says("Needed: chat:write."));
    will_answer({ok(R"(,"ts":"1.2")")});
    post("C1");
    EXPECT_TRUE(stage.log.says("slack installation works again method=chat.postMessage"));
}

TEST_F(web_api_test, sends_the_newest_state_of_an_edit) {
    will_answer({{503, {}, ""}, ok()});
    message shown{"first", "[]"};
    const message_id which{"C1", "1.2"};
    const std::function<const message&()> newest = [&]() -> const message& {
        shown.text = "try " + std::to_string(stage.network.sent.size() + 1);
        return shown;
    };
    stage.finish(api.update(which, run, newest));
    ASSERT_EQ(stage.network.sent.size(), 2u);
    EXPECT_EQ(stage.network.sent[1].what.body,
              R"({"channel":"C1","ts":"1.2","text":"try 2","blocks":[],)"
              R"("metadata":{"event_type":"chatops_run","event_payload":{"run":"r4nd0m"}}})");
}

} // namespace
} // namespace chatops::slack
