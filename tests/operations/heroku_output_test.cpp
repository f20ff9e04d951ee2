// What applications write and builds say, commands that run once, and dynos that are stopped.
#include "chatops/operations/heroku/builds.hpp"
#include "chatops/operations/heroku/logs.hpp"
#include "chatops/operations/heroku/output.hpp"
#include "chatops/operations/heroku/run.hpp"
#include "chatops/operations/heroku/stop.hpp"
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

// ---- logs

TEST(heroku_logs, show_the_last_lines_of_all_or_of_some) {
    bench at;
    at.change("PATCH", "/apps/acme-staging/formation/worker", R"({"quantity":2})");
    at.pass(10s);
    const played all = at.play("heroku logs acme-staging");
    EXPECT_EQ(all.text(), "acme-staging: the last 3 lines (UTC)");
    EXPECT_EQ(code_of(all.answer),
              "2024-02-29 12:00:00 api: Scaled to worker@2:Standard-1X by user "
              "ops@agency.example\n"
              "2024-02-29 12:00:00 heroku/worker.2: Starting process with command `bin/worker`\n"
              "2024-02-29 12:00:05 heroku/worker.2: State changed from starting to up\n");
    EXPECT_EQ(code_of(at.play("heroku logs acme-staging -n 1").answer),
              "2024-02-29 12:00:05 heroku/worker.2: State changed from starting to up\n");
    EXPECT_EQ(at.play("heroku logs acme-staging --source app").text(),
              "acme-staging: the last 1 line (UTC)");
    EXPECT_EQ(at.play("heroku logs acme-staging --dyno worker").text(),
              "acme-staging worker: the last 2 lines (UTC)");
    EXPECT_EQ(at.play("heroku logs acme-staging --dyno web.1 --source app").text(),
              "acme-staging web.1: there is nothing of it in the log");
    EXPECT_EQ(at.play("heroku logs nobody").text(), "Couldn't find that app.");
}

TEST(heroku_logs, refuses_how_long_where_nothing_is_followed) {
    bench at;
    const played end = at.play("heroku logs acme-staging --for 15m");
    EXPECT_EQ(end.text(),
              "`--for` says how long the log is followed, and nothing follows it without `--tail`");
    EXPECT_EQ(end.answer.how, tone::bad);
    EXPECT_EQ(at.sent("GET") + at.sent("POST"), 0);
}

TEST(log_shown, leaves_what_it_does_not_know_and_drops_what_a_terminal_would_obey) {
    EXPECT_EQ(log_shown("2012-01-01T12:00:00.123456+00:00 app[web.1]: \x1b[31mred\x1b[0m ]: [x]\r\n"
                        "not a line\n"
                        "2012-01-01T12:00:00+00:00 app web.1: no brackets"),
              "2012-01-01 12:00:00 web.1: red ]: [x]\n"
              "not a line\n"
              "2012-01-01T12:00:00+00:00 app web.1: no brackets\n");
    EXPECT_EQ(log_shown(""), "");
}

