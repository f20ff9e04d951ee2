// Answers that a message has no room for: whole, as a file in its thread.
#include "chatops/slack/slack_chat.hpp"
#include "tests/support/slack_stage.hpp"

#include <gtest/gtest.h>

#include <string>

namespace chatops::slack {
namespace {

using namespace support;

class long_answer : public ::testing::Test {
  protected:
    long_answer() {
        stage.network.answer = [this](const http::request& what) {
            const std::string path(what.path());
            if (path == "/api/conversations.replies") return http::response{200, {}, replies};
            if (path == "/api/files.getUploadURLExternal") return http::response{200, {}, place};
            if (path == "/upload/v1/t0k3n") return http::response{200, {}, "OK - 1"};
            if (path == "/api/files.completeUploadExternal") return http::response{200, {}, shared};
            if (path == "/api/chat.postEphemeral") return ok();
            ADD_FAILURE() << "not expected: " << path;
            return http::response{500, {}, ""};
        };
    }
    void complete(const anchor& message) {
        const message_id which{"C0ACME", "1700.01"};
        stage.finish(chat.complete(lead, which, message));
    }
    static anchor answer_of(std::size_t lines) {
        reply what = reply::good("The log");
        std::string text;
        for (std::size_t i = 0; i < lines; ++i) text += "line " + std::to_string(i) + "\n";
        what.add(code_part{text});
        return {run_id{"r4nd0m"}, "lead: logs acme", what};
    }

