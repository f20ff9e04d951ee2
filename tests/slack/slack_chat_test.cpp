// Answers in Slack: posted once where people can see them, found again, and edited without falling
// behind.
#include "chatops/core/json.hpp"
#include "chatops/slack/json_member.hpp"
#include "chatops/slack/slack_chat.hpp"
#include "tests/support/slack_stage.hpp"

#include <gtest/gtest.h>

#include <map>
#include <string>
#include <vector>

namespace chatops::slack {
namespace {

using namespace support;

anchor working_on(const std::string& title) {
    return {run_id{"r4nd0m"}, "heroku ps", reply{tone::working, title, {}, {}}};
}

class slack_chat_test : public ::testing::Test {
  protected:
    slack_chat_test() {
        stage.network.answer = [this](const http::request& what) {
            for (const auto& [key, answer] : answers)
                if (key == what.path() ||
                    key == std::string(what.path()) + ' ' + channel_of(what.body))
                    return answer;
            ADD_FAILURE() << "not expected: " << what.path() << ' ' << what.body;
            return http::response{500, {}, ""};
        };
    }

    static std::string channel_of(const std::string& body) {
        const auto parsed = json::parse(body);
        if (parsed && parsed->is_object())
            return std::string(text_member(parsed->get_object(), "channel"));
        const auto fields = form_decode(body);
        return fields ? *find_field(*fields, "channel") : std::string();
    }
    std::vector<std::string> asked() const {
        std::vector<std::string> made;
        for (const auto& each : stage.network.sent)
            made.push_back(std::string(each.what.path()) + ' ' + channel_of(each.what.body));
        return made;
    }
    std::vector<std::string> texts_of_updates() const {
        std::vector<std::string> made;
        for (const auto& each : stage.network.of("chat.update"))
            made.emplace_back(text_member(json::parse(each.what.body)->get_object(), "text"));
        return made;
    }

    slack_stage stage;
    /// By path, or path and channel; the first that fits.
    std::map<std::string, http::response> answers;
    web_api api{{"https://slack.example", secret("xoxb-1"), {}},
                stage.network,
                stage.time,
                stage.chance,
                stage.log};
    slack_chat chat{api, slack_bot, stage.log};
    audience lead{{"U0LEAD", "lead"},
                  {"C0ACME", "acme", ""},
                  secret("https://hooks.slack.com/commands/1/hush")};
};

TEST_F(slack_chat_test, posts_where_it_was_asked) {
    answers["/api/chat.postMessage"] = ok(R"(,"channel":"C0ACME","ts":"1.2")");
    const message_id posted = stage.finish(chat.post(lead, working_on("Looking")));
    EXPECT_EQ(posted.channel, "C0ACME");
    EXPECT_EQ(posted.id, "1.2");
    EXPECT_EQ(asked(), std::vector<std::string>{"/api/chat.postMessage C0ACME"});
}

TEST_F(slack_chat_test, answers_in_direct_messages_where_it_is_not_and_says_so) {
    for (const char* const word : {"not_in_channel", "channel_not_found", "is_archived",
                                   "restricted_action_read_only_channel"}) {
        stage.network.sent.clear();
        answers["/api/chat.postMessage C0ACME"] = error(word);
        answers["/api/chat.postMessage D0LEAD"] = ok(R"(,"channel":"D0LEAD","ts":"1.3")");
        answers["/api/conversations.open"] = ok(R"(,"channel":{"id":"D0LEAD"})");
        answers["/commands/1/hush"] = {200, {}, "ok"};
        const message_id posted = stage.finish(chat.post(lead, working_on("Looking")));
        EXPECT_EQ(posted.channel, "D0LEAD");
        EXPECT_EQ(posted.id, "1.3");
        ASSERT_EQ(stage.network.sent.size(), 4u) << word;
        const http::request& hint = stage.network.sent.back().what;
        EXPECT_NE(hint.body.find("in our direct messages"), std::string::npos);
        EXPECT_NE(hint.body.find(R"("response_type":"ephemeral")"), std::string::npos);
    }
    EXPECT_FALSE(stage.log.says("hush"));
}

TEST_F(slack_chat_test, has_answered_though_the_hint_was_lost) {
    answers["/api/chat.postMessage C0ACME"] = error("not_in_channel");
    answers["/api/chat.postMessage D0LEAD"] = ok(R"(,"channel":"D0LEAD","ts":"1.3")");
    answers["/api/conversations.open"] = ok(R"(,"channel":{"id":"D0LEAD"})");
    answers["/commands/1/hush"] = {404, {}, R"({"ok":false,"error":"used_url"})"};
    EXPECT_EQ(stage.finish(chat.post(lead, working_on("Looking"))).id, "1.3");
    EXPECT_TRUE(stage.log.says("slack hint not shown"));
}

TEST_F(slack_chat_test, passes_on_other_refusals) {
    answers["/api/chat.postMessage"] = error("something_new");
    answers["/commands/1/hush"] = {200, {}, "ok"};
    EXPECT_THROW(stage.finish(chat.post(lead, working_on("Looking"))), provider_error);
    EXPECT_EQ(stage.network.of("chat.postMessage").size(), 1u);
}

std::string messages_with(const std::string& run, const std::string& bot, const std::string& ts) {
    return R"(,"messages":[{"ts":"9.9","user":"U1","text":"hi"},{"ts":")" + ts + R"(","bot_id":")" +
           bot + R"(","metadata":{"event_type":"chatops_run","event_payload":{"run":")" + run +
           R"("}}}])";
}

