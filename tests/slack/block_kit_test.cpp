// A reply in Slack: goldens that were read, and limits and escapes that hold for any reply.
#include "chatops/core/json.hpp"
#include "chatops/core/limits.hpp"
#include "chatops/core/random.hpp"
#include "chatops/slack/block_kit.hpp"
#include "chatops/slack/json_member.hpp"
#include "chatops/slack/payload.hpp"
#include "tests/support/slack_replies.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

namespace chatops::slack {
namespace {

using support::hostile_reply;
using support::one_of_everything;

TEST(block_kit, shows_one_of_everything) {
    const anchor what{run_id{"r4nd0m"}, "heroku scale acme web=3", one_of_everything()};
    const message made = block_kit(what);
    EXPECT_EQ(made.text, "✅ Scaled acme-production");
    EXPECT_EQ(
        made.blocks,
        R"([{"type":"header","text":{"type":"plain_text","text":"✅ Scaled acme-production","emoji":false}},)"
        R"({"type":"context","elements":[{"type":"plain_text","text":"heroku scale acme web=3","emoji":false}]},)"
        R"({"type":"section","text":{"type":"mrkdwn","text":"Two dynos more. See <https://status.heroku.com/?a=1&amp;b=2>.","verbatim":true}},)"
        R"({"type":"section","fields":[{"type":"mrkdwn","text":"*app*\nacme-production","verbatim":true},)"
        R"({"type":"mrkdwn","text":"*schedule*\n`*/5 * * * *`","verbatim":true}]},)"
        R"({"type":"section","text":{"type":"mrkdwn","text":"```\ndyno   state\n-----  --------\nweb.1  up\nweb.2  starting\n```","verbatim":true}},)"
        R"({"type":"section","text":{"type":"mrkdwn","text":"```\nweb  1 → 3\n```","verbatim":true}},)"
        R"({"type":"section","text":{"type":"mrkdwn","text":"```\nweb  ▃▃▆█  3\n0 to 3 dynos, 14:00 to now\n```","verbatim":true}},)"
        R"({"type":"section","text":{"type":"mrkdwn","text":"```\n2026-11-22 web.1 | GET /\n```","verbatim":true}},)"
        R"({"type":"section","text":{"type":"plain_text","text":"📎 acme.log, in the thread: 2 lines","emoji":false}},)"
        R"({"type":"actions","elements":[{"type":"button","action_id":"confirm:yes","text":{"type":"plain_text","text":"Confirm","emoji":false},"value":"r4nd0m","style":"danger"},)"
        R"({"type":"button","action_id":"confirm:no","text":{"type":"plain_text","text":"Cancel","emoji":false},"value":"r4nd0m"}]}])");
}

TEST(block_kit, of_a_reply_without_a_run_has_no_buttons) {
    EXPECT_EQ(block_kit(one_of_everything()).blocks.find("button"), std::string::npos);
    EXPECT_NE(block_kit(anchor{run_id{"r"}, "", one_of_everything()}).blocks.find("button"),
              std::string::npos);
}

TEST(block_kit, says_the_tone_before_the_title) {
    const auto text = [](tone how) { return block_kit(reply{how, "x", {}, {}}).text; };
    EXPECT_EQ(text(tone::neutral), "x");
    EXPECT_EQ(text(tone::working), "⏳ x");
    EXPECT_EQ(text(tone::waiting), "✋ x");
    EXPECT_EQ(text(tone::good), "✅ x");
    EXPECT_EQ(text(tone::warning), "⚠️ x");
    EXPECT_EQ(text(tone::bad), "❌ x");
}

TEST(block_kit, shows_a_long_title_whole_and_an_empty_one_as_dots) {
    const std::string title(151, 't');
    EXPECT_EQ(block_kit(reply::neutral(title)).blocks,
              R"([{"type":"section","text":{"type":"plain_text","text":")" + title +
                  R"(","emoji":false}}])");
    EXPECT_EQ(block_kit(reply::neutral("")).text, "…");
}

TEST(block_kit, shortens_a_long_label_visibly) {
    reply what = reply::neutral("x");
    what.buttons = {{"q", "c", std::string(100, '&'), button::style::primary}};
    const auto blocks =
        json::parse(block_kit(anchor{run_id{"r"}, "", what}).blocks).value().as_array();
    const auto& element = blocks.at(1).at("elements").at(0);
    std::string label;
    for (int i = 0; i < 14; ++i) label += "&amp;";
    EXPECT_EQ(element.at("text").at("text"), boost::json::string_view(label + "…"));
    EXPECT_EQ(element.at("style"), "primary");
}

