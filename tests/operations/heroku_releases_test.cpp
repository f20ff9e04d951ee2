// Releases, maintenance and config vars, as someone sees and changes them.
#include "tests/operations/heroku_bench.hpp"

#include <gtest/gtest.h>

namespace chatops::operations {
namespace {

using namespace std::chrono_literals;
using bench = support::heroku_bench;
using support::cells;
using support::code_of;
using support::fact_of;
using support::paragraphs;
using support::played;

TEST(heroku_releases, are_listed_newest_first) {
    bench at;
    const played seen = at.play("heroku releases acme-staging");
    EXPECT_EQ(seen.text(), "4 releases of acme-staging");
    EXPECT_EQ(cells(seen.answer), "v4 | 2024-02-28 12:00 | Deploy 5e6f7a8b (current) | \n"
                                  "v3 | 2024-02-27 12:00 | Deploy 1a2b3c4d | \n"
                                  "v2 | 2024-02-26 12:00 | Enable Logplex | \n"
                                  "v1 | 2024-02-26 12:00 | Initial release | \n");
    const played two = at.play("heroku release list acme-staging -n 2");
    EXPECT_EQ(two.text(), "The last 2 releases of acme-staging");
    const catalogue commands(heroku_entries());
    for (const char* const wrong : {"0", "-5", "101"})
        EXPECT_FALSE(commands.read(std::string("heroku releases acme-staging -n ") + wrong))
            << wrong;
}

TEST(heroku_release_show, says_whether_it_runs_and_how_to_go_back) {
    bench at;
    const played newest = at.play("heroku release show acme-staging");
    EXPECT_EQ(newest.text(), "acme-staging runs v4: Deploy 5e6f7a8b");
    EXPECT_EQ(fact_of(newest.answer, "By"), "ops@agency.example");
    EXPECT_EQ(fact_of(newest.answer, "State"), "succeeded, current");
    EXPECT_EQ(fact_of(newest.answer, "Release phase"), "none");
    EXPECT_EQ(paragraphs(newest.answer), "");
    const played earlier = at.play("heroku release show acme-staging v3");
    EXPECT_EQ(earlier.text(), "acme-staging once ran v3: Deploy 1a2b3c4d");
    EXPECT_EQ(paragraphs(earlier.answer), "`heroku rollback acme-staging v3` runs it again.\n");
    EXPECT_EQ(paragraphs(at.play("heroku release show acme-staging 1").answer),
              "It cannot be gone back to.\n");
    EXPECT_EQ(at.play("heroku release show acme-staging v99").text(),
              "Couldn't find that release.");
}

TEST(heroku_release_show, tells_one_that_failed_or_waits) {
    auto given = mocks::agency_account();
    given.apps[0].releases.push_back({"Deploy 00000000", "failed", 1h});
    given.apps[0].releases.push_back({"Deploy 11111111", "pending", 0h});
    bench at(given);
    const played failed = at.play("heroku release show acme-staging v5");
    EXPECT_EQ(failed.text(), "acme-staging: release v5 failed: Deploy 00000000");
    EXPECT_EQ(failed.answer.how, tone::bad);
    EXPECT_EQ(at.play("heroku release show acme-staging").text(),
              "acme-staging: release v6 is pending: Deploy 11111111");
}

/// The same account, with a release phase in `acme-staging`.
mocks::heroku::seed with_release_phase(const std::string& command) {
    auto given = mocks::agency_account();
    given.apps[0].formation.push_back({.type = "release", .quantity = 0, .command = command});
    return given;
}

TEST(heroku_release_show, says_what_the_release_phase_wrote) {
    bench at(with_release_phase("echo \x1b[31mMigrating\x1b[0m; echo No column; exit 1"));
    at.change("PATCH", "/apps/acme-staging/config-vars", R"({"LOG_LEVEL":"debug"})");
    const played pending = at.play("heroku release show acme-staging");
    EXPECT_EQ(pending.text(), "acme-staging: release v5 is pending: Set LOG_LEVEL config vars");
    EXPECT_EQ(code_of(pending.answer), "");
    EXPECT_EQ(fact_of(pending.answer, "Release phase"), "(none)");
    at.pass(10s);
    const played failed = at.play("heroku release output acme-staging v5");
    EXPECT_EQ(failed.text(), "acme-staging: release v5 failed: Set LOG_LEVEL config vars");
    EXPECT_EQ(code_of(failed.answer), "Migrating\nNo column\n");
    EXPECT_EQ(code_of(at.play("heroku release output acme-staging v4").answer),
              "Migrating\nNo column\n");
    bench silent(with_release_phase("rake db:migrate"));
    EXPECT_EQ(paragraphs(silent.play("heroku release show acme-staging").answer),
              "Its release phase wrote nothing.\n");
}

TEST(heroku_release_show, tells_all_else_where_the_output_is_gone) {
    bench at(with_release_phase("echo Migrating"));
    at.trouble(R"([{"match":{"method":"GET","path":"/streams*"},"kind":"status","status":404}])");
    const played shown = at.play("heroku release show acme-staging");
    EXPECT_EQ(shown.text(), "acme-staging runs v4: Deploy 5e6f7a8b");
    EXPECT_EQ(paragraphs(shown.answer), "What its release phase wrote cannot be read.\n");
}

TEST(heroku_rollback, that_fails_says_what_the_release_phase_wrote) {
    bench at(with_release_phase("echo No column; exit 1"));
    const played failed = at.play_and_confirm("heroku rollback acme-staging v3 --wait");
    EXPECT_EQ(failed.text(), "acme-staging: release v5 failed, what ran before still runs");
    EXPECT_EQ(code_of(failed.answer), "No column\n");
}

TEST(heroku_maintenance, is_begun_shown_and_ended) {
    bench at;
    EXPECT_EQ(at.play("heroku maintenance show acme-staging").text(),
              "acme-staging is open to visitors");
    const played on = at.play("heroku maintenance on acme-staging");
    EXPECT_EQ(on.text(), "acme-staging is in maintenance: visitors see Heroku's maintenance page");
    EXPECT_NE(paragraphs(on.answer).find("`heroku maintenance off acme-staging`"),
              std::string::npos);
    EXPECT_EQ(at.app("acme-staging").at("maintenance"), true);
    const played shown = at.play("heroku maintenance show acme-staging");
    EXPECT_EQ(shown.answer.how, tone::warning);
}

TEST(heroku_maintenance, that_is_so_already_is_left_so) {
    bench at;
    EXPECT_EQ(at.play("heroku maintenance off acme-staging").text(),
              "acme-staging is open to visitors already: nothing was changed");
    EXPECT_EQ(at.sent("PATCH"), 0);
    auto given = mocks::agency_account();
    given.apps[0].maintenance = true;
    bench closed(given);
    EXPECT_EQ(closed.play("heroku maintenance off acme-staging").text(),
              "acme-staging is open to visitors again");
}

// ---- config vars

TEST(heroku_config_show, hides_every_value) {
    auto given = mocks::agency_account();
    given.apps[0].config_vars = {{"EMPTY", ""}, {"NAME", "\"ä\\ </b>&`$(x)'"}, {"TOKEN", "s3cr3t"}};
    bench at(given);
    const played seen = at.play("heroku config show acme-staging");
    EXPECT_EQ(seen.text(), "4 config vars of acme-staging");
    EXPECT_EQ(cells(seen.answer).substr(cells(seen.answer).find("EMPTY")),
              "EMPTY | empty | \nNAME | •••••••• (15 characters) | \n"
              "TOKEN | •••••••• (6 characters) | \n");
    EXPECT_EQ(at.play("heroku config get acme-staging TOKEN").text(),
              "acme-staging: TOKEN is •••••••• (6 characters)");
    EXPECT_EQ(at.all_kept().find("s3cr3t"), std::string::npos);
}

TEST(heroku_config_show, of_what_is_not_there_says_what_is_near) {
    bench at;
    const played none = at.play("heroku config show acme-staging LOG_LEVLE");
    EXPECT_EQ(none.text(), "acme-staging has no config var LOG_LEVLE");
    EXPECT_EQ(paragraphs(none.answer),
              "Did you mean `LOG_LEVEL`? `heroku config show acme-staging` lists them all.\n");
}

TEST(heroku_config_unset, removes_them_in_one_release_and_says_how_to_get_them_back) {
    bench at;
    const played done =
        at.play("heroku config unset acme-staging LOG_LEVEL SECRET_KEY LOG_LEVEL --wait");
    EXPECT_EQ(done.text(), "acme-staging: LOG_LEVEL, SECRET_KEY are unset, as v5, and all is up");
    EXPECT_EQ(paragraphs(done.answer), "`heroku rollback acme-staging v4` gets back what was, with "
                                       "the code and all config vars of v4.\n");
    EXPECT_FALSE(at.app("acme-staging").at("config_vars").as_object().contains("LOG_LEVEL"));
    EXPECT_EQ(at.all_kept().find("s3cr3t"), std::string::npos);
    EXPECT_EQ(at.deeds(), std::vector<std::string>{"PATCH /apps/acme-staging/config-vars "
                                                   R"({"LOG_LEVEL":null,"SECRET_KEY":null})"});
}

TEST(heroku_config_unset, of_one_that_is_not_there_changes_nothing) {
    bench at;
    EXPECT_EQ(at.play("heroku config unset acme-staging LOG_LEVEL SECRET_KEI").text(),
              "acme-staging has no config var SECRET_KEI: nothing was changed");
    EXPECT_EQ(at.sent("PATCH"), 0);
}

TEST(heroku_config_unset, puts_the_value_back_where_the_dynos_do_not_come_up) {
    auto given = mocks::agency_account();
    given.apps[0].formation[0].command = "exit 1";
    bench at(given);
    const std::string before = json::text(at.app("acme-staging").at("config_vars"));
    const played failed = at.play("heroku config unset acme-staging SECRET_KEY --wait");
    EXPECT_EQ(failed.text(), "waited 10 minutes for 'up'");
    EXPECT_EQ(json::text(at.app("acme-staging").at("config_vars")), before);
    EXPECT_EQ(at.sent("PATCH"), 2);
    EXPECT_EQ(at.all_kept().find("s3cr3t"), std::string::npos)
        << "the value is taken from the release before, and kept nowhere";
}

TEST(heroku_config_set, sends_the_value_as_it_is_and_shows_it_nowhere) {
    bench at;
    const std::string hostile = R"(v"1\ </b>&'`$(x) *_~> äß)";
    std::string quoted = "\"";
    for (const char each : hostile) {
        if (each == '"' || each == '\\') quoted += '\\';
        quoted += each;
    }
    quoted += '"';
    const played done = at.play("heroku config set acme-staging NEW_KEY=" + quoted + " --wait");
    EXPECT_EQ(done.text(), "acme-staging: NEW_KEY is set, as v5, and all is up");
    EXPECT_NE(paragraphs(done.answer).find("`heroku rollback acme-staging v4`"), std::string::npos);
    for (const auto& each : at.wires.exchanges())
        if (each->what.method == "PATCH") {
            EXPECT_EQ(json::parse(each->what.body).value().at("NEW_KEY"), hostile.c_str());
        }
    EXPECT_EQ(at.all_kept().find("</b>"), std::string::npos);
    EXPECT_EQ(at.all_kept().find("s3cr3t"), std::string::npos);
}

TEST(heroku_config_set, to_what_it_is_changes_nothing) {
    bench at;
    EXPECT_EQ(at.play("heroku config set acme-staging LOG_LEVEL=info").text(),
              "acme-staging: LOG_LEVEL has that value already: nothing was changed");
}

TEST(heroku_config_set, puts_back_what_was_where_the_dynos_do_not_come_up) {
    for (const char* const name : {"SECRET_KEY", "NEW_KEY"}) {
        auto given = mocks::agency_account();
        given.apps[0].formation[0].command = "exit 1";
        bench at(given);
        const std::string before = json::text(at.app("acme-staging").at("config_vars"));
        const std::string line = std::string("heroku config set acme-staging ") + name + "=new";
        EXPECT_EQ(at.play(line + " --wait").text(), "waited 10 minutes for 'up'");
        EXPECT_EQ(json::text(at.app("acme-staging").at("config_vars")), before) << name;
        EXPECT_EQ(at.all_kept().find("s3cr3t"), std::string::npos);
    }
}

} // namespace
} // namespace chatops::operations
