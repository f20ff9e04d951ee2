// A droplet's disk: begun anew, put back, and copied by itself; images that go elsewhere or stay.
#include "tests/operations/digitalocean_accounts.hpp"

#include <gtest/gtest.h>

namespace chatops::operations {
namespace {

// ---- rebuild

TEST(do_droplet_rebuild, says_what_is_lost_and_begins_the_disk_anew) {
    bench at(with_belongings());
    const played asks = at.play("do droplet rebuild web-1 debian-12-x64");
    EXPECT_EQ(asks.asked, "@confirm");
    EXPECT_EQ(asks.shown.title, "Rebuild web-1 from Debian 12 x64?");
    EXPECT_EQ(fact_of(asks.shown, "Lost"), "all that is on its disk of 50 GB");
    EXPECT_EQ(fact_of(asks.shown, "Image"), "debian-12-x64");
    EXPECT_TRUE(at.deeds().empty());
    EXPECT_EQ(at.play_and_confirm("do droplet rebuild web-1 debian-12-x64").text(),
              "web-1 was rebuilt from Debian 12 x64");
    EXPECT_EQ(at.get("/v2/droplets?name=web-1").at_pointer("/droplets/0/image/slug").as_string(),
              "debian-12-x64");
}

TEST(do_droplet_rebuild, takes_an_image_of_ones_own_by_name_or_number) {
    bench at(with_belongings());
    EXPECT_EQ(at.play_and_confirm("do droplet rebuild web-2 before").text(),
              "web-2 was rebuilt from before");
    bench by_id(with_belongings());
    const auto mine = by_id.get("/v2/images?private=true");
    const std::string id = json::text(mine.at_pointer("/images/0/id"));
    EXPECT_EQ(by_id.play_and_confirm("do droplet rebuild web-2 " + id).text(),
              "web-2 was rebuilt from before");
    EXPECT_EQ(by_id.deeds().size(), 1u);
    EXPECT_NE(by_id.deeds().at(0).find(R"({"type":"rebuild","image":)" + id + '}'),
              std::string::npos)
        << by_id.deeds().at(0);
}

TEST(do_droplet_rebuild, finds_out_beforehand_that_it_cannot_be) {
    bench far(with_belongings());
    const played not_there = far.play("do droplet rebuild old-1 before");
    EXPECT_EQ(not_there.text(), "old-1 stays as it is: before is not in nyc3");
    EXPECT_EQ(paragraphs(not_there.answer),
              "`do image transfer` copies an image to another region.\n");
    bench small(with_belongings());
    EXPECT_EQ(small.play("do droplet rebuild db-1 before").text(),
              "db-1 stays as it is: before needs a disk of 50 GB, and it has 25 GB");
    EXPECT_TRUE(far.deeds().empty() && small.deeds().empty());
}

TEST(do_droplet_rebuild, is_not_done_to_what_has_changed_meanwhile) {
    bench at(with_belongings());
    const std::string line = "do droplet rebuild web-1 debian-12-x64";
    at.play(line);
    at.ask("POST", "/v2/droplets/" + std::to_string(at.id_of("web-1")) + "/actions",
           R"({"type":"rename","name":"web-9"})");
    at.pass(1min);
    at.answer("@confirm", "yes");
    EXPECT_EQ(at.play(line).text(), "web-1 is not any more what you were shown: nothing was "
                                    "changed. Ask again to see what it is now");
    EXPECT_TRUE(at.deeds().empty());
}

TEST(do_droplet_rebuild, that_ends_as_errored_says_so) {
    bench at(with_belongings());
    plan_errored(at, "rebuild");
    const played failed = at.play_and_confirm("do droplet rebuild web-1 debian-12-x64");
    EXPECT_EQ(failed.text(), "web-1: DigitalOcean began the rebuild, and it ended as errored");
    EXPECT_EQ(failed.answer.how, tone::bad);
}

// ---- restore

TEST(do_droplet_restore, puts_the_disk_back_to_a_copy_of_it_and_of_no_other) {
    bench at(with_belongings());
    const played asks = at.play("do droplet restore db-1 nightly");
    EXPECT_EQ(asks.shown.title, "Restore db-1 from nightly?");
    EXPECT_EQ(fact_of(asks.shown, "Lost"), "all that came onto its disk since then");
    EXPECT_EQ(fact_of(asks.shown, "Of (UTC)"), "2024-02-22 12:00");
    EXPECT_EQ(at.play_and_confirm("do droplet restore db-1 nightly").text(),
              "db-1 was put back to nightly");
    bench other(with_belongings());
    const played unclear = other.play("do droplet restore web-1 nightly");
    EXPECT_EQ(unclear.text(), "There is no image “nightly”");
    EXPECT_NE(paragraphs(unclear.answer)
                  .find("Only a backup or snapshot of web-1 itself will do: "
                        "`do backups show web-1` lists them."),
              std::string::npos);
    // Of `twin` there are two, and one of them is of this droplet.
    bench twin(with_belongings());
    EXPECT_EQ(twin.play_and_confirm("do droplet restore web-2 twin").text(),
              "web-2 was put back to twin");
    EXPECT_EQ(twin.deeds().size(), 1u);
}

// ---- backups

TEST(do_backups, are_shown_with_what_there_is_to_go_back_to) {
    bench at(with_belongings());
    const played seen = at.play("do backups show db-1");
    EXPECT_EQ(seen.text(), "db-1 is backed up every day");
    EXPECT_EQ(fact_of(seen.answer, "Next from (UTC)"), "2024-02-29 20:00");
    EXPECT_EQ(cells(seen.answer), "nightly | backup | 2024-02-22 12:00 | \n");
    const played none = at.play("do backups show old-1");
    EXPECT_EQ(none.text(), "old-1 is not backed up");
    EXPECT_EQ(paragraphs(none.answer), "There is nothing to go back to.\n");
    EXPECT_EQ(at.play("do droplet backups web-1").text(), "web-1 is not backed up");
}

TEST(do_backups, are_switched_on_changed_and_off) {
    bench at;
    EXPECT_EQ(at.play("do backups on web-1").text(), "web-1 is backed up every day");
    EXPECT_NE(at.deeds().at(0).find(R"("backup_policy":{"plan":"daily"})"), std::string::npos)
        << at.deeds().at(0);
    bench weekly;
    EXPECT_EQ(weekly.play("do backups on db-1 --weekly sat").text(),
              "db-1 is backed up every week, on Saturday, and no more every day");
    EXPECT_NE(
        weekly.deeds().at(0).find(
            R"("type":"change_backup_policy","backup_policy":{"plan":"weekly","weekday":"SAT")"),
        std::string::npos)
        << weekly.deeds().at(0);
    bench same;
    EXPECT_EQ(same.play("do backups on db-1").text(),
              "db-1 is backed up every day already: nothing was changed");
    bench none;
    EXPECT_EQ(none.play("do backups off web-1").text(),
              "web-1 is not backed up: nothing was changed");
    EXPECT_TRUE(same.deeds().empty() && none.deeds().empty());
    bench off;
    const played asks = off.play("do backups off db-1");
    EXPECT_EQ(asks.shown.title, "Back up db-1 no more?");
    EXPECT_EQ(off.play_and_confirm("do backups off db-1").text(), "db-1 is not backed up any more");
    const std::string policy = "/v2/droplets/" + std::to_string(off.id_of("db-1"));
    EXPECT_FALSE(
        off.get(policy + "/backups/policy").at_pointer("/policy/backup_enabled").as_bool());
}

// ---- images

TEST(do_image_transfer, copies_it_to_another_region) {
    bench at(with_belongings());
    EXPECT_EQ(at.play("do image transfer before nyc3").text(), "before is in nyc3, too");
    bench same(with_belongings());
    EXPECT_EQ(same.play("do image transfer before fra1").text(),
              "before is in fra1 already: nothing was changed");
    EXPECT_TRUE(same.deeds().empty());
    EXPECT_EQ(bench(with_belongings()).play("do image transfer before mars1").text(),
              "region is invalid");
}

TEST(do_image_convert, makes_a_backup_stay) {
    bench at(with_belongings());
    EXPECT_EQ(at.play("do image convert nightly").text(),
              "nightly is a snapshot now, and stays until it is destroyed");
    bench snapshot(with_belongings());
    EXPECT_EQ(snapshot.play("do image convert before").text(),
              "before is a snapshot, and no backup: nothing was changed");
    EXPECT_TRUE(snapshot.deeds().empty());
}

// ---- how it is reached

TEST(do_droplet_ipv6, is_for_one_that_is_off) {
    bench at;
    const played done = at.play("do droplet ipv6 old-1");
    EXPECT_EQ(done.text().substr(0, 38), "old-1 has an IPv6 address: 2001:db8:0:");
    bench runs;
    const played refused = runs.play("do droplet ipv6 web-1");
    EXPECT_EQ(refused.text(), "web-1 runs: nothing was changed");
    EXPECT_EQ(paragraphs(refused.answer),
              "It must be off for that: `do droplet shutdown web-1`, then ask again, then "
              "`do droplet power web-1 on`.\n");
    bench has;
    EXPECT_EQ(has.play("do droplet ipv6 db-1").text().substr(0, 34),
              "db-1 has an IPv6 address already: ");
    EXPECT_TRUE(runs.deeds().empty() && has.deeds().empty());
}

TEST(do_droplet_password, is_set_anew_when_that_is_confirmed) {
    bench at;
    const played asks = at.play("do droplet password web-1");
    EXPECT_EQ(asks.shown.title, "Set a new root password for web-1?");
    EXPECT_TRUE(at.deeds().empty());
    EXPECT_EQ(at.play_and_confirm("do droplet password web-1").text(),
              "web-1 has a new root password");
}

// ---- all of them

TEST(do_disks, do_nothing_where_it_is_not_clear_what_is_meant) {
    support::try_unclear(
        with_belongings(),
        {{"do droplet rebuild nobody debian-12-x64", "There is no droplet “nobody”"},
         {"do droplet rebuild web-1 templeos", "There is no image “templeos”"},
         {"do droplet restore nobody before", "There is no droplet “nobody”"},
         {"do droplet restore web-1 nobody", "There is no image “nobody”"},
         {"do backups show nobody", "There is no droplet “nobody”"},
         {"do backups on nobody", "There is no droplet “nobody”"},
         {"do backups off nobody", "There is no droplet “nobody”"},
         {"do image transfer nobody nyc3", "There is no image “nobody”"},
         {"do image convert nobody", "There is no image “nobody”"},
         {"do droplet ipv6 nobody", "There is no droplet “nobody”"},
         {"do droplet password nobody", "There is no droplet “nobody”"}});
}

TEST(do_disks, are_changed_once_whatever_goes_wrong) {
    support::try_all({{"do droplet rebuild web-1 debian-12-x64", "POST", false, with_belongings()},
                      {"do droplet restore db-1 nightly", "POST", false, with_belongings()},
                      {"do backups on web-1 --weekly sun", "POST", false, with_belongings()},
                      {"do backups off db-1", "POST", false, with_belongings()},
                      {"do image transfer before nyc3", "POST", false, with_belongings()},
                      {"do image convert nightly", "POST", false, with_belongings()},
                      {"do droplet password web-1", "POST", false, with_belongings()},
                      {"do droplet ipv6 old-1"}});
}

} // namespace
} // namespace chatops::operations