/// Every text object in a message's blocks.
void collect_texts(const boost::json::value& from, std::vector<const boost::json::object*>& to) {
    if (const auto* const list = from.if_array())
        for (const auto& each : *list) collect_texts(each, to);
    const auto* const object = from.if_object();
    if (object == nullptr) return;
    const std::string_view type = text_member(*object, "type");
    if (type == "plain_text" || type == "mrkdwn") to.push_back(object);
    for (const auto& each : *object) collect_texts(each.value(), to);
}

/// Slack's limits (reference: section 8), told anew and apart from the constants of the code.
void expect_within_limits(const message& made) {
    const auto parsed = json::parse(made.blocks);
    ASSERT_TRUE(parsed) << made.blocks.substr(0, 500);
    EXPECT_LE(made.text.size(), 4'000u);
    EXPECT_FALSE(made.text.empty());
    EXPECT_LE(parsed->as_array().size(), 50u);
    std::size_t total = 0;
    for (const auto& each : parsed->as_array()) {
        const auto& block = each.as_object();
        const std::string_view type = text_member(block, "type");
        const std::string_view text = text_member(block, "text", "text");
        total += text.size();
        if (type == "header") {
            EXPECT_LE(text.size(), 150u);
            EXPECT_FALSE(text.empty());
        } else if (type == "section" && block.contains("text")) {
            EXPECT_LE(text.size(), 3'000u);
            EXPECT_FALSE(text.empty());
        } else if (type == "section") {
            EXPECT_LE(block.at("fields").as_array().size(), 10u);
            EXPECT_GE(block.at("fields").as_array().size(), 1u);
            for (const auto& field : block.at("fields").as_array()) {
                EXPECT_LE(field.at("text").as_string().size(), 2'000u);
                total += field.at("text").as_string().size();
            }
        } else if (type == "actions") {
            EXPECT_LE(block.at("elements").as_array().size(), 25u);
            for (const auto& element : block.at("elements").as_array()) {
                EXPECT_LE(element.at("text").at("text").as_string().size(), 75u);
                EXPECT_LE(element.at("action_id").as_string().size(), 255u);
                EXPECT_LE(element.at("value").as_string().size(), 2'000u);
                total += element.at("text").at("text").as_string().size();
            }
        } else {
            ASSERT_EQ(type, "context");
            EXPECT_LE(block.at("elements").as_array().size(), 10u);
            total += block.at("elements").at(0).at("text").as_string().size();
        }
    }
    EXPECT_LE(total, 12'000u);
}

/// In mrkdwn, `<` may only begin an address that we made a link; fences come in pairs.
void expect_harmless(const message& made) {
    EXPECT_EQ(made.text.find('<'), std::string::npos);
    const auto parsed = json::parse(made.blocks).value();
    std::vector<const boost::json::object*> texts;
    collect_texts(parsed, texts);
    for (const auto* const each : texts) {
        const std::string_view text = text_member(*each, "text");
        const bool marked = text_member(*each, "type") == "mrkdwn";
        EXPECT_EQ(true_member(*each, "verbatim"), marked);
        EXPECT_FALSE(true_member(*each, "emoji"));
        EXPECT_EQ(text.find('\x1b'), std::string_view::npos);
        for (std::size_t at = text.find('<'); at != std::string_view::npos;
             at = text.find('<', at + 1)) {
            EXPECT_TRUE(marked);
            EXPECT_EQ(text.substr(at + 1, 4), "http") << text;
        }
        if (!marked) continue; // Where nothing is markup, a fence is three characters.
        std::size_t fences = 0;
        for (std::size_t at = text.find("```"); at != std::string_view::npos;
             at = text.find("```", at + 3))
            ++fences;
        EXPECT_TRUE(fences == 0 || fences == 2) << text;
        if (fences == 2) {
            EXPECT_EQ(text.substr(0, 4), "```\n");
            EXPECT_EQ(text.substr(text.size() - 4), "\n```");
        }
    }
}

TEST(block_kit, lets_no_data_mention_or_break_anything) {
    const message made = block_kit(anchor{run_id{"r"}, support::hostile, hostile_reply()});
    expect_within_limits(made);
    expect_harmless(made);
    EXPECT_EQ(made.blocks.find("<!channel>"), std::string::npos);
    EXPECT_EQ(made.blocks.find("<@U0LEAD>"), std::string::npos);
}

TEST(block_kit, keeps_a_button_with_any_question_to_its_run) {
    const auto blocks = json::parse(block_kit(anchor{run_id{"r"}, "", hostile_reply()}).blocks);
    const auto& last = blocks->as_array().back().at("elements").at(0).as_object();
    std::string question;
    std::string choice;
    ASSERT_TRUE(read_action_id(text_member(last, "action_id"), question, choice));
    EXPECT_EQ(question, choice);
    EXPECT_NE(question.find("<!channel>"), std::string::npos);
}

TEST(block_kit, says_that_a_choice_has_no_room_in_a_button) {
    reply what = reply::neutral("x");
    what.buttons = {{"which", std::string(300, 'c'), "Long", {}}, {"which", "short", "", {}}};
    const message made = block_kit(anchor{run_id{"r"}, "", what});
    expect_within_limits(made);
    EXPECT_NE(made.blocks.find("which:short"), std::string::npos);
    EXPECT_NE(made.blocks.find("1 more choice is not shown"), std::string::npos);
}

TEST(block_kit, keeps_every_limit_with_too_much_of_everything) {
    reply what = reply::good(std::string(5'000, 't'));
    for (int i = 0; i < 60; ++i) what.add(text_part{"part " + std::to_string(i)});
    for (int i = 0; i < 40; ++i)
        what.buttons.push_back({"which", std::to_string(i), std::string(80, 'b'), {}});
    const message made = block_kit(anchor{run_id{"r"}, std::string(500, 'a'), what});
    expect_within_limits(made);
    EXPECT_NE(made.blocks.find("more parts are not shown"), std::string::npos);
    EXPECT_NE(made.blocks.find("15 more choices are not shown"), std::string::npos);
    EXPECT_NE(made.blocks.find("more characters)"), std::string::npos);
}

TEST(block_kit, keeps_every_limit_for_any_reply) {
    seeded_random chance(17);
    const auto text = [&](std::size_t most) {
        static constexpr std::string_view pieces[] = {"word ",
                                                      "x",
                                                      "\n",
                                                      "```",
                                                      "<@U1>",
                                                      "&",
                                                      "→",
                                                      "日本",
                                                      "_*~`",
                                                      "\t",
                                                      "https://acme.com/a ",
                                                      "\xff",
                                                      ""};
        std::string made;
        const std::uint64_t length = chance.below(most);
        while (made.size() < length) made += pieces[chance.below(std::size(pieces))];
        return made;
    };
    const auto any_part = [&]() -> part {
        const std::uint64_t kind = chance.below(5);
        const std::size_t most = chance.chance(1, 4) ? 20'000 : 200;
        const std::uint64_t count = chance.below(60);
        if (kind == 0) return text_part{text(most)};
        if (kind == 1) return code_part{text(most)};
        if (kind == 2) {
            fields_part made;
            for (std::uint64_t i = 0; i < count; ++i) {
                std::string name = text(120);
                made.fields.emplace_back(std::move(name), text(most / 5));
            }
            return made;
        }
        if (kind == 3) {
            change_part made;
            for (std::uint64_t i = 0; i < count; ++i) made.lines.push_back({"n", text(9), text(9)});
            return made;
        }
        table_part made;
        const std::uint64_t columns = 1 + chance.below(6);
        for (std::uint64_t i = 0; i < columns; ++i) made.headings.push_back(text(most / 10));
        for (std::uint64_t row = 0; row < count; ++row) {
            auto& cells = made.rows.emplace_back();
            for (std::uint64_t i = 0; i < columns; ++i) cells.push_back(text(60));
        }
        return made;
    };
    for (int round = 0; round < 150; ++round) {
        reply what{tone::good, text(chance.chance(1, 8) ? 9'000 : 80), {}, {}};
        for (std::uint64_t parts = chance.below(8); parts > 0; --parts) what.add(any_part());
        for (std::uint64_t count = chance.below(4); count > 0; --count)
            what.buttons.push_back({"q", std::to_string(count), text(90), {}});
        const message made = block_kit(anchor{run_id{"r4nd0m"}, text(400), what});
        SCOPED_TRACE(round);
        expect_within_limits(made);
        expect_harmless(made);
    }
}

TEST(response_text, is_seen_by_the_asker_only) {
    const auto body = json::parse(response_text(reply::bad("No such \"app\""))).value();
    EXPECT_EQ(body.at("response_type"), "ephemeral");
    EXPECT_EQ(body.at("text"), "❌ No such \"app\"");
    EXPECT_EQ(body.at("blocks").as_array().size(), 1u);
}

} // namespace
} // namespace chatops::slack
