// What one sees of droplets, and what is said where it is not clear which is meant.
#include "tests/operations/digitalocean_accounts.hpp"

#include <gtest/gtest.h>

namespace chatops::operations {
namespace {

mocks::digitalocean::seed with_twins() {
    auto given = mocks::digitalocean::agency_account();
    given.droplets.push_back({.name = "web-1", .region = "nyc3"});
    return given;
}

TEST(do_droplets, lists_them_by_name) {
    bench at;
    const played seen = at.play("do droplets");
    EXPECT_EQ(seen.text(), "4 droplets");
    const auto& table = std::get<table_part>(seen.answer.parts.at(0));
    EXPECT_EQ(table.headings, (std::vector<std::string>{"Droplet", "State", "Address"}));
    ASSERT_EQ(table.rows.size(), 4u);
    EXPECT_EQ(table.rows[0][0], "db-1");
    EXPECT_EQ(table.rows[1][0] + ' ' + table.rows[1][1], "old-1 off");
}

TEST(do_droplets, lists_those_with_a_part_of_the_name_or_a_tag) {
    bench at;
    EXPECT_EQ(at.play("do droplets web").text(), "2 droplets with “web” in the name");
    EXPECT_EQ(at.play("digitalocean droplets --tag acme").text(), "3 droplets with the tag acme");
    EXPECT_EQ(at.play("do droplet list db --tag acme").text(),
              "1 droplet with “db” in the name and the tag acme");
    const played none = at.play("do droplets --tag nobody");
    EXPECT_EQ(none.text(), "0 droplets with the tag nobody");
    EXPECT_TRUE(none.answer.parts.empty());
}

TEST(do_droplets, reads_page_after_page) {
    auto many = mocks::digitalocean::agency_account();
    many.droplet_limit = 1'000;
    for (int i = 0; i < 450; ++i) many.droplets.push_back({.name = "node-" + std::to_string(i)});
    bench at(many);
    EXPECT_EQ(at.play("do droplets").text(), "454 droplets");
    EXPECT_EQ(at.sent("GET"), 3);
}

TEST(do_droplet_show, shows_one_by_name_or_id) {
    bench at;
    const played seen = at.play("do droplet show db-1");
    EXPECT_EQ(seen.text(), "db-1 is active");
    EXPECT_EQ(seen.answer.how, tone::good);
    EXPECT_EQ(fact_of(seen.answer, "Size"), "s-1vcpu-1gb (1 CPU, 1 GB, disk 25 GB)");
    EXPECT_EQ(fact_of(seen.answer, "Image"), "ubuntu-24-04-x64");
    EXPECT_EQ(fact_of(seen.answer, "Tags"), "acme");
    EXPECT_NE(fact_of(seen.answer, "IPv6"), "(none)");
    EXPECT_EQ(cells(seen.answer), "create | completed | 90 d | \n");
    const std::string id = std::to_string(at.id_of("old-1"));
    const played off = at.play("do droplet show " + id);
    EXPECT_EQ(off.text(), "old-1 is off");
    EXPECT_EQ(off.answer.how, tone::warning);
}

TEST(do_droplet_show, of_a_name_that_nobody_has_says_which_are_near) {
    bench at;
    const played none = at.play("do droplet show wep-1");
    EXPECT_EQ(none.text(), "There is no droplet “wep-1”");
    EXPECT_EQ(paragraphs(none.answer),
              "Did you mean `web-1` or `web-2`? `do droplets` lists them all.\n");
    EXPECT_EQ(paragraphs(at.play("do droplet show 404").answer), "`do droplets` lists them all.\n");
}

TEST(do_droplet_show, asks_which_of_two_is_meant) {
    bench at(with_twins());
    const played twins = at.play("do droplet show web-1");
    EXPECT_EQ(twins.text(), "asks which droplet");
    EXPECT_EQ(twins.shown.title, "2 droplets are called “web-1”: which one do you mean?");
    ASSERT_EQ(twins.shown.buttons.size(), 3u);
    EXPECT_NE(twins.shown.buttons[0].label, twins.shown.buttons[1].label);
    const std::string second = twins.shown.buttons[1].choice;
    at.answer("which droplet", second);
    const played seen = at.play("do droplet show web-1");
    EXPECT_EQ(seen.text(), "web-1 is active");
    EXPECT_EQ(fact_of(seen.answer, "Id"), second);
}

TEST(do_droplet_changes, concern_the_one_that_was_chosen) {
    bench at(with_twins());
    const played twins = at.play("do droplet reboot web-1");
    const std::string second = twins.shown.buttons.at(1).choice;
    at.answer("which droplet", second);
    EXPECT_EQ(at.play("do droplet reboot web-1").text(), "web-1 was rebooted");
    ASSERT_EQ(at.deeds().size(), 1u);
    EXPECT_EQ(at.deeds()[0].find("POST /v2/droplets/" + second + "/actions"), 0u) << at.deeds()[0];
}

TEST(do_droplet_changes, do_nothing_where_none_was_meant_or_the_chosen_one_is_another_by_then) {
    bench none(with_twins());
    none.play("do droplet reboot web-1");
    none.answer("which droplet", "none");
    EXPECT_EQ(none.play("do droplet reboot web-1").text(),
              "None of the droplets called “web-1” was meant: nothing was done");
    bench gone(with_twins());
    const std::string first = gone.play("do droplet reboot web-1").shown.buttons.at(0).choice;
    gone.ask("DELETE", "/v2/droplets/" + first);
    gone.pass(1min);
    gone.answer("which droplet", first);
    const played told = gone.play("do droplet reboot web-1");
    EXPECT_EQ(told.text(), "The droplet “web-1” that you chose is gone, or has another name by "
                           "now: nothing was done");
    EXPECT_EQ(paragraphs(told.answer),
              "Its id was " + first + ". `do droplets` lists what there is now.\n");
    EXPECT_TRUE(gone.deeds().empty());
}

TEST(do_droplet_changes, do_nothing_where_it_is_not_clear_which_is_meant) {
    for (const char* const line :
         {"do droplet reboot web-1", "do droplet power web-1 off", "do droplet shutdown web-1",
          "do droplet rename web-1 other", "do droplet snapshot web-1",
          "do droplet resize web-1 s-1vcpu-2gb", "do droplet destroy web-1"}) {
        bench at(with_twins());
        EXPECT_EQ(at.play(line).title(), "2 droplets are called “web-1”: which one do you mean?")
            << line;
        EXPECT_TRUE(at.deeds().empty()) << line;
        bench another;
        const std::string nobody =
            std::string(line).replace(std::string(line).find("web-1"), 5, "nobody");
        EXPECT_EQ(another.play(nobody).text(), "There is no droplet “nobody”") << line;
        EXPECT_TRUE(another.deeds().empty()) << line;
    }
}

// ---- power

TEST(do_droplet_reboot, waits_for_its_end) {
    bench at;
    const played done = at.play("do droplet reboot web-1");
    EXPECT_EQ(done.text(), "web-1 was rebooted");
    EXPECT_GE(at.world_time.now() - at.start, 10s) << "the mock's reboot takes that long";
    EXPECT_EQ(at.deeds().size(), 1u);
    EXPECT_EQ(at.play("do droplet restart web-1").text(), done.text())
        << "the same run, played again";
}

TEST(do_droplet_reboot, tells_why_it_was_refused) {
    bench at;
    EXPECT_EQ(at.play("do droplet reboot old-1").text(),
              "Droplet is currently off. Please power it on to run this event.");
}

TEST(do_droplet_reboot, says_so_when_digitalocean_does_not_get_it_done) {
    bench at;
    plan_errored(at, "reboot");
    const played failed = at.play("do droplet reboot web-1");
    EXPECT_EQ(failed.text(), "web-1: DigitalOcean began the reboot, and it ended as errored");
    EXPECT_NE(fact_of(failed.answer, "Action"), "(none)");
}

TEST(do_droplet_power, switches_it) {
    bench on;
    EXPECT_EQ(on.play("do droplet power old-1 on").text(), "old-1 is on");
    bench off;
    EXPECT_EQ(off.play("do droplet power web-1 off").text(),
              "web-1 is off; it is paid for all the same");
    bench cycle;
    EXPECT_EQ(cycle.play("do droplet power web-1 cycle").text(),
              "web-1 was switched off and on again");
    bench already;
    EXPECT_EQ(already.play("do droplet power old-1 off").text(),
              "old-1 is off already: nothing was changed");
    EXPECT_TRUE(already.deeds().empty());
}

TEST(do_droplet_shutdown, says_whether_its_system_listened) {
    bench at;
    EXPECT_EQ(at.play("do droplet shutdown web-1").text(),
              "web-1 is off; it is paid for all the same");
    auto given = mocks::digitalocean::agency_account();
    given.droplets[0].ignores_shutdown = true;
    bench deaf(given);
    const played still = deaf.play("do droplet shutdown web-1");
    EXPECT_EQ(still.text(), "web-1 was asked to shut down, and still runs");
    EXPECT_EQ(still.answer.how, tone::warning);
    bench off;
    EXPECT_EQ(off.play("do droplet shutdown old-1").text(),
              "old-1 is off already: nothing was changed");
}

// ---- rename, snapshot

TEST(do_droplet_rename, gives_it_a_name_that_nobody_else_has) {
    bench at;
    EXPECT_EQ(at.play("do droplet rename web-1 web-old").text(), "web-1 is now called web-old");
    bench taken;
    const played refused = taken.play("do droplet rename web-1 db-1");
    EXPECT_EQ(refused.text(), "web-1 keeps its name: there is a droplet db-1 already");
    EXPECT_TRUE(taken.deeds().empty());
    bench same;
    EXPECT_EQ(same.play("do droplet rename web-1 web-1").text(),
              "web-1 is called that already: nothing was changed");
}

TEST(do_droplet_snapshot, copies_the_disk) {
    bench at;
    const played done = at.play("do droplet snapshot web-1");
    EXPECT_EQ(done.text(), "There is a snapshot of web-1: web-1 2024-02-29 12:00");
    EXPECT_NE(paragraphs(done.answer).find("half in it"), std::string::npos);
    bench named;
    const played off = named.play("do droplet snapshot old-1 \"before the move\"");
    EXPECT_EQ(off.text(), "There is a snapshot of old-1: before the move");
    EXPECT_TRUE(paragraphs(off.answer).empty());
    EXPECT_NE(named.state().find("\"before the move\""), std::string::npos);
}

// ---- create

constexpr const char* web_3 = "do droplet create web-3 --size s-1vcpu-2gb --image ubuntu-24-04-x64 "
                              "--region fra1 --tag acme";

TEST(do_droplet_create, makes_it_and_waits_until_it_is_up) {
    bench at;
    const played done = at.play(web_3);
    EXPECT_EQ(done.text().substr(0, 13), "web-3 is up: ");
    EXPECT_EQ(fact_of(done.answer, "Region"), "fra1");
    const std::string tags = fact_of(done.answer, "Tags");
    EXPECT_EQ(tags.substr(0, 14), "acme, chatops-");
    EXPECT_NE(paragraphs(done.answer).find("`do tag destroy " + tags.substr(6) + "` takes it away"),
              std::string::npos);
    EXPECT_GE(at.world_time.now() - at.start, 20s) << "the mock takes that long";
}

TEST(do_droplet_create, makes_no_second_one_of_a_name) {
    bench at;
    EXPECT_EQ(at.play("do droplet create web-1 --size s-1vcpu-2gb --image ubuntu-24-04-x64").text(),
              "Nothing was made: there is a droplet web-1 already");
    EXPECT_TRUE(at.deeds().empty());
}

TEST(do_droplet_create, tells_why_it_was_refused) {
    bench at;
    const played refused =
        at.play("do droplet create web-3 --size s-99vcpu --image ubuntu-24-04-x64 --region fra1");
    ASSERT_TRUE(refused.failure);
    EXPECT_NE(refused.text().find("size"), std::string::npos) << refused.text();
}

// ---- destroy

TEST(do_droplet_destroy, shows_what_is_lost_before_it_does_anything) {
    bench at;
    const played asks = at.play("do droplet destroy db-1");
    EXPECT_EQ(asks.text(), "asks @confirm");
    EXPECT_TRUE(at.deeds().empty());
    EXPECT_EQ(asks.shown.title, "Destroy db-1 for good?");
    const std::string lost = fact_of(asks.shown, "Lost");
    EXPECT_EQ(lost.substr(0, 31), "its disk of 25 GB, the address ") << lost;
    EXPECT_EQ(at.play_and_confirm("do droplet destroy db-1").text(), "db-1 is destroyed");
    EXPECT_EQ(at.state().find("db-1"), std::string::npos);
}

TEST(do_droplet_destroy, keeps_it_where_one_says_so_or_says_nothing_in_time) {
    bench no;
    no.play("do droplet destroy db-1");
    no.answer("@confirm", "no");
    EXPECT_EQ(no.play("do droplet destroy db-1").text(), "Cancelled: nothing was changed");
    bench late;
    late.play("do droplet destroy db-1");
    late.answer("@confirm", "expired");
    EXPECT_EQ(late.play("do droplet destroy db-1").text(),
              "Not confirmed in time: nothing was changed");
    EXPECT_TRUE(no.deeds().empty() && late.deeds().empty());
}

TEST(do_droplet_destroy, takes_no_yes_for_something_else_than_was_shown) {
    bench at;
    const std::int64_t id = at.id_of("web-1");
    at.play("do droplet destroy web-1");
    http::request rename{
        "POST",
        "/v2/droplets/" + std::to_string(id) + "/actions",
        {{"Authorization", "Bearer dop_v1_right"}, {"Content-Type", "application/json"}},
        R"({"type":"rename","name":"web-important"})"};
    ASSERT_EQ(at.server.serve(rename, at.wires.when()).what.status, 201);
    at.pass(1min);
    EXPECT_EQ(at.play_and_confirm("do droplet destroy web-1").text(),
              "web-1 is not any more what you were shown: nothing was changed. Ask again to see "
              "what it is now");
    EXPECT_EQ(at.sent("DELETE"), 0);
}

// ---- resize

TEST(do_droplet_resize, switches_off_resizes_and_switches_on_again) {
    bench at;
    const played asks = at.play("do droplet resize db-1 s-1vcpu-2gb");
    EXPECT_EQ(asks.shown.title, "Resize db-1 to s-1vcpu-2gb?");
    EXPECT_EQ(fact_of(asks.shown, "Meanwhile"), "it is off, for some minutes");
    EXPECT_EQ(fact_of(asks.shown, "Disk"), "stays as it is");
    EXPECT_EQ(at.play_and_confirm("do droplet resize db-1 s-1vcpu-2gb").text(),
              "db-1: s-1vcpu-1gb → s-1vcpu-2gb, and it is on again");
    EXPECT_NE(at.state().find(R"("db-1" "active" "s-1vcpu-2gb" 25)"), std::string::npos)
        << at.state();
}

TEST(do_droplet_resize, leaves_off_what_was_off_and_asks_only_for_the_disk) {
    bench at;
    EXPECT_EQ(at.play("do droplet resize old-1 s-1vcpu-2gb").text(),
              "old-1: s-1vcpu-1gb → s-1vcpu-2gb; it is off, as before");
    bench disk;
    const played asks = disk.play("do droplet resize old-1 s-1vcpu-2gb --disk");
    EXPECT_EQ(fact_of(asks.shown, "Disk"),
              "grows, for good: no smaller size is possible ever after");
    EXPECT_EQ(disk.play_and_confirm("do droplet resize old-1 s-1vcpu-2gb --disk").answer.how,
              tone::good);
    EXPECT_NE(disk.state().find(R"("old-1" "off" "s-1vcpu-2gb" 50)"), std::string::npos)
        << disk.state();
}

TEST(do_droplet_resize, uses_the_button_where_the_system_does_not_listen) {
    auto given = mocks::digitalocean::agency_account();
    given.droplets[2].ignores_shutdown = true;
    bench at(given);
    EXPECT_EQ(at.play_and_confirm("do droplet resize db-1 s-1vcpu-2gb").answer.how, tone::good);
    EXPECT_NE(at.state().find(R"("power_off" "completed")"), std::string::npos) << at.state();
}

TEST(do_droplet_resize, to_what_it_has_changes_nothing) {
    bench at;
    EXPECT_EQ(at.play("do droplet resize db-1 s-1vcpu-1gb").text(),
              "db-1 has that size already: nothing was changed");
    EXPECT_TRUE(at.deeds().empty());
}

TEST(do_droplet_resize, to_what_it_cannot_become_is_refused_before_it_is_switched_off) {
    bench at;
    EXPECT_EQ(at.play("do droplet resize web-1 s-1vcpu-1gb").text(),
              "web-1 stays as it is: s-1vcpu-1gb has a disk of 25 GB, and a disk of 50 GB cannot "
              "become smaller");
    EXPECT_TRUE(at.deeds().empty());
    bench unknown;
    EXPECT_EQ(unknown.play("do droplet resize web-1 huge").text(),
              "web-1 stays as it is: there is no size `huge`");
    EXPECT_TRUE(unknown.deeds().empty());
}

TEST(do_droplet_resize, that_fails_leaves_it_on) {
    bench at;
    plan_errored(at, "resize");
    const played failed = at.play_and_confirm("do droplet resize db-1 s-1vcpu-2gb");
    EXPECT_EQ(failed.text(), "db-1: DigitalOcean began the resize, and it ended as errored");
    at.pass(1min);
    EXPECT_NE(at.state().find(R"("db-1" "active" "s-1vcpu-1gb")"), std::string::npos) << at.state();
}

TEST(do_droplet_resize, of_one_that_runs_is_undone_when_digitalocean_refuses_it) {
    bench at;
    at.trouble(
        R"([{"match":{"method":"POST","path":"*"},"kind":"status","status":403,"after":1}])");
    const played refused = at.play_and_confirm("do droplet resize web-1 s-4vcpu-8gb");
    EXPECT_TRUE(refused.failure) << refused.text();
    at.pass(1min);
    EXPECT_NE(at.state().find(R"("web-1" "active" "s-1vcpu-2gb")"), std::string::npos)
        << at.state();
}

} // namespace
} // namespace chatops::operations
