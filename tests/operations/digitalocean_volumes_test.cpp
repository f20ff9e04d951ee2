// Volumes: what one sees of them, what is done with them, and what is said where that is not
// possible.
#include "tests/operations/digitalocean_accounts.hpp"

#include <gtest/gtest.h>

namespace chatops::operations {
namespace {

TEST(do_volumes, lists_them_with_their_droplets) {
    bench at(with_volumes());
    const played seen = at.play("do volumes");
    EXPECT_EQ(seen.text(), "4 volumes");
    EXPECT_EQ(cells(seen.answer), "data | 100 GB | db-1 | fra1 | \n"
                                  "spare | 50 GB | none | fra1 | \n"
                                  "twin | 10 GB | none | fra1 | \n"
                                  "twin | 20 GB | none | nyc3 | \n");
    EXPECT_EQ(at.play("digitalocean volumes spa").text(), "1 volume with “spa” in the name");
    EXPECT_EQ(cells(at.play("do volume list spa").answer), "spare | 50 GB | none | \n")
        << "where all are in one region, nobody needs to read which";
    EXPECT_EQ(bench().play("do volumes").text(), "0 volumes");
}

TEST(do_volumes, reads_page_after_page) {
    auto many = mocks::digitalocean::agency_account();
    for (int i = 0; i < 450; ++i) many.volumes.push_back({"v-" + std::to_string(i)});
    bench at(many);
    EXPECT_EQ(at.play("do volumes").text(), "450 volumes");
    EXPECT_EQ(at.sent("GET"), 3);
    EXPECT_EQ(at.play("do volume show v-449").text(), "v-449 is attached to no droplet");
}

TEST(do_volume_show, shows_one_with_its_snapshots) {
    bench at(with_volumes());
    at.play("do volume snapshot data \"before <the> move\"");
    const played seen = at.play("do volume show data");
    EXPECT_EQ(seen.text(), "data is attached to db-1");
    EXPECT_EQ(fact_of(seen.answer, "Size"), "100 GB");
    EXPECT_EQ(fact_of(seen.answer, "Region"), "fra1");
    EXPECT_EQ(fact_of(seen.answer, "File system"), "ext4");
    EXPECT_EQ(fact_of(seen.answer, "Tags"), "acme");
    EXPECT_EQ(cells(seen.answer), "before <the> move | 2024-02-29 12:00 | \n");
    EXPECT_EQ(at.play("do volume show " + fact_of(seen.answer, "Id")).text(), seen.text());
}

// ---- create

TEST(do_volume_create, makes_one_in_a_region_or_in_a_droplet) {
    bench at(with_volumes());
    EXPECT_EQ(at.play("do volume create cache 20 --region nyc3 --format xfs --tag acme").text(),
              "There is a volume cache of 20 GB in nyc3");
    EXPECT_EQ(support::deeds_of<support::digitalocean_trial>(at).at(0),
              R"(POST /v2/volumes {"name":"cache","region":"nyc3","size_gigabytes":20,)"
              R"("filesystem_type":"xfs","tags":["acme"],"description":")")
        << "by its description we know it again";
    bench in;
    const played done = in.play("do volume create cache 20GB --droplet web-1");
    EXPECT_EQ(done.text(), "There is a volume cache of 20 GB, attached to web-1");
    EXPECT_EQ(paragraphs(done.answer),
              "Inside the droplet it is /dev/disk/by-id/scsi-0DO_Volume_cache; "
              "mount it there.\n");
    EXPECT_NE(in.state().find(R"("cache" 20 [)" + std::to_string(in.id_of("web-1")) + "]"),
              std::string::npos)
        << in.state();
}

TEST(do_volume_create, makes_no_second_one_of_a_name_and_none_nowhere) {
    support::try_unclear(
        with_volumes(),
        {{"do volume create spare 20GB --region fra1",
          "Nothing was made: there is a volume spare in fra1 already"},
         {"do volume create cache 20GB --droplet nobody", "There is no droplet “nobody”"},
         {"do volume create cache 20GB",
          "Nothing was made: say where, with `--droplet` or with `--region`"},
         {"do volume create cache 20GB --droplet web-1 --region fra1",
          "Nothing was made: say where, with `--droplet` or with `--region`"}});
}

TEST(do_volume_create, puts_back_what_it_made_where_it_cannot_be_attached) {
    bench at(with_volumes());
    const std::string before = at.state();
    at.trouble(R"([{"match":{"method":"POST","path":"/v2/volumes/*/actions"},"kind":"status",)"
               R"("status":403}])");
    const played failed = at.play("do volume create cache 20GB --droplet web-1");
    EXPECT_TRUE(failed.failure) << failed.text();
    EXPECT_EQ(at.state(), before) << "the new volume is gone again";
    EXPECT_EQ(at.sent("DELETE"), 1);
}

TEST(do_volume_create, puts_back_what_was_made_although_it_was_said_to_be_refused) {
    bench at(with_volumes());
    const std::string before = at.state();
    at.trouble(R"([{"match":{"method":"POST","path":"/v2/volumes"},"kind":"status","status":403,)"
               R"("has_effect":true}])");
    EXPECT_TRUE(at.play("do volume create cache 20GB --droplet web-1").failure);
    EXPECT_EQ(at.state(), before) << "nobody pays for a volume that nobody knows of";
    EXPECT_EQ(at.sent("DELETE"), 1);
}

TEST(do_volume_create, puts_nothing_of_somebody_else_away) {
    bench at(with_volumes());
    const std::string line = "do volume create cache 20GB --droplet web-1";
    // Nothing was made by it, and somebody else makes one of that name meanwhile.
    at.trouble(R"([{"match":{"method":"POST","path":"/v2/volumes"},"kind":"reset_before"}])");
    const played unsure = at.play(line);
    ASSERT_FALSE(unsure.asked.empty()) << unsure.text();
    at.ask("POST", "/v2/volumes", R"({"name":"cache","region":"fra1","size_gigabytes":5})");
    at.answer(unsure.asked, "again");
    const played refused = at.play(line);
    EXPECT_EQ(refused.text(), "already exists");
    EXPECT_NE(at.state().find(R"("cache" 5)"), std::string::npos) << at.state();
    EXPECT_EQ(at.sent("DELETE"), 0);
}

/// With a copy of `spare` called `before`, and a copy of a droplet called `disk`.
void add_copies(bench& at) {
    const std::string spare(
        at.get("/v2/volumes?name=spare").at_pointer("/volumes/0/id").as_string());
    at.ask("POST", "/v2/volumes/" + spare + "/snapshots", R"({"name":"before"})");
    at.ask("POST", "/v2/droplets/" + std::to_string(at.id_of("web-1")) + "/actions",
           R"({"type":"snapshot","name":"disk"})");
    at.pass(2min);
}

TEST(do_volume_create, begins_as_a_copy_of_a_snapshot) {
    bench at(with_volumes());
    add_copies(at);
    EXPECT_EQ(at.play("do volume create copy --snapshot before").text(),
              "There is a volume copy of 50 GB, a copy of before, in fra1")
        << "where its snapshot is, and as big";
    EXPECT_EQ(at.deeds().at(0).find("filesystem_type"), std::string::npos)
        << "nobody formats what was copied: " << at.deeds().at(0);
    EXPECT_NE(at.deeds().at(0).find("\"snapshot_id\":"), std::string::npos);
    bench in(with_volumes());
    add_copies(in);
    EXPECT_EQ(in.play("do volume create copy 80GB --snapshot before --droplet web-1").text(),
              "There is a volume copy of 80 GB, a copy of before, attached to web-1");
}

TEST(do_volume_create, begins_as_no_copy_that_it_cannot_be) {
    const std::pair<const char*, const char*> lines[] = {
        {"do volume create copy --snapshot nobody", "There is no snapshot “nobody”"},
        {"do volume create copy --snapshot disk",
         "Nothing was made: disk is a copy of a droplet, and of no volume"},
        {"do volume create copy --snapshot before --region nyc3",
         "Nothing was made: before is in fra1, and the volume would be in nyc3"},
        {"do volume create copy --snapshot before --droplet old-1",
         "Nothing was made: before is in fra1, and the volume would be in nyc3"},
        {"do volume create copy 20GB --snapshot before",
         "Nothing was made: before needs 50 GB, and the volume would have 20 GB"},
        {"do volume create copy --snapshot before --format xfs",
         "Nothing was made: a copy has the file system of its snapshot, so leave `--format` out"},
        {"do volume create copy --region fra1", "Nothing was made: say how big, like 100GB"}};
    for (const auto& [line, said] : lines) {
        bench at(with_volumes());
        add_copies(at);
        EXPECT_EQ(at.play(line).title(), said) << line;
        EXPECT_TRUE(at.deeds().empty()) << line;
    }
}

// ---- attach, detach

TEST(do_volume_attach, gives_it_to_a_droplet) {
    bench at(with_volumes());
    const played done = at.play("do volume attach spare web-1");
    EXPECT_EQ(done.text(), "spare is attached to web-1");
    EXPECT_GE(at.world_time.now() - at.start, 10s) << "the mock takes that long";
    bench already(with_volumes());
    EXPECT_EQ(already.play("do volume attach data db-1").text(),
              "data is attached to db-1 already: nothing was changed");
    EXPECT_TRUE(already.deeds().empty());
}

TEST(do_volume_attach, takes_it_from_nobody_and_over_no_border) {
    bench at(with_volumes());
    const played held = at.play("do volume attach data web-1");
    EXPECT_EQ(held.text(), "data is attached to db-1, and stays there: nothing was changed");
    EXPECT_EQ(paragraphs(held.answer), "`do volume detach data` takes it from there.\n");
    bench far(with_volumes());
    EXPECT_EQ(far.play("do volume attach spare old-1").text(),
              "spare is in fra1, and old-1 in nyc3: a volume can only be attached in its own "
              "region");
    EXPECT_TRUE(at.deeds().empty() && far.deeds().empty());
}

TEST(do_volume_attach, to_a_droplet_that_is_busy_is_refused_for_the_moment) {
    bench at(with_volumes());
    at.ask("POST", "/v2/droplets/" + std::to_string(at.id_of("web-1")) + "/actions",
           R"({"type":"snapshot","name":"s"})");
    const played refused = at.play("do volume attach spare web-1");
    ASSERT_TRUE(refused.failure);
    try {
        std::rethrow_exception(refused.failure);
    } catch (const provider_error& busy) {
        EXPECT_EQ(busy.status(), 409);
    }
    const reply told = explain_failure(refused.failure);
    EXPECT_EQ(told.title, "DigitalOcean refused: Droplet already has a pending event.");
    EXPECT_EQ(paragraphs(told),
              "Something else is going on there. Wait for it to end, then ask again.\n");
}

TEST(do_volume_detach, asks_and_takes_it_from_its_droplet) {
    bench at(with_volumes());
    const played asks = at.play("do volume detach data");
    EXPECT_EQ(asks.shown.title, "Detach data from db-1?");
    EXPECT_TRUE(at.deeds().empty());
    EXPECT_EQ(at.play_and_confirm("do volume detach data").text(),
              "data is detached from db-1; it is paid for all the same");
    bench no(with_volumes());
    EXPECT_EQ(no.play("do volume detach spare").text(),
              "spare is attached to no droplet: nothing was changed");
}

TEST(do_volume_detach, says_so_when_digitalocean_does_not_get_it_done) {
    bench at(with_volumes());
    plan_errored(at, "detach_volume");
    EXPECT_EQ(at.play_and_confirm("do volume detach data").text(),
              "data: DigitalOcean began the detach_volume, and it ended as errored");
}

// ---- resize, snapshot

TEST(do_volume_resize, makes_it_bigger_for_good) {
    bench at(with_volumes());
    const played asks = at.play("do volume resize data 200GB");
    EXPECT_EQ(asks.shown.title, "Resize data to 200 GB?");
    EXPECT_EQ(fact_of(asks.shown, "Then"), "200 GB, for good: it can never be made smaller");
    EXPECT_EQ(at.play_and_confirm("do volume resize data 200GB").text(), "data: 100 GB → 200 GB");
    bench less(with_volumes());
    EXPECT_EQ(less.play("do volume resize data 50").text(),
              "data has 100 GB, and a volume can never be made smaller: nothing was changed");
    EXPECT_EQ(less.play("do volume resize data 100").text(),
              "data has that size already: nothing was changed");
    EXPECT_TRUE(less.deeds().empty());
}

TEST(do_volume_snapshot, copies_it_under_a_name_of_its_own) {
    bench at(with_volumes());
    const played done = at.play("do volume snapshot data");
    EXPECT_EQ(done.text(), "There is a snapshot of data: data 2024-02-29 12:00");
    EXPECT_NE(paragraphs(done.answer).find("half in it"), std::string::npos);
    bench named(with_volumes());
    EXPECT_EQ(named.play(R"(do volume snapshot spare "a \"b\" $(c) & <d> ümläut")").text(),
              R"(There is a snapshot of spare: a "b" $(c) & <d> ümläut)");
    EXPECT_NE(named.state().find(R"("a \"b\" $(c) & <d> ümläut" 1.25E1)"), std::string::npos)
        << named.state();
    bench again(with_volumes());
    const std::string spare =
        std::string(again.get("/v2/volumes?name=spare").at_pointer("/volumes/0/id").as_string());
    again.ask("POST", "/v2/volumes/" + spare + "/snapshots", R"({"name":"one"})");
    EXPECT_EQ(again.play("do volume snapshot spare one").text(),
              "Nothing was made: there is a snapshot of spare called “one” already");
    EXPECT_TRUE(again.deeds().empty());
}

// ---- destroy

TEST(do_volume_destroy, shows_what_is_lost_and_spares_what_is_attached) {
    bench at(with_volumes());
    const played asks = at.play("do volume destroy spare");
    EXPECT_EQ(asks.shown.title, "Destroy the volume spare for good?");
    EXPECT_EQ(fact_of(asks.shown, "Lost"), "all that is on it, 50 GB");
    EXPECT_EQ(fact_of(asks.shown, "Snapshots"), "none: nothing of it is left");
    EXPECT_TRUE(at.deeds().empty());
    EXPECT_EQ(at.play_and_confirm("do volume destroy spare").text(),
              "The volume spare is destroyed");
    bench held(with_volumes());
    EXPECT_EQ(held.play("do volume destroy data").text(),
              "data is attached to db-1: nothing was changed");
    EXPECT_TRUE(held.deeds().empty());
}

TEST(do_volume_destroy, takes_no_yes_for_something_else_than_was_shown) {
    bench at(with_volumes());
    at.play("do volume destroy spare");
    const std::string spare =
        std::string(at.get("/v2/volumes?name=spare").at_pointer("/volumes/0/id").as_string());
    at.ask("POST", "/v2/volumes/" + spare + "/actions",
           R"({"type":"attach","droplet_id":)" + std::to_string(at.id_of("web-1")) + "}");
    at.pass(1min);
    EXPECT_EQ(at.play_and_confirm("do volume destroy spare").text(),
              "The volume spare is not any more what you were shown: nothing was changed. Ask "
              "again to see what it is now");
    bench gone(with_volumes());
    gone.play("do volume destroy spare");
    const std::string same =
        std::string(gone.get("/v2/volumes?name=spare").at_pointer("/volumes/0/id").as_string());
    gone.ask("DELETE", "/v2/volumes/" + same);
    EXPECT_EQ(gone.play_and_confirm("do volume destroy spare").text(),
              "The volume spare is gone already");
    EXPECT_EQ(at.sent("DELETE") + gone.sent("DELETE"), 0);
}

// ---- all of them

TEST(do_volume_changes, do_nothing_where_it_is_not_clear_which_is_meant) {
    support::try_unclear(
        with_volumes(),
        {{"do volume show nobody", "There is no volume “nobody”"},
         {"do volume attach nobody web-1", "There is no volume “nobody”"},
         {"do volume attach spare nobody", "There is no droplet “nobody”"},
         {"do volume detach nobody", "There is no volume “nobody”"},
         {"do volume resize nobody 20", "There is no volume “nobody”"},
         {"do volume snapshot nobody", "There is no volume “nobody”"},
         {"do volume destroy nobody", "There is no volume “nobody”"},
         {"do volume show twin", "2 volumes are called “twin”: which one do you mean?"},
         {"do volume attach twin web-1", "2 volumes are called “twin”: which one do you mean?"},
         {"do volume detach twin", "2 volumes are called “twin”: which one do you mean?"},
         {"do volume resize twin 40", "2 volumes are called “twin”: which one do you mean?"},
         {"do volume snapshot twin", "2 volumes are called “twin”: which one do you mean?"},
         {"do volume destroy twin", "2 volumes are called “twin”: which one do you mean?"}});
}

TEST(do_volume_changes, happen_once_whatever_goes_wrong) {
    support::try_all(
        {{"do volume create cache 20GB --region fra1", "POST", false, with_volumes()},
         {"do volume create copy --snapshot before", "POST", false, with_volumes(), add_copies},
         {"do volume attach spare web-1", "POST", false, with_volumes()},
         {"do volume detach data", "POST", false, with_volumes()},
         {"do volume resize spare 80GB", "POST", false, with_volumes()},
         {"do volume snapshot data copy", "POST", false, with_volumes()},
         {"do volume destroy spare", "DELETE", false, with_volumes()}});
}

TEST(do_volume_changes, of_several_steps_are_gone_on_with_where_they_stopped) {
    const support::deed create{"do volume create cache 20GB --droplet web-1", "POST", false,
                               with_volumes()};
    support::crash_at_every_turn<support::digitalocean_trial>(create, 3);
    support::meet_every_trouble<support::digitalocean_trial>(create);
}

} // namespace
} // namespace chatops::operations
