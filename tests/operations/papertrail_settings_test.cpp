// Systems, groups, saved searches, destinations, people and the account at Papertrail.
#include "tests/operations/papertrail_bench.hpp"

#include <gtest/gtest.h>

namespace chatops::operations {
namespace {

using namespace std::chrono_literals;
using papertrail_at = support::papertrail_bench;
using support::cells;
using support::code_of;
using support::fact_of;
using support::paragraphs;
using support::played;

TEST(papertrail_systems, are_listed_with_their_last_line) {
    papertrail_at at;
    at.writes("one");
    at.pass(3min);
    const played all = at.play("papertrail systems");
    EXPECT_EQ(all.text(), "4 systems");
    EXPECT_EQ(cells(all.answer), "acme-db-1 | never | \n"
                                 "acme-web-1 | 3 min ago | \n"
                                 "acme_web_2 | never | \n"
                                 "switch | never | \n");
    EXPECT_EQ(at.play("papertrail systems web").text(), "2 systems with “web” in the name");
    EXPECT_EQ(at.play("papertrail systems --group Network").text(),
              "1 system of the group Network");
    EXPECT_EQ(at.play("papertrail systems --group x").text(), "There is no group “x”");
}

TEST(papertrail_system, is_shown) {
    papertrail_at at;
    const played shown = at.play("papertrail system show acme-db-1");
    EXPECT_EQ(shown.text(), "acme-db-1 last sent a line: never");
    EXPECT_EQ(fact_of(shown.answer, "Address"), "203.0.113.7");
    EXPECT_EQ(fact_of(shown.answer, "Sends to"), "logs.papertrailapp.com:514");
    EXPECT_EQ(fact_of(shown.answer, "Groups"), "All Systems, Production");
    EXPECT_EQ(at.play("papertrail system show nobody").text(), "There is no system “nobody”");
}

TEST(papertrail_system, is_registered_either_by_hostname_or_by_address) {
    papertrail_at at;
    const played made = at.play("papertrail system create web-9 --hostname w9.acme.example");
    EXPECT_EQ(made.text(), "Papertrail knows the system web-9");
    EXPECT_EQ(fact_of(made.answer, "Sends to"), "logs.papertrailapp.com:39273");
    papertrail_at other;
    EXPECT_EQ(other.play("papertrail system create web-9 --ip 203.0.113.40").text(),
              "Papertrail knows the system web-9");
    papertrail_at twice;
    EXPECT_EQ(twice.play("papertrail system create switch --ip 203.0.113.40").text(),
              "Nothing was made: there is a system switch already");
    EXPECT_EQ(twice.play("papertrail system create x").text(),
              "Nothing was made: a system is recognized either by its hostname or by its address");
    EXPECT_EQ(twice.play("papertrail system create x --hostname x --ip 203.0.113.4").text(),
              "Nothing was made: a system is recognized either by its hostname or by its address");
    papertrail_at elsewhere;
    EXPECT_EQ(elsewhere.play("papertrail system create x --hostname x --destination 1").text(),
              "There is no destination “1”");
    EXPECT_TRUE(twice.deeds().empty() && elsewhere.deeds().empty());
}

TEST(papertrail_system, keeps_any_sign_in_its_name) {
    papertrail_at at;
    at.play("papertrail system rename switch \"a name/with?all#&=%20 `x` $(y) <!channel> 'té'\"");
    EXPECT_NE(at.id_of("systems", "a name/with?all#&=%20 `x` $(y) <!channel> 'té'"), "");
}

TEST(papertrail_system, is_called_something_else) {
    papertrail_at at;
    EXPECT_EQ(at.play("papertrail system rename switch core-switch").text(),
              "The system switch is now called core-switch");
    papertrail_at same;
    EXPECT_EQ(same.play("papertrail system rename switch switch").text(),
              "switch is called that already: nothing was changed");
    papertrail_at taken;
    EXPECT_EQ(taken.play("papertrail system rename switch acme-db-1").text(),
              "Name has already been taken");
}

TEST(papertrail_system, is_recognized_by_something_else) {
    using lines = std::vector<change_part::line>;
    papertrail_at at;
    const played moved = at.play("papertrail system change switch --ip 203.0.113.41");
    EXPECT_EQ(moved.text(), "switch is recognized by 203.0.113.41");
    EXPECT_EQ(std::get<change_part>(moved.answer.parts.at(0)).lines,
              (lines{{"address", "203.0.113.8", "203.0.113.41"}}));
    papertrail_at named;
    const played host = named.play("papertrail system change switch --hostname sw1");
    EXPECT_EQ(std::get<change_part>(host.answer.parts.at(0)).lines,
              (lines{{"hostname", "none", "sw1"},
                     {"address", "203.0.113.8", "none"},
                     {"sends to", "logs.papertrailapp.com:514", "logs.papertrailapp.com:39273"}}));
    papertrail_at back;
    EXPECT_EQ(back.play("papertrail system change acme-web-1 --ip 203.0.113.41").text(),
              "acme-web-1 is recognized by 203.0.113.41");
    papertrail_at same;
    EXPECT_EQ(same.play("papertrail system change switch --ip 203.0.113.8").text(),
              "switch is recognized by 203.0.113.8 already: nothing was changed");
    for (const char* const unclear : {"", " --hostname a --ip 203.0.113.4"})
        EXPECT_EQ(same.play("papertrail system change switch" + std::string(unclear)).text(),
                  "Nothing was changed: a system is recognized either by its hostname or by its "
                  "address");
    for (const char* const line : {"papertrail system change switch", "papertrail system create x"})
        EXPECT_NE(same.play(line + std::string(" --ip 203.0.113.4 --destination 39273"))
                      .text()
                      .find(": only a system with a hostname has a destination"),
                  std::string::npos);
    EXPECT_TRUE(same.deeds().empty());
}

TEST(papertrail_system, joins_and_leaves_groups) {
    papertrail_at at;
    EXPECT_EQ(at.play("papertrail system join acme-db-1 Network").text(),
              "acme-db-1 is in the group Network");
    papertrail_at there;
    EXPECT_EQ(there.play("papertrail system join switch Network").text(),
              "switch is in the group Network already: nothing was changed");
    papertrail_at leaves;
    EXPECT_EQ(leaves.play("papertrail system leave switch Network").text(),
              "switch is not in the group Network any more");
    papertrail_at stays;
    const played warned = stays.play("papertrail system leave acme-db-1 Production");
    EXPECT_EQ(warned.text(),
              "acme-db-1 is still in the group Production: its name matches the wildcard acme*");
    EXPECT_EQ(warned.answer.how, tone::warning);
    papertrail_at never;
    EXPECT_EQ(never.play("papertrail system leave acme-db-1 Network").text(),
              "acme-db-1 is not in the group Network: nothing was changed");
    papertrail_at nobody;
    EXPECT_EQ(nobody.play("papertrail system leave nobody Network").text(),
              "There is no system “nobody”");
    papertrail_at nowhere;
    EXPECT_EQ(nowhere.play("papertrail system join switch nobody").text(),
              "There is no group “nobody”");
}

TEST(papertrail_system, is_destroyed_once_somebody_said_yes_to_what_is_lost) {
    papertrail_at at;
    const played asked = at.play("papertrail system destroy switch");
    EXPECT_EQ(asked.asked, "@confirm");
    EXPECT_EQ(asked.shown.title, "Destroy the system switch for good?");
    EXPECT_EQ(fact_of(asked.shown, "Lost"),
              "its place in groups, and what it wrote cannot be searched");
    at.answer("@confirm", "yes");
    EXPECT_EQ(at.play("papertrail system destroy switch").text(), "The system switch is destroyed");
    EXPECT_EQ(at.id_of("systems", "switch"), "");
    papertrail_at meanwhile;
    meanwhile.play("papertrail system destroy switch");
    meanwhile.ask("PUT", "systems/switch.json", "system[name]=core");
    meanwhile.answer("@confirm", "yes");
    EXPECT_EQ(meanwhile.play("papertrail system destroy switch").text(),
              "The system switch is not any more what you were shown: nothing was changed. Ask "
              "again to see what it is now");
    papertrail_at gone;
    gone.play("papertrail system destroy switch");
    gone.ask("DELETE", "systems/switch.json");
    gone.answer("@confirm", "yes");
    EXPECT_EQ(gone.play("papertrail system destroy switch").text(),
              "The system switch is gone already");
}

TEST(papertrail_groups, are_listed_shown_made_and_renamed) {
    papertrail_at at;
    const played all = at.play("papertrail groups");
    EXPECT_EQ(all.text(), "3 groups");
    EXPECT_EQ(cells(all.answer), "All Systems | 4 | * | \n"
                                 "Network | 1 | – | \n"
                                 "Production | 3 | acme* | \n");
    const played shown = at.play("papertrail group show Production");
    EXPECT_EQ(shown.text(), "The group Production has 3 systems");
    EXPECT_EQ(fact_of(shown.answer, "Systems"), "acme-db-1, acme-web-1, acme_web_2");
    const played made = at.play("papertrail group create Both --system switch --system acme-db-1");
    EXPECT_EQ(made.text(), "There is a group Both with 2 systems");
    papertrail_at wild;
    EXPECT_EQ(wild.play("papertrail group create Web --wildcard \"*web*\"").text(),
              "There is a group Web with 2 systems");
    papertrail_at twice;
    EXPECT_EQ(twice.play("papertrail group create Network").text(),
              "Nothing was made: there is a group Network already");
    papertrail_at nobody;
    EXPECT_EQ(nobody.play("papertrail group create X --system nobody").text(),
              "There is no system “nobody”");
    papertrail_at renamed;
    EXPECT_EQ(renamed.play("papertrail group rename Network \"The network\"").text(),
              "The group Network is now called The network");
}

TEST(papertrail_group, is_destroyed_with_its_searches) {
    papertrail_at at;
    const played asked = at.play("papertrail group destroy Production");
    EXPECT_EQ(fact_of(asked.shown, "Lost"), "this group, and the searches saved in it");
    EXPECT_EQ(fact_of(asked.shown, "Kept"), "its systems, and what they wrote");
    at.answer("@confirm", "yes");
    EXPECT_EQ(at.play("papertrail group destroy Production").text(),
              "The group Production is destroyed");
    EXPECT_TRUE(at.ask("GET", "searches.json").as_array().empty());
}

TEST(papertrail_saved_searches, are_listed_made_run_changed_and_destroyed) {
    papertrail_at at;
    at.writes("GET /x 502", "acme-web-1", "nginx");
    at.writes("GET /y 502", "switch", "nginx");
    const played all = at.play("papertrail searches");
    EXPECT_EQ(all.text(), "1 saved search");
    EXPECT_EQ(cells(all.answer), "Failed requests | program:nginx 502 | \n");
    const played run = at.play("papertrail saved run \"failed requests\"");
    EXPECT_EQ(run.text(), "1 line for “program:nginx 502” of the group Production (UTC)");
    EXPECT_EQ(code_of(run.answer), "2024-02-29 12:00:00 acme-web-1 nginx: GET /x 502\n");
    EXPECT_EQ(at.play("papertrail saved run nothing").text(), "There is no saved search “nothing”");
    const played made = at.play("papertrail save Slow \"duration statement\" --group Production");
    EXPECT_EQ(made.text(), "The search is saved as Slow");
    EXPECT_EQ(fact_of(made.answer, "Group"), "Production");
    papertrail_at other;
    const played there = other.play("papertrail save \"Failed requests\" program:nginx 50");
    EXPECT_EQ(there.text(), "Nothing was saved: there is a saved search Failed requests already");
    EXPECT_EQ(fact_of(there.answer, "Its query"), "program:nginx 502");
    EXPECT_TRUE(other.deeds().empty());
    papertrail_at same;
    EXPECT_EQ(same.play("papertrail save \"Failed requests\" program:nginx 502").text(),
              "Failed requests searches for that already: nothing was changed");
    papertrail_at gone;
    EXPECT_EQ(gone.play_and_confirm("papertrail saved destroy \"Failed requests\"").text(),
              "The saved search Failed requests is destroyed");
}

TEST(papertrail_saved_search, looks_for_something_else_or_elsewhere) {
    papertrail_at at;
    const played changed =
        at.play("papertrail saved change \"Failed requests\" \"status:5 -health\" --group network");
    EXPECT_EQ(changed.text(), "The saved search Failed requests is changed");
    EXPECT_EQ(std::get<change_part>(changed.answer.parts.at(0)).lines,
              (std::vector<change_part::line>{{"query", "program:nginx 502", "status:5 -health"},
                                              {"group", "Production", "Network"}}));
    papertrail_at same;
    EXPECT_EQ(
        same.play(
                "papertrail saved change \"Failed requests\" program:nginx 502 --group production")
            .text(),
        "Failed requests searches for that already: nothing was changed");
    EXPECT_EQ(same.play("papertrail saved change \"Failed requests\"").text(),
              "Nothing was changed: say what it is to search for, or where");
    EXPECT_TRUE(same.deeds().empty());
    papertrail_at named;
    EXPECT_EQ(named.play("papertrail saved rename \"Failed requests\" Gateways").text(),
              "The saved search Failed requests is now called Gateways");
}

TEST(papertrail_saved_search, is_run_within_a_time) {
    papertrail_at at;
    at.writes("GET /x 502", "acme-web-1", "nginx");
    at.pass(10min);
    at.writes("GET /y 502", "acme-web-1", "nginx");
    const std::string run = "papertrail saved run \"Failed requests\"";
    EXPECT_EQ(code_of(at.play(run + " --until \"2024-02-29 12:05 UTC\"").answer),
              "2024-02-29 12:00:00 acme-web-1 nginx: GET /x 502\n");
    EXPECT_EQ(code_of(at.play(run + " --for 5m").answer),
              "2024-02-29 12:10:00 acme-web-1 nginx: GET /y 502\n");
    EXPECT_EQ(at.play(run + " --since \"2024-02-29 12:00 UTC\" --for 5m").text(),
              "`--for` and `--since` both say where it begins");
}

TEST(papertrail_group, takes_other_systems_by_another_wildcard) {
    papertrail_at at;
    const played changed = at.play("papertrail group change Production --wildcard \"*web*\"");
    EXPECT_EQ(changed.text(), "The group Production has 2 systems");
    EXPECT_EQ(
        std::get<change_part>(changed.answer.parts.at(0)).lines,
        (std::vector<change_part::line>{{"wildcard", "acme*", "*web*"}, {"systems", "3", "2"}}));
    papertrail_at none;
    EXPECT_EQ(none.play("papertrail group change Production --no-wildcard").text(),
              "The group Production has 0 systems");
    papertrail_at same;
    EXPECT_EQ(same.play("papertrail group change Production --wildcard \"acme*\"").text(),
              "The group Production has the wildcard acme* already: nothing was changed");
    EXPECT_TRUE(same.deeds().empty());
    papertrail_at lacks;
    EXPECT_EQ(lacks.play("papertrail group change Network --no-wildcard").text(),
              "The group Network has no wildcard already: nothing was changed");
    for (const char* const unclear : {"", " --wildcard x --no-wildcard"})
        EXPECT_EQ(lacks.play("papertrail group change Network" + std::string(unclear)).text(),
                  "Nothing was changed: say one wildcard, or that it has none");
    EXPECT_TRUE(lacks.deeds().empty());
}

TEST(papertrail_destinations, are_listed_made_and_closed) {
    papertrail_at at;
    EXPECT_EQ(cells(at.play("papertrail destinations").answer),
              "logs.papertrailapp.com:39273 | \n");
    const played made = at.play("papertrail destination create --description routers");
    EXPECT_EQ(made.text().substr(0, 44), "Papertrail takes logs at logs.papertrailapp.");
    EXPECT_EQ(fact_of(made.answer, "For"), "routers");
    EXPECT_EQ(fact_of(made.answer, "Thrown away"), "nothing");
    papertrail_at gone;
    const played asked = gone.play("papertrail destination destroy 39273");
    EXPECT_EQ(asked.shown.title, "Destroy the destination 39273 for good?");
    EXPECT_EQ(fact_of(asked.shown, "Lost"),
              "what is sent to logs.papertrailapp.com:39273 from now on");
    gone.answer("@confirm", "yes");
    EXPECT_EQ(gone.play("papertrail destination destroy 39273").text(),
              "The destination 39273 is destroyed");
}

TEST(papertrail_destination, throws_away_other_lines) {
    papertrail_at at;
    const played changed = at.play("papertrail destination change 39273 --filter /health");
    EXPECT_EQ(changed.text(), "The destination 39273 is changed");
    EXPECT_EQ(std::get<change_part>(changed.answer.parts.at(0)).lines,
              (std::vector<change_part::line>{{"thrown away", "nothing", "/health"}}));
    papertrail_at named;
    EXPECT_EQ(std::get<change_part>(
                  named.play("papertrail destination change 39273 --description routers")
                      .answer.parts.at(0))
                  .lines,
              (std::vector<change_part::line>{{"for", "machines", "routers"}}));
    papertrail_at same;
    EXPECT_EQ(same.play("papertrail destination change 39273 --no-filter").text(),
              "The destination 39273 is so already: nothing was changed");
    EXPECT_EQ(same.play("papertrail destination change 39273").text(),
              "Nothing was changed: say what is to be different");
    EXPECT_EQ(same.play("papertrail destination change 39273 --filter x --no-filter").text(),
              "`--filter` and `--no-filter` cannot both be: nothing was changed");
    EXPECT_TRUE(same.deeds().empty());
}

TEST(papertrail_users, are_listed_invited_and_removed) {
    papertrail_at at;
    EXPECT_EQ(at.play("papertrail users").text(), "2 people at Papertrail");
    EXPECT_EQ(at.play("papertrail user invite pm@agency.example --read-only").text(),
              "pm@agency.example is invited to Papertrail, to read");
    papertrail_at there;
    EXPECT_EQ(there.play("papertrail user invite DEV@agency.example").text(),
              "dev@agency.example is at Papertrail already: nothing was changed");
    papertrail_at asks;
    EXPECT_EQ(asks.play("papertrail user remove dev@agency.example").shown.title,
              "Remove the person dev@agency.example for good?");
    papertrail_at gone;
    EXPECT_EQ(gone.play_and_confirm("papertrail user remove dev@agency.example").text(),
              "The person dev@agency.example is removed");
    papertrail_at owner;
    EXPECT_EQ(owner.play_and_confirm("papertrail user remove ops@agency.example").text(),
              "You can't remove yourself");
    papertrail_at nobody;
    EXPECT_EQ(nobody.play("papertrail user remove dave@agency.example").text(),
              "There is no person “dave@agency.example”");
}

TEST(papertrail_usage, says_how_much_is_left) {
    papertrail_at at;
    const played usage = at.play("papertrail usage");
    EXPECT_EQ(usage.text(), "300 MB of 1.07 GB are used this month, 28 %");
    EXPECT_EQ(usage.answer.how, tone::neutral);
    mocks::papertrail::seed nearly = mocks::papertrail::silent_account();
    nearly.used_bytes = 1'000'000'000;
    papertrail_at full(nearly);
    EXPECT_EQ(full.play("papertrail usage").answer.how, tone::warning);
}

TEST(papertrail_archives, are_listed_the_newest_first) {
    papertrail_at none;
    EXPECT_EQ(none.play("papertrail archives").text(), "0 archives");
    mocks::papertrail::seed busy = mocks::papertrail::agency_account();
    busy.written_since = 36h;
    papertrail_at at(busy);
    at.pass(24h);
    const played all = at.play("papertrail archives");
    EXPECT_EQ(all.text(), "2 archives");
    EXPECT_EQ(cells(all.answer), "2024-02-29 00:00 | 2024-02-29.tsv.gz | 1.19 MB | \n"
                                 "2024-02-28 00:00 | 2024-02-28.tsv.gz | 1.19 MB | \n");
    const played one = at.play("papertrail archive show 2024-02-28");
    EXPECT_EQ(one.text(), "The archive 2024-02-28.tsv.gz");
    EXPECT_EQ(fact_of(one.answer, "Size"), "1.19 MB");
    const std::string address = fact_of(one.answer, "Download");
    EXPECT_NE(address.find("/api/v1/archives/2024-02-28/download"), std::string::npos) << address;
    EXPECT_EQ(code_of(one.answer),
              "curl -L -o '2024-02-28.tsv.gz' -H \"X-Papertrail-Token: $PAPERTRAIL_API_TOKEN\" '" +
                  address + "'\n");
    EXPECT_EQ(at.play("papertrail archive show 2024-02-29.tsv.gz").text(),
              "The archive 2024-02-29.tsv.gz");
}

} // namespace
} // namespace chatops::operations
