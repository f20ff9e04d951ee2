// Messages of the bot: posted, changed, deleted, found again, and refused.
#include "tests/mocks/slack_office.hpp"

namespace chatops::mocks {
namespace {

class slack_messages : public slack_office {
  public:
    std::string post(const object& arguments) {
        const object made = call("chat.postMessage", arguments);
        EXPECT_EQ(word(made), "ok") << boost::json::serialize(made);
        settle();
        now += 1s;
        return std::string(text_of(made, "ts"));
    }

    static array section(const std::string& text) {
        const auto read =
            json::parse(R"([{"type":"section","text":{"type":"mrkdwn","text":"x"}}])");
        array made = read->get_array();
        made[0].get_object()["text"].get_object()["text"] = text_value(text);
        return made;
    }

    object try_blocks(const std::string& blocks) {
        now += 1s;
        return call(
            "chat.postMessage",
            with({{"channel", "C0ACME0001"}, {"text", "x"}, {"blocks", text_value(blocks)}}));
    }

    /// The first complaint, without its `[ERROR] `.
    std::string complaint(const std::string& blocks) {
        const object made = try_blocks(blocks);
        if (word(made) != "invalid_blocks") return word(made);
        const std::string text =
            made.at("response_metadata").at("messages").as_array().back().as_string().c_str();
        return text.substr(std::string("[ERROR] ").size());
    }
};

TEST_F(slack_messages, are_posted_and_come_back_as_events) {
    const object made =
        call("chat.postMessage", with({{"channel", "C0ACME0001"}, {"text", "Hello."}}));
    settle();
    EXPECT_EQ(text_of(made, "channel"), "C0ACME0001");
    EXPECT_EQ(text_of(made, "ts"), "1700000000.000000");
    EXPECT_EQ(made.at("message").at("bot_id").as_string(), "B0OPSBOT01");
    EXPECT_EQ(made.at("message").at("app_id").as_string(), "A0OPSAPP01");
    ASSERT_EQ(arrivals.size(), 1U);
    EXPECT_EQ(text_of(*object_of(arrivals[0].json(), "event"), "bot_id"), "B0OPSBOT01");
}

TEST_F(slack_messages, can_be_posted_by_a_channels_name_or_to_a_person) {
    post(with({{"channel", "#acme"}, {"text", "by name"}}));
    const object direct =
        call("chat.postMessage", with({{"channel", "U0PM000001"}, {"text", "to you"}}));
    EXPECT_EQ(text_of(direct, "channel").front(), 'D');
    EXPECT_EQ(transcript("acme"), "ops: by name\n");
    EXPECT_EQ(transcript("@pm"), "ops: to you\n");
}

TEST_F(slack_messages, in_a_thread_belong_to_its_first_message) {
    const std::string first = say("lead", "acme", "@ops deploy");
    post(with({{"channel", "C0ACME0001"}, {"text", "on it"}, {"thread_ts", text_value(first)}}));
    post(with({{"channel", "C0ACME0001"},
               {"text", "done"},
               {"thread_ts", text_value(first)},
               {"reply_broadcast", true}}));
    const object thread =
        call("conversations.replies", with({{"channel", "C0ACME0001"}, {"ts", text_value(first)}}));
    const array& messages = *array_of(thread, "messages");
    ASSERT_EQ(messages.size(), 3U);
    EXPECT_EQ(messages[0].at("reply_count").as_int64(), 2);
    EXPECT_EQ(messages[1].at("thread_ts").as_string(), first);
    EXPECT_EQ(messages[2].at("subtype").as_string(), "thread_broadcast");
    // The history has the thread's beginning, and what was broadcast.
    EXPECT_EQ(array_of(call("conversations.history", with({{"channel", "C0ACME0001"}})), "messages")
                  ->size(),
              2U);
    EXPECT_EQ(
        word(call("conversations.replies", with({{"channel", "C0ACME0001"}, {"ts", "1.000000"}}))),
        "thread_not_found");
}

TEST_F(slack_messages, are_changed_and_the_change_is_told) {
    const std::string ts = post(
        with({{"channel", "C0ACME0001"}, {"text", "working"}, {"blocks", section("working")}}));
    arrivals.clear();
    const object changed = call("chat.update", with({{"channel", "C0ACME0001"},
                                                     {"ts", text_value(ts)},
                                                     {"text", "done"},
                                                     {"blocks", section("done")}}));
    settle();
    EXPECT_EQ(word(changed), "ok");
    EXPECT_EQ(transcript("acme"), "ops: done\n");
    const object event = *object_of(arrivals.at(0).json(), "event");
    EXPECT_EQ(text_of(event, "subtype"), "message_changed");
    EXPECT_TRUE(is_true(event, "hidden"));
    EXPECT_EQ(event.at("message").at("text").as_string(), "done");
    EXPECT_EQ(event.at("previous_message").at("text").as_string(), "working");
    EXPECT_EQ(event.at("message").at("ts").as_string(), ts);
}

TEST_F(slack_messages, a_text_alone_takes_the_blocks_away_and_marks_the_message_as_edited) {
    const std::string ts =
        post(with({{"channel", "C0ACME0001"}, {"text", "x"}, {"blocks", section("x")}}));
    const auto blocks_left = [&] { return world.slack().messages("acme")->at(0).blocks.size(); };
    call("chat.update",
         with({{"channel", "C0ACME0001"}, {"ts", text_value(ts)}, {"blocks", section("y")}}));
    EXPECT_EQ(blocks_left(), 1U);
    EXPECT_FALSE(world.slack().messages("acme")->at(0).is_edited);
    call("chat.update",
         with({{"channel", "C0ACME0001"}, {"ts", text_value(ts)}, {"text", "plain"}}));
    EXPECT_EQ(blocks_left(), 0U);
    EXPECT_TRUE(world.slack().messages("acme")->at(0).is_edited);
}

TEST_F(slack_messages, of_others_or_that_are_not_there_cannot_be_changed) {
    const std::string theirs = say("lead", "acme", "mine");
    const auto update = [&](const std::string& ts, const std::string& text) {
        return word(call(
            "chat.update",
            with({{"channel", "C0ACME0001"}, {"ts", text_value(ts)}, {"text", text_value(text)}})));
    };
    EXPECT_EQ(update(theirs, "x"), "cant_update_message");
    EXPECT_EQ(update("1.000000", "x"), "message_not_found");
    const std::string ts = post(with({{"channel", "C0ACME0001"}, {"text", "x"}}));
    EXPECT_EQ(update(ts, std::string(4'000, 'a')), "ok");
    EXPECT_EQ(update(ts, std::string(4'001, 'a')), "msg_too_long");
    EXPECT_EQ(update(ts, ""), "no_text");
    EXPECT_EQ(
        word(call("chat.delete", with({{"channel", "C0ACME0001"}, {"ts", text_value(theirs)}}))),
        "cant_delete_message");
}

TEST_F(slack_messages, are_deleted_and_that_is_told) {
    const std::string ts = post(with({{"channel", "C0ACME0001"}, {"text", "oops"}}));
    arrivals.clear();
    EXPECT_EQ(word(call("chat.delete", with({{"channel", "C0ACME0001"}, {"ts", text_value(ts)}}))),
              "ok");
    settle();
    EXPECT_EQ(transcript("acme"), "");
    const object event = *object_of(arrivals.at(0).json(), "event");
    EXPECT_EQ(text_of(event, "subtype"), "message_deleted");
    EXPECT_EQ(text_of(event, "deleted_ts"), ts);
}

TEST_F(slack_messages, for_one_person_are_in_no_history_and_cannot_be_changed) {
    const object made =
        call("chat.postEphemeral",
             with({{"channel", "C0ACME0001"}, {"user", "U0DEV00001"}, {"text", "psst"}}));
    EXPECT_EQ(word(made), "ok");
    const std::string ts(text_of(made, "message_ts"));
    EXPECT_EQ(member(made, "ts"), nullptr);
    EXPECT_EQ(transcript("acme"), "ops -> dev: psst\n");
    EXPECT_TRUE(
        array_of(call("conversations.history", with({{"channel", "C0ACME0001"}})), "messages")
            ->empty());
    EXPECT_EQ(word(call("chat.update",
                        with({{"channel", "C0ACME0001"}, {"ts", text_value(ts)}, {"text", "x"}}))),
              "message_not_found");
    EXPECT_EQ(word(call("chat.postEphemeral",
                        with({{"channel", "C0ACME0001"}, {"user", "U0NOBODY01"}, {"text", "x"}}))),
              "user_not_in_channel");
}

TEST_F(slack_messages, carry_metadata_which_history_shows_when_asked) {
    const auto metadata = json::parse(R"({"event_type":"run","event_payload":{"id":"42"}})");
    post(with({{"channel", "C0ACME0001"}, {"text", "x"}, {"metadata", *metadata}}));
    const object brief = call("conversations.history", with({{"channel", "C0ACME0001"}}));
    EXPECT_FALSE(array_of(brief, "messages")->at(0).get_object().contains("metadata"));
    const object whole = call("conversations.history",
                              with({{"channel", "C0ACME0001"}, {"include_all_metadata", true}}));
    EXPECT_EQ(array_of(whole, "messages")->at(0).at("metadata"), *metadata);

    const auto refused = [&](const std::string& given) {
        return word(call(
            "chat.postMessage",
            with({{"channel", "C0GLOBEX01"}, {"text", "x"}, {"metadata", text_value(given)}})));
    };
    EXPECT_EQ(refused(R"({"event_type":"run"})"), "invalid_metadata_format");
    EXPECT_EQ(refused("nope"), "invalid_metadata_format");
    EXPECT_EQ(
        refused(R"({"event_type":"run","event_payload":{"a":")" + std::string(8'000, 'a') + "\"}}"),
        "metadata_too_large");
}

TEST_F(slack_messages, history_is_newest_first_in_pages_and_between_bounds) {
    std::vector<std::string> ts;
    for (int i = 0; i < 5; ++i)
        ts.push_back(
            post(with({{"channel", "C0ACME0001"}, {"text", text_value(std::to_string(i))}})));
    const auto texts = [](const object& answer) {
        std::string made;
        for (const value& each : *array_of(answer, "messages"))
            made += each.at("text").as_string().c_str();
        return made;
    };
    const object first =
        call("conversations.history", with({{"channel", "C0ACME0001"}, {"limit", 3}}));
    EXPECT_EQ(texts(first), "432");
    EXPECT_TRUE(is_true(first, "has_more"));
    const std::string cursor = first.at("response_metadata").at("next_cursor").as_string().c_str();
    EXPECT_EQ(cursor.back(), '=') << "cursors are base64";
    EXPECT_EQ(texts(call(
                  "conversations.history",
                  with({{"channel", "C0ACME0001"}, {"limit", 3}, {"cursor", text_value(cursor)}}))),
              "10");
    const auto between = [&](bool inclusive) {
        return texts(call("conversations.history", with({{"channel", "C0ACME0001"},
                                                         {"oldest", text_value(ts[1])},
                                                         {"latest", text_value(ts[3])},
                                                         {"inclusive", inclusive}})));
    };
    EXPECT_EQ(between(false), "2");
    EXPECT_EQ(between(true), "321");
    EXPECT_EQ(
        word(call("conversations.history", with({{"channel", "C0ACME0001"}, {"oldest", "x"}}))),
        "invalid_ts_oldest");
    EXPECT_EQ(
        word(call("conversations.history", with({{"channel", "C0ACME0001"}, {"limit", 1'000}}))),
        "invalid_limit");
    EXPECT_EQ(word(call("conversations.history", with({{"channel", "C0GENERAL1"}}))),
              "not_in_channel");
}

TEST_F(slack_messages, without_anything_to_show_are_refused) {
    const auto posted = [&](const object& more) {
        object all = more;
        all["channel"] = "C0ACME0001";
        now += 1s;
        return word(call("chat.postMessage", all));
    };
    EXPECT_EQ(posted({}), "no_text");
    EXPECT_EQ(posted(with({{"text", ""}, {"blocks", array()}})), "no_text");
    EXPECT_EQ(posted(with({{"text", "x"}, {"blocks", "no json"}})), "invalid_blocks_format");
    EXPECT_EQ(posted(with({{"text", "x"}, {"attachments", array(101)}})), "too_many_attachments");
    EXPECT_EQ(posted(with({{"text", "x"}, {"markdown_text", "y"}})), "markdown_text_conflict");
    EXPECT_EQ(posted(with({{"text", "x"}, {"thread_ts", "1.000000"}})), "cannot_reply_to_message");
    EXPECT_EQ(posted(with({{"text", "x"}, {"thread_ts", "x"}})), "invalid_thread_ts");
}

TEST_F(slack_messages, a_long_text_is_cut_and_the_caller_warned) {
    std::string text;
    for (int i = 0; i < 40'001; ++i) text += "é";
    const object made =
        call("chat.postMessage", with({{"channel", "C0ACME0001"}, {"text", text_value(text)}}));
    EXPECT_EQ(text_of(made, "warning"), "message_truncated");
    EXPECT_EQ(made.at("response_metadata").at("warnings").at(0).as_string(), "message_truncated");
    EXPECT_EQ(characters(made.at("message").at("text").as_string().c_str()), 40'000U);
}

TEST_F(slack_messages, blocks_are_checked_and_the_place_named) {
    const auto text = [](const std::string& type, std::size_t length) {
        return R"({"type":")" + type + R"(","text":")" + std::string(length, 'a') + "\"}";
    };
    const auto button = [&](const std::string& label, const std::string& more = {}) {
        return R"({"type":"button","text":)" + label + R"(,"action_id":"a")" + more + "}";
    };
    EXPECT_EQ(complaint(R"([{"type":"section","text":)" + text("mrkdwn", 3'000) + "}]"), "ok");
    EXPECT_EQ(complaint(R"([{"type":"section","text":)" + text("mrkdwn", 3'001) + "}]"),
              "must be less than 3001 characters [json-pointer:/blocks/0/text/text]");
    EXPECT_EQ(complaint(R"([{"type":"divider"},{"type":"header","text":)" +
                        text("plain_text", 151) + "}]"),
              "must be less than 151 characters [json-pointer:/blocks/1/text/text]");
    EXPECT_EQ(complaint(R"([{"type":"header","text":)" + text("mrkdwn", 5) + "}]"),
              "must be `plain_text` [json-pointer:/blocks/0/text/type]");
    EXPECT_EQ(complaint(R"([{"type":"nope"}])"), "unsupported type: nope [json-pointer:/blocks/0]");
    EXPECT_EQ(complaint(R"([{"type":"section"}])"),
              "missing required field: text [json-pointer:/blocks/0]");
    EXPECT_EQ(complaint(R"([{"type":"actions","elements":[]}])"),
              "must contain at least 1 items [json-pointer:/blocks/0/elements]");
    EXPECT_EQ(
        complaint(R"([{"type":"actions","elements":[)" + button(text("plain_text", 76)) + "]}]"),
        "must be less than 76 characters [json-pointer:/blocks/0/elements/0/text/text]");
    EXPECT_EQ(complaint(R"([{"type":"actions","elements":[)" + button(text("plain_text", 5)) + "," +
                        button(text("plain_text", 5)) + "]}]"),
              "`action_id` must be unique [json-pointer:/blocks/0/elements/1/action_id]");
    EXPECT_EQ(complaint(R"([{"type":"actions","elements":[)" +
                        button(text("plain_text", 5), R"(,"style":"red")") + "]}]"),
              "must be a valid enum value [json-pointer:/blocks/0/elements/0/style]");
    EXPECT_EQ(
        complaint(R"([{"type":"actions","elements":[)" +
                  button(text("plain_text", 5), R"(,"confirm":{"title":)" + text("plain_text", 5) +
                                                    R"(,"text":)" + text("mrkdwn", 301) +
                                                    R"(,"confirm":)" + text("plain_text", 3) +
                                                    R"(,"deny":)" + text("plain_text", 3) + "}") +
                  "]}]"),
        "must be less than 301 characters [json-pointer:/blocks/0/elements/0/confirm/text/text]");
    EXPECT_EQ(complaint(R"([{"type":"divider","block_id":"a"},{"type":"divider","block_id":"a"}])"),
              "`block_id` must be unique [json-pointer:/blocks/1/block_id]");
    EXPECT_EQ(complaint(R"([{"type":"context","elements":[)" + text("mrkdwn", 0) + "]}]"),
              "must be more than 0 characters [json-pointer:/blocks/0/elements/0/text]");
}

TEST_F(slack_messages, blocks_are_counted) {
    const auto dividers = [](int count) {
        std::string made = "[";
        for (int i = 0; i < count; ++i)
            made += std::string(i == 0 ? "" : ",") + R"({"type":"divider"})";
        return made + "]";
    };
    EXPECT_EQ(complaint(dividers(50)), "ok");
    EXPECT_EQ(complaint(dividers(51)), "no more than 50 items allowed [json-pointer:/blocks]");
    std::string many = "[";
    for (int i = 0; i < 5; ++i)
        many += std::string(i == 0 ? "" : ",") +
                R"({"type":"section","text":{"type":"mrkdwn","text":")" + std::string(2'700, 'a') +
                "\"}}";
    EXPECT_EQ(complaint(many + "]"), "msg_blocks_too_long");
}

TEST_F(slack_messages, are_refused_in_an_archived_channel_until_it_is_taken_out_again) {
    const std::string ts = post(with({{"channel", "C0ACME0001"}, {"text", "before"}}));
    control("POST", "archive", with({{"channel", "acme"}}));
    const object again = with({{"channel", "C0ACME0001"}, {"text", "x"}});
    EXPECT_EQ(word(call("chat.postMessage", again)), "is_archived");
    EXPECT_EQ(word(call("chat.update",
                        with({{"channel", "C0ACME0001"}, {"ts", text_value(ts)}, {"text", "y"}}))),
              "is_inactive");
    EXPECT_EQ(word(call("conversations.join", with({{"channel", "C0ACME0001"}}))), "is_archived");
    const object info = call("conversations.info", with({{"channel", "C0ACME0001"}}));
    EXPECT_TRUE(info.at("channel").at("is_archived").as_bool());
    EXPECT_EQ(word(call("conversations.history", with({{"channel", "C0ACME0001"}}))), "ok")
        << "it can still be read";
    const object others = call("conversations.list", with({{"exclude_archived", "true"}}));
    for (const auto& each : *array_of(others, "channels")) EXPECT_NE(each.at("name"), "acme");
    control("POST", "archive", object{{"channel", "acme"}, {"archived", false}});
    EXPECT_EQ(word(call("chat.postMessage", again)), "ok");
}

TEST_F(slack_messages, take_reactions_and_have_links) {
    const std::string ts = say("lead", "acme", "@ops deploy");
    const object reaction =
        with({{"channel", "C0ACME0001"}, {"timestamp", text_value(ts)}, {"name", "eyes"}});
    EXPECT_EQ(word(call("reactions.add", reaction)), "ok");
    EXPECT_EQ(word(call("reactions.add", reaction)), "already_reacted");
    EXPECT_EQ(word(call("reactions.add", with({{"name", "eyes"}}))), "no_item_specified");
    EXPECT_EQ(word(call("reactions.add",
                        with({{"channel", "C0ACME0001"}, {"timestamp", "x"}, {"name", "eyes"}}))),
              "bad_timestamp");
    EXPECT_EQ(word(call("reactions.add", with({{"channel", "C0ACME0001"},
                                               {"timestamp", text_value(ts)},
                                               {"name", "no such"}}))),
              "invalid_name");
    const object history = call("conversations.history", with({{"channel", "C0ACME0001"}}));
    EXPECT_EQ(array_of(history, "messages")->at(0).at("reactions").at(0).at("count").as_int64(), 1);
    EXPECT_EQ(text_of(call("chat.getPermalink",
                           with({{"channel", "C0ACME0001"}, {"message_ts", text_value(ts)}})),
                      "permalink"),
              "https://agency.slack.com/archives/C0ACME0001/p1700000000000000");
}

} // namespace
} // namespace chatops::mocks
