// Submitted modals, message shortcuts and the home tab, as Slack delivers them.
#include "chatops/core/json.hpp"
#include "chatops/core/limits.hpp"
#include "chatops/slack/submission.hpp"
#include "tests/support/slack_deliveries.hpp"

#include <gtest/gtest.h>

#include <string>

namespace chatops::slack {
namespace {

using support::slack_bot;

const std::string metadata =
    R"({\"command\":\"heroku scale\",\"declaration\":\"d1\",\"channel\":\"C0ACME\",)"
    R"(\"channel_name\":\"acme\",\"thread\":\"\",\"response_url\":\"https://hush\"})";

std::string submission(const std::string& values, const std::string& kept = metadata,
                       const std::string& callback = "chatops_form") {
    return R"({"type":"view_submission","team":{"id":"T0001","domain":"agency"},)"
           R"("user":{"id":"U0LEAD","username":"lead","name":"lead","team_id":"T0001"},)"
           R"("api_app_id":"A0OPS","trigger_id":"1.2.ab","view":{"id":"V0001","type":"modal",)"
           R"("callback_id":")" +
           callback + R"(","private_metadata":")" + kept + R"(","state":{"values":)" + values +
           "}}}";
}

payload read(const std::string& text) {
    return read_interaction(json::parse(text)->get_object(), slack_bot);
}

TEST(submission, is_read_field_by_field) {
    const payload got = read(submission(
        R"({"app":{"app":{"type":"plain_text_input","value":"acme"}},)"
        R"("size":{"size":{"type":"static_select","selected_option":{"value":"large"}}},)"
        R"("kinds":{"kinds":{"selected_options":[{"value":"a"},{"value":"b"}]}},)"
        R"("none":{"none":{"type":"plain_text_input","value":null}},)"
        R"("-flags0":{"-flags0":{"type":"checkboxes","selected_options":[{"value":"wait"}]}}})"));
    const auto* const filled = std::get_if<submitted>(&got);
    ASSERT_NE(filled, nullptr);
    EXPECT_EQ(filled->delivery_key, "slack/view/V0001");
    EXPECT_EQ(filled->who.id, "U0LEAD");
    EXPECT_EQ(filled->who.name, "lead");
    EXPECT_EQ(filled->origin.command, "heroku scale");
    EXPECT_EQ(filled->origin.where.channel, "C0ACME");
    const decltype(filled->fields) expected{
        {"app", {"acme"}}, {"size", {"large"}}, {"kinds", {"a", "b"}}, {"wait", {"yes"}}};
    EXPECT_EQ(filled->fields, expected);
}

TEST(submission, brings_people_and_channels_as_a_line_has_them) {
    const payload got = read(submission(
        R"({"who":{"who":{"type":"users_select","selected_user":"U0DEV"}},)"
        R"("where":{"where":{"type":"conversations_select","selected_conversation":"C0ACME"}},)"
        R"("strange":{"strange":{"type":"users_select","selected_user":"U0> <!here"}}})"));
    const decltype(submitted::fields) expected{{"who", {"<@U0DEV>"}}, {"where", {"<#C0ACME>"}}};
    EXPECT_EQ(std::get<submitted>(got).fields, expected);
}

TEST(suggestion, is_what_is_typed_in_which_field_of_what_stands_there) {
    const payload got = read(support::suggestion_text("ac"));
    const auto* const typed = std::get_if<half_filled>(&got);
    ASSERT_NE(typed, nullptr);
    EXPECT_EQ(typed->who.id, "U0LEAD");
    EXPECT_EQ(typed->origin.command, "heroku scale");
    EXPECT_EQ(typed->field, "app");
    EXPECT_EQ(typed->typed, "ac");
    const decltype(typed->fields) expected{{"size", {"large"}}};
    EXPECT_EQ(typed->fields, expected);
}

TEST(suggestion, of_others_is_ignored_and_nonsense_refused) {
    const auto changed = [](const std::string& old, const std::string& now) {
        std::string text = support::suggestion_text("ac");
        text.replace(text.find(old), old.size(), now);
        return read(text);
    };
    EXPECT_TRUE(std::holds_alternative<ignored>(changed("chatops_form", "another")));
    EXPECT_TRUE(std::holds_alternative<ignored>(changed("T0001", "T0002")));
    EXPECT_EQ(std::get<refused>(changed("\"block_id\"", "\"block\"")).why, "missing field");
    EXPECT_EQ(std::get<refused>(changed("U0LEAD", "no one!")).why, "missing field");
    EXPECT_EQ(std::get<refused>(read(support::suggestion_text(std::string(3'001, 'a')))).status,
              413);
}

TEST(submission, of_others_is_ignored_and_nonsense_refused) {
    EXPECT_TRUE(std::holds_alternative<ignored>(read(submission("{}", metadata, "another"))));
    EXPECT_EQ(std::get<refused>(read(submission("{}", "no json"))).why, "malformed metadata");
    EXPECT_EQ(std::get<refused>(read(R"({"type":"view_submission","team":{"id":"T0001"}})")).why,
              "missing view");
    EXPECT_TRUE(std::holds_alternative<ignored>(
        read(R"({"type":"view_submission","team":{"id":"T0002"},"view":{}})")));
    EXPECT_TRUE(std::holds_alternative<submitted>(read(submission(R"([1,2])"))));
    EXPECT_TRUE(std::holds_alternative<submitted>(read(submission(R"({"a":1,"b":{"b":[]}})"))));
    const std::string long_text(limits::line_bytes + 1, 'a');
    EXPECT_EQ(
        std::get<refused>(read(submission(R"({"app":{"app":{"value":")" + long_text + R"("}}})")))
            .status,
        413);
}

TEST(shortcut, brings_what_the_message_says_and_where_it_is) {
    const payload got = read(
        R"({"type":"message_action","callback_id":"chatops_about_this","team":{"id":"T0001"},)"
        R"("user":{"id":"U0LEAD","name":"lead"},"channel":{"id":"C0ACME","name":"acme"},)"
        R"("trigger_id":"1.2.ab","response_url":"https://hush","message":{"ts":"1700.0001",)"
        R"("text":"Alert &amp; more","attachments":[{"title":"acme","fields":[{"title":"Dyno",)"
        R"("value":"web.1"}]}],"blocks":[{"type":"section","text":{"type":"mrkdwn",)"
        R"("text":"<https://x.example|acme-staging>"}}]}})");
    const auto* const at = std::get_if<pointed_at>(&got);
    ASSERT_NE(at, nullptr);
    EXPECT_EQ(at->text, "Alert & more acme-staging acme Dyno web.1");
    EXPECT_EQ(at->where.channel, "C0ACME");
    EXPECT_EQ(at->where.thread, "1700.0001") << "the answer goes into the message's thread";
    EXPECT_EQ(at->trigger.reveal(), "1.2.ab");
}

TEST(shortcut, of_others_is_ignored_and_nonsense_refused) {
    EXPECT_TRUE(std::holds_alternative<ignored>(
        read(R"({"type":"message_action","callback_id":"else","team":{"id":"T0001"}})")));
    EXPECT_TRUE(std::holds_alternative<refused>(read(
        R"({"type":"message_action","callback_id":"chatops_about_this","team":{"id":"T0001"}})")));
    EXPECT_TRUE(std::holds_alternative<refused>(
        read(R"({"type":"message_action","callback_id":"chatops_about_this","message":{}})")));
    // However deep and long it is, it is read to its limit.
    const std::string text(100'000, 'a');
    const auto message = json::parse(R"({"text":")" + text + R"("})");
    EXPECT_EQ(words_of_message(message->get_object()).size(), limits::slack_pointed_bytes);
}

TEST(home, is_opened_by_its_tab_alone) {
    const auto open = [](const std::string& event) {
        return read_event(json::parse(support::event_text(event))->get_object(), slack_bot);
    };
    const payload got = open(R"({"type":"app_home_opened","user":"U0LEAD","tab":"home"})");
    EXPECT_EQ(std::get<opened_home>(got).who.id, "U0LEAD");
    EXPECT_TRUE(std::holds_alternative<ignored>(
        open(R"({"type":"app_home_opened","user":"U0LEAD","tab":"messages"})")));
    EXPECT_TRUE(
        std::holds_alternative<refused>(open(R"({"type":"app_home_opened","tab":"home"})")));
}

TEST(home, a_button_on_it_has_no_channel) {
    const payload got = read(
        R"({"type":"block_actions","team":{"id":"T0001"},"user":{"id":"U0LEAD","name":"lead"},)"
        R"("trigger_id":"1.2.ab","container":{"type":"view","view_id":"V1"},"view":{"type":"home"},)"
        R"("actions":[{"type":"button","action_id":"confirm:yes","value":"r4nd0m"}]})");
    const auto* const press = std::get_if<clicked>(&got);
    ASSERT_NE(press, nullptr);
    EXPECT_EQ(press->run.text, "r4nd0m");
    EXPECT_EQ(press->where.channel, "");
}

} // namespace
} // namespace chatops::slack
