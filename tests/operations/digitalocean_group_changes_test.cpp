// Networks and projects that are made, called and ended; and all droplets of a tag, ended at once.
#include "tests/operations/digitalocean_accounts.hpp"

#include <gtest/gtest.h>

namespace chatops::operations {
namespace {

void make_droplet_in(bench& at, const std::string& vpc) {
    at.ask("POST", "/v2/droplets",
           R"({"name":"in-1","size":"s-1vcpu-1gb","region":"fra1","image":"debian-12-x64",)"
           R"("vpc_uuid":)" +
               json::text(thing_named(at, "vpcs", vpc).at("id")) + "}");
    at.pass(1min);
}

// ---- networks

TEST(do_vpc_create, makes_one_with_addresses_that_no_other_has) {
    bench at(with_groups());
    const played done = at.play("do vpc create shop-net fra1");
    EXPECT_EQ(done.text(), "There is a VPC shop-net in fra1: 10.116.0.0/20");
    EXPECT_EQ(paragraphs(done.answer), "New droplets get into it with `--vpc shop-net`; a droplet "
                                       "that is there already stays in its network.\n");
    EXPECT_EQ(at.deeds().at(0), R"(POST /v2/vpcs {"name":"shop-net","region":"fra1"})");
    bench named(with_groups());
    EXPECT_EQ(named
                  .play("do vpc create shop-net nyc3 --range 10.20.0.0/24 --description \"all of "
                        "<shop>\"")
                  .text(),
              "There is a VPC shop-net in nyc3: 10.20.0.0/24");
    EXPECT_EQ(fact_of(named.play("do vpc show shop-net").answer, "Description"), "all of <shop>");
}

TEST(do_vpc_create, tells_what_digitalocean_finds_wrong) {
    bench at(with_groups());
    EXPECT_EQ(at.play("do vpc create shop-net fra1 --range 10.10.10.0/24").text(),
              "This range/size overlaps with another VPC network in your account: 10.10.10.0/24");
    EXPECT_EQ(at.state(), bench(with_groups()).state());
    EXPECT_EQ(bench().play("do vpc create shop-net nowhere1").text(), "region is invalid");
}

TEST(do_vpc_rename, keeps_all_else_of_it) {
    bench at(with_groups());
    at.ask("PATCH", path_named(at, "vpcs", "acme.net"), R"({"description":"all of acme"})");
    EXPECT_EQ(at.play("do vpc rename acme.net acme-production").text(),
              "The VPC acme.net is now called acme-production");
    const played shown = at.play("do vpc show acme-production");
    EXPECT_EQ(fact_of(shown.answer, "Description"), "all of acme");
    EXPECT_EQ(fact_of(shown.answer, "Addresses"), "10.10.10.0/24");
}

TEST(do_vpc_default, takes_that_from_the_one_before) {
    bench at(with_groups());
    const played done = at.play("do vpc default acme.net");
    EXPECT_EQ(done.text(), "acme.net is the default of fra1 now");
    EXPECT_EQ(at.deeds().at(0),
              "PATCH " + path_named(at, "vpcs", "acme.net") + R"( {"default":true})");
    at.begin_another_run();
    EXPECT_EQ(at.play("do vpc default acme.net").text(),
              "acme.net is the default of fra1 already: nothing was changed");
    at.begin_another_run();
    EXPECT_EQ(at.play("do vpc destroy acme.net").text(),
              "acme.net is the default of fra1: nothing was changed");
    at.begin_another_run();
    EXPECT_EQ(at.play("do vpc destroy default-fra1").answer.how, tone::bad)
        << "the droplets of before are in it";
    EXPECT_EQ(at.deeds().size(), 1u);
}

TEST(do_vpc_destroy, says_what_is_lost) {
    bench at(with_groups());
    const played asks = at.play("do vpc destroy acme.net");
    EXPECT_EQ(asks.shown.title, "Destroy the VPC acme.net for good?");
    EXPECT_EQ(fact_of(asks.shown, "Lost"), "the network 10.10.10.0/24");
    EXPECT_EQ(fact_of(asks.shown, "Members"), "none");
    EXPECT_TRUE(at.deeds().empty());
    EXPECT_EQ(at.play_and_confirm("do vpc destroy acme.net").text(),
              "The VPC acme.net is destroyed");
}

TEST(do_vpc_destroy, spares_what_is_in_use_and_the_defaults) {
    bench at(with_groups());
    make_droplet_in(at, "acme.net");
    const played held = at.play("do vpc destroy acme.net");
    EXPECT_EQ(held.text(), "acme.net has 1 member: nothing was changed");
    EXPECT_EQ(cells(held.answer), "in-1 | droplet | \n");
    EXPECT_EQ(paragraphs(held.answer),
              "It can be destroyed once nothing is in it. A droplet gets into another network only "
              "where it is made anew, from a snapshot.\n");
    bench first(with_groups());
    EXPECT_EQ(first.play("do vpc destroy default-ams3").text(),
              "default-ams3 is the default of ams3: nothing was changed");
    EXPECT_EQ(at.sent("DELETE") + first.sent("DELETE"), 0);
}

TEST(do_vpc_destroy, takes_no_yes_for_a_network_that_is_used_by_then) {
    bench at(with_groups());
    at.play("do vpc destroy acme.net");
    make_droplet_in(at, "acme.net");
    EXPECT_EQ(at.play_and_confirm("do vpc destroy acme.net").text(),
              "The VPC acme.net is not any more what you were shown: nothing was changed. Ask "
              "again to see what it is now");
    EXPECT_EQ(at.sent("DELETE"), 0);
}

TEST(do_vpc_destroy, tells_why_it_was_refused) {
    bench at(with_groups());
    at.trouble(R"([{"match":{"method":"DELETE","path":"/v2/vpcs/*"},"kind":"status",)"
               R"("status":403}])");
    EXPECT_EQ(at.play_and_confirm("do vpc destroy acme.net").text(),
              "You do not have access for the attempted action.");
}

// ---- projects

TEST(do_project_create, makes_one_that_nothing_is_in) {
    bench at(with_groups());
    const played done = at.play("do project create \"big <shop>\"");
    EXPECT_EQ(done.text(), "There is a project big <shop>");
    EXPECT_EQ(paragraphs(done.answer),
              "`do project add \"big <shop>\" DROPLET` puts a droplet into it.\n");
    EXPECT_EQ(at.deeds().at(0),
              R"(POST /v2/projects {"name":"big <shop>","purpose":"Web Application"})");
    bench whole(with_groups());
    EXPECT_EQ(whole
                  .play("do project create shop --environment staging --purpose \"a try\" "
                        "--description \"until May\"")
                  .text(),
              "There is a project shop");
    const played shown = whole.play("do project show shop");
    EXPECT_EQ(shown.text(), "shop holds 0 things");
    EXPECT_EQ(fact_of(shown.answer, "Environment"), "Staging");
    EXPECT_EQ(fact_of(shown.answer, "Purpose"), "Other: a try");
    EXPECT_EQ(fact_of(shown.answer, "Description"), "until May");
}

TEST(do_project_rename, keeps_all_else_of_it) {
    bench at(with_groups());
    EXPECT_EQ(at.play("do project rename acme \"acme, old\"").text(),
              "The project acme is now called acme, old");
    const boost::json::value now = at.cloud.state();
    EXPECT_EQ(now.at_pointer("/projects/acme, old/purpose").as_string(), "Web Application");
    EXPECT_EQ(now.at_pointer("/projects/acme, old/resources").as_array().size(), 4u);
    EXPECT_EQ(bench(with_groups()).play("do project rename acme " + std::string(176, 'n')).text(),
              "name must be 175 characters or less");
}

TEST(do_project_default, takes_that_from_the_one_before_and_moves_nothing) {
    bench at(with_groups());
    EXPECT_EQ(at.play("do project default empty").text(), "empty is the default project now");
    EXPECT_EQ(at.deeds().at(0).substr(at.deeds().at(0).find('{')), R"({"is_default":true})");
    EXPECT_EQ(cells(at.play("do projects").answer),
              "Agency | none | no | \nacme | Production | no | \nempty | none | yes | \n");
    at.begin_another_run();
    EXPECT_EQ(at.play("do project show Agency").text(), "Agency holds 7 things");
    at.begin_another_run();
    EXPECT_EQ(at.play("do project default empty").text(),
              "empty is the default project already: nothing was changed");
    EXPECT_EQ(at.deeds().size(), 1u);
}

TEST(do_project_destroy, ends_one_that_holds_nothing) {
    bench at(with_groups());
    const played asks = at.play("do project destroy empty");
    EXPECT_EQ(asks.shown.title, "Destroy the project empty for good?");
    EXPECT_EQ(fact_of(asks.shown, "In it"), "nothing");
    EXPECT_EQ(at.play_and_confirm("do project destroy empty").text(),
              "The project empty is destroyed");
    EXPECT_EQ(at.state().find("empty"), std::string::npos) << at.state();
}

TEST(do_project_destroy, spares_what_holds_something_and_the_default_one) {
    bench at(with_groups());
    const played held = at.play("do project destroy acme");
    EXPECT_EQ(held.text(), "acme holds 4 things: nothing was changed");
    EXPECT_EQ(cells(held.answer), "domain | acme.example | \ndroplet | web-1 | \n"
                                  "load balancer | front | \nvolume | acme-data | \n");
    bench first(with_groups());
    EXPECT_EQ(first.play("do project destroy Agency").text(),
              "Agency is the default project: nothing was changed");
    bench late(with_groups());
    late.play("do project destroy empty");
    const std::string empty(late.cloud.state().at_pointer("/projects/empty/id").as_string());
    late.ask("POST", "/v2/projects/" + empty + "/resources",
             R"({"resources":["do:droplet:)" + std::to_string(late.id_of("web-1")) + R"("]})");
    EXPECT_EQ(late.play_and_confirm("do project destroy empty").text(),
              "The project empty is not any more what you were shown: nothing was changed. Ask "
              "again to see what it is now");
    EXPECT_EQ(at.sent("DELETE") + first.sent("DELETE") + late.sent("DELETE"), 0);
}

// ---- all droplets of a tag

TEST(do_tag_destroy_droplets, names_each_that_goes_before_it_does_anything) {
    auto given = with_groups();
    given.volumes = {{"data", "fra1", 100, "db-1"}};
    bench at(given);
    const std::string line = "do tag destroy-droplets acme";
    const played asks = at.play(line);
    EXPECT_EQ(asks.asked, "@confirm");
    EXPECT_EQ(asks.shown.title, "Destroy 3 droplets with the tag acme for good?");
    EXPECT_EQ(fact_of(asks.shown, "Lost"), "their disks, 125 GB in all, and their addresses");
    EXPECT_EQ(fact_of(asks.shown, "Kept, and paid for"), "1 volume, detached");
    EXPECT_EQ(cells(asks.shown).substr(0, 25), "db-1 | active | 203.0.113");
    EXPECT_TRUE(at.deeds().empty());
    const played done = at.play_and_confirm(line);
    EXPECT_EQ(done.text(), "3 droplets are destroyed");
    EXPECT_EQ(paragraphs(done.answer), "db-1, web-1, web-2\n");
    ASSERT_EQ(at.deeds().size(), 1u);
    EXPECT_EQ(at.deeds().at(0).substr(0, 19), "DELETE /v2/droplets");
    EXPECT_EQ(at.get("/v2/droplets").at("droplets").as_array().size(), 1u);
}

TEST(do_tag_destroy_droplets, takes_no_yes_for_others_than_were_shown) {
    bench at;
    const std::string line = "do tag destroy-droplets web";
    at.play(line);
    tag_droplet(at, "web", "db-1");
    at.answer("@confirm", "yes");
    EXPECT_EQ(at.play(line).text(),
              "The droplets with the tag web are not any more what you were shown: nothing was "
              "done. Ask again to see which they are now");
    bench no;
    no.play(line);
    no.answer("@confirm", "no");
    EXPECT_EQ(no.play(line).text(), "Cancelled: nothing was changed");
    EXPECT_TRUE(at.deeds().empty() && no.deeds().empty());
}

TEST(do_tag_destroy_droplets, destroys_none_by_a_second_try_that_nobody_said_yes_to) {
    bench at;
    const std::string line = "do tag destroy-droplets web";
    at.trouble(R"([{"match":{"method":"DELETE"},"kind":"reset_before"}])");
    const played unsure = at.play_and_confirm(line);
    ASSERT_FALSE(unsure.asked.empty()) << unsure.text();
    tag_droplet(at, "web", "db-1");
    at.answer(unsure.asked, "again");
    EXPECT_EQ(at.play(line).text(),
              "The droplets with the tag web are not any more what you were shown: nothing was "
              "done. Ask again to see which they are now");
    EXPECT_EQ(at.get("/v2/droplets").at("droplets").as_array().size(), 4u);
}

TEST(do_tag_destroy_droplets, says_which_are_there_still) {
    bench at;
    plan_errored(at, "destroy");
    const played end = at.play_and_confirm("do tag destroy-droplets web");
    EXPECT_EQ(end.text(), "1 droplet is destroyed, and 1 not");
    EXPECT_EQ(end.answer.how, tone::bad);
    EXPECT_EQ(fact_of(end.answer, "Destroyed"), "web-2");
    EXPECT_EQ(fact_of(end.answer, "There still"), "web-1");
}

TEST(do_tag_destroy_droplets, tells_no_more_than_a_person_can_read) {
    bench at(with_nodes(51));
    EXPECT_EQ(at.play("do tag destroy-droplets node").text(),
              "More than 50 droplets have the tag node: so many are not told at once. Nothing was "
              "done");
    EXPECT_TRUE(at.deeds().empty());
}

// ---- all of them

TEST(do_group_changes, do_nothing_where_it_is_not_clear_what_is_meant) {
    support::try_unclear(
        with_groups(),
        {{"do vpc create acme.net fra1", "Nothing was made: there is a VPC acme.net already"},
         {"do vpc rename nobody other", "There is no VPC “nobody”"},
         {"do vpc rename acme.net acme.net",
          "acme.net is called that already: nothing was changed"},
         {"do vpc rename acme.net default-fra1",
          "acme.net keeps its name: there is a VPC default-fra1 already"},
         {"do vpc default nobody", "There is no VPC “nobody”"},
         {"do vpc destroy nobody", "There is no VPC “nobody”"},
         {"do project create acme", "Nothing was made: there is a project acme already"},
         {"do project rename nobody other", "There is no project “nobody”"},
         {"do project rename acme acme", "acme is called that already: nothing was changed"},
         {"do project rename acme empty", "acme keeps its name: there is a project empty already"},
         {"do project default nobody", "There is no project “nobody”"},
         {"do project destroy nobody", "There is no project “nobody”"},
         {"do tag destroy-droplets nobody", "No droplet has the tag nobody: nothing was done"}});
}

TEST(do_group_changes, happen_once_whatever_goes_wrong) {
    support::try_all({{"do vpc create shop-net fra1", "POST", false, with_groups()},
                      {"do vpc rename acme.net shop-net", "PATCH", true, with_groups()},
                      {"do vpc default acme.net", "PATCH", true, with_groups()},
                      {"do vpc destroy acme.net", "DELETE", false, with_groups()},
                      {"do project create shop", "POST", false, with_groups()},
                      {"do project rename acme shop", "PATCH", true, with_groups()},
                      {"do project default acme", "PATCH", true, with_groups()},
                      {"do project destroy empty", "DELETE", false, with_groups()},
                      {"do tag destroy-droplets web", "DELETE"}});
}

} // namespace
} // namespace chatops::operations
