#include "chatops/core/json.hpp"
#include "chatops/operations/catalogue.hpp"
#include "web/page.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace chatops::web {
namespace {

const mocks::worlds::simulated& agency() {
    static const mocks::worlds::simulated all{operations::all_entries()};
    return all;
}

std::unique_ptr<page> opened(std::uint64_t seed = 1) {
    return *page::open(seed, "agency", agency());
}

std::vector<std::string> texts(const completion& of) {
    std::vector<std::string> made;
    for (const choice& each : of.choices) made.push_back(each.text);
    return made;
}

bool has(const std::vector<std::string>& all, const std::string& one) {
    return std::find(all.begin(), all.end(), one) != all.end();
}

/// The latest message of the bot.
message answer_in(const page& shown) {
    message last;
    for (const message& each : shown.messages())
        if (each.user == "ops") last = each;
    return last;
}

TEST(Page, OpensOnlyWorldsThatThereAre) {
    const auto refused = page::open(1, "atlantis", agency());
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, "unknown_world");
}

TEST(Page, KeepsAllDigitsOfASeed) {
    EXPECT_EQ(opened(18'446'744'073'709'551'615U)->stands().seed, "18446744073709551615");
}

TEST(Page, ShowsWhoIsThereAndWhatTheyMay) {
    const cast who = opened()->who();
    ASSERT_EQ(who.people.size(), 5U);
    EXPECT_EQ(who.people[0].name, "lead");
    EXPECT_EQ(who.people[0].roles, std::vector<std::string>{"lead"});
    EXPECT_EQ(who.people[3].name, "guest");
    EXPECT_TRUE(who.people[3].roles.empty());
    EXPECT_TRUE(who.people[4].is_bot);
    EXPECT_EQ(who.command, "/ops");
    // Where nobody invited the bot, and where a person is alone with it.
    EXPECT_FALSE(who.channels.front().has_bot);
    EXPECT_EQ(who.channels.back().person, "guest");
    const catalogue commands(agency().commands);
    std::set<std::string> groups;
    for (const std::string& example : who.examples) {
        EXPECT_TRUE(commands.read(example)) << example;
        EXPECT_TRUE(groups.insert(example.substr(0, example.find(' '))).second) << example;
    }
    EXPECT_EQ(groups.count("help") + groups.count("heroku") + groups.count("do"), 3U);
}

