// Rackspace's client at Rackspace's mock, over the simulation's network: the same story with and
// without trouble.
#include "chatops/core/base64.hpp"
#include "chatops/core/errors.hpp"
#include "chatops/provider/rackspace/client.hpp"
#include "chatops/provider/rackspace/filters.hpp"
#include "tests/provider/rackspace_place.hpp"
#include "tests/support/troubles.hpp"

namespace chatops::rackspace {
namespace {

constexpr const char* debian_image = "a4f0b2d8-9e3c-4d55-b7f1-6d1c8e4f2a03";

std::string id_of(place& at, client& cloud, const std::string& name) {
    return at.world.play(cloud.servers_named(name, 1)).at(0).id;
}

TEST(rackspace_client, sees_many_servers_page_by_page) {
    auto many = mocks::rackspace::agency_account();
    for (int i = 0; i < 230; ++i)
        many.servers.push_back({.name = "node-" + std::to_string(i), .flavor = "2"});
    place at(many);
    client cloud(at.through());
    std::size_t pages = 0;
    std::size_t most = 0;
    std::size_t all = 0;
    const auto look = [&](const std::vector<server>& page) {
        ++pages;
        all += page.size();
        most = std::max(most, page.size());
        return true;
    };
    at.world.play(cloud.each_page<server>({}, look));
    EXPECT_EQ(all, 234u);
    EXPECT_EQ(pages, 3u);
    EXPECT_EQ(most, 100u) << "no more than a page is in memory";
    EXPECT_EQ(at.world.play(cloud.list<server>({}, 7)).size(), 7u);
}

TEST(rackspace_client, reads_a_server_as_it_is) {
    place at;
    client cloud(at.through());
    const server web = at.world.play(cloud.servers_named("web-1", 2)).at(0);
    EXPECT_EQ(web.status, "ACTIVE");
    EXPECT_FALSE(web.task_state);
    EXPECT_EQ(web.flavor.id, "general1-2");
    EXPECT_EQ(web.addresses.at("private").at(0).addr, "10.208.0.1");
    EXPECT_EQ(at.world.play(cloud.show<server>(web.id)), web);
    EXPECT_EQ(at.world.play(cloud.list<flavor>()).size(), 13u);
    EXPECT_EQ(at.world.play(cloud.list<image>("type=SNAPSHOT")).at(0).server->id, web.id);
    EXPECT_EQ(at.world.play(cloud.keypairs()).at(0).name, "lead");
    EXPECT_EQ(at.world.play(cloud.limits_of_account()).absolute.totalInstancesUsed, 4);
}

TEST(rackspace_client, finds_a_name_with_every_character_and_no_other) {
    const std::string odd = R"(a.b*c?d+e(f)g[h]i{j}k^l$m|n\o/p"q'r&s=t#u%v <w> é 💡)";
    auto given = mocks::rackspace::agency_account();
    given.servers.push_back({.name = odd});
    given.servers.push_back({.name = "aXb" + odd.substr(3)});
    place at(given);
    client cloud(at.through());
    const auto found = at.world.play(cloud.servers_named(odd, 5));
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].name, odd);
    at.world.play(cloud.rename(found[0].id, odd + odd));
    EXPECT_EQ(at.world.play(cloud.show<server>(found[0].id)).name, odd + odd);
}

TEST(rackspace_client, asks_for_those_servers_and_images_only_that_are_wanted) {
    auto given = mocks::rackspace::agency_account();
    given.servers.push_back({.name = "bad-1",
                             .status = "ERROR",
                             .fault = {404, "Could not find image 5241.", "Traceback"}});
    place at(given);
    client cloud(at.through());
    server_filter broken;
    broken.status = "ERROR";
    const auto found = at.world.play(cloud.list<server>(query_of(broken)));
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].fault.value().code, 404);
    EXPECT_EQ(found[0].fault->details, "Traceback");
    EXPECT_EQ(found[0].fault->created, found[0].updated);
    server_filter by;
    by.part = "b-";
    by.flavor = "general1-8";
    EXPECT_EQ(query_of(by), "name=b-&flavor=general1-8");
    EXPECT_EQ(at.world.play(cloud.list<server>(query_of(by))).at(0).name, "db-1");
    by.part = "b.1";
    EXPECT_EQ(query_of(by), "name=b%5C.1&flavor=general1-8");
    EXPECT_TRUE(at.world.play(cloud.list<server>(query_of(by))).empty());
    broken.status = "ASLEEP";
    EXPECT_TRUE(at.world.play(cloud.list<server>(query_of(broken))).empty());
    image_filter of;
    of.server = id_of(at, cloud, "web-1");
    EXPECT_EQ(at.world.play(cloud.list<image>(query_of(of))).size(), 1u);
    of.status = "SAVING";
    EXPECT_TRUE(at.world.play(cloud.list<image>(query_of(of))).empty());
    EXPECT_EQ(query_of(server_filter()), "");
}