TEST_F(slack_chat_test, finds_its_message_where_it_was_asked) {
    answers["/api/conversations.history"] = ok(messages_with("r4nd0m", "B0BOT", "1.2"));
    const auto found = stage.finish(chat.find(lead, run_id{"r4nd0m"}, stage.time.now()));
    ASSERT_TRUE(found);
    EXPECT_EQ(found->channel, "C0ACME");
    EXPECT_EQ(found->id, "1.2");
    // Slack's clock may be behind ours.
    EXPECT_NE(stage.network.sent[0].what.body.find("oldest=1699999700.000000"), std::string::npos)
        << stage.network.sent[0].what.body;
}

TEST_F(slack_chat_test, finds_its_message_in_a_thread_and_in_direct_messages) {
    lead.where.thread = "1.1";
    answers["/api/conversations.replies"] = ok(messages_with("another", "B0BOT", "1.2"));
    answers["/api/conversations.open"] = ok(R"(,"channel":{"id":"D0LEAD"})");
    answers["/api/conversations.history D0LEAD"] = ok(messages_with("r4nd0m", "B0BOT", "1.5"));
    const auto found = stage.finish(chat.find(lead, run_id{"r4nd0m"}, stage.time.now()));
    ASSERT_TRUE(found);
    EXPECT_EQ(found->channel, "D0LEAD");
    EXPECT_EQ(found->id, "1.5");
}

TEST_F(slack_chat_test, looks_in_direct_messages_when_it_cannot_see_the_channel) {
    answers["/api/conversations.history C0ACME"] = error("not_in_channel");
    answers["/api/conversations.open"] = ok(R"(,"channel":{"id":"D0LEAD"})");
    answers["/api/conversations.history D0LEAD"] = ok(R"(,"messages":[])");
    EXPECT_FALSE(stage.finish(chat.find(lead, run_id{"r4nd0m"}, stage.time.now())));
    EXPECT_EQ(stage.network.sent.size(), 3u);
}

TEST_F(slack_chat_test, takes_no_others_message_for_its_own) {
    answers["/api/conversations.history"] = ok(messages_with("r4nd0m", "B0EVIL", "1.2"));
    answers["/api/conversations.open"] = ok(R"(,"channel":{"id":"D0LEAD"})");
    EXPECT_FALSE(stage.finish(chat.find(lead, run_id{"r4nd0m"}, stage.time.now())));
}

TEST_F(slack_chat_test, reads_every_page_and_says_when_there_are_too_many) {
    int pages = 0;
    stage.network.answer = [&](const http::request& what) {
        if (what.path() == "/api/conversations.open") return ok(R"(,"channel":{"id":"D0LEAD"})");
        if (++pages == 3) return ok(messages_with("r4nd0m", "B0BOT", "1.2"));
        return ok(R"(,"messages":[],"response_metadata":{"next_cursor":"bmV4dA=="})");
    };
    EXPECT_TRUE(stage.finish(chat.find(lead, run_id{"r4nd0m"}, stage.time.now())));
    EXPECT_EQ(pages, 3);
    // "Not found" would let it be posted again; not knowing is said instead.
    pages = 3;
    EXPECT_THROW(stage.finish(chat.find(lead, run_id{"r4nd0m"}, stage.time.now())), unavailable);
}

