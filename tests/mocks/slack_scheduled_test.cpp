// Messages that are posted later: scheduled, listed, taken back, and there when their time comes.
#include "tests/mocks/slack_office.hpp"

namespace chatops::mocks {
namespace {

class slack_scheduled : public slack_office {
  public:
    [[nodiscard]] std::int64_t now_s() const {
        return std::chrono::duration_cast<std::chrono::seconds>(now.time_since_epoch()).count();
    }
    object schedule(std::int64_t in_s, const std::string& text = "later") {
        return call("chat.scheduleMessage", with({{"channel", "C0ACME0001"},
                                                  {"text", text_value(text)},
                                                  {"post_at", now_s() + in_s}}));
    }
    std::string delete_it(const std::string& id, const std::string& channel = "C0ACME0001") {
        return word(call(
            "chat.deleteScheduledMessage",
            with({{"channel", text_value(channel)}, {"scheduled_message_id", text_value(id)}})));
    }
    /// What is listed: their texts.
    std::string listed(const object& arguments = {}) {
        const object made = call("chat.scheduledMessages.list", arguments);
        EXPECT_EQ(word(made), "ok");
        std::string texts;
        for (const value& each : *array_of(made, "scheduled_messages"))
            texts += std::string(text_of(each.get_object(), "text")) + ' ';
        return texts;
    }
};

TEST_F(slack_scheduled, comes_at_its_time_and_is_told_as_any_message) {
    const object made = schedule(120);
    EXPECT_EQ(word(made), "ok");
    EXPECT_EQ(text_of(made, "scheduled_message_id").substr(0, 1), "Q");
    EXPECT_EQ(made.at("post_at").as_int64(), now_s() + 120);
    EXPECT_EQ(made.at("message").at("type").as_string(), "delayed_message");
    EXPECT_EQ(made.at("message").at("text").as_string(), "later");
    pass(119s);
    EXPECT_EQ(transcript("acme"), "");
    pass(1s);
    EXPECT_EQ(transcript("acme"), "ops: later\n");
    ASSERT_EQ(arrivals.size(), 1U);
    EXPECT_EQ(arrivals[0].json().at("event").at("text").as_string(), "later");
    EXPECT_EQ(listed(), "");
}

TEST_F(slack_scheduled, follows_the_mocks_own_clock) {
    schedule(3'600);
    control("POST", "clock", with({{"advance_s", 3'600}}));
    EXPECT_EQ(transcript("acme"), "ops: later\n");
}

TEST_F(slack_scheduled, refuses_times_and_messages_as_slack_does) {
    const auto at = [&](const value& when) {
        return word(call("chat.scheduleMessage",
                         with({{"channel", "C0ACME0001"}, {"text", "x"}, {"post_at", when}})));
    };
    EXPECT_EQ(at(now_s()), "time_in_past");
    EXPECT_EQ(at("soon"), "invalid_time");
    EXPECT_EQ(at(nullptr), "invalid_arguments");
    EXPECT_EQ(at(now_s() + 120 * 86'400 + 1), "time_too_far");
    EXPECT_EQ(at(text_value(std::to_string(now_s() + 120 * 86'400))), "ok") << "as text, too";
    const value later = now_s() + 60;
    const auto to = [&](const char* channel, const std::string& text) {
        return word(
            call("chat.scheduleMessage",
                 with({{"channel", channel}, {"text", text_value(text)}, {"post_at", later}})));
    };
    EXPECT_EQ(to("C0GENERAL1", "x"), "not_in_channel");
    EXPECT_EQ(to("C0NOTHING1", "x"), "channel_not_found");
    EXPECT_EQ(to("C0ACME0001", ""), "no_text");
    EXPECT_EQ(to("C0ACME0001", std::string(40'001, 'x')), "msg_too_long");
    EXPECT_EQ(word(call("chat.scheduleMessage", with({{"text", "x"}, {"post_at", later}}))),
              "invalid_arguments");
}

TEST_F(slack_scheduled, no_more_than_thirty_come_in_five_minutes) {
    // A minute's calls are limited, too.
    for (int i = 0; i < 30; ++i) {
        EXPECT_EQ(word(schedule(1'000 - 10 * i)), "ok") << i;
        now += 10s;
    }
    EXPECT_EQ(word(schedule(700)), "restricted_too_many");
    EXPECT_EQ(word(schedule(999)), "restricted_too_many");
    EXPECT_EQ(word(schedule(1'000)), "ok") << "in the next five minutes";
    EXPECT_EQ(
        word(call("chat.scheduleMessage",
                  with({{"channel", "C0GLOBEX01"}, {"text", "x"}, {"post_at", now_s() + 700}}))),
        "ok")
        << "in another channel";
}

TEST_F(slack_scheduled, can_be_taken_back_until_a_minute_before) {
    const std::string early(text_of(schedule(61, "early"), "scheduled_message_id"));
    const std::string late(text_of(schedule(60, "late"), "scheduled_message_id"));
    EXPECT_EQ(delete_it(early, "C0GLOBEX01"), "invalid_scheduled_message_id") << "of another place";
    EXPECT_EQ(delete_it(early), "ok");
    EXPECT_EQ(delete_it(early), "invalid_scheduled_message_id") << "it is gone";
    EXPECT_EQ(delete_it(late), "invalid_scheduled_message_id") << "it is on its way";
    EXPECT_EQ(delete_it("Q0NOTHING1"), "invalid_scheduled_message_id");
    EXPECT_EQ(word(call("chat.deleteScheduledMessage", with({{"channel", "C0ACME0001"}}))),
              "invalid_arguments");
    pass(2min);
    EXPECT_EQ(transcript("acme"), "ops: late\n");
}

TEST_F(slack_scheduled, are_listed_the_next_first) {
    schedule(300, "third");
    schedule(100, "first");
    schedule(200, "second");
    call("chat.scheduleMessage",
         with({{"channel", "C0GLOBEX01"}, {"text", "elsewhere"}, {"post_at", now_s() + 150}}));
    EXPECT_EQ(listed(), "first elsewhere second third ");
    EXPECT_EQ(listed(with({{"channel", "C0ACME0001"}})), "first second third ");
    EXPECT_EQ(listed(with({{"oldest", now_s() + 150}, {"latest", now_s() + 200}})),
              "elsewhere second ");
    const object page = call("chat.scheduledMessages.list", with({{"limit", 3}}));
    EXPECT_EQ(array_of(page, "scheduled_messages")->size(), 3U);
    const value next = page.at("response_metadata").at("next_cursor");
    EXPECT_EQ(listed(with({{"limit", 3}, {"cursor", next}})), "third ");
    const auto refused = [&](const object& arguments) {
        return word(call("chat.scheduledMessages.list", arguments));
    };
    EXPECT_EQ(refused(with({{"channel", "C0NOTHING1"}})), "invalid_channel");
    EXPECT_EQ(refused(with({{"cursor", "bm9wZQ=="}})), "invalid_cursor");
    EXPECT_EQ(refused(with({{"oldest", 5}, {"latest", 5}})), "invalid_arguments");
}

TEST_F(slack_scheduled, with_metadata_or_where_the_bot_may_not_post_any_more_never_comes) {
    call("chat.scheduleMessage",
         with({{"channel", "C0ACME0001"},
               {"text", "with metadata"},
               {"post_at", now_s() + 10},
               {"metadata", *json::parse(R"({"event_type":"x","event_payload":{}})")}}));
    schedule(20);
    control("POST", "archive", with({{"channel", "acme"}}));
    pass(1min);
    EXPECT_EQ(transcript("acme"), "");
    EXPECT_EQ(listed(), "");
}

TEST_F(slack_scheduled, is_in_the_state) {
    schedule(60);
    const object state = parsed(request("GET", "/_mock/state"));
    EXPECT_EQ(state.at("scheduled").at(0).at("text").as_string(), "later");
    EXPECT_EQ(state.at("scheduled").at(0).at("channel").as_string(), "acme");
}

} // namespace
} // namespace chatops::mocks
