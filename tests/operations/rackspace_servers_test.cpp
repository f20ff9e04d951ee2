// What one sees of Rackspace's servers, what is done with them, and what is said where it is not
// clear or not possible.
#include "tests/operations/rackspace_bench.hpp"

#include <gtest/gtest.h>

namespace chatops::operations {
namespace {

using namespace std::chrono_literals;
using support::cells;
using support::fact_of;
using support::paragraphs;
using support::played;
using bench_of_servers = support::rackspace_bench;

mocks::rackspace::seed with_twin_servers() {
    auto given = mocks::rackspace::agency_account();
    given.servers.push_back({.name = "web-1", .flavor = "2"});
    return given;
}

/// Plays it on through its questions: yes, and what is said of a trial.
played through(bench_of_servers& at, const std::string& line, const std::string& trial = "keep") {
    played end = at.play(line);
    while (!end.asked.empty()) {
        at.answer(end.asked, end.asked == "@confirm" ? "yes" : trial);
        end = at.play(line);
    }
    return end;
}

TEST(rackspace_servers, lists_those_of_its_region_by_name) {
    bench_of_servers at;
    const played seen = at.play("rackspace servers");
    EXPECT_EQ(seen.text(), "4 servers");
    EXPECT_EQ(cells(seen.answer), "db-1 | active | 192.0.2.3 | \n"
                                  "old-1 | shutoff | 192.0.2.4 | \n"
                                  "web-1 | active | 192.0.2.1 | \n"
                                  "web-2 | active | 192.0.2.2 | \n");
    EXPECT_EQ(at.play("rax servers web").text(), "2 servers with “web” in the name");
    const played none = at.play("rackspace server list nobody");
    EXPECT_EQ(none.text(), "0 servers with “nobody” in the name");
    EXPECT_TRUE(none.answer.parts.empty());
    at.configuration.providers["rackspace"].more["region"] = "ORD";
    EXPECT_EQ(at.play("rackspace servers").text(), "1 server");
}

TEST(rackspace_server_show, shows_one_by_name_or_id) {
    bench_of_servers at;
    const played seen = at.play("rackspace server show db-1");
    EXPECT_EQ(seen.text(), "db-1 is active");
    EXPECT_EQ(seen.answer.how, tone::good);
    EXPECT_EQ(fact_of(seen.answer, "Flavor"), "general1-8");
    EXPECT_EQ(fact_of(seen.answer, "Image"), "Ubuntu 24.04 LTS (Noble Numbat) (Cloud)");
    EXPECT_EQ(fact_of(seen.answer, "Private address"), "10.208.0.3");
    EXPECT_EQ(cells(seen.answer), "create | yes | 120 d | \n");
    const played off = at.play("rackspace server show " + at.id_of("old-1"));
    EXPECT_EQ(off.text(), "old-1 is shutoff");
    EXPECT_EQ(off.answer.how, tone::warning);
}

TEST(rackspace_server_show, of_a_name_that_nobody_has_says_which_are_near) {
    bench_of_servers at;
    const played none = at.play("rackspace server show wep-1");
    EXPECT_EQ(none.text(), "There is no server “wep-1”");
    EXPECT_EQ(paragraphs(none.answer),
              "Did you mean `web-1` or `web-2`? `rackspace servers` lists them all.\n");
    EXPECT_EQ(at.play("rackspace server show 52415800-8b69-11e0-9b19-734f000004d2").text(),
              "There is no server “52415800-8b69-11e0-9b19-734f000004d2”");
}

TEST(rackspace_server_changes, do_nothing_where_it_is_not_clear_which_is_meant) {
    for (const char* const line :
         {"rackspace server show web-1", "rackspace server reboot web-1",
          "rackspace server start web-1", "rackspace server stop web-1",
          "rackspace server resize web-1 general1-4", "rackspace server confirm web-1",
          "rackspace server revert web-1", "rackspace server rename web-1 other",
          "rackspace server snapshot web-1", "rackspace server rebuild web-1 Debian",
          "rackspace server rescue web-1 secret", "rackspace server unrescue web-1",
          "rackspace server password web-1 secret", "rackspace server destroy web-1"}) {
        bench_of_servers at(with_twin_servers());
        const played twins = at.play(line);
        EXPECT_EQ(twins.title(), "2 servers are called “web-1”: which one do you mean?") << line;
        EXPECT_EQ(twins.shown.buttons.size(), 3u) << line;
        EXPECT_TRUE(at.deeds().empty()) << line;
    }
}

TEST(rackspace_server_reboot, is_soft_or_by_the_button) {
    bench_of_servers at;
    EXPECT_EQ(at.play("rackspace server reboot web-1").text(), "web-1 was rebooted");
    EXPECT_NE(at.deeds().at(0).find(R"({"reboot":{"type":"SOFT"}})"), std::string::npos);
    bench_of_servers hard;
    EXPECT_EQ(hard.play("rax server restart web-1 --hard").text(), "web-1 was rebooted");
    EXPECT_NE(hard.deeds().at(0).find(R"({"reboot":{"type":"HARD"}})"), std::string::npos);
}

TEST(rackspace_server_reboot, tells_what_rackspace_says_against_it) {
    bench_of_servers at;
    const std::string id = at.id_of("old-1");
    EXPECT_EQ(at.play("rackspace server reboot old-1").text(),
              "Cannot 'reboot' instance " + id + " while it is in vm_state stopped");
    bench_of_servers failing;
    failing.plan_errored("reboot");
    const played failed = failing.play("rackspace server reboot web-1");
    EXPECT_EQ(failed.text(), "web-1: Rackspace began the reboot, and the server is now error");
    EXPECT_EQ(failed.answer.how, tone::bad);
    EXPECT_EQ(paragraphs(failed.answer),
              "Rackspace says: Failed to reboot instance: the hypervisor did not answer in time.\n"
              "`rackspace server reboot web-1 --hard` may bring it back; Rackspace's support can "
              "say more of it.\n");
}

TEST(rackspace_server_power, switches_off_and_on) {
    bench_of_servers off;
    EXPECT_EQ(off.play("rackspace server stop web-1").text(),
              "web-1 is off; it is paid for all the same");
    bench_of_servers on;
    EXPECT_EQ(on.play("rackspace server start old-1").text(), "old-1 is on");
    bench_of_servers already;
    EXPECT_EQ(already.play("rackspace server stop old-1").text(),
              "old-1 is off already: nothing was changed");
    EXPECT_EQ(bench_of_servers().play("rackspace server start web-1").text(),
              "web-1 is on already: nothing was changed");
}

TEST(rackspace_server_resize, is_shown_tried_and_kept) {
    bench_of_servers at;
    const std::string line = "rackspace server resize web-1 general1-4";
    const played asked = at.play(line);
    EXPECT_EQ(asked.shown.title, "Resize web-1 to general1-4?");
    EXPECT_EQ(fact_of(asked.shown, "Now"), "general1-2 (2 CPUs, 2 GB, disk 40 GB)");
    EXPECT_EQ(fact_of(asked.shown, "Then"), "general1-4 (4 CPUs, 4 GB, disk 80 GB)");
    EXPECT_EQ(fact_of(asked.shown, "Meanwhile"), "it is down, for some minutes");
    EXPECT_TRUE(at.deeds().empty());
    at.answer("@confirm", "yes");
    const played trial = at.play(line);
    ASSERT_EQ(trial.asked, "trial");
    EXPECT_EQ(trial.shown.title, "web-1 has general1-4 on trial: does it stay so?");
    ASSERT_EQ(trial.shown.buttons.size(), 2u);
    EXPECT_EQ(trial.shown.buttons[0].label, "Keep general1-4");
    EXPECT_EQ(trial.shown.buttons[1].label, "Back to general1-2");
    at.answer("trial", "keep");
    EXPECT_EQ(at.play(line).text(), "web-1 keeps general1-4, and is on");
}

TEST(rackspace_server_resize, is_given_back_if_a_person_says_so) {
    bench_of_servers at;
    const std::string before = at.state();
    EXPECT_EQ(through(at, "rackspace server resize web-1 general1-4", "back").text(),
              "web-1 has general1-2 again, and is on");
    EXPECT_EQ(at.state().substr(0, before.find("create")), before.substr(0, before.find("create")));
}

TEST(rackspace_flavor, is_named_by_what_it_is_called_too) {
    bench_of_servers at;
    const std::string named = "\"4 GB General Purpose v1\"";
    EXPECT_EQ(at.play("rackspace server resize web-1 " + named).shown.title,
              "Resize web-1 to general1-4?");
    bench_of_servers other;
    other.play("rackspace server create web-3 --flavor " + named +
               " --image \"Debian 12 (Bookworm) (Cloud)\" --key lead");
    EXPECT_NE(other.deeds().at(0).find(R"("flavorRef":"general1-4")"), std::string::npos);
    EXPECT_EQ(bench_of_servers().play("rackspace servers --flavor " + named).text(),
              "0 servers: flavor general1-4");
}

TEST(rackspace_server_resize, that_rackspace_kept_meanwhile_is_told) {
    bench_of_servers at;
    const std::string line = "rackspace server resize web-1 general1-4";
    at.play(line);
    at.answer("@confirm", "yes");
    ASSERT_EQ(at.play(line).asked, "trial");
    at.pass(25h);
    at.answer("trial", "back");
    EXPECT_EQ(at.play(line).text(),
              "web-1 is not on trial: it is active, with general1-4. Nothing was changed");
}

TEST(rackspace_server_resize, says_why_it_cannot_be) {
    const auto said = [](const std::string& line) {
        bench_of_servers at;
        const played end = at.play(line);
        EXPECT_TRUE(at.deeds().empty()) << line;
        return end.text() + '\n' + paragraphs(end.answer);
    };
    EXPECT_EQ(said("rackspace server resize web-1 general1-2"),
              "web-1 has that flavor already: nothing was changed\n");
    EXPECT_EQ(said("rackspace server resize web-1 general1-3"),
              "There is no flavor “general1-3”\nDid you mean `general1-1`, `general1-2` or "
              "`general1-4`? `rackspace flavors` lists them all.\n");
    EXPECT_EQ(said("rackspace server resize db-1 general1-4"),
              "db-1 stays as it is: Rackspace makes servers larger only, and general1-4 (4 CPUs, 4 "
              "GB, disk 80 GB) is smaller than general1-8 (8 CPUs, 8 GB, disk 160 GB)\n"
              "`rackspace flavors` lists those there are.\n");
}

TEST(rackspace_server_resize, that_fails_says_so) {
    bench_of_servers at;
    at.plan_errored("resize");
    const played failed = through(at, "rackspace server resize web-1 general1-4");
    EXPECT_EQ(failed.text(), "web-1: Rackspace began the resize, and the server is now error");
    EXPECT_EQ(paragraphs(failed.answer).substr(0, 79),
              "Rackspace says: No valid host was found. There are not enough hosts available.\n");
}

TEST(rackspace_server_trial, is_ended_by_a_command_of_its_own) {
    for (const bool keeps : {true, false}) {
        bench_of_servers at;
        at.ask("POST", "/servers/" + at.id_of("web-1") + "/action",
               R"({"resize":{"flavorRef":"general1-4"}})");
        at.pass(3min);
        EXPECT_EQ(at.play("rackspace server show web-1").text(), "web-1 is verify resize");
        EXPECT_EQ(
            at.play(keeps ? "rackspace server confirm web-1" : "rackspace server revert web-1")
                .text(),
            keeps ? "web-1 keeps general1-4, and is on" : "web-1 has general1-2 again, and is on");
    }
    EXPECT_EQ(bench_of_servers().play("rackspace server confirm web-1").text(),
              "web-1 is not on trial: it is active, with general1-2. Nothing was changed");
}

TEST(rackspace_server_create, makes_one_that_a_key_opens) {
    bench_of_servers at;
    const std::string line = "rackspace server create web-3 --flavor general1-2 --image "
                             "\"Debian 12 (Bookworm) (Cloud)\" --key lead";
    const played made = at.play(line);
    EXPECT_EQ(made.text(), "web-3 is up: 192.0.2.6");
    EXPECT_EQ(fact_of(made.answer, "SSH key"), "lead");
    EXPECT_EQ(fact_of(made.answer, "Image"), "Debian 12 (Bookworm) (Cloud)");
    EXPECT_EQ(fact_of(made.answer, "chatops"), "(none)") << "a mark of ours is nobody's business";
    for (const auto& each : at.store->events())
        EXPECT_EQ(each.data.find("adminPass"), std::string::npos) << "the password is dropped";
}

TEST(rackspace_server_create, makes_nothing_where_something_is_not_there) {
    const auto said = [](const std::string& line) {
        bench_of_servers at;
        const played end = at.play("rackspace server create " + line);
        EXPECT_TRUE(at.deeds().empty()) << line;
        return end.text();
    };
    const std::string rest = " --flavor general1-2 --image \"Debian 12 (Bookworm) (Cloud)\" --key ";
    EXPECT_EQ(said("web-1" + rest + "lead"), "Nothing was made: there is a server web-1 already");
    EXPECT_EQ(said("web-3" + rest + "nobody"), "There is no SSH key “nobody”");
    EXPECT_EQ(said("web-3 --flavor general1-2 --image Debian --key lead"),
              "There is no image “Debian”");
    EXPECT_EQ(said("web-3 --flavor huge --image \"Debian 12 (Bookworm) (Cloud)\" --key lead"),
              "There is no flavor “huge”");
}

TEST(rackspace_server_create, that_ends_in_error_says_what_it_costs) {
    bench_of_servers at;
    at.plan_errored("create");
    const played failed = at.play("rackspace server create web-3 --flavor general1-2 --image "
                                  "\"Debian 12 (Bookworm) (Cloud)\" --key lead");
    EXPECT_EQ(failed.text(), "web-3: Rackspace began to make it, and the server is now error");
    EXPECT_EQ(paragraphs(failed.answer),
              "Rackspace says: No valid host was found. There are not enough hosts available.\n"
              "It was not built, and is paid for until `rackspace server destroy web-3` takes it "
              "away.\n");
}

TEST(rackspace_server_rename, takes_every_character) {
    const std::string odd = R"(a<b>&c*d_e~f`g/h?i#j%k{l}m|n é 💡)";
    bench_of_servers at;
    EXPECT_EQ(at.play("rackspace server rename web-1 '" + odd + "'").text(),
              "web-1 is now called " + odd);
    bench_of_servers again;
    again.ask("PUT", "/servers/" + again.id_of("web-1"),
              json::text(boost::json::object{{"server", boost::json::object{{"name", odd}}}}));
    EXPECT_EQ(again.play("rackspace server reboot '" + odd + "'").text(), odd + " was rebooted");
    bench_of_servers taken;
    EXPECT_EQ(taken.play("rackspace server rename web-1 web-2").text(),
              "web-1 keeps its name: there is a server web-2 already");
    EXPECT_EQ(bench_of_servers().play("rackspace server rename web-1 web-1").text(),
              "web-1 is called that already: nothing was changed");
}

TEST(rackspace_server_lock, keeps_everybody_from_doing_anything) {
    bench_of_servers at;
    const played locked = at.play("rackspace server lock web-1");
    EXPECT_EQ(locked.text(), "web-1 is locked: it runs on, and nothing can be done to it");
    EXPECT_EQ(paragraphs(locked.answer),
              "`rackspace server unlock web-1` takes the lock off again.\n");
    bench_of_servers refused;
    const std::string id = refused.id_of("web-1");
    refused.ask("POST", "/servers/" + id + "/action", R"({"lock":null})");
    EXPECT_EQ(refused.play("rackspace server reboot web-1").text(),
              "Instance " + id + " is locked");
    bench_of_servers open;
    open.ask("POST", "/servers/" + id + "/action", R"({"lock":null})");
    EXPECT_EQ(open.play("rackspace server unlock web-1").text(),
              "web-1 is not locked: things can be done to it again");
    open.ask("POST", "/servers/" + id + "/action", R"({"reboot":{"type":"SOFT"}})");
}

TEST(rackspace_server_snapshot, is_named_and_told) {
    bench_of_servers at;
    const played made = at.play("rackspace server snapshot web-1");
    EXPECT_EQ(made.text(), "There is an image of web-1: web-1 2024-02-29 12:00");
    EXPECT_NE(paragraphs(made.answer).find("It was made while the server ran"), std::string::npos);
    bench_of_servers off;
    const played named = off.play("rackspace server image old-1 'before the move'");
    EXPECT_EQ(named.text(), "There is an image of old-1: before the move");
    EXPECT_EQ(paragraphs(named.answer), "");
    bench_of_servers failing;
    failing.plan_errored("createImage");
    EXPECT_EQ(failing.play("rackspace server snapshot web-1 bad").text(),
              "web-1: Rackspace began the image bad, and it ended as ERROR");
}

TEST(rackspace_server_rebuild, shows_what_is_lost_first) {
    bench_of_servers at;
    const std::string line = "rackspace server rebuild web-1 'Debian 12 (Bookworm) (Cloud)'";
    const played asked = at.play(line);
    EXPECT_EQ(asked.shown.title, "Write Debian 12 (Bookworm) (Cloud) over the disk of web-1?");
    EXPECT_EQ(fact_of(asked.shown, "Lost"), "all that is on its disk");
    EXPECT_EQ(fact_of(asked.shown, "SSH key"), "none: nobody knows its new password");
    at.answer("@confirm", "yes");
    const played done = at.play(line);
    EXPECT_EQ(done.text(), "web-1 begins anew with Debian 12 (Bookworm) (Cloud)");
    EXPECT_EQ(paragraphs(done.answer),
              "No SSH key opens it, and the password that Rackspace drew is not kept: `rackspace "
              "server password` gives it one.\n");
    bench_of_servers changed;
    ASSERT_EQ(changed.play(line).asked, "@confirm");
    changed.ask("PUT", "/servers/" + changed.id_of("web-1"), R"({"server":{"name":"other"}})");
    changed.answer("@confirm", "yes");
    EXPECT_EQ(changed.play(line).text(),
              "web-1 is not any more what you were shown: nothing was changed. Ask again to see "
              "what it is now");
}

TEST(rackspace_server_rescue, keeps_the_password_to_itself) {
    bench_of_servers at;
    const played done = at.play("rackspace server rescue web-1 'correct horse'");
    EXPECT_EQ(done.text(), "web-1 runs from a clean disk: root@192.0.2.1");
    for (const auto& each : at.store->events())
        EXPECT_EQ(each.data.find("correct horse"), std::string::npos) << each.data;
    bench_of_servers rescued;
    rescued.ask("POST", "/servers/" + rescued.id_of("web-1") + "/action", R"({"rescue":"none"})");
    rescued.pass(1min);
    EXPECT_EQ(rescued.play("rackspace server unrescue web-1").text(),
              "web-1 runs from its own disk again");
    EXPECT_EQ(bench_of_servers().play("rackspace server unrescue web-1").text(),
              "web-1 is not being rescued: nothing was changed");
    EXPECT_EQ(bench_of_servers().play("rackspace server password web-1 'correct horse'").text(),
              "Root has another password at web-1");
}

TEST(rackspace_server_destroy, shows_what_is_lost_first) {
    bench_of_servers at;
    const played asked = at.play("rackspace server destroy web-1");
    EXPECT_EQ(asked.shown.title, "Destroy web-1 for good?");
    EXPECT_EQ(fact_of(asked.shown, "Lost"), "its disk, the address 192.0.2.1");
    EXPECT_TRUE(at.deeds().empty());
    at.answer("@confirm", "yes");
    EXPECT_EQ(at.play("rackspace server destroy web-1").text(), "web-1 is destroyed");
    bench_of_servers gone;
    gone.play("rackspace server destroy web-1");
    gone.ask("DELETE", "/servers/" + gone.id_of("web-1"));
    gone.pass(1min);
    gone.answer("@confirm", "yes");
    EXPECT_EQ(gone.play("rackspace server destroy web-1").text(), "web-1 is gone already");
}

} // namespace
} // namespace chatops::operations