TEST_F(slack_chat_test, sends_only_the_newest_of_edits_that_wait) {
    answers["/api/chat.update"] = ok();
    const message_id which{"C0ACME", "1.2"};
    std::vector<anchor> states;
    for (int i = 0; i < 30; ++i) states.push_back(working_on("state " + std::to_string(i)));
    int ended = 0;
    const auto edit = [&](const anchor& state) -> asio::awaitable<void> {
        co_await chat.edit(which, state);
        ++ended;
    };
    for (const anchor& each : states) stage.begin(edit(each));
    stage.pass(duration(30'000));
    EXPECT_EQ(ended, 30);
    const std::vector<std::string> sent{"⏳ state 0", "⏳ state 29"};
    EXPECT_EQ(texts_of_updates(), sent);
}

TEST_F(slack_chat_test, never_sends_two_edits_of_one_message_at_once) {
    answers["/api/chat.update"] = ok();
    stage.network.latency = duration(2'000);
    const message_id which{"C0ACME", "1.2"};
    const message_id other{"C0ACME", "1.3"};
    const anchor first = working_on("first");
    const anchor second = working_on("second");
    stage.begin(chat.edit(which, first));
    stage.begin(chat.edit(which, second));
    stage.begin(chat.edit(other, first));
    stage.pass(duration(10'000));
    const auto sent = stage.network.of("chat.update");
    ASSERT_EQ(sent.size(), 3u);
    EXPECT_EQ(sent[0].when, sent[1].when) << "another message does not wait";
    EXPECT_EQ(sent[2].when - sent[0].when, duration(2'000));
    EXPECT_EQ(text_member(json::parse(sent[2].what.body)->get_object(), "text"), "⏳ second");
}

TEST_F(slack_chat_test, sends_after_a_refusal_what_is_new_by_then) {
    stage.network.answer = [&](const http::request&) {
        if (stage.network.sent.size() == 1) return http::response{429, {{"Retry-After", "20"}}, ""};
        return ok();
    };
    const message_id which{"C0ACME", "1.2"};
    const anchor first = working_on("first");
    const anchor last = working_on("last");
    stage.begin(chat.edit(which, first));
    stage.pass(duration(5'000));
    stage.begin(chat.edit(which, last));
    stage.pass(duration(30'000));
    const std::vector<std::string> sent{"⏳ first", "⏳ last"};
    EXPECT_EQ(texts_of_updates(), sent);
}

TEST_F(slack_chat_test, tells_everyone_whose_edit_failed) {
    answers["/api/chat.update"] = error("message_not_found");
    const message_id which{"C0ACME", "1.2"};
    const anchor state = working_on("state");
    std::string first;
    std::string second;
    stage.begin(chat.edit(which, state), &first);
    stage.begin(chat.edit(which, state), &second);
    stage.pass(duration(10'000));
    EXPECT_NE(first.find("message_not_found"), std::string::npos);
    EXPECT_NE(second.find("message_not_found"), std::string::npos);
    answers["/api/chat.update"] = ok();
    stage.finish(chat.edit(which, state));
}

TEST_F(slack_chat_test, whispers_by_what_way_there_is) {
    const reply note = reply::bad("That is not yours to confirm");
    answers["/commands/1/hush"] = {200, {}, "ok"};
    stage.finish(chat.whisper(lead, note));
    ASSERT_EQ(stage.network.sent.size(), 1u);

    answers["/commands/1/hush"] = {404, {}, R"({"ok":false,"error":"expired_url"})"};
    answers["/api/chat.postEphemeral C0ACME"] = ok(R"(,"message_ts":"1.4")");
    stage.finish(chat.whisper(lead, note));
    EXPECT_EQ(asked().back(), "/api/chat.postEphemeral C0ACME");

    answers["/commands/1/hush"] = {503, {}, "Service Unavailable"};
    stage.finish(chat.whisper(lead, note));
    EXPECT_EQ(asked().back(), "/api/chat.postEphemeral C0ACME") << "it may not have been seen";

    answers["/api/chat.postEphemeral C0ACME"] = error("user_not_in_channel");
    answers["/api/conversations.open"] = ok(R"(,"channel":{"id":"D0LEAD"})");
    answers["/api/chat.postEphemeral D0LEAD"] = ok(R"(,"message_ts":"1.4")");
    lead.response_url = secret();
    stage.finish(chat.whisper(lead, note));
    EXPECT_EQ(asked().back(), "/api/chat.postEphemeral D0LEAD");
}

} // namespace
} // namespace chatops::slack
