// Every delivery is said, pressed, ignored or refused; every duplicate has its original's key.
#include "chatops/core/json.hpp"
#include "chatops/core/limits.hpp"
#include "chatops/core/random.hpp"
#include "chatops/slack/payload.hpp"
#include "tests/support/slack_deliveries.hpp"

#include <gtest/gtest.h>

#include <set>
#include <string>

namespace chatops::slack {
namespace {

using namespace support;

std::string what_of(const payload& read) {
    if (const auto* const nothing = std::get_if<ignored>(&read))
        return "ignored: " + std::string(nothing->why);
    if (const auto* const wrong = std::get_if<refused>(&read))
        return std::to_string(wrong->status) + ": " + std::string(wrong->why);
    if (std::holds_alternative<said>(read)) return "said";
    return std::holds_alternative<clicked>(read) ? "clicked" : "handshake";
}

payload event_of(const std::string& event) { return read_event_text(event_text(event), slack_bot); }

/// A message event with members changed: `with` is JSON without its braces.
std::string message_with(const std::string& with) {
    return R"({"type":"message","channel_type":"im",)" + with +
           R"(,"user":"U0DEV","text":"help","ts":"1.2","channel":"D0DEV"})";
}

TEST(a_slash_command, is_said_by_someone_somewhere) {
    const auto read =
        read_command_form(form_encode(command_fields("heroku ps --app acme")), slack_bot);
    const said& line = std::get<said>(read);
    EXPECT_EQ(line.text, "heroku ps --app acme");
    EXPECT_EQ(line.who.id, "U0LEAD");
    EXPECT_EQ(line.who.name, "lead");
    EXPECT_EQ(line.where.channel, "C0ACME");
    EXPECT_EQ(line.where.channel_name, "acme");
    EXPECT_EQ(line.where.thread, "");
    EXPECT_EQ(line.way, answer_way::in_response);
    EXPECT_EQ(line.response_url.reveal(), "https://hooks.slack.com/commands/T0001/1/hush");
    EXPECT_EQ(line.delivery_key, "slack/command/13345224609.738474920.8088930838d88f008e0");
}

TEST(a_slash_command, has_its_markup_undone) {
    const auto text = [](const std::string& typed) {
        return std::get<said>(read_command_form(form_encode(command_fields(typed)), slack_bot))
            .text;
    };
    EXPECT_EQ(text("give <@U1|ann> &lt;3"), "give @ann <3");
    EXPECT_EQ(text("/ops help"), "help");
    EXPECT_EQ(text("  spaced  "), "spaced");
    EXPECT_EQ(text(""), "");
    EXPECT_EQ(text("“quoted” —app ünï"), "“quoted” —app ünï");
}

TEST(a_slash_command, names_no_channel_where_slack_names_none) {
    for (const char* const name : {"directmessage", "privategroup"}) {
        form fields = command_fields("help");
        fields[4].second = name;
        EXPECT_EQ(
            std::get<said>(read_command_form(form_encode(fields), slack_bot)).where.channel_name,
            "");
    }
}

TEST(a_slash_command, lacking_what_we_need_is_refused) {
    for (const char* const name : {"user_id", "channel_id", "trigger_id"}) {
        form fields = command_fields("help");
        for (auto& each : fields)
            if (each.first == name) each.second.clear();
        EXPECT_EQ(what_of(read_command_form(form_encode(fields), slack_bot)), "400: missing field")
            << name;
        for (auto& each : fields)
            if (each.first == name) each.second = "a/b";
        EXPECT_EQ(what_of(read_command_form(form_encode(fields), slack_bot)), "400: missing field")
            << name;
    }
    EXPECT_EQ(what_of(read_command_form("", slack_bot)), "400: missing field");
    EXPECT_EQ(what_of(read_command_form("text=%zz", slack_bot)),
              "400: a field is not percent-encoded UTF-8");
    EXPECT_EQ(what_of(read_command_form("text=%ff", slack_bot)),
              "400: a field is not percent-encoded UTF-8");
    EXPECT_EQ(
        what_of(read_command_form(
            form_encode(command_fields(std::string(limits::line_bytes + 1, 'x'))), slack_bot)),
        "413: line too long");
}

TEST(a_slash_command, of_another_workspace_is_not_ours) {
    form fields = command_fields("help");
    fields[1].second = "T0002";
    EXPECT_EQ(what_of(read_command_form(form_encode(fields), slack_bot)),
              "ignored: another workspace");
    EXPECT_EQ(
        what_of(read_command_form(form_encode(fields), identity{"", "U0BOT", "B0BOT", "ops"})),
        "said");
}

TEST(ssl_check, smuggles_nothing_in) {
    form fields = command_fields("heroku restart acme");
    fields.emplace_back("ssl_check", "1");
    EXPECT_EQ(what_of(read_command_form(form_encode(fields), slack_bot)), "ignored: ssl_check");
}

TEST(a_mention, is_said_without_the_bots_name) {
    const auto read = event_of(mention_event);
    const said& line = std::get<said>(read);
    EXPECT_EQ(line.text, "heroku ps & more");
    EXPECT_EQ(line.who.id, "U0DEV");
    EXPECT_EQ(line.where.channel, "C0ACME");
    EXPECT_EQ(line.way, answer_way::by_message);
    EXPECT_TRUE(line.response_url.empty());
}

TEST(a_mention, comes_twice_with_one_key) {
    const auto first = read_event_text(event_text(mention_event, "Ev0001"), slack_bot);
    const auto retried = read_event_text(event_text(mention_event, "Ev0001"), slack_bot);
    const auto as_message = read_event_text(event_text(message_of_mention, "Ev0002"), slack_bot);
    const std::string key = std::get<said>(first).delivery_key;
    EXPECT_EQ(std::get<said>(retried).delivery_key, key);
    EXPECT_EQ(std::get<said>(as_message).delivery_key, key);
    EXPECT_EQ(std::get<said>(as_message).text, std::get<said>(first).text);
}

TEST(a_message, in_a_thread_is_answered_there) {
    const auto thread = [](const std::string& stamp) {
        return std::get<said>(event_of(message_with(R"("thread_ts":")" + stamp + '"')))
            .where.thread;
    };
    EXPECT_EQ(thread("1.1"), "1.1");
    EXPECT_EQ(thread("1.2"), "") << "it begins the thread, it does not stand in it";
    EXPECT_EQ(thread("1/2"), "");
}

TEST(a_message, counts_only_if_a_person_typed_it_for_us) {
    const struct {
        std::string event, what;
    } cases[] = {
        {direct_message, "said"},
        {message_with(R"("subtype":"thread_broadcast")"), "said"},
        {message_with(R"("subtype":"file_share")"), "said"},
        {message_with(R"("subtype":null)"), "said"},
        {message_with(R"("bot_id":null)"), "said"},
        {message_with(R"("subtype":"bot_message")"), "ignored: message with a subtype"},
        {message_with(R"("subtype":"message_changed","hidden":true)"),
         "ignored: message with a subtype"},
        {message_with(R"("subtype":"message_deleted")"), "ignored: message with a subtype"},
        {message_with(R"("subtype":"channel_join")"), "ignored: message with a subtype"},
        {message_with(R"("subtype":"me_message")"), "ignored: message with a subtype"},
        {message_with(R"("hidden":true)"), "ignored: hidden message"},
        {message_with(R"("edited":{"user":"U0DEV","ts":"1.3"})"), "ignored: edited message"},
        {message_with(R"("bot_id":"B0BOT")"), "ignored: message of a bot"},
        {message_with(R"("bot_id":"B0OTHER")"), "ignored: message of a bot"},
        {R"({"type":"message","channel_type":"im","user":"U0BOT","text":"x","ts":"1.2","channel":"D1"})",
         "ignored: message of a bot"},
        {R"({"type":"message","channel_type":"im","text":"x","ts":"1.2","channel":"D1"})",
         "ignored: message of a bot"},
        {R"({"type":"message","channel_type":"channel","user":"U1","text":"x","ts":"1.2","channel":"C1"})",
         "ignored: message not for us"},
        {R"({"type":"message","channel_type":"mpim","user":"U1","text":"x","ts":"1.2","channel":"G1"})",
         "ignored: message not for us"},
        {R"({"type":"message","user":"U1","text":"x","ts":"1.2","channel":"D1"})", "said"},
        {R"({"type":"message","channel_type":"im","user":"U1","ts":"1.2","channel":"D1"})", "said"},
        {R"({"type":"message","channel_type":"im","user":"U1","text":7,"ts":"1.2","channel":"D1"})",
         "said"},
        {R"({"type":"message","channel_type":"im","user":"U1","text":"x","channel":"D1"})",
         "400: missing field"},
        {R"({"type":"message","channel_type":"im","user":"U1","text":"x","ts":12,"channel":"D1"})",
         "400: missing field"},
        {R"({"type":"message","channel_type":"im","user":"U1","text":"x","ts":"1.2"})",
         "400: missing field"},
        {R"({"type":"reaction_added","user":"U1"})", "ignored: event of another type"},
        {"{}", "ignored: event of another type"},
        {"[]", "400: missing event"},
        {"null", "400: missing event"},
        {"\"message\"", "400: missing event"},
    };
    for (const auto& each : cases)
        EXPECT_EQ(what_of(event_of(each.event)), each.what) << each.event;
}

TEST(an_event, that_is_none_is_ignored_or_refused) {
    const struct {
        std::string body, what;
    } cases[] = {
        {R"({"type":"url_verification","token":"hush","challenge":"3eZbrw1a"})", "handshake"},
        {R"({"type":"url_verification"})", "400: missing field"},
        {R"({"type":"app_rate_limited","minute_rate_limited":1518467820})",
         "ignored: app_rate_limited"},
        {R"({"type":"event_callback"})", "400: missing event"},
        {R"({"type":"event_callback","event":null})", "400: missing event"},
        {R"({"type":"something_new","event":{}})", "ignored: payload of another type"},
        {R"({"type":7})", "ignored: payload of another type"},
        {"{}", "ignored: payload of another type"},
        {"null", "400: no JSON object"},
        {"[1]", "400: no JSON object"},
        {"\"x\"", "400: no JSON object"},
        {"", "400: malformed JSON"},
        {"{", "400: malformed JSON"},
        {R"({"type":"event_callback","event":{"type":"message"}} trailing)", "400: malformed JSON"},
        {"{\"type\":\"\xff\"}", "400: malformed JSON"},
        {std::string(10'000, '['), "400: malformed JSON"},
        {std::string(10'000, '[') + std::string(10'000, ']'), "400: malformed JSON"},
        {R"({"type":"event_callback","event":)" + std::string(10'000, '[') +
             std::string(10'000, ']') + "}",
         "400: malformed JSON"},
        {'"' + std::string(limits::slack_body_bytes, 'x') + '"', "400: malformed JSON"},
        {R"({"type":"event_callback","team_id":"T0002","event":)" + mention_event + "}",
         "ignored: another workspace"},
        // In a shared channel: said in another workspace, received in ours.
        {R"({"type":"event_callback","team_id":"T0002","context_team_id":"T0001","event":)" +
             mention_event + "}",
         "said"},
    };
    for (const auto& each : cases)
        EXPECT_EQ(what_of(read_event_text(each.body, slack_bot)), each.what)
            << each.body.substr(0, 200);
}

TEST(a_button, is_pressed_for_its_run) {
    const auto read = read_interaction_form(form_encode({{"payload", press_text()}}), slack_bot);
    const clicked& press = std::get<clicked>(read);
    EXPECT_EQ(press.run.text, "r4nd0m");
    EXPECT_EQ(press.question, "confirm");
    EXPECT_EQ(press.choice, "yes");
    EXPECT_EQ(press.who.id, "U0LEAD");
    EXPECT_EQ(press.who.name, "lead");
    EXPECT_EQ(press.where.channel, "C0ACME");
    EXPECT_EQ(press.where.channel_name, "acme");
    EXPECT_EQ(press.where.thread, "");
    EXPECT_EQ(press.response_url.reveal(), "https://hooks.slack.com/actions/T0001/2/hush");
    EXPECT_EQ(press.delivery_key, "slack/action/1111.2222.abcd");
}

TEST(a_button, pressed_again_is_another_press) {
    std::string again = press_text();
    again.replace(again.find("1111.2222.abcd"), 14, "1111.3333.abcd");
    const auto first = read_interaction(json::parse(press_text())->get_object(), slack_bot);
    const auto second = read_interaction(json::parse(again)->get_object(), slack_bot);
    EXPECT_NE(std::get<clicked>(first).delivery_key, std::get<clicked>(second).delivery_key);
}

TEST(a_button, without_a_trigger_is_known_by_place_person_and_time) {
    auto press = json::parse(press_text()).value();
    press.get_object().erase("trigger_id");
    EXPECT_EQ(std::get<clicked>(read_interaction(press.get_object(), slack_bot)).delivery_key,
              "slack/action/C0ACME/1700000000.000300/U0LEAD/1700000001.000000");
    press.get_object().erase("container");
    EXPECT_EQ(what_of(read_interaction(press.get_object(), slack_bot)), "400: missing field");
}

TEST(an_interaction, that_is_none_of_ours_is_ignored) {
    const auto what = [](const std::string& text) {
        return what_of(read_interaction_form(form_encode({{"payload", text}}), slack_bot));
    };
    EXPECT_EQ(what(press_text("no_colon")), "ignored: action not of ours");
    EXPECT_EQ(what(press_text("a:b:c")), "ignored: action not of ours");
    EXPECT_EQ(what(press_text(":yes")), "ignored: action not of ours");
    EXPECT_EQ(what(press_text("confirm:")), "ignored: action not of ours");
    EXPECT_EQ(what(R"({"type":"view_closed"})"), "ignored: payload of another type");
    EXPECT_EQ(what(R"({"type":"shortcut"})"), "ignored: payload of another type");
    EXPECT_EQ(what(R"({"type":"block_suggestion"})"), "400: missing view");
    EXPECT_EQ(what(R"({"type":"block_actions"})"), "400: missing actions");
    EXPECT_EQ(what(R"({"type":"block_actions","actions":[]})"), "400: missing actions");
    EXPECT_EQ(what(R"({"type":"block_actions","actions":[null]})"), "ignored: action not of ours");
    EXPECT_EQ(what("null"), "400: no JSON object");
    EXPECT_EQ(what("{"), "400: malformed JSON");
    EXPECT_EQ(what(std::string(10'000, '[')), "400: malformed JSON");
    EXPECT_EQ(what_of(read_interaction_form("payloads={}", slack_bot)), "400: missing field");
    EXPECT_EQ(what_of(read_interaction_form("payload=%", slack_bot)),
              "400: a field is not percent-encoded UTF-8");
    auto view = json::parse(press_text()).value();
    view.get_object().erase("channel");
    view.get_object()["container"] = {{"type", "view"}, {"view_id", "V1"}};
    EXPECT_EQ(what_of(read_interaction(view.get_object(), slack_bot)),
              "ignored: action outside a message");
}

TEST(an_action_id, holds_any_question_and_choice) {
    for (const auto& [question, choice] : {std::pair<std::string, std::string>{"confirm", "yes"},
                                           {"all/web:1/which", "50%"},
                                           {"%3A", ":"}}) {
        std::string read_question;
        std::string read_choice;
        ASSERT_TRUE(read_action_id(action_id(question, choice), read_question, read_choice));
        EXPECT_EQ(read_question, question);
        EXPECT_EQ(read_choice, choice);
    }
    EXPECT_EQ(action_id("confirm", "yes"), "confirm:yes");
    EXPECT_NE(action_id("a:b", "c"), action_id("a", "b:c"));
}

TEST(delivery_keys, of_different_utterances_differ) {
    std::set<std::string> keys;
    const auto add = [&](const payload& read) {
        const auto* const line = std::get_if<said>(&read);
        EXPECT_TRUE(
            keys.insert(line != nullptr ? line->delivery_key : std::get<clicked>(read).delivery_key)
                .second);
    };
    for (const char* const channel : {"D0DEV", "C0ACME"})
        for (const char* const stamp : {"1.2", "1.3"})
            add(event_of(R"({"type":"app_mention","user":"U0DEV","text":"help","ts":")" +
                         std::string(stamp) + R"(","channel":")" + channel + "\"}"));
    for (const char* const trigger : {"1.2", "1.2.3"}) {
        form fields = command_fields("help");
        fields.back().second = trigger;
        add(read_command_form(form_encode(fields), slack_bot));
        auto press = json::parse(press_text()).value();
        press.get_object()["trigger_id"] = trigger;
        add(read_interaction(press.get_object(), slack_bot));
    }
}

TEST(a_payload, with_any_byte_changed_harms_nobody) {
    seeded_random chance(3);
    const std::string events[] = {event_text(mention_event), event_text(direct_message)};
    const std::string command = form_encode(command_fields("heroku ps"));
    const std::string press = form_encode({{"payload", press_text()}});
    const auto mutated = [&](std::string body, std::size_t at) {
        body[at] = static_cast<char>(chance.below(256));
        if (chance.chance(1, 4)) body.resize(at);
        if (chance.chance(1, 4)) body.insert(at, body);
        return body;
    };
    std::size_t said_count = 0;
    for (int round = 0; round < 3; ++round) {
        for (const std::string& each : events)
            for (std::size_t at = 0; at < each.size(); ++at)
                said_count += what_of(read_event_text(mutated(each, at), slack_bot)) == "said";
        for (std::size_t at = 0; at < command.size(); ++at)
            said_count += what_of(read_command_form(mutated(command, at), slack_bot)) == "said";
        for (std::size_t at = 0; at < press.size(); ++at)
            said_count +=
                what_of(read_interaction_form(mutated(press, at), slack_bot)) == "clicked";
    }
    // Many changes do no harm to the meaning; that some were read shows that the loop did
    // something.
    EXPECT_GT(said_count, 100u);
}

} // namespace
} // namespace chatops::slack