TEST(rackspace_client, notes_a_server_with_something) {
    place at;
    client cloud(at.through());
    const std::string web = id_of(at, cloud, "web-1");
    const std::map<std::string, std::string> items{{"OS-x:y", "1"}, {"a/b c", ""}, {"image", ""}};
    at.world.play(cloud.set_metadata(web, items));
    EXPECT_EQ(at.world.play(cloud.show<server>(web)).metadata, items) << "names are a person's own";
    at.world.play(cloud.remove_metadata(web, "a/b c"));
    at.world.play(cloud.remove_metadata(web, "a/b c"));
    EXPECT_EQ(at.world.play(cloud.show<server>(web)).metadata.size(), 2u);
}

TEST(rackspace_client, begins_an_action_that_ends_later) {
    place at;
    client cloud(at.through());
    const std::string web = id_of(at, cloud, "web-1");
    const time_point since = at.world.play(cloud.provider_time());
    at.world.play(cloud.act(web, reboot_action(false)));
    EXPECT_EQ(at.world.play(cloud.show<server>(web)).task_state, "rebooting");
    const auto told = at.world.play(cloud.actions_of(web));
    EXPECT_EQ(told.at(0).action, "reboot");
    EXPECT_GE(told.at(0).start_time, since);
    at.world.pass(1min);
    EXPECT_FALSE(at.world.play(cloud.show<server>(web)).task_state);
}

server_order order_of_a_server() {
    server_order order;
    order.name = "new-1";
    order.flavorRef = "general1-1";
    order.imageRef = debian_image;
    order.metadata["chatops"] = "mark";
    return order;
}

TEST(rackspace_client, makes_what_it_is_asked_for_and_ends_it) {
    place at;
    client cloud(at.through());
    server_order order = order_of_a_server();
    order.key_name = "lead";
    const std::string made = at.world.play(cloud.create(order));
    EXPECT_EQ(at.world.play(cloud.show<server>(made)).metadata.at("chatops"), "mark");
    at.world.pass(2min);
    const std::string copy = at.world.play(cloud.make_image(made, "copy"));
    EXPECT_EQ(at.world.play(cloud.show<image>(copy)).status, "SAVING");
    at.world.pass(2min);
    at.world.play(cloud.destroy<image>(copy));
    at.world.play(cloud.destroy<image>(copy));
    EXPECT_TRUE(at.world.play(cloud.is_gone<image>(copy)));
    at.world.play(cloud.destroy<server>(made));
    EXPECT_FALSE(at.world.play(cloud.is_gone<server>(made)));
    at.world.pass(1min);
    EXPECT_TRUE(at.world.play(cloud.is_gone<server>(made)));
}

TEST(rackspace_client, hands_on_user_data_as_base64_and_the_drive_that_holds_it) {
    place at;
    client cloud(at.through());
    server_order order = order_of_a_server();
    order.set_user_data("#!/bin/sh\necho ü\n");
    at.world.play(cloud.create(order));
    EXPECT_EQ(at.network.exchanges().back()->what.body,
              R"({"server":{"name":"new-1","imageRef":")" + std::string(debian_image) +
                  R"(","flavorRef":"general1-1","metadata":{"chatops":"mark"},)"
                  R"("user_data":"IyEvYmluL3NoCmVjaG8gw7wK","config_drive":true}})");
}

TEST(rackspace_client, is_refused_with_a_reason_and_a_request_id) {
    place at;
    client cloud(at.through());
    const std::string web = id_of(at, cloud, "web-1");
    at.world.play(cloud.act(web, reboot_action(false)));
    try {
        at.world.play(cloud.act(web, reboot_action(false)));
        FAIL() << "it was carried out";
    } catch (const provider_error& refused) {
        EXPECT_EQ(refused.status(), 409);
        EXPECT_EQ(refused.id(), "conflictingRequest");
        EXPECT_EQ(refused.what(),
                  "Cannot 'reboot' instance " + web + " while it is in task_state rebooting");
        EXPECT_EQ(refused.request_id().substr(0, 4), "req-");
    }
}

