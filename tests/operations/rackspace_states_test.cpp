// Rackspace's servers that are looked for by what they are, that are not as they should be, and
// what people keep with them.
#include "tests/operations/rackspace_deeds.hpp"

#include <gtest/gtest.h>

#include <string>
#include <variant>

namespace chatops::operations {
namespace {

using support::cells;
using support::fact_of;
using support::paragraphs;
using support::played;
using bench_of_states = support::rackspace_bench;

/// One that was not built, one that is held still, and one that is nowhere.
mocks::rackspace::seed with_troubled_servers() {
    auto given = mocks::rackspace::agency_account();
    given.servers.push_back({.name = "bad-1",
                             .status = "ERROR",
                             .fault = {404, "Could not find image 5241.", "Traceback:\nline 2"}});
    given.servers.push_back({.name = "still-1", .status = "PAUSED"});
    given.servers.push_back({.name = "away-1", .status = "SUSPENDED"});
    return given;
}

std::string changes_in(const played& end) {
    std::string text;
    for (const auto& each : std::get<change_part>(end.answer.parts.at(0)).lines)
        text += each.name + ": " + each.before + " > " + each.after + '\n';
    return text;
}

// ---- what is looked for

TEST(rackspace_servers_filtered, are_those_of_a_state_a_flavor_and_an_image) {
    bench_of_states at(with_troubled_servers());
    const played off = at.play("rackspace servers --status shutoff");
    EXPECT_EQ(off.text(), "1 server: shutoff");
    EXPECT_EQ(cells(off.answer), "old-1 | shutoff | 192.0.2.4 | \n");
    EXPECT_EQ(cells(at.play("rackspace servers --status error").answer),
              "bad-1 | error | none | \n");
    EXPECT_EQ(at.play("rackspace servers --status verify-resize").text(),
              "0 servers: verify resize");
    EXPECT_EQ(at.play("rackspace servers web --flavor general1-2 --status active").text(),
              "2 servers with “web” in the name: active, flavor general1-2");
    EXPECT_NE(
        at.wires.exchanges().back()->what.url.find("&name=web&status=ACTIVE&flavor=general1-2"),
        std::string::npos)
        << at.wires.exchanges().back()->what.url;
    EXPECT_EQ(at.play("rackspace servers --image 'Debian 12 (Bookworm) (Cloud)'").text(),
              "0 servers: image Debian 12 (Bookworm) (Cloud)");
    EXPECT_EQ(at.play("rackspace servers b.1").text(), "0 servers with “b.1” in the name")
        << "it is no expression";
    const played none = at.play("rackspace servers --flavor general1-3");
    EXPECT_EQ(none.text(), "There is no flavor “general1-3”");
    EXPECT_EQ(paragraphs(none.answer), "Did you mean `general1-1`, `general1-2` or `general1-4`? "
                                       "`rackspace flavors` lists them all.\n");
}

TEST(rackspace_images_filtered, are_those_of_a_server_and_a_state) {
    bench_of_states at;
    const played made = at.play("rackspace images --server web-1");
    EXPECT_EQ(made.text(), "1 image made of web-1");
    EXPECT_EQ(cells(made.answer), "web-1 before relaunch | 2024-02-22 12:00 | \n");
    EXPECT_EQ(at.play("rackspace images --server web-2").text(), "0 images made of web-2");
    at.ask("POST", "/servers/" + at.id_of("web-2") + "/action",
           R"({"createImage":{"name":"nightly"}})");
    EXPECT_EQ(at.play("rackspace images --own --status saving").text(),
              "1 image of the account's own, saving");
}

// ---- what went wrong

TEST(rackspace_server_fault, is_shown_with_what_to_do) {
    bench_of_states at(with_troubled_servers());
    const played seen = at.play("rackspace server show bad-1");
    EXPECT_EQ(seen.text(), "bad-1 is error");
    EXPECT_EQ(seen.answer.how, tone::bad);
    EXPECT_EQ(paragraphs(seen.answer),
              "Rackspace says: Could not find image 5241. (Traceback:)\n"
              "It was not built, and is paid for until `rackspace server destroy bad-1` takes it "
              "away.\n");
    EXPECT_EQ(fact_of(seen.answer, "Fault"), "404, 2023-11-01 12:01 UTC");
}

TEST(rackspace_server_fault, names_the_server_as_it_is_typed) {
    auto given = mocks::rackspace::agency_account();
    given.servers.push_back({.name = "bad one", .status = "ERROR"});
    bench_of_states at(given);
    EXPECT_EQ(paragraphs(at.play("rackspace server show 'bad one'").answer),
              "Rackspace says: No valid host was found. There are not enough hosts available.\n"
              "It was not built, and is paid for until `rackspace server destroy \"bad one\"` "
              "takes it away.\n");
}

TEST(rackspace_server_fault, ends_whatever_was_followed_to_its_end) {
    const char* const fault = R"({"code":403,"message":"The quota is met.","details":"ram"})";
    for (const auto& [action, line] :
         {std::pair{"resize", "rackspace server resize web-1 general1-4"},
          std::pair{"rebuild", "rackspace server rebuild web-1 'Debian 12 (Bookworm) (Cloud)'"},
          std::pair{"rescue", "rackspace server rescue web-1 a-long-password"},
          std::pair{"stop", "rackspace server stop web-1"},
          std::pair{"changePassword", "rackspace server password web-1 a-long-password"}}) {
        bench_of_states at;
        at.plan_errored(action, fault);
        const played failed = at.play_and_confirm(line);
        EXPECT_NE(failed.text().find(", and the server is now error"), std::string::npos)
            << line << ": " << failed.text();
        EXPECT_EQ(paragraphs(failed.answer),
                  "Rackspace says: The quota is met. (ram)\n"
                  "`rackspace server reboot web-1 --hard` may bring it back; Rackspace's support "
                  "can say more of it.\n")
            << line;
        EXPECT_EQ(fact_of(failed.answer, "Fault").substr(0, 16), "403, 2024-02-29 ") << line;
    }
}

// ---- what Rackspace made of them

TEST(rackspace_server_state, that_only_rackspace_ends_is_told_before_anything_is_asked) {
    for (const std::string name : {"still-1", "away-1"})
        for (const std::string line :
             {"rackspace server reboot NAME", "rackspace server start NAME",
              "rackspace server stop NAME", "rackspace server resize NAME general1-4",
              "rackspace server rebuild NAME 'Debian 12 (Bookworm) (Cloud)'",
              "rackspace server rescue NAME a-long-password", "rackspace server unrescue NAME",
              "rackspace server password NAME a-long-password"}) {
            bench_of_states at(with_troubled_servers());
            std::string typed = line;
            typed.replace(typed.find("NAME"), 4, name);
            const played no = at.play(typed);
            EXPECT_EQ(no.text(), name + (name == "still-1" ? " is paused" : " is suspended") +
                                     ": nothing was changed")
                << typed;
            EXPECT_EQ(no.answer.how, tone::bad);
            EXPECT_NE(paragraphs(no.answer).find("`rackspace server reboot " + name + " --hard`"),
                      std::string::npos)
                << paragraphs(no.answer);
            EXPECT_TRUE(at.deeds().empty()) << typed;
        }
}

TEST(rackspace_server_state, is_shown_and_ended_as_by_the_button) {
    bench_of_states at(with_troubled_servers());
    const played seen = at.play("rackspace server show still-1");
    EXPECT_EQ(seen.text(), "still-1 is paused");
    EXPECT_EQ(seen.answer.how, tone::warning);
    EXPECT_EQ(
        paragraphs(seen.answer),
        "Rackspace holds it still: it answers nobody, and keeps what is in its memory. Only "
        "their support lets it go on; `rackspace server reboot still-1 --hard` starts it anew "
        "without that.\n");
    EXPECT_EQ(at.play("rackspace server reboot still-1 --hard").text(), "still-1 was rebooted");
    EXPECT_EQ(bench_of_states(with_troubled_servers())
                  .play("rackspace server snapshot away-1 'as it was'")
                  .text(),
              "There is an image of away-1: as it was");
    bench_of_states broken(with_troubled_servers());
    EXPECT_EQ(broken.play("rackspace server start bad-1").text(),
              "bad-1 is error: nothing was changed");
    EXPECT_TRUE(broken.deeds().empty());
    bench_of_states rescued;
    detail::prepare_rescue(rescued);
    EXPECT_EQ(paragraphs(rescued.play("rackspace server show web-1").answer),
              "It runs from a clean disk, its own beside it: `rackspace server unrescue web-1` "
              "starts it from its own again.\n");
}

// ---- what people keep with them

TEST(rackspace_metadata, is_set_shown_and_removed) {
    bench_of_states at;
    const played set = at.play("rackspace metadata set web-1 client=acme stage=live");
    EXPECT_EQ(set.text(), "The metadata of web-1 is changed");
    EXPECT_EQ(changes_in(set), "client: none > acme\nstage: none > live\n");
    bench_of_states noted;
    detail::prepare_metadata(noted);
    const played shown = noted.play("rackspace metadata show web-1");
    EXPECT_EQ(shown.text(), "The metadata of web-1");
    EXPECT_EQ(cells(shown.answer), "client | acme | \n") << "a mark of ours is nobody's business";
    EXPECT_EQ(noted.play("rackspace metadata show web-2").text(), "web-2 has no metadata");
    bench_of_states gone;
    detail::prepare_metadata(gone);
    const played removed = gone.play("rackspace metadata remove web-1 client client");
    EXPECT_EQ(changes_in(removed), "client: acme > none\n");
    EXPECT_EQ(gone.deeds().size(), 1u);
    EXPECT_EQ(gone.state().find("client="), std::string::npos);
    EXPECT_EQ(json::text(gone.get("/servers/" + gone.id_of("web-1") + "/metadata")),
              R"({"metadata":{"chatops":"chatops-a1b2c3d4"}})");
}

TEST(rackspace_metadata, is_told_where_nothing_was_changed) {
    const std::pair<const char*, const char*> lines[] = {
        {"rackspace metadata set web-1 client=acme", "That is so already: nothing was changed"},
        {"rackspace metadata set web-1 chatops=mine",
         "Nothing was changed: the name chatops is the bot's own"},
        {"rackspace metadata remove web-1 chatops",
         "Nothing was changed: the name chatops is the bot's own"},
        {"rackspace metadata remove web-1 client clent",
         "The metadata of web-1 has no “clent”: nothing was changed"}};
    for (const auto& [line, said] : lines) {
        bench_of_states at;
        detail::prepare_metadata(at);
        EXPECT_EQ(at.play(line).text(), said) << line;
        EXPECT_TRUE(at.deeds().empty()) << line;
    }
    bench_of_states near;
    detail::prepare_metadata(near);
    EXPECT_EQ(paragraphs(near.play("rackspace metadata remove web-1 clent").answer),
              "Did you mean `client`? `rackspace metadata show web-1` lists all.\n");
    bench_of_states locked;
    detail::prepare_lock(locked);
    EXPECT_EQ(locked.play("rackspace metadata set web-1 client=acme").text(),
              "Instance " + locked.id_of("web-1") + " is locked");
    bench_of_states full;
    std::string many = "rackspace metadata set web-1";
    for (int i = 0; i < 41; ++i) many += " n" + std::to_string(i) + "=x";
    EXPECT_EQ(full.play(many).text(), "Maximum number of metadata items exceeds 40");
}

TEST(rackspace_metadata, that_is_half_removed_says_what_is_gone) {
    bench_of_states at;
    at.ask("POST", "/servers/" + at.id_of("web-1") + "/metadata",
           R"({"metadata":{"client":"acme","stage":"live"}})");
    at.trouble(R"([{"match":{"method":"DELETE","path":"/v2/*/metadata/stage"},"kind":"status",)"
               R"("status":403}])");
    const played half = at.play("rackspace metadata remove web-1 client stage");
    ASSERT_TRUE(half.failure) << half.text();
    history past;
    for (const journal::event& each : at.store->events()) past.add(each);
    const std::string told = paragraphs(explain_failure(half.failure, past, {}));
    EXPECT_NE(told.find("Done before: remove client.\n"), std::string::npos) << told;
    EXPECT_EQ(json::text(at.get("/servers/" + at.id_of("web-1") + "/metadata")),
              R"({"metadata":{"stage":"live"}})");
}

TEST(rackspace_metadata, takes_every_character_of_a_line) {
    const std::string name = "a b/c?d#e%f";
    const std::string value = R"(g"h <i> = é 💡 {j} $k `l` *m*)";
    bench_of_states at;
    EXPECT_EQ(
        changes_in(at.play("rackspace metadata set web-1 '" + name + '=' + value + "' empty=")),
        name + ": none > " + value + "\nempty: none > empty\n");
    bench_of_states gone;
    boost::json::object items;
    items[name] = value;
    boost::json::object body;
    body["metadata"] = std::move(items);
    gone.ask("POST", "/servers/" + gone.id_of("web-1") + "/metadata", json::text(body));
    EXPECT_EQ(changes_in(gone.play("rackspace metadata remove web-1 '" + name + '\'')),
              name + ": " + value + " > none\n");
    EXPECT_EQ(json::text(gone.get("/servers/" + gone.id_of("web-1") + "/metadata")),
              R"({"metadata":{}})");
}

TEST(rackspace_server_create, keeps_something_with_it_from_its_beginning) {
    const std::string line = "rackspace server create web-3 --flavor general1-2 --image "
                             "\"Debian 12 (Bookworm) (Cloud)\" --key lead --metadata ";
    bench_of_states at;
    const played made = at.play(line + "client=acme --metadata stage=live");
    EXPECT_EQ(made.text(), "web-3 is up: 192.0.2.6");
    EXPECT_EQ(fact_of(made.answer, "client"), "acme");
    EXPECT_EQ(fact_of(made.answer, "stage"), "live");
    bench_of_states ours;
    EXPECT_EQ(ours.play(line + "chatops=mine").text(),
              "Nothing was made: the name chatops is the bot's own");
    EXPECT_TRUE(ours.deeds().empty());
}

TEST(rackspace_server_create, hands_on_what_it_does_when_it_first_starts) {
    const std::string line = "rackspace server create web-3 --flavor general1-2 --image "
                             "\"Debian 12 (Bookworm) (Cloud)\" --key lead";
    bench_of_states at;
    const played made = at.play(line + " --user-data '#!/bin/sh\necho \"ü & $HOME\" > /tmp/a\n'");
    EXPECT_EQ(made.text(), "web-3 is up: 192.0.2.6");
    EXPECT_NE(at.deeds().at(0).find(
                  R"("user_data":"IyEvYmluL3NoCmVjaG8gIsO8ICYgJEhPTUUiID4gL3RtcC9hCg==",)"
                  R"("config_drive":true)"),
              std::string::npos)
        << at.deeds().at(0);
    const auto shown = at.get("/servers/" + at.id_of("web-3"));
    EXPECT_EQ(shown.at_pointer("/server/config_drive"), "True");
    bench_of_states without;
    without.play(line);
    EXPECT_EQ(without.deeds().at(0).find("user_data"), std::string::npos);
    EXPECT_EQ(without.deeds().at(0).find("config_drive"), std::string::npos);
}

// ---- what was done to them

TEST(rackspace_server_actions, are_listed_with_the_requests_that_went_wrong) {
    bench_of_states at;
    at.plan_errored("reboot");
    at.ask("POST", "/servers/" + at.id_of("web-1") + "/action", R"({"reboot":{"type":"SOFT"}})");
    at.pass(std::chrono::minutes(1));
    const played told = at.play("rackspace server actions web-1");
    EXPECT_EQ(told.text(), "2 actions of web-1");
    EXPECT_EQ(cells(told.answer), "reboot | no: Error | 2024-02-29 12:00 | \n"
                                  "create | yes | 2023-11-01 12:00 | \n");
    EXPECT_EQ(fact_of(told.answer, "reboot 2024-02-29 12:00").substr(0, 4), "req-");
    bench_of_states many;
    for (int i = 0; i < 12; ++i)
        for (const char* const way : {"os-stop", "os-start"}) {
            many.ask("POST", "/servers/" + many.id_of("web-1") + "/action",
                     std::string("{\"") + way + "\":null}");
            many.pass(std::chrono::minutes(1));
        }
    EXPECT_EQ(many.play("rackspace server actions web-1").text(),
              "25 actions of web-1, the newest 20");
}

} // namespace
} // namespace chatops::operations
