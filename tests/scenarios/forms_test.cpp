// Forms in a whole conversation: sent once, twice, and to a bot that dies.
#include "chatops/core/limits.hpp"
#include "chatops/run/forms.hpp"
#include "chatops/slack/modal.hpp"
#include "tests/support/story.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace chatops {
namespace {

using support::story;

int events(const story& s, journal::kind what) {
    int count = 0;
    for (const auto& each : s.world.simulation().journal().events())
        count += each.what == what ? 1 : 0;
    return count;
}

using form_scenario = support::story_over_both_ways;

TEST_P(form_scenario, what_is_filled_in_runs_as_if_typed) {
    s.lead.says("/ops heroku scale acme");
    EXPECT_NE(s.lead.modal().find("\"value\":\"acme\""), std::string::npos);
    EXPECT_EQ(events(s, journal::kind::accepted), 0) << "nothing happens before it is sent";
    s.lead.fills({{"formation", "web=3 worker=2"}});
    EXPECT_EQ(s.lead.modal(), "null");
    s.heroku.has("acme", "web", 3);
    s.heroku.has("acme", "worker", 2);
    s.bot.answers("lead: heroku scale acme web=3 worker=2");
}

TEST_P(form_scenario, a_mistake_is_shown_at_its_field_and_can_be_mended) {
    s.lead.says("/ops heroku scale");
    s.lead.fills({{"app", "acme"}, {"formation", "web=many"}});
    EXPECT_NE(s.lead.modal().find("\"errors\":{\"formation\":"), std::string::npos)
        << s.lead.modal();
    EXPECT_EQ(events(s, journal::kind::accepted), 0);
    s.lead.fills({{"app", "acme"}, {"formation", "web=3"}});
    s.heroku.has("acme", "web", 3);
}

TEST_P(form_scenario, a_form_that_comes_twice_runs_once) {
    s.lead.says("/ops heroku scale acme");
    const auto faults = boost::json::parse(
        R"([{"match":"/slack/interactive","kind":"duplicate_delivery","count":5}])");
    const http::request put{
        "PUT", "https://slack.com/_mock/faults", {}, boost::json::serialize(faults)};
    const auto answer = s.world.vendors().slack().control(
        put, {s.world.simulation().now(), s.world.simulation().now()});
    ASSERT_TRUE(answer);
    ASSERT_EQ(answer->status, 200) << answer->body;
    s.lead.fills({{"formation", "web=3"}});
    s.world.simulation().wait(std::chrono::minutes(7));
    EXPECT_EQ(events(s, journal::kind::accepted), 1);
    EXPECT_EQ(s.bot.messages(), 1);
}

TEST_P(form_scenario, a_form_sent_again_after_a_crash_runs_once) {
    // Killed after every step from the sending on: whoever sees the form still open sends it again.
    for (std::size_t at = 1; at < 60; ++at) {
        story each{settings()};
        each.lead.says("/ops heroku scale acme");
        each.lead.begins_to_fill({{"formation", "web=3"}});
        sim::simulation& world = each.world.simulation();
        const time_point ends = world.now() + std::chrono::hours(1);
        std::size_t steps = 0;
        while (world.settle_step(ends))
            if (++steps == at) each.bot_crashes();
        world.wait(std::chrono::minutes(7));
        if (each.lead.modal() != "null") each.lead.fills({{"formation", "web=3"}});
        EXPECT_EQ(events(each, journal::kind::accepted), 1) << at;
        EXPECT_EQ(events(each, journal::kind::delivered), 1) << at;
        EXPECT_EQ(each.bot.messages(), 1) << at;
        each.heroku.has("acme", "web", 3);
        if (steps < at) break;
    }
}

TEST_P(form_scenario, no_form_for_who_may_not_and_none_for_a_mention) {
    s.guest.says("/ops heroku scale");
    EXPECT_EQ(s.guest.modal(), "null");
    s.bot.answers("needs app");
    s.lead.says("heroku scale");
    EXPECT_EQ(s.lead.modal(), "null");
    s.bot.answers("Usage");
}

TEST_P(form_scenario, where_the_bot_is_not_the_answer_is_in_direct_messages) {
    s.lead.says("/ops heroku ps", "general");
    s.lead.fills({{"app", "acme"}});
    EXPECT_FALSE(s.world.messages("@lead").empty());
}

TEST_P(form_scenario, a_secret_is_asked_for_where_nobody_else_sees_it) {
    s.lead.says("/ops heroku config set acme");
    EXPECT_NE(s.lead.modal().find("Nobody else sees what you type here"), std::string::npos)
        << s.lead.modal();
    s.lead.fills({{"vars", "API_KEY=hush-hush \"GREETING=good morning\""}});
    EXPECT_EQ(s.lead.modal(), "null");
    s.bot.answers("API_KEY=[secret]");
    s.lead.clicks_if_asked("Confirm");
    s.lead.says("heroku config show acme");
    s.bot.answers("GREETING");
    s.bot.answers("(12 characters)");
    for (const auto& each : s.world.messages())
        EXPECT_EQ((each.text + boost::json::serialize(each.blocks)).find("hush-hush"),
                  std::string::npos);
    for (const auto& each : s.world.simulation().journal().events())
        EXPECT_EQ(each.data.find("hush-hush"), std::string::npos) << each.data;
    for (const std::string& each : s.world.simulation().log().lines)
        EXPECT_EQ(each.find("hush-hush"), std::string::npos) << each;
}

/// Every option of the choice before lead, in its order.
std::vector<std::string> offered(const story& in) {
    const auto view = in.world.vendors().slack().view_of("lead", "modal");
    std::vector<std::string> made;
    for (const auto& group : view.at("blocks").at(1).at("element").at("option_groups").as_array())
        for (const auto& each : group.at("options").as_array())
            made.emplace_back(each.at("value").as_string());
    return made;
}

TEST_P(form_scenario, all_that_fits_what_a_message_names_is_offered) {
    s.lead.says("@dev acme, acme-staging, globex, globex-staging, initech are slow");
    s.lead.points_at("are slow");
    const std::vector<std::string> all = offered(s);
    EXPECT_GT(all.size(), limits::slack_options);
    std::size_t fitting = 0;
    for (const entry& each : support::all_commands().entries()) {
        const auto& fields = each.what->fields;
        fitting += !fields.empty() && fields.front().kind == field_kind::argument &&
                           fields.front().required && fields.front().value->held_at == "heroku"
                       ? 1
                       : 0;
    }
    EXPECT_EQ(all.size(), 5 * fitting) << "none is cut";
    EXPECT_NE(std::find(all.begin(), all.end(), "heroku config set initech"), all.end());
    s.lead.fills({{"command", "heroku restart initech"}});
    s.lead.fills({});
    s.bot.answers("initech");
}

TEST_P(form_scenario, what_has_no_room_in_a_choice_is_counted_there) {
    std::vector<fitting_line> lines;
    for (std::size_t i = 0; i < 1'000; ++i)
        lines.push_back({"ps app" + std::to_string(i), "Show it", "app" + std::to_string(i / 20)});
    lines.front().text += std::string(limits::slack_option_bytes, 'x');
    const input_form made = choice_among(lines);
    const std::size_t shown = made.fields.front().choices.size();
    EXPECT_EQ(made.intro,
              "What shall I do about it? You can look at it once more before it runs. Here is no "
              "room for " +
                  std::to_string(1'000 - shown) +
                  " more that would fit: type those, or point at a message that names less.");
    EXPECT_LT(slack::modal_view(made).size(), 250'000U) << "what a view of Slack's may have";
    EXPECT_EQ(slack::modal_view(made).find("plain_text_input"), std::string::npos);
}

INSTANTIATE_TEST_SUITE_P(ways, form_scenario, support::both_ways(), support::name_of_way);

} // namespace
} // namespace chatops
