// Droplets that are made several at once, in a network, and with volumes.
#include "tests/operations/digitalocean_accounts.hpp"

#include <gtest/gtest.h>

namespace chatops::operations {
namespace {

const std::string of_size = " --size s-1vcpu-1gb --image debian-12-x64";

mocks::digitalocean::seed with_places() {
    auto given = with_volumes();
    given.droplet_limit = 30;
    given.volumes.push_back({"far", "nyc3", 10});
    given.vpcs = {{"acme.net", "fra1", "10.10.10.0/24"}, {"far.net", "nyc3", "10.20.0.0/24"}};
    return given;
}

TEST(do_droplet_create, makes_several_by_one_request) {
    bench at(with_places());
    const played done = at.play("do droplet create web-3 web-4 --region fra1 --tag acme" + of_size);
    EXPECT_EQ(done.text(), "web-3, web-4 are up");
    const auto& table = std::get<table_part>(done.answer.parts.at(0));
    ASSERT_EQ(table.rows.size(), 2u);
    EXPECT_EQ(table.rows[1][0] + ' ' + table.rows[1][1], "web-4 active");
    EXPECT_NE(paragraphs(done.answer).find("I would have known them again"), std::string::npos);
    ASSERT_EQ(at.deeds().size(), 1u);
    EXPECT_EQ(at.deeds().at(0).substr(0, 43), R"(POST /v2/droplets {"names":["web-3","web-4")");
    bench most(with_places());
    std::string ten = "do droplet create";
    for (int i = 0; i < 10; ++i) ten += " node-" + std::to_string(i);
    EXPECT_EQ(most.play(ten + of_size).text().substr(0, 14), "node-0, node-1");
    EXPECT_EQ(bench(with_places()).play(ten + " node-10" + of_size).text(),
              "Nothing was made: DigitalOcean makes at most 10 droplets at once");
}

TEST(do_droplet_create, puts_it_into_a_network_whose_region_it_is_made_in) {
    bench at(with_places());
    const played done = at.play("do droplet create web-3 --vpc far.net" + of_size);
    EXPECT_EQ(fact_of(done.answer, "Region"), "nyc3");
    EXPECT_EQ(fact_of(done.answer, "Private address").substr(0, 7), "10.20.0");
    EXPECT_NE(at.deeds().at(0).find("\"vpc_uuid\":" +
                                    json::text(thing_named(at, "vpcs", "far.net").at("id"))),
              std::string::npos)
        << at.deeds().at(0);
    EXPECT_EQ(at.play("do vpc show far.net").text(), "far.net has 1 member");
}

TEST(do_droplet_create, gives_it_volumes_whose_region_it_is_made_in) {
    bench at(with_places());
    const played done = at.play("do droplet create web-3 --volume spare --volume spare" + of_size);
    EXPECT_EQ(done.text().substr(0, 11), "web-3 is up");
    EXPECT_EQ(fact_of(done.answer, "Region"), "fra1");
    EXPECT_EQ(fact_of(done.answer, "Volumes"), "1");
    EXPECT_EQ(paragraphs(done.answer).substr(0, 78),
              "Inside the droplet it is /dev/disk/by-id/scsi-0DO_Volume_spare; mount it there");
    EXPECT_EQ(at.play("do volume show spare").text(), "spare is attached to web-3");
}

TEST(do_droplet_create, hands_on_what_it_does_when_it_first_starts) {
    bench at(with_places());
    const played done = at.play("do droplet create web-3" + of_size +
                                " --user-data '#!/bin/sh\necho \"ü & $HOME\" > /tmp/a\n'");
    EXPECT_EQ(done.text().substr(0, 11), "web-3 is up");
    EXPECT_NE(at.deeds().at(0).find(R"("user_data":"#!/bin/sh\necho \"ü & $HOME\" > /tmp/a\n")"),
              std::string::npos)
        << at.deeds().at(0);
}

TEST(do_droplet_create, tells_why_several_were_refused_and_makes_none) {
    auto few = with_places();
    few.droplet_limit = 5;
    bench at(few);
    EXPECT_EQ(at.play("do droplet create web-3 web-4" + of_size).text(),
              "creating this/these droplet(s) will exceed your droplet limit");
    EXPECT_EQ(at.play("do droplets").text(), "4 droplets");
}

TEST(do_droplet_create, does_nothing_where_it_is_not_clear_what_is_meant) {
    const std::string create = "do droplet create web-3";
    const std::pair<std::string, const char*> lines[] = {
        {"do droplet create web-1 db-1",
         "Nothing was made: there are droplets web-1, db-1 already"},
        {create + " web-3", "Nothing was made: web-3 is named twice"},
        {create + " --vpc nobody", "There is no VPC “nobody”"},
        {create + " --vpc acme.net --region nyc3",
         "Nothing was made: the VPC acme.net is in fra1, and the droplet would be in nyc3"},
        {create + " --volume nobody", "There is no volume “nobody”"},
        {create + " --volume twin", "2 volumes are called “twin”: which one do you mean?"},
        {create + " --volume data", "Nothing was made: data is attached to db-1"},
        {create + " --volume spare --volume far",
         "Nothing was made: the volume far is in nyc3, and the droplet would be in fra1"},
        {create + " --vpc far.net --volume spare",
         "Nothing was made: the volume spare is in fra1, and the droplet would be in nyc3"},
        {create + " web-4 --volume spare",
         "Nothing was made: a volume is attached to one droplet only, and 2 are asked for"}};
    for (const auto& [line, said] : lines) {
        bench at(with_places());
        EXPECT_EQ(at.play(line + of_size).title(), said) << line;
        EXPECT_TRUE(at.deeds().empty()) << line;
    }
}

TEST(do_droplet_create, happens_once_whatever_goes_wrong) {
    support::try_all(
        {{"do droplet create web-3 web-4 --region fra1" + of_size, "POST", false, with_places()},
         {"do droplet create web-3 --vpc acme.net --volume spare" + of_size, "POST", false,
          with_places()}});
}

} // namespace
} // namespace chatops::operations
