// What groups droplets: networks, projects and tags; and the account that all of it is in.
#include "chatops/operations/digitalocean/urn.hpp"
#include "tests/operations/digitalocean_accounts.hpp"

#include <gtest/gtest.h>

namespace chatops::operations {
namespace {

// ---- the account

TEST(do_account, says_how_it_is_and_how_much_it_may_have) {
    bench at;
    const played seen = at.play("do account");
    EXPECT_EQ(seen.text(), "The account of Agency is active");
    EXPECT_EQ(seen.answer.how, tone::good);
    EXPECT_EQ(fact_of(seen.answer, "Owner"), "ops@agency.example");
    EXPECT_EQ(fact_of(seen.answer, "Droplets at most"), "6");
    bench troubled;
    troubled.trouble(R"([{"match":{"method":"GET","path":"/v2/account"},"kind":"status",)"
                     R"("status":403}])");
    EXPECT_EQ(troubled.play("do account").text(),
              "You do not have access for the attempted action.");
}

// ---- networks

TEST(do_vpcs, are_listed_and_shown_with_what_is_in_them) {
    bench at(with_groups());
    EXPECT_EQ(at.play("do vpcs").text(), "13 VPCs");
    const played part = at.play("do vpcs acme");
    EXPECT_EQ(part.text(), "1 VPC with “acme” in the name");
    EXPECT_EQ(cells(part.answer), "acme.net | fra1 | 10.10.10.0/24 | \n");
    const played shown = at.play("do vpc show default-fra1");
    EXPECT_EQ(shown.text(), "default-fra1 has 7 members");
    EXPECT_EQ(fact_of(shown.answer, "Region"), "fra1, whose default it is");
    EXPECT_EQ(fact_of(shown.answer, "Addresses"), "10.135.0.0/16");
    EXPECT_NE(cells(shown.answer).find("web-1 | droplet | \n"), std::string::npos);
    EXPECT_NE(cells(shown.answer).find("front | load balancer | \n"), std::string::npos);
    const std::string id =
        fact_of(at.play("do vpc show acme.net").answer, "Id"); // Of a UUID a name is no part.
    EXPECT_EQ(at.play("do vpc show " + id).text(), "acme.net has 0 members");
    EXPECT_EQ(at.play("do vpc show acme.nett").text(), "There is no VPC “acme.nett”");
}

// ---- projects

TEST(do_projects, are_listed_and_shown_with_what_is_in_them) {
    bench at(with_groups());
    const played all = at.play("do projects");
    EXPECT_EQ(all.text(), "3 projects");
    EXPECT_EQ(cells(all.answer),
              "Agency | none | yes | \nacme | Production | no | \nempty | none | no | \n");
    const played acme = at.play("do project show acme");
    EXPECT_EQ(acme.text(), "acme holds 4 things");
    EXPECT_EQ(fact_of(acme.answer, "Description"), "All of acme");
    EXPECT_EQ(cells(acme.answer), "domain | acme.example | \ndroplet | web-1 | \n"
                                  "load balancer | front | \nvolume | acme-data | \n");
    EXPECT_EQ(at.play("do project show empty").text(), "empty holds 0 things");
    const played rest = at.play("do project show Agency");
    EXPECT_EQ(rest.text(), "Agency holds 7 things");
    EXPECT_NE(cells(rest.answer).find("reserved IP | "), std::string::npos);
    EXPECT_EQ(at.play("do project show acne").text(), "There is no project “acne”");
}

TEST(do_project_add, takes_droplets_from_wherever_they_are) {
    bench at(with_groups());
    EXPECT_EQ(at.play("do project add empty web-1 old-1").text(),
              "The project empty holds web-1, old-1");
    EXPECT_EQ(cells(at.play("do project show empty").answer),
              "droplet | old-1 | \ndroplet | web-1 | \n");
    EXPECT_EQ(at.deeds().size(), 1u);
    support::try_unclear(with_groups(),
                         {{"do project add nobody web-1", "There is no project “nobody”"},
                          {"do project add acme web-1 nobody", "There is no droplet “nobody”"}});
}

TEST(do_project_add, takes_other_things_by_their_names) {
    bench at(with_groups());
    const std::string ip(at.get("/v2/reserved_ips").at_pointer("/reserved_ips/0/ip").as_string());
    EXPECT_EQ(at.play("do project add empty old-1 --volume acme-data --load-balancer front "
                      "--domain acme.example --reserved-ip " +
                      ip + " --volume acme-data")
                  .text(),
              "The project empty holds old-1, acme-data, front, acme.example, " + ip);
    EXPECT_EQ(cells(at.play("do project show empty").answer),
              "domain | acme.example | \ndroplet | old-1 | \nload balancer | front | \n"
              "reserved IP | " +
                  ip + " | \nvolume | acme-data | \n");
    EXPECT_EQ(at.deeds().size(), 1u);
    support::try_unclear(
        with_groups(),
        {{"do project add empty", "Say what is to be put into the project: nothing was changed"},
         {"do project add empty web-1 --volume nobody", "There is no volume “nobody”"},
         {"do project add empty --domain no.example", "There is no domain “no.example”"}});
    auto twins = with_groups();
    twins.volumes.push_back({.name = "acme-data", .region = "nyc3"});
    support::try_unclear(twins, {{"do project add empty --volume acme-data",
                                  "2 volumes are called “acme-data”: which one do you mean?"}});
}

TEST(do_project_add, happens_whatever_goes_wrong) {
    support::try_all({{"do project add empty web-1 web-2", "POST", true, with_groups()},
                      {"do project add empty --volume acme-data", "POST", true, with_groups()}});
}

TEST(do_project_add, says_of_one_that_is_gone_meanwhile_that_it_is_not_there) {
    bench at(with_groups());
    // A crash after the droplets were looked for; one of them is destroyed then.
    const std::string line = "do project add empty web-1 old-1";
    const int whole = bench(with_groups()).play(line).turns;
    std::string said;
    for (int turns = 1; turns < whole && said.empty(); ++turns) {
        bench cut(with_groups());
        cut.play(line, turns);
        if (!cut.deeds().empty()) break;
        cut.ask("DELETE", "/v2/droplets/" + std::to_string(cut.id_of("old-1")));
        cut.pass(1min);
        const played end = cut.play(line);
        if (end.text().find("Not put") == 0) said = end.text() + ' ' + paragraphs(end.answer);
    }
    EXPECT_EQ(said, "Not put into the project empty: old-1, which DigitalOcean does not find any "
                    "more The project empty holds web-1.\n");
}

// ---- all that have a tag

TEST(do_tag_power, names_the_droplets_before_it_switches_them) {
    bench at;
    const std::string line = "do tag power web off";
    const played asks = at.play(line);
    EXPECT_EQ(asks.asked, "@confirm");
    EXPECT_EQ(asks.shown.title, "Switch off 2 droplets with the tag web?");
    EXPECT_EQ(cells(asks.shown), "web-1 | active | \nweb-2 | active | \n");
    EXPECT_TRUE(at.deeds().empty());
    const played done = at.play_and_confirm(line);
    EXPECT_EQ(done.text(), "2 droplets were switched off");
    EXPECT_EQ(paragraphs(done.answer), "web-1, web-2\n");
    EXPECT_EQ(at.deeds().size(), 1u);
    EXPECT_EQ(at.deeds().at(0), R"(POST /v2/droplets/actions {"type":"power_off"})");
    at.pass(1min);
    EXPECT_NE(at.state().find(R"("web-2" "off")"), std::string::npos) << at.state();
}

TEST(do_tag_power, of_a_tag_that_nothing_has_does_nothing) {
    bench at;
    EXPECT_EQ(at.play("do tag power nobody off").text(),
              "No droplet has the tag nobody: nothing was done");
    bench snapshot;
    EXPECT_EQ(snapshot.play("do tag snapshot nobody").text(),
              "No droplet has the tag nobody: nothing was done");
    EXPECT_TRUE(at.deeds().empty() && snapshot.deeds().empty());
}

TEST(do_tag_power, tells_no_more_than_a_person_can_read) {
    bench at(with_nodes(51));
    EXPECT_EQ(at.play("do tag power node off").text(),
              "More than 50 droplets have the tag node: so many are not told at once. Nothing was "
              "done");
    bench most(with_nodes(50));
    EXPECT_EQ(most.play_and_confirm("do tag power node cycle").text(),
              "50 droplets were switched off and on again");
}

TEST(do_tag_power, is_not_done_where_the_tag_has_moved_meanwhile) {
    bench at;
    const std::string line = "do tag shutdown web";
    at.play(line);
    tag_droplet(at, "web", "db-1");
    at.answer("@confirm", "yes");
    EXPECT_EQ(at.play(line).text(),
              "The droplets with the tag web are not any more what you were shown: nothing was "
              "done. Ask again to see which they are now");
    EXPECT_TRUE(at.deeds().empty());
}

TEST(do_tag_power, says_of_which_it_failed) {
    bench at;
    plan_errored(at, "power_cycle");
    const played end = at.play_and_confirm("do tag power web cycle");
    EXPECT_EQ(end.text(), "1 droplet was switched off and on again, and 1 not");
    EXPECT_EQ(end.answer.how, tone::bad);
    EXPECT_EQ(fact_of(end.answer, "Done"), "web-2");
    EXPECT_EQ(fact_of(end.answer, "Not done"), "web-1");
}

TEST(do_tag_power, where_one_is_busy_is_refused_for_all) {
    bench at;
    const std::string line = "do tag shutdown web";
    at.play(line);
    at.ask("POST", "/v2/droplets/" + std::to_string(at.id_of("web-2")) + "/actions",
           R"({"type":"snapshot"})");
    at.answer("@confirm", "yes");
    const played refused = at.play(line);
    EXPECT_TRUE(refused.failure);
    EXPECT_EQ(refused.text(), "Droplet already has a pending event.");
}

TEST(do_tag, happens_once_whatever_goes_wrong) {
    support::try_all({{"do tag power web off"}, {"do tag shutdown web"}, {"do tag snapshot web"}});
}

TEST(read_urn, says_what_sort_and_which) {
    const auto told = [](const char* urn) {
        const named_by_urn it = read_urn(urn);
        return sort_of(it) + ' ' + it.id;
    };
    EXPECT_EQ(told("do:droplet:42"), "droplet 42");
    EXPECT_EQ(told("do:loadbalancer:4e-1"), "load balancer 4e-1");
    EXPECT_EQ(told("do:space:a:b"), "space a:b");
    EXPECT_EQ(told("do:"), "thing do:");
    EXPECT_EQ(told(""), "thing ");
    EXPECT_EQ(told("x:droplet:1"), "thing x:droplet:1");
}

} // namespace
} // namespace chatops::operations
