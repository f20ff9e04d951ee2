// What the account can have, what it has beside droplets, and what it costs.
#include "chatops/operations/digitalocean/shown.hpp"
#include "tests/operations/digitalocean_accounts.hpp"

#include <gtest/gtest.h>

namespace chatops::operations {
namespace {

TEST(digitalocean_shown, money_and_sizes_have_two_places) {
    EXPECT_EQ(dollars(12), "12.00");
    EXPECT_EQ(dollars(0.5), "0.50");
    EXPECT_EQ(dollars(7.009), "7.01");
    EXPECT_EQ(gigabytes(2.356), "2.36 GB");
    EXPECT_EQ(memory_text(512), "512 MB");
    EXPECT_EQ(memory_text(8'192), "8 GB");
}

TEST(do_sizes, lists_what_is_to_be_had_where) {
    bench at;
    const std::string all = cells(at.play("do sizes").answer);
    EXPECT_NE(all.find("s-1vcpu-1gb | 25 GB | 6.00 | \n"), std::string::npos) << all;
    EXPECT_NE(at.play("do sizes fra1").text().find("to be had in fra1"), std::string::npos);
    EXPECT_EQ(at.play("do sizes nowhere1").text(), "0 sizes to be had in nowhere1");
}

TEST(do_regions, lists_them) {
    bench at;
    const std::string all = cells(at.play("do regions").answer);
    EXPECT_NE(all.find("fra1 | Frankfurt 1 | yes | \n"), std::string::npos) << all;
}

TEST(do_images, lists_digitaloceans_or_ones_own) {
    bench at;
    const std::string all = cells(at.play("do images ubuntu-24").answer);
    EXPECT_NE(all.find("ubuntu-24-04-x64 | Ubuntu 24.04"), std::string::npos) << all;
    EXPECT_EQ(at.play("do images --own").text(), "0 images of the account's own");
    EXPECT_EQ(at.play("do images nothing").text(), "0 images with “nothing” in the name");
}

TEST(do_balance, says_what_this_month_has_cost) {
    bench at;
    const played seen = at.play("do balance");
    EXPECT_EQ(seen.text(),
              "This month has cost $36.00 until now; with what was open before, $48.23");
    EXPECT_EQ(std::get<fields_part>(seen.answer.parts.at(0)).fields.at(0).second, "$12.23");
}

// ---- snapshots

void take_snapshot(bench& at, const std::string& of, const std::string& name) {
    at.ask("POST", "/v2/droplets/" + std::to_string(at.id_of(of)) + "/actions",
           R"({"type":"snapshot","name":")" + name + "\"}");
    at.pass(2min);
}

TEST(do_snapshot_destroy, says_what_is_lost_and_does_it_once) {
    bench at;
    take_snapshot(at, "web-1", "before");
    EXPECT_EQ(at.play("do snapshots").text(), "1 snapshot");
    const played asks = at.play("do snapshot destroy before");
    EXPECT_EQ(asks.shown.title, "Destroy the snapshot before for good?");
    EXPECT_EQ(fact_of(asks.shown, "Of"), "droplet web-1");
    EXPECT_EQ(at.sent("DELETE"), 0);
    EXPECT_EQ(at.play_and_confirm("do snapshot destroy before").text(),
              "The snapshot before is destroyed");
    EXPECT_EQ(at.state().find("\"before\""), std::string::npos);
    EXPECT_EQ(at.sent("DELETE"), 1);
}

TEST(do_snapshot_destroy, names_what_it_was_copied_of_as_long_as_that_is_there) {
    bench at(with_volumes());
    const std::string spare(
        at.get("/v2/volumes?name=spare").at_pointer("/volumes/0/id").as_string());
    at.ask("POST", "/v2/volumes/" + spare + "/snapshots", R"({"name":"before"})");
    EXPECT_EQ(fact_of(at.play("do snapshot destroy before").shown, "Of"), "volume spare");
    bench gone(with_volumes());
    gone.ask("POST", "/v2/volumes/" + spare + "/snapshots", R"({"name":"before"})");
    gone.ask("DELETE", "/v2/volumes/" + spare);
    EXPECT_EQ(fact_of(gone.play("do snapshot destroy before").shown, "Of"),
              "volume " + spare + ", which is gone");
}

TEST(do_snapshot_destroy, does_not_guess_which_is_meant) {
    bench at;
    take_snapshot(at, "web-1", "before");
    take_snapshot(at, "web-2", "before");
    EXPECT_EQ(at.play("do snapshot destroy before").title(),
              "2 snapshots are called “before”: which one do you mean?");
    bench none;
    EXPECT_EQ(none.play("do snapshot destroy before").text(), "There is no snapshot “before”");
    EXPECT_EQ(at.sent("DELETE") + none.sent("DELETE"), 0);
}

TEST(do_snapshot_destroy, killed_at_any_turn_happens_once) {
    const std::string line = "do snapshot destroy before";
    for (int turns = 0; turns <= 120; ++turns) {
        bench at;
        take_snapshot(at, "web-1", "before");
        at.play(line);
        at.answer("@confirm", "yes");
        at.play(line, turns);
        played end = at.play(line);
        if (!end.asked.empty()) {
            at.answer(end.asked, "again");
            end = at.play(line);
        }
        EXPECT_EQ(end.text(), "The snapshot before is destroyed") << "after turn " << turns;
        EXPECT_EQ(at.sent("DELETE"), 1) << "after turn " << turns;
    }
}

} // namespace
} // namespace chatops::operations