TEST(Page, CompletesWhatTheAccountHolds) {
    const auto shown = opened();
    EXPECT_TRUE(has(texts(shown->complete("heroku scale glo", 16)), "globex"));
    EXPECT_TRUE(has(texts(shown->complete("heroku scale acme w", 19)), "worker="));
    EXPECT_TRUE(has(texts(shown->complete("heroku restart acme web", 23)), "web.1"));
    EXPECT_TRUE(has(texts(shown->complete("heroku rollback acme v", 22)), "v4"));
    EXPECT_FALSE(has(texts(shown->complete("heroku scale nosuch w", 21)), "worker="));
    // Only what is before the cursor counts, and a cursor behind the end is at the end.
    EXPECT_TRUE(has(texts(shown->complete("hero scale acme", 4)), "heroku"));
    EXPECT_TRUE(has(texts(shown->complete("hero", 4'000)), "heroku"));
}

TEST(Page, CompletesWhatTheBotItselfKnows) {
    const auto shown = opened();
    const auto after = [&](std::string_view line) {
        return texts(shown->complete(line, line.size()));
    };
    EXPECT_EQ(after("may de"), std::vector<std::string>{"dev"});
    EXPECT_TRUE(has(after("may "), "me"));
    EXPECT_EQ(after("may dev her"), std::vector<std::string>{"heroku"});
    EXPECT_TRUE(has(after("may dev heroku sc"), "scale"));
    EXPECT_EQ(after("help heroku sc"), std::vector<std::string>{"scale"});
    EXPECT_TRUE(has(after("audit --project "), "globex"));
    EXPECT_TRUE(has(after("audit --command her"), "\"heroku scale\""));
    EXPECT_TRUE(after("run ").empty()) << "there is none yet";
    ASSERT_TRUE(shown->say("lead", "acme", "@ops heroku ps acme"));
    const auto runs = after("run ");
    ASSERT_EQ(runs.size(), 1U);
    EXPECT_EQ(runs, after("cancel " + runs.front().substr(0, 3)));
}

TEST(Page, OffersInAFormWhatTheBotWouldOfferWithoutAskingIt) {
    const auto texts_of = [](const std::vector<choice>& all) {
        std::vector<std::string> made;
        for (const choice& each : all) made.push_back(each.text);
        return made;
    };
    const auto shown = opened();
    EXPECT_TRUE(shown->offered("dev", "app", "", {}).empty()) << "no form is open";
    ASSERT_TRUE(shown->say("dev", "acme", "/ops heroku scale"));
    const std::string before = shown->transcript_hash();
    EXPECT_EQ(texts_of(shown->offered("dev", "app", "", {})),
              (std::vector<std::string>{"acme-staging", "globex-staging", "initech-staging"}))
        << "what dev may scale";
    EXPECT_TRUE(shown->offered("dev", "wait", "", {}).empty()) << "no menu";
    EXPECT_TRUE(shown->offered("lead", "app", "", {}).empty()) << "the form is before dev";
    ASSERT_TRUE(shown->say("lead", "acme", "/ops heroku config unset"));
    EXPECT_EQ(texts_of(shown->offered("lead", "names", "DATA", {{"app", "acme"}})),
              (std::vector<std::string>{"DATABASE_URL", "DATA"}));
    const auto quiet = opened();
    ASSERT_TRUE(quiet->say("dev", "acme", "/ops heroku scale"));
    EXPECT_EQ(before, quiet->transcript_hash());
    ASSERT_TRUE(quiet->say("lead", "acme", "/ops heroku config unset"));
    EXPECT_EQ(shown->transcript_hash(), quiet->transcript_hash()) << "asking left no trace";
}

TEST(Page, CompletesWithoutATrace) {
    const auto typed = opened();
    const auto said = opened();
    for (const std::string_view line :
         {"heroku scale acme web=3", "digitalocean droplets", "heroku restart globex web.1"}) {
        for (std::size_t i = 0; i <= line.size(); ++i) static_cast<void>(typed->complete(line, i));
        for (const auto& each : {&typed, &said})
            ASSERT_TRUE((*each)->say("lead", "acme", "@ops " + std::string(line)));
        EXPECT_EQ(typed->transcript_hash(), said->transcript_hash()) << line;
    }
}

TEST(Page, ExplainsALineThatIsRight) {
    const check right = opened()->checked("heroku scale acme web=3 worker=2", "lead");
    EXPECT_TRUE(right.ok);
    EXPECT_EQ(right.explanation, "Run more or fewer dynos of an application");
    EXPECT_EQ(right.effect, effect::change);
    ASSERT_EQ(right.given.size(), 3U);
    EXPECT_EQ(right.given[0].name, "app");
    EXPECT_EQ(right.given[2].text, "worker=2");
    EXPECT_TRUE(right.mistakes.empty());
}

TEST(Page, PointsAtAMistake) {
    const std::string line = "heroku scale acme web=many";
    const check wrong = opened()->checked(line, "lead");
    EXPECT_FALSE(wrong.ok);
    ASSERT_EQ(wrong.mistakes.size(), 1U);
    EXPECT_EQ(wrong.mistakes[0].code, "heroku_quantity");
    EXPECT_EQ(wrong.mistakes[0].begin, line.find("many"));
    EXPECT_EQ(wrong.mistakes[0].end, line.size());
    EXPECT_NE(wrong.usage.find("heroku scale"), std::string::npos);
}

TEST(Page, NamesTheNearestCommand) {
    const check wrong = opened()->checked("heroku scael acme web=3", "lead");
    ASSERT_EQ(wrong.mistakes.size(), 1U);
    EXPECT_EQ(wrong.mistakes[0].code, "unknown_command");
    EXPECT_NE(wrong.mistakes[0].suggestion.find("scale"), std::string::npos);
    EXPECT_TRUE(wrong.usage.empty());
}

TEST(Page, RunsACommandAgainstTheMocks) {
    const auto shown = opened();
    ASSERT_TRUE(shown->say("lead", "acme", "@ops heroku scale acme web=3"));
    const message answer = answer_in(*shown);
    EXPECT_EQ(answer.channel, "acme");
    EXPECT_NE(json::text(answer.blocks).find("3"), std::string::npos);
    bool changed = false;
    for (const exchange& each : shown->exchanges(0))
        if (each.to == "heroku" && each.method == "PATCH") {
            changed = true;
            EXPECT_EQ(each.from, "bot");
            EXPECT_EQ(each.status, 200);
            EXPECT_TRUE(each.ended);
            EXPECT_GT(each.took_ms, 0);
        }
    EXPECT_TRUE(changed);
}

TEST(Page, GivesExchangesFromANumberOn) {
    const auto shown = opened();
    const std::size_t before = shown->exchanges(0).size();
    ASSERT_TRUE(shown->say("lead", "acme", "@ops heroku apps"));
    const auto fresh = shown->exchanges(before);
    ASSERT_FALSE(fresh.empty());
    EXPECT_EQ(fresh.front().number, before);
    EXPECT_EQ(fresh.front().from, "slack");
    EXPECT_TRUE(shown->exchanges(before + fresh.size()).empty());
}

TEST(Page, ShowsNoCredentials) {
    const auto shown = opened();
    ASSERT_TRUE(shown->say("lead", "acme", "@ops heroku apps"));
    const std::string all = json::text(json::write(shown->exchanges(0)));
    EXPECT_EQ(all.find("xoxb-"), std::string::npos);
    EXPECT_EQ(all.find("HRKU-"), std::string::npos);
}

TEST(Page, ConfirmsByAClick) {
    const auto shown = opened();
    ASSERT_TRUE(shown->say("lead", "acme", "@ops heroku rollback acme v4"));
    const message asked = answer_in(*shown);
    ASSERT_TRUE(shown->click("lead", asked.ts, "%40confirm:yes"));
    const message done = answer_in(*shown);
    EXPECT_EQ(done.ts, asked.ts);
    EXPECT_FALSE(done.edited) << "Slack does not mark a message that blocks make";
    EXPECT_NE(done.text, asked.text);
}

TEST(Page, RefusesWhatNobodyCanDo) {
    const auto shown = opened();
    EXPECT_EQ(shown->say("nobody", "acme", "hello").error().code, "unknown_user");
    EXPECT_EQ(shown->say("lead", "nowhere", "hello").error().code, "unknown_channel");
    EXPECT_EQ(shown->click("lead", "1.000000", "%40confirm:yes").error().code, "no_such_button");
}

TEST(Page, TalksInDirectMessages) {
    const auto shown = opened();
    ASSERT_TRUE(shown->say("pm", "@pm", "heroku apps"));
    EXPECT_EQ(answer_in(*shown).channel, "@pm");
}

TEST(Page, ReadsTimesAsThePersonMeansThem) {
    const auto shown = opened();
    const check by_lead = shown->checked("audit --since yesterday", "lead");
    ASSERT_TRUE(by_lead.ok) << by_lead.mistakes.front().message;
    EXPECT_EQ(by_lead.given.front().text, "2026-01-04T00:00:00Z");
    // An hour ahead, in Amsterdam.
    EXPECT_EQ(shown->checked("audit --since yesterday", "pm").given.front().text,
              "2026-01-03T23:00:00Z");
    EXPECT_TRUE(shown->checked("audit --since yesterday", "somebody").ok);
}

TEST(Page, FillsInAFormThatLacksSomething) {
    const auto shown = opened();
    EXPECT_TRUE(shown->views_of("lead").modal.is_null());
    ASSERT_TRUE(shown->say("lead", "acme", "/ops heroku scale"));
    const views before = shown->views_of("lead");
    ASSERT_TRUE(before.modal.is_object());
    EXPECT_EQ(before.modal.at("title").at("text"), "heroku scale");
    EXPECT_TRUE(shown->views_of("dev").modal.is_null()) << "a form is for one person";
    ASSERT_TRUE(shown->submit("lead", {{"app", "acme"}, {"formation", "web=many"}}));
    const views wrong = shown->views_of("lead");
    ASSERT_TRUE(wrong.modal.is_object());
    EXPECT_NE(json::text(wrong.modal.at("errors").at("formation")).find("many"), std::string::npos);
    ASSERT_TRUE(shown->submit("lead", {{"app", "acme"}, {"formation", "web=3"}}));
    EXPECT_TRUE(shown->views_of("lead").modal.is_null());
    EXPECT_NE(answer_in(*shown).text.find("acme: web 2 → 3"), std::string::npos)
        << answer_in(*shown).text;
}

TEST(Page, ClosesAForm) {
    const auto shown = opened();
    ASSERT_TRUE(shown->say("lead", "acme", "/ops heroku scale"));
    ASSERT_TRUE(shown->close("lead"));
    EXPECT_TRUE(shown->views_of("lead").modal.is_null());
    EXPECT_EQ(shown->close("lead").error().code, "no_modal");
    EXPECT_EQ(shown->submit("lead", {}).error().code, "no_modal");
}

TEST(Page, ShowsTheBotsPageOfAPerson) {
    const auto shown = opened();
    EXPECT_TRUE(shown->views_of("guest").home.is_null());
    ASSERT_TRUE(shown->open_home("guest"));
    const std::string home = json::text(shown->views_of("guest").home);
    EXPECT_NE(home.find("What waits for you"), std::string::npos) << home;
    EXPECT_EQ(shown->open_home("nobody").error().code, "unknown_user");
}

TEST(Page, PointsAtAMessage) {
    const auto shown = opened();
    EXPECT_EQ(shown->who().shortcut, "What about this?");
    ASSERT_TRUE(shown->say("dev", "acme", "acme-staging is slow"));
    ASSERT_TRUE(shown->point_at("lead", "acme", shown->messages().back().ts));
    const views asked = shown->views_of("lead");
    ASSERT_TRUE(asked.modal.is_object());
    EXPECT_NE(json::text(asked.modal).find("heroku ps acme-staging"), std::string::npos);
    EXPECT_EQ(shown->point_at("lead", "acme", "1.000000").error().code, "no_such_message");
}

TEST(Page, SavesAScriptWithItsAnswers) {
    const auto shown = opened(7);
    const auto text = shown->saved({"lead #acme: @ops heroku scale acme web=3", "wait 1m"});
    ASSERT_TRUE(text) << text.error().message;
    EXPECT_EQ(text->find("# seed 7\nlead #acme: @ops heroku scale acme web=3\nops #acme:\n"), 0U)
        << *text;
    EXPECT_EQ(shown->saved({}).error().code, "not_said");
    // What was done here goes on as if nothing had been saved.
    EXPECT_TRUE(shown->messages().empty());
}

TEST(Page, LetsTimePass) {
    const auto shown = opened();
    const time_point before = shown->stands().now;
    EXPECT_EQ(shown->wait(std::chrono::minutes(10)).now - before, std::chrono::minutes(10));
}

TEST(Page, TellsTheSameStoryForTheSameSeed) {
    const auto story = [](std::uint64_t seed) {
        const auto shown = opened(seed);
        EXPECT_TRUE(shown->say("dev", "acme", "@ops heroku restart acme-staging"));
        shown->wait(std::chrono::minutes(1));
        return shown->transcript_hash();
    };
    EXPECT_EQ(story(7), story(7));
    EXPECT_NE(story(7), story(8));
}

} // namespace
} // namespace chatops::web