    std::string replies = R"({"ok":true,"messages":[{"ts":"1700.01","bot_id":"B0BOT"}]})";
    std::string place =
        R"({"ok":true,"upload_url":"https://slack.example/upload/v1/t0k3n","file_id":"F1"})";
    std::string shared = R"({"ok":true,"files":[]})";
    slack_stage stage;
    web_api api{{"https://slack.example", secret("xoxb-1"), {}},
                stage.network,
                stage.time,
                stage.chance,
                stage.log};
    slack_chat chat{api, slack_bot, stage.log};
    audience lead{{"U0LEAD", "lead"}, {"C0ACME", "acme", ""}, {}};
};

TEST_F(long_answer, that_fits_is_no_file) {
    complete(answer_of(20));
    EXPECT_TRUE(stage.network.sent.empty());
}

TEST_F(long_answer, is_uploaded_whole_into_its_thread) {
    const anchor message = answer_of(5'000);
    ASSERT_FALSE(block_kit(message).whole);
    complete(message);
    ASSERT_EQ(stage.network.sent.size(), 4u);
    const http::request& bytes = stage.network.sent[2].what;
    EXPECT_NE(bytes.body.find("line 0\n"), std::string::npos);
    EXPECT_NE(bytes.body.find("line 4999\n"), std::string::npos);
    EXPECT_EQ(bytes.headers.get("Authorization"), "") << "the address is no place for our token";
    EXPECT_EQ(stage.network.sent[1].what.body,
              "filename=ops-r4nd0m.txt&length=" + std::to_string(bytes.body.size()));
    EXPECT_EQ(stage.network.sent[3].what.body,
              R"({"files":[{"id":"F1","title":"lead: logs acme"}],"channel_id":"C0ACME",)"
              R"("thread_ts":"1700.01","initial_comment":"The whole answer"})");
}

TEST_F(long_answer, has_its_files_beside_it_each_once) {
    anchor message = answer_of(3);
    message.shown.add(file_part{"acme.log", "started\nready\n"});
    message.shown.add(file_part{"acme.csv", ""});
    replies = R"({"ok":true,"messages":[{"ts":"1700.02","bot_id":"B0BOT","files":[)"
              R"({"name":"ops-r4nd0m-2-acme.csv"}]}]})";
    complete(message);
    ASSERT_EQ(stage.network.sent.size(), 4u) << "one is there already, the answer is whole";
    EXPECT_EQ(stage.network.sent[1].what.body, "filename=ops-r4nd0m-1-acme.log&length=14");
    EXPECT_EQ(stage.network.sent[2].what.body, "started\nready\n");
    EXPECT_EQ(stage.network.sent[3].what.body,
              R"({"files":[{"id":"F1","title":"acme.log"}],"channel_id":"C0ACME",)"
              R"("thread_ts":"1700.01"})");
}

TEST_F(long_answer, without_a_thread_shows_a_file_in_the_message) {
    reply what = reply::good("The log");
    what.add(file_part{"acme.log", "started\nready\n"});
    const std::string told = block_kit(what).blocks;
    EXPECT_NE(told.find("started\\nready"), std::string::npos) << told;
    const std::string kept = block_kit({run_id{"r4nd0m"}, "lead: logs acme", what}).blocks;
    EXPECT_NE(kept.find("📎 acme.log, in the thread: 2 lines"), std::string::npos) << kept;
}

TEST_F(long_answer, in_a_thread_stays_in_it) {
    lead.where.thread = "1699.00";
    complete(answer_of(5'000));
    EXPECT_NE(stage.network.sent.back().what.body.find(R"("thread_ts":"1699.00")"),
              std::string::npos);
}

TEST_F(long_answer, that_is_there_already_is_not_uploaded_again) {
    replies = R"({"ok":true,"messages":[{"ts":"1700.01","bot_id":"B0BOT"},)"
              R"({"ts":"1700.02","bot_id":"B0BOT","files":[{"name":"ops-r4nd0m.txt"}]}]})";
    complete(answer_of(5'000));
    EXPECT_EQ(stage.network.sent.size(), 1u);
    // Another's file of that name is none of ours.
    replies = R"({"ok":true,"messages":[{"ts":"1700.02","bot_id":"B9","files":[)"
              R"({"name":"ops-r4nd0m.txt"}]}]})";
    complete(answer_of(5'000));
    EXPECT_EQ(stage.network.sent.size(), 5u);
}

TEST_F(long_answer, that_cannot_be_uploaded_is_said_so) {
    place =
        R"({"ok":false,"error":"missing_scope","needed":"files:write","provided":"chat:write"})";
    EXPECT_THROW(complete(answer_of(5'000)), provider_error);
    const std::string told = stage.network.sent.back().what.body;
    EXPECT_NE(told.find(R"("user":"U0LEAD")"), std::string::npos) << told;
    EXPECT_NE(told.find("Needed: files:write."), std::string::npos) << told;
    place = R"({"ok":true})";
    EXPECT_THROW(complete(answer_of(5'000)), unavailable);
    place = R"({"ok":true,"upload_url":"https://slack.example/upload/v1/t0k3n","file_id":"F1"})";
    shared = R"({"ok":false,"error":"not_in_channel"})";
    EXPECT_THROW(complete(answer_of(5'000)), provider_error);
}

TEST_F(long_answer, that_cannot_be_looked_for_is_uploaded_all_the_same) {
    replies = R"({"ok":false,"error":"missing_scope","needed":"channels:history"})";
    complete(answer_of(5'000));
    EXPECT_EQ(stage.network.of("files.completeUploadExternal").size(), 1u);
    replies = R"({"ok":false,"error":"channel_not_found"})";
    EXPECT_THROW(complete(answer_of(5'000)), provider_error);
    EXPECT_EQ(stage.network.of("files.completeUploadExternal").size(), 1u);
}

TEST_F(long_answer, with_a_long_field_or_title_is_not_whole) {
    anchor message = answer_of(1);
    message.shown.add(fields_part{{{"name", std::string(2'001, 'x')}}});
    EXPECT_FALSE(block_kit(message).whole);
    message = answer_of(1);
    message.shown.title = std::string(3'001, 'x');
    EXPECT_FALSE(block_kit(message).whole);
    message = answer_of(1);
    message.shown.add(fields_part{{{"name", "a value"}}});
    EXPECT_TRUE(block_kit(message).whole);
}

} // namespace
} // namespace chatops::slack
