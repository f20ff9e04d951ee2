// Runs that are ended, rules that change: what needs a moment that a script of lines cannot choose.

#include "chatops/config/read.hpp"
#include "mocks/worlds/script.hpp"
#include "tests/support/story.hpp"

#include <gtest/gtest.h>

#include <string>

namespace chatops {
namespace {

using support::story;

/// The id of the last run of that command.
std::string run_of(const story& s, const std::string& command) {
    std::string id;
    for (const auto& each : s.world.simulation().journal().events())
        if (each.what == journal::kind::accepted &&
            each.data.find("\"command\":\"" + command + "\"") != std::string::npos)
            id = each.run.text;
    return id;
}

/// The data of what closed a run.
std::string ending_of(const story& s, const std::string& run) {
    for (const auto& each : s.world.simulation().journal().events())
        if (each.run.text == run && each.what == journal::kind::delivered) return each.data;
    return "open";
}

time_point ended_at(const story& s, const std::string& run) {
    for (const auto& each : s.world.simulation().journal().events())
        if (each.run.text == run && each.what == journal::kind::delivered) return each.when;
    return {};
}

/// A restart was asked for, and Heroku does not say any more how the dynos are: it waits.
std::string restart_that_waits(story& s) {
    s.dev.begins_to_say("heroku restart acme-staging --wait");
    sim::simulation& world = s.world.simulation();
    const time_point limit = world.now() + std::chrono::minutes(1);
    while (s.heroku.requests("DELETE", "/apps/acme-staging/dynos") == 0) {
        if (!world.settle_step(limit)) break;
    }
    const auto planned = world.control(
        s.world.vendors().heroku_server(), "PUT", "/_mock/faults",
        R"([{"match":"GET /apps/acme-staging/*","kind":"status","status":503,"count":0}])");
    EXPECT_EQ(planned.status, 200) << planned.body;
    world.wait(std::chrono::minutes(2));
    const std::string run = run_of(s, "heroku restart");
    EXPECT_EQ(ending_of(s, run), "open");
    return run;
}

TEST(cancel, a_run_that_waits_for_a_provider_ends_at_once) {
    story s;
    const std::string run = restart_that_waits(s);
    const time_point cancelled_at = s.world.simulation().now();
    s.dev.says("cancel " + run.substr(0, 4));
    EXPECT_NE(ending_of(s, run).find("\"outcome\":\"cancelled\""), std::string::npos)
        << ending_of(s, run);
    EXPECT_LT(ended_at(s, run) - cancelled_at, std::chrono::minutes(1)) << "and not after ten";
    EXPECT_EQ(s.heroku.requests("DELETE", "/apps/acme-staging/dynos"), 1);
    bool says_so = false;
    for (const auto& each : s.world.messages())
        says_so = says_so ||
                  mocks::worlds::shown_text(each).find("Cancelled by dev") != std::string::npos;
    EXPECT_TRUE(says_so) << "in the run's own message";
}

TEST(cancel, another_person_may_where_a_rule_says_so) {
    story s;
    const std::string run = restart_that_waits(s);
    s.pm.begins_to_say("cancel " + run);
    s.world.simulation().wait(std::chrono::seconds(10));
    EXPECT_EQ(ending_of(s, run), "open") << "pm may only look";
    s.bot.answers("Only dev");
    s.lead.says("cancel " + run);
    EXPECT_NE(ending_of(s, run).find("Cancelled by lead"), std::string::npos);
}

TEST(cancel, a_cancelled_run_ends_as_cancelled_whenever_the_bot_is_killed) {
    const auto play = [](int kill_after, bool& was_killed) {
        story s;
        const std::string run = restart_that_waits(s);
        s.dev.begins_to_say("cancel " + run);
        const time_point limit = s.world.simulation().now() + std::chrono::hours(1);
        int steps = 0;
        was_killed = false;
        while (s.world.simulation().settle_step(limit))
            if (++steps == kill_after) {
                s.bot_crashes();
                was_killed = true;
            }
        s.world.simulation().wait(std::chrono::minutes(15));
        s.world.simulation().settle();
        const std::string where = "killed after step " + std::to_string(kill_after);
        EXPECT_NE(ending_of(s, run).find("\"outcome\":\"cancelled\""), std::string::npos)
            << where << ": " << ending_of(s, run);
        int cancelled = 0;
        for (const auto& each : s.world.simulation().journal().events())
            cancelled += each.what == journal::kind::cancelled ? 1 : 0;
        EXPECT_EQ(cancelled, 1) << where;
        EXPECT_EQ(s.heroku.requests("DELETE", "/apps/acme-staging/dynos"), 1) << where;
    };
    bool was_killed = true;
    for (int step = 1; was_killed && !testing::Test::HasFailure(); ++step) play(step, was_killed);
}

/// The agency's configuration with something put in front of a text in it.
class file {
  public:
    explicit file(story& s) : text_(s.world.vendors().bot_configuration()) {
        s.world.simulation().set_configuration_file([this] {
            return config::read(text_, [](const char*) -> const char* { return nullptr; });
        });
    }
    void put(const std::string& more) { text_ += more; }
    void replace(const std::string& what, const std::string& with) {
        const auto at = text_.find(what);
        ASSERT_NE(at, std::string::npos) << text_;
        text_.replace(at, what.size(), with);
    }

  private:
    std::string text_;
};

TEST(reload, rules_that_are_read_anew_are_in_force_at_once) {
    story s;
    file configuration(s);
    s.dev.says("heroku scale acme web=3");
    s.heroku.has("acme", "web", 2);
    configuration.put("\n[groups.night]\nmembers = [\"dev\"]\n\n[[rules]]\ngroups = "
                      "[\"night\"]\ncommands = [\"heroku *\"]\nprojects = [\"acme\"]\n");
    s.dev.says("reload");
    s.bot.answers("Not allowed");
    s.dev.says("heroku scale acme web=3");
    s.heroku.has("acme", "web", 2);
    s.lead.says("reload");
    s.bot.answers("Reloaded: 4 people, ");
    s.dev.says("heroku scale acme web=3");
    s.heroku.has("acme", "web", 3);
    s.dev.says("heroku scale globex web=3");
    s.bot.answers("where app is `*-staging`");
    s.heroku.has("globex", "web", 1);
    s.dev.says("may me heroku scale acme web=4");
    s.bot.answers("the group night may run `heroku *` for acme");
}

TEST(reload, a_wrong_configuration_is_explained_and_the_old_one_goes_on) {
    story s;
    file configuration(s);
    configuration.put("\n[[rules]]\nroles = [\"dev\"]\ngroups = [\"nobody\"]\ncomands = [\"*\"]\n");
    s.lead.says("reload");
    s.bot.answers("Not reloaded");
    s.bot.answers("did you mean commands?");
    s.dev.says("heroku scale acme web=3");
    s.heroku.has("acme", "web", 2);
    s.dev.says("heroku scale acme-staging worker=1");
    s.heroku.has("acme-staging", "worker", 1);
}

TEST(reload, what_waits_is_judged_by_the_new_rules) {
    story s;
    file configuration(s);
    s.lead.says("heroku rollback acme v4");
    configuration.replace("commands = [\"*\"]", "commands = [\"heroku scale\", \"reload\"]");
    s.lead.says("reload");
    s.lead.clicks("Confirm");
    s.bot.answers("Reloaded");
    const std::string run = run_of(s, "heroku rollback");
    EXPECT_NE(ending_of(s, run).find("\"outcome\":\"denied\""), std::string::npos)
        << ending_of(s, run);
    EXPECT_EQ(s.heroku.requests("POST", "/apps/acme/releases"), 0);
}

TEST(reload, what_is_under_way_goes_on) {
    story s;
    file configuration(s);
    s.dev.begins_to_say("heroku restart acme-staging --wait");
    s.world.simulation().wait(std::chrono::seconds(2));
    configuration.replace("commands = [\"heroku restart\", \"heroku scale\"]",
                          "commands = [\"heroku scale\"]");
    s.lead.says("reload");
    const std::string run = run_of(s, "heroku restart");
    EXPECT_NE(ending_of(s, run).find("all is up"), std::string::npos) << ending_of(s, run);
    s.dev.says("heroku restart acme-staging");
    s.bot.answers("Not allowed");
}

TEST(reload, what_needs_a_restart_is_said) {
    story s;
    file configuration(s);
    configuration.replace("name = \"ops\"", "name = \"bot\"");
    configuration.replace("path = \"chatops.sqlite\"", "path = \"other.sqlite\"");
    s.lead.says("reload");
    s.bot.answers("in force only after a restart: bot.name, store.path");
}

} // namespace
} // namespace chatops
