// What people say, and what the app hears of it.
#include "tests/mocks/slack_office.hpp"

namespace chatops::mocks {
namespace {

using slack_people = slack_office;

TEST_F(slack_people, a_mention_arrives_as_a_mention_and_as_a_message_with_one_ts) {
    const std::string ts = say("lead", "acme", "@ops heroku ps acme");

    EXPECT_EQ(transcript("acme"), "lead: <@U0OPSBOT01> heroku ps acme\n");
    ASSERT_EQ(arrivals.size(), 2U);
    const object mention = arrivals[0].json();
    const object message = arrivals[1].json();
    EXPECT_EQ(text_of(mention, "type"), "event_callback");
    EXPECT_EQ(text_of(*object_of(mention, "event"), "type"), "app_mention");
    EXPECT_EQ(text_of(*object_of(message, "event"), "type"), "message");
    EXPECT_EQ(text_of(*object_of(message, "event"), "channel_type"), "channel");
    EXPECT_EQ(text_of(*object_of(mention, "event"), "ts"), ts);
    EXPECT_EQ(text_of(*object_of(message, "event"), "ts"), ts);
    EXPECT_NE(text_of(mention, "event_id"), text_of(message, "event_id"));
    EXPECT_EQ(text_of(*object_of(mention, "event"), "user"), "U0LEAD0001");
    EXPECT_EQ(text_of(*object_of(mention, "event"), "channel"), "C0ACME0001");
    EXPECT_EQ(text_of(mention, "api_app_id"), "A0OPSAPP01");
    EXPECT_EQ(text_of(mention, "team_id"), "T0AGENCY01");
}

TEST_F(slack_people, what_they_type_is_marked_up_as_slack_stores_it) {
    say("dev", "ops",
        "hey @lead: see #acme & https://status.example/x?a=1&b=2 <now> bob@ops.example");

    EXPECT_EQ(transcript("ops"),
              "dev: hey <@U0LEAD0001>: see <#C0ACME0001|acme> &amp; "
              "<https://status.example/x?a=1&amp;b=2> &lt;now&gt; bob@ops.example\n");
    const object event = *object_of(arrivals.at(0).json(), "event");
    const array& elements = event.at("blocks")
                                .as_array()
                                .at(0)
                                .at("elements")
                                .as_array()
                                .at(0)
                                .at("elements")
                                .as_array();
    EXPECT_EQ(elements.at(1).at("user_id").as_string(), "U0LEAD0001");
    EXPECT_EQ(elements.at(4).at("text").as_string(), " & ");
}

TEST_F(slack_people, markup_that_is_there_already_stays) {
    say("dev", "ops", "<@U0OPSBOT01> help");
    EXPECT_EQ(transcript("ops"), "dev: <@U0OPSBOT01> help\n");
    EXPECT_EQ(arrivals.size(), 2U);
}

TEST_F(slack_people, in_direct_messages_there_is_no_mention) {
    say("pm", "@ops", "@ops help");

    EXPECT_EQ(transcript("@pm"), "pm: <@U0OPSBOT01> help\n");
    ASSERT_EQ(arrivals.size(), 1U);
    const object event = *object_of(arrivals[0].json(), "event");
    EXPECT_EQ(text_of(event, "channel_type"), "im");
    EXPECT_EQ(text_of(event, "channel").front(), 'D');
}

TEST_F(slack_people, where_the_bot_is_not_it_hears_nothing_and_the_person_is_told) {
    say("lead", "general", "@ops help");

    EXPECT_TRUE(arrivals.empty());
    EXPECT_EQ(transcript("general"),
              "lead: <@U0OPSBOT01> help\n"
              "slackbot -> lead: You mentioned <@U0OPSBOT01>, but they’re not in this channel.\n");
}

TEST_F(slack_people, a_reply_names_its_thread_and_who_began_it) {
    const std::string first = say("lead", "acme", "the site is slow");
    const std::string second = say("dev", "acme", "looking", first);
    say("pm", "acme", "thanks", second);

    const object reply = *object_of(arrivals.at(2).json(), "event");
    EXPECT_EQ(text_of(reply, "thread_ts"), first);
    EXPECT_EQ(text_of(reply, "parent_user_id"), "U0LEAD0001");
    const auto shown = world.slack().messages("acme");
    EXPECT_EQ(shown->at(1).thread_ts, first);
}

TEST_F(slack_people, the_times_of_messages_are_unique_and_grow) {
    const std::string one = say("lead", "acme", "one");
    const std::string two = say("lead", "globex", "two");
    const std::string three = say("lead", "acme", "three");
    EXPECT_EQ(one, "1700000000.000000");
    EXPECT_LT(one, two);
    EXPECT_LT(two, three);
}

TEST_F(slack_people, who_or_what_is_not_there_is_named) {
    const auto error = [&](const object& body) {
        const object made = control("POST", "say", body);
        return std::string(text_of(made, "error")) + ": " + std::string(text_of(made, "message"));
    };
    EXPECT_EQ(error(with({{"user", "bob"}, {"channel", "acme"}, {"text", "x"}})),
              "unknown_user: There is no user 'bob' here.");
    EXPECT_EQ(error(with({{"user", "lead"}, {"channel", "nope"}, {"text", "x"}})),
              "unknown_channel: There is no channel 'nope' here.");
    EXPECT_EQ(error(with({{"user", "lead"}, {"channel", "acme"}, {"text", " "}})),
              "no_text: There is nothing in `text`.");
    EXPECT_EQ(
        error(with({{"user", "lead"}, {"channel", "acme"}, {"text", "x"}, {"thread_ts", "1.2"}})),
        "unknown_thread: There is no message 1.2 in that channel.");
    EXPECT_EQ(request("POST", "/_mock/say", "not json").status, 400);
    EXPECT_EQ(request("GET", "/_mock/messages?channel=nope").status, 400);
    EXPECT_EQ(request("GET", "/_mock/say").status, 405);
    EXPECT_EQ(request("GET", "/_mock/nothing").status, 404);
}

TEST_F(slack_people, messages_can_be_read_as_json_oldest_first) {
    control("POST", "say",
            with({{"user", "U0LEAD0001"}, {"channel", "C0ACME0001"}, {"text", "a"}}));
    control("POST", "say", with({{"user", "@dev"}, {"channel", "#acme"}, {"text", "b"}}));
    const auto read = json::parse(request("GET", "/_mock/messages?channel=%23acme").body);
    ASSERT_TRUE(read && read->is_array());
    ASSERT_EQ(read->as_array().size(), 2U);
    EXPECT_EQ(read->as_array()[0].at("user").as_string(), "lead");
    EXPECT_EQ(read->as_array()[1].at("text").as_string(), "b");
    EXPECT_EQ(read->as_array()[1].at("channel").as_string(), "acme");
}

} // namespace
} // namespace chatops::mocks