TEST(rackspace_client, looks_on_although_no_more_servers_are_made_today) {
    place at;
    at.trouble(R"([{"match":{"method":"POST","path":"/v2/*/servers"},"kind":"status",)"
               R"("status":413,"retry_after_s":36000}])");
    client cloud(at.through());
    server_order order;
    order.name = "big";
    order.flavorRef = "io1-30";
    order.imageRef = debian_image;
    for (const char* const id : {"overLimit", "rate_limit"}) {
        try {
            at.world.play(cloud.create(order));
            ADD_FAILURE() << "it was made";
        } catch (const provider_error& refused) {
            EXPECT_EQ(refused.status(), 429);
            EXPECT_EQ(refused.id(), id) << "the second is not asked for";
        }
    }
    const std::string web = id_of(at, cloud, "web-1");
    at.world.play(cloud.act(web, reboot_action(false)));
    EXPECT_EQ(at.world.play(cloud.show<server>(web)).task_state, "rebooting");
}

TEST(rackspace_client, tells_a_quota_and_a_taken_name_from_what_passes) {
    place at;
    client cloud(at.through());
    const auto status_of = [&](auto work) {
        try {
            at.world.play(std::move(work));
        } catch (const provider_error& refused) {
            return refused.status();
        }
        return 0;
    };
    server_order order;
    order.name = "big";
    order.flavorRef = "io1-30";
    order.imageRef = debian_image;
    for (int i = 0; i < 3; ++i) at.world.play(cloud.create(order));
    EXPECT_EQ(status_of(cloud.create(order)), 422) << "said with 413";
    const keypair_order taken{"lead", mocks::rackspace::some_key};
    EXPECT_EQ(status_of(cloud.add_keypair(taken)), 422) << "said with 409";
    const std::string off = id_of(at, cloud, "old-1");
    EXPECT_EQ(status_of(cloud.act(off, reboot_action(false))), 422) << "it is off, and stays so";
    const std::string fresh = id_of(at, cloud, "big");
    EXPECT_EQ(status_of(cloud.act(fresh, reboot_action(false))), 409) << "it is being built";
}

TEST(rackspace_names, have_values_behind_an_equals_sign) {
    EXPECT_EQ(metadata_item::parse("client=acme")->name.text, "client");
    EXPECT_EQ(metadata_item::parse("a b=c=d")->value, "c=d");
    EXPECT_EQ(metadata_item::parse("empty=")->to_text(), "empty=");
    std::string accents;
    while (accents.size() < 2 * 255) accents += "é";
    EXPECT_EQ(metadata_item::parse("a=" + accents)->value, accents) << "255 characters";
    const std::string long_name(256, 'n');
    EXPECT_NE(metadata_item::parse("a=" + long_name).error().message.find("too long"),
              std::string::npos);
    for (const std::string& wrong :
         {std::string(), std::string("client"), std::string("=acme"), std::string("..=x"),
          std::string(" a=x"), std::string("a=x\ny"), long_name + "=x", "a=" + long_name})
        EXPECT_EQ(metadata_item::parse(wrong).error().code, "rackspace_metadata") << wrong;
    EXPECT_EQ(metadata_name::parse("a=b").error().code, "rackspace_metadata");
}

TEST(rackspace_names, user_data_fit_once_they_are_base64) {
    const std::string most = "#!" + std::string(49'149 - 2, 'x');
    EXPECT_LE(base64(most).size(), 65'535u);
    EXPECT_GT(base64(most + 'x').size(), 65'535u);
    for (const std::string& each :
         {std::string("#!/bin/sh\necho \"1\" > /tmp/a\n"), std::string("#cloud-config\n{}"), most})
        EXPECT_EQ(user_data::parse(each)->to_text(), each) << each.substr(0, 40);
    for (const std::string& each :
         {std::string(), std::string("apt install nginx"), std::string("#!\xff"), most + 'x'})
        EXPECT_EQ(user_data::parse(each).error().code, "rackspace_user_data") << each.substr(0, 40);
    const mistake wrong = user_data::parse("#!\xff").error();
    EXPECT_NE(wrong.message.find(" is no text of at most 49149 bytes."), std::string::npos);
    EXPECT_EQ(wrong.expected, "a script or a cloud-config, of at most 49149 bytes");
}

// ---- in trouble: every request of the story meets every fault once

asio::awaitable<std::string> server_story(client& cloud) {
    const auto all = co_await cloud.list<server>();
    const auto web = co_await cloud.servers_named("web-1", 2);
    const auto flavors = co_await cloud.list<flavor>();
    const auto done = co_await cloud.actions_of(web.at(0).id);
    std::string told = std::to_string(all.size()) + ' ' + web.at(0).name + ' ' + web.at(0).status;
    told += ' ' + flavors.at(0).id + ' ' + done.at(0).action;
    co_return told;
}

TEST(rackspace_client, tells_the_same_story_through_every_fault) {
    for (const char* const fault : support::every_fault)
        for (int passed = 0; passed <= 5; ++passed) {
            place at;
            at.trouble(support::after(passed, fault));
            client cloud(at.through());
            EXPECT_EQ(at.world.play(server_story(cloud)), "4 web-1 ACTIVE 2 create")
                << fault << " after " << passed;
        }
}

} // namespace
} // namespace chatops::rackspace