TEST(end_of_output, keeps_the_end_from_the_beginning_of_a_line) {
    EXPECT_EQ(end_of_output("a\nb\n"), "a\nb\n");
    std::string text;
    for (int i = 0; i < 10'000; ++i) text += "line " + std::to_string(i) + "\n";
    const std::string end = end_of_output(text);
    EXPECT_LE(end.size(), 25'000u);
    EXPECT_EQ(end.substr(0, 9), "…\nline ");
    EXPECT_EQ(end.substr(end.size() - 10), "line 9999\n");
}

TEST(without_query, hides_what_may_be_a_credential) {
    EXPECT_EQ(without_query("https://a.example/b.tgz?X-Amz-Signature=1"),
              "https://a.example/b.tgz?…");
    EXPECT_EQ(without_query("https://a.example/b.tgz"), "https://a.example/b.tgz");
}

// ---- builds

constexpr const char* build_line = "heroku build create acme-staging --source "
                                   "https://code.example/a.tgz --version 1a2b3c4d5e";

TEST(heroku_build_create, waits_for_its_end_and_says_the_release) {
    bench at;
    const played done = at.play(build_line);
    EXPECT_EQ(done.text(), "acme-staging: the build of 1a2b3c4d5e is released as v5");
    EXPECT_GE(at.world_time.now() - at.start, 20s) << "the mock takes that long";
    EXPECT_EQ(at.deeds().at(0),
              "POST /apps/acme-staging/builds "
              R"({"source_blob":{"url":"https://code.example/a.tgz","version":"1a2b3c4d5e"}})");
    const played listed = at.play("heroku builds acme-staging");
    EXPECT_EQ(listed.text(), "1 build of acme-staging");
    EXPECT_NE(cells(listed.answer).find("| 2024-02-29 12:00 | succeeded | 1a2b3c4d | "),
              std::string::npos)
        << cells(listed.answer);
}

TEST(heroku_build_create, that_fails_says_what_heroku_said) {
    bench at;
    const played failed =
        at.play("heroku deploy acme-staging --source https://code.invalid/a.tgz?token=x");
    EXPECT_EQ(failed.text(), "acme-staging: the build ended as failed; what ran before still runs");
    EXPECT_EQ(failed.answer.how, tone::bad);
    EXPECT_NE(code_of(failed.answer).find("Failed to fetch the source"), std::string::npos);
    bench later;
    later.change("POST", "/apps/acme-staging/builds",
                 R"({"source_blob":{"url":"https://code.invalid/a.tgz?token=x"}})");
    later.pass(1min);
    const played shown = later.play("heroku build show acme-staging");
    EXPECT_EQ(shown.answer.how, tone::bad);
    EXPECT_EQ(fact_of(shown.answer, "Source"), "https://code.invalid/a.tgz?…");
}

TEST(heroku_build_show, finds_one_by_the_beginning_of_its_id) {
    bench at;
    at.change("POST", "/apps/acme-staging/builds",
              R"({"source_blob":{"url":"https://code.example/a.tgz","version":"one"}})");
    const played going = at.play("heroku build show acme-staging");
    EXPECT_NE(going.text().find(" goes on"), std::string::npos) << going.text();
    EXPECT_EQ(paragraphs(going.answer), "What it says can be read when it has ended.\n");
    at.pass(1min);
    const std::string id = fact_of(going.answer, "Id");
    const played ended = at.play("heroku build show acme-staging " + id.substr(0, 6));
    EXPECT_EQ(ended.text(), "acme-staging: build " + id.substr(0, 8) + " succeeded");
    EXPECT_EQ(fact_of(ended.answer, "Took"), "20 s");
    EXPECT_NE(code_of(ended.answer).find("-----> Launching... done"), std::string::npos);
    EXPECT_EQ(at.play("heroku build show acme-staging ffffffff").text(),
              "acme-staging has no build ffffffff");
    EXPECT_EQ(at.play("heroku build show brix").text(), "brix has no build yet");
}

TEST(heroku_build_create, says_so_when_the_release_of_what_was_built_fails) {
    auto given = mocks::agency_account();
    given.apps[0].formation.push_back(
        {.type = "release", .quantity = 0, .command = "echo No column; exit 1"});
    bench at(given);
    const played failed = at.play(build_line);
    EXPECT_EQ(failed.text(), "acme-staging: the build of 1a2b3c4d5e succeeded, and its release v5 "
                             "failed; what ran before still runs");
    EXPECT_EQ(failed.answer.how, tone::bad);
    EXPECT_EQ(code_of(failed.answer), "No column\n");
}

TEST(find_build, knows_ours_from_others) {
    const time_point since{std::chrono::seconds(100)};
    const auto found = [&](const char* id, const char* url, int created_s) {
        heroku::build each;
        each.id = id;
        each.source_blob.url = url;
        each.created_at = time_point(std::chrono::seconds(created_s));
        return find_build({each}, {"old"}, "https://a", since) != nullptr;
    };
    EXPECT_TRUE(found("new", "https://a", 100));
    EXPECT_FALSE(found("new", "https://a", 99)) << "an earlier one";
    EXPECT_FALSE(found("old", "https://a", 100)) << "it was there before";
    EXPECT_FALSE(found("new", "https://b", 100));
}

// ---- commands that run once

TEST(shell_command, is_the_shells_where_it_is_one_text_and_ours_where_it_is_words) {
    EXPECT_EQ(shell_command({"ls | wc -l; echo \"$HOME\""}), "ls | wc -l; echo \"$HOME\"");
    EXPECT_EQ(shell_command({"rake", "db:migrate", "VERSION=3"}), "rake db:migrate VERSION=3");
    EXPECT_EQ(shell_command({"echo", "a b", "", "it's", "$(x)", "`y`", "*", "ä\n"}),
              "echo 'a b' '' 'it'\\''s' '$(x)' '`y`' '*' 'ä\n'");
}

TEST(heroku_run, asks_first_and_tells_what_it_wrote) {
    bench at;
    const std::string line = "heroku run acme-staging -- echo hello";
    const played asks = at.play(line);
    EXPECT_EQ(asks.shown.title, "Run this in acme-staging?");
    EXPECT_EQ(fact_of(asks.shown, "Command"), "echo hello");
    EXPECT_EQ(fact_of(asks.shown, "With").substr(0, 3), "v4 ");
    EXPECT_EQ(at.sent("POST"), 0);
    at.answer("@confirm", "yes");
    const played done = at.play(line);
    EXPECT_NE(done.text().find(" has ended well"), std::string::npos) << done.text();
    EXPECT_EQ(code_of(done.answer), "hello\n");
}

TEST(heroku_release_show, of_one_whose_phase_did_not_end_in_time_says_that_it_failed) {
    auto given = mocks::agency_account();
    given.apps[0].formation.push_back({.type = "release", .quantity = 0, .command = "sleep 7200"});
    bench at(given);
    at.change("PATCH", "/apps/acme-staging/config-vars", R"({"LOG_LEVEL":"debug"})");
    at.pass(2h);
    const played shown = at.play("heroku release show acme-staging v5");
    EXPECT_EQ(shown.answer.how, tone::bad);
    EXPECT_EQ(shown.text().substr(0, 31), "acme-staging: release v5 failed") << shown.text();
    EXPECT_EQ(fact_of(shown.answer, "State"), "expired");
}

TEST(heroku_run, that_fails_says_its_status) {
    bench at;
    const played failed = at.play_and_confirm("heroku run acme-staging \"exit 3\"");
    EXPECT_NE(failed.text().find(" has failed, with status 3"), std::string::npos) << failed.text();
    EXPECT_EQ(failed.answer.how, tone::bad);
    EXPECT_EQ(paragraphs(failed.answer), "It wrote nothing.\n");
}

TEST(heroku_run, that_takes_longer_is_left_running) {
    bench at;
    const played left = at.play_and_confirm("heroku run acme-staging --limit 1m \"sleep 600\"");
    EXPECT_NE(left.text().find(" still runs, after 1 min of waiting"), std::string::npos)
        << left.text();
    EXPECT_NE(paragraphs(left.answer).find("`heroku stop acme-staging run."), std::string::npos);
}

TEST(heroku_run, ends_when_its_time_is_up) {
    const std::string line =
        "heroku run acme-staging --for 2m \"echo begun; sleep 600; echo never\"";
    bench at;
    const played asks = at.play(line);
    EXPECT_EQ(fact_of(asks.shown, "For"), "at most 2 min: then Heroku ends it");
    at.answer("@confirm", "yes");
    const played done = at.play(line);
    EXPECT_NE(done.text().find(" was ended by Heroku after 2 min, as asked"), std::string::npos)
        << done.text();
    EXPECT_EQ(done.answer.how, tone::bad);
    EXPECT_EQ(code_of(done.answer), "begun\n");
    EXPECT_NE(at.deeds().at(0).find(R"("time_to_live":120)"), std::string::npos)
        << at.deeds().at(0);
    bench early;
    const played killed = early.play_and_confirm("heroku run acme-staging --for 1h \"exit 143\"");
    EXPECT_NE(killed.text().find(" has failed, with status 143"), std::string::npos)
        << "somebody else ended it: " << killed.text();
    bench impatient;
    const played left =
        impatient.play_and_confirm("heroku run acme-staging --for 1h --limit 1m \"sleep 7200\"");
    EXPECT_EQ(fact_of(left.answer, "For"), "at most 1 h: then Heroku ends it");
    const catalogue commands(heroku_entries());
    for (const char* const wrong : {"5s", "2d"})
        EXPECT_FALSE(commands.read(std::string("heroku run acme-staging ls --for ") + wrong))
            << wrong;
}

TEST(heroku_run, sends_every_character_as_it_is) {
    bench at;
    const std::string hostile = R"(echo '<b>&"$(x)`\' | tr a-z äß; true *_~>)";
    std::string quoted = "\"";
    for (const char each : hostile) {
        if (each == '"' || each == '\\') quoted += '\\';
        quoted += each;
    }
    const played done = at.play_and_confirm("heroku run acme-staging " + quoted + "\"");
    EXPECT_EQ(fact_of(done.answer, "Command"), hostile);
    for (const auto& each : at.wires.exchanges())
        if (each->what.method == "POST" && each->what.path() == "/apps/acme-staging/dynos") {
            EXPECT_EQ(json::parse(each->what.body).value().at("command"), hostile.c_str());
        }
}

// ---- stop, formation

TEST(heroku_stop, ends_a_command_or_a_process_type) {
    bench at;
    at.change("POST", "/apps/acme-staging/dynos", R"({"command":"sleep 600"})");
    const std::string name(
        at.app("acme-staging").at("dynos").as_array().back().at("name").as_string());
    const played one = at.play("heroku stop acme-staging " + name);
    EXPECT_EQ(one.text(), "Stopped 1 dyno of acme-staging (" + name + ")");
    EXPECT_EQ(paragraphs(one.answer), "");
    bench type;
    const played web = type.play("heroku stop acme-staging web");
    EXPECT_EQ(web.text(), "Stopped 2 dynos of acme-staging (web)");
    EXPECT_NE(paragraphs(web.answer).find("`heroku scale acme-staging web=0`"), std::string::npos);
    bench none;
    const played missing = none.play("heroku stop acme-staging web.9");
    EXPECT_EQ(missing.text(), "acme-staging has no dyno web.9 that runs");
    EXPECT_FALSE(cells(missing.answer).empty());
    EXPECT_TRUE(none.deeds().empty());
}

TEST(were_stopped, is_true_only_of_all) {
    heroku::dyno first;
    first.id = "a";
    first.state = "up";
    heroku::dyno second = first;
    second.id = "b";
    heroku::dyno down = first;
    down.state = "down";
    EXPECT_TRUE(were_stopped({first, second}, {down}));
    EXPECT_FALSE(were_stopped({first, second}, {second}));
    EXPECT_TRUE(were_stopped({first}, {}));
}

TEST(heroku_formation, lists_process_types) {
    bench at;
    const played seen = at.play("heroku formation acme-staging");
    EXPECT_EQ(seen.text(), "3 process types of acme-staging");
    EXPECT_EQ(cells(seen.answer), "clock | 0 × Standard-1X | bin/clock | \n"
                                  "web | 2 × Standard-1X | bin/web | \n"
                                  "worker | 1 × Standard-1X | bin/worker | \n");
}

} // namespace
} // namespace chatops::operations
