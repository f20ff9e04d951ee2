// What Slack refuses to show: shown plainer, shown elsewhere, or told to the asker.
#include "chatops/core/json.hpp"
#include "chatops/slack/json_member.hpp"
#include "chatops/slack/slack_chat.hpp"
#include "tests/support/slack_stage.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace chatops::slack {
namespace {

using namespace support;

class refused_answer : public ::testing::Test {
  protected:
    refused_answer() {
        stage.network.answer = [this](const http::request& what) {
            const std::string path(what.path());
            if (path == "/commands/1/hush") return http::response{200, {}, "ok"};
            if (path == "/api/conversations.open") return direct;
            if (path == "/api/conversations.replies") return ok(R"(,"messages":[])");
            if (path == "/api/files.getUploadURLExternal")
                return ok(R"(,"upload_url":"https://slack.example/upload/1","file_id":"F1")");
            if (path == "/upload/1") return http::response{200, {}, "OK"};
            const bool is_message = path == "/api/chat.postMessage" || path == "/api/chat.update";
            if (is_message && !takes_all && (refuses_all || is_refused(what.body)))
                return error(word);
            return ok(R"(,"channel":"C0ACME","ts":"1.2")");
        };
    }

    /// Anything but the plain form.
    static bool is_refused(const std::string& body) {
        return body.find("in its usual form") == std::string::npos;
    }
    static anchor answer(const std::string& title) {
        reply what = reply::good(title);
        what.add(fields_part{{{"app", "acme"}}});
        what.buttons = {{"confirm", "yes", "Confirm", button::style::danger}};
        return {run_id{"r4nd0m"}, "lead: heroku ps", what};
    }
    std::string last(const std::string& method) const {
        const auto sent = stage.network.of(method);
        return sent.empty() ? std::string() : sent.back().what.body;
    }

    slack_stage stage;
    std::string word = "msg_blocks_too_long";
    bool refuses_all = false;
    bool takes_all = false;
    http::response direct = ok(R"(,"channel":{"id":"D0LEAD"})");
    web_api api{{"https://slack.example", secret("xoxb-1"), {}},
                stage.network,
                stage.time,
                stage.chance,
                stage.log};
    slack_chat chat{api, slack_bot, stage.log};
    audience lead{{"U0LEAD", "lead"},
                  {"C0ACME", "acme", ""},
                  secret("https://hooks.slack.com/commands/1/hush")};
    const message_id which{"C0ACME", "1.2"};
};

TEST_F(refused_answer, is_posted_plainer_where_it_was_asked) {
    EXPECT_EQ(stage.finish(chat.post(lead, answer("All is up"))).id, "1.2");
    ASSERT_EQ(stage.network.sent.size(), 2u);
    const std::string body = last("chat.postMessage");
    EXPECT_NE(body.find("All is up"), std::string::npos) << body;
    EXPECT_NE(body.find("acme"), std::string::npos) << body;
    EXPECT_NE(body.find("(msg_blocks_too_long)"), std::string::npos) << body;
    EXPECT_NE(body.find("confirm:yes"), std::string::npos) << "it can still be answered: " << body;
    EXPECT_EQ(body.find("\"fields\""), std::string::npos) << body;
}

TEST_F(refused_answer, is_edited_plainer_and_its_whole_is_a_file) {
    const anchor shown = answer("All is up");
    stage.finish(chat.edit(which, shown));
    EXPECT_EQ(stage.network.of("chat.update").size(), 2u);
    EXPECT_NE(last("chat.update").find("All is up"), std::string::npos);
    stage.finish(chat.complete(lead, which, shown));
    EXPECT_NE(last("files.completeUploadExternal").find("The whole answer"), std::string::npos);
    stage.finish(chat.complete(lead, which, shown));
    EXPECT_EQ(stage.network.of("files.completeUploadExternal").size(), 1u)
        << "what is shown whole needs none";
}

TEST_F(refused_answer, needs_no_file_once_its_usual_form_is_taken) {
    const anchor looking = answer("Looking");
    stage.finish(chat.edit(which, looking));
    EXPECT_FALSE(is_refused(last("chat.update")));
    takes_all = true;
    const anchor shown = answer("All is up");
    stage.finish(chat.edit(which, shown));
    stage.finish(chat.complete(lead, which, shown));
    EXPECT_TRUE(stage.network.of("files.completeUploadExternal").empty());
}

TEST_F(refused_answer, does_not_hide_a_newer_one) {
    stage.network.latency = duration(2'000);
    const anchor first = answer("first");
    const anchor second = answer("second");
    stage.begin(chat.edit(which, first));
    stage.begin(chat.edit(which, second));
    stage.pass(duration(60'000));
    const std::string body = last("chat.update");
    EXPECT_NE(body.find("second"), std::string::npos) << body;
    EXPECT_FALSE(is_refused(body));
}

TEST_F(refused_answer, is_added_plainer) {
    reply more = reply::neutral("2 lines");
    more.add(code_part{"one\ntwo\n"});
    stage.finish(chat.add(lead, which, more));
    const std::string body = last("chat.postMessage");
    EXPECT_NE(body.find("two"), std::string::npos) << body;
    EXPECT_FALSE(is_refused(body));
    refuses_all = true;
    EXPECT_THROW(stage.finish(chat.add(lead, which, more)), provider_error);
}

TEST_F(refused_answer, is_told_to_the_asker_once_where_nothing_will_do) {
    refuses_all = true;
    for (const char* const each : {"account_inactive", "restricted_action", "msg_too_long"}) {
        word = each;
        stage.network.sent.clear();
        for (int i = 0; i < 3; ++i)
            EXPECT_THROW(stage.finish(chat.post(lead, answer("All is up"))), provider_error);
        int hints = 0;
        std::string hint;
        for (const auto& sent : stage.network.sent)
            if (sent.what.path() == "/commands/1/hush") {
                ++hints;
                hint = sent.what.body;
            }
        EXPECT_EQ(hints, 1) << each;
        EXPECT_NE(hint.find("I cannot answer here yet"), std::string::npos) << hint;
        EXPECT_NE(hint.find(each), std::string::npos) << hint;
        refuses_all = false;
        stage.finish(chat.post(lead, answer("in its usual form")));
        refuses_all = true;
    }
}

TEST_F(refused_answer, is_told_to_who_mentioned_the_bot) {
    lead.response_url = secret();
    word = "restricted_action_read_only_channel";
    direct = error("user_disabled");
    refuses_all = true;
    EXPECT_THROW(stage.finish(chat.post(lead, answer("All is up"))), provider_error);
    EXPECT_NE(last("chat.postEphemeral").find("user_disabled"), std::string::npos);
    // Nor can that: it is in the log.
    stage.network.answer = [](const http::request&) { return error("account_inactive"); };
    const anchor another{run_id{"an0ther"}, "lead: heroku ps", reply::good("All is up")};
    EXPECT_THROW(stage.finish(chat.post(lead, another)), provider_error);
    EXPECT_TRUE(stage.log.says("slack asker not told"));
}

TEST_F(refused_answer, says_in_its_hint_why_it_is_elsewhere) {
    stage.network.answer = [this](const http::request& what) {
        const bool is_there = what.body.find("C0ACME") != std::string::npos;
        if (what.path() == "/api/conversations.open") return direct;
        if (what.path() == "/commands/1/hush") return http::response{200, {}, "ok"};
        return is_there ? error(word) : ok(R"(,"channel":"D0LEAD","ts":"1.3")");
    };
    word = "is_archived";
    EXPECT_EQ(stage.finish(chat.post(lead, answer("All is up"))).channel, "D0LEAD");
    EXPECT_NE(stage.network.sent.back().what.body.find("That channel is archived."),
              std::string::npos);
    word = "not_in_channel";
    stage.finish(chat.post(lead, answer("All is up")));
    EXPECT_NE(stage.network.sent.back().what.body.find("Invite me to this channel"),
              std::string::npos);
}

} // namespace
} // namespace chatops::slack
