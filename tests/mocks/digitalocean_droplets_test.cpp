// Droplets: what is shown of them, how they come to be and go.
#include "tests/mocks/digitalocean_account.hpp"

namespace chatops::mocks::digitalocean {
namespace {

using digitalocean_droplets = digitalocean_account;

constexpr const char* one_more =
    R"({"name":"web-3","region":"fra1","size":"s-1vcpu-1gb","image":"ubuntu-24-04-x64"})";

TEST_F(digitalocean_droplets, are_the_accounts) {
    const seen account = get("/v2/account");

    EXPECT_EQ(account.at("/account/droplet_limit"), "6");
    EXPECT_EQ(account.at("/account/email"), R"("ops@agency.example")");
    EXPECT_EQ(account.at("/account/status"), R"("active")");
    EXPECT_EQ(account.at("/account/team/name"), R"("Agency")");
    EXPECT_EQ(get("/v2/droplets").each("droplets", "name"), "web-1 web-2 db-1 old-1");
    EXPECT_EQ(get("/v2/droplets").at("/meta/total"), "4");
}

TEST_F(digitalocean_droplets, cost_by_the_hour_and_never_more_than_a_month) {
    // 29 February, noon: 684 hours of web-1 and web-2 at 0.01786, of db-1 and old-1 at 0.00893;
    // a month's price is $12 and $6.
    EXPECT_EQ(get("/v2/customers/my/balance").response.body,
              R"({"month_to_date_balance":"48.23","account_balance":"12.23",)"
              R"("month_to_date_usage":"36.00","generated_at":"2024-02-29T12:00:00Z"})");

    later(24h);
    EXPECT_EQ(get("/v2/customers/my/balance").at("/month_to_date_usage"), R"("0.64")");
    remove(droplet("web-1"));
    later(1h);
    // What is gone cost something; what is there costs on.
    EXPECT_EQ(get("/v2/customers/my/balance").at("/month_to_date_usage"), R"("0.70")");
}

TEST_F(digitalocean_droplets, show_all_that_the_specification_requires) {
    const seen shown = get(droplet("db-1"));

    for (const char* const member :
         {"id",           "name",   "memory",     "vcpus",    "disk",       "locked",
          "status",       "kernel", "created_at", "features", "backup_ids", "next_backup_window",
          "snapshot_ids", "image",  "volume_ids", "size",     "size_slug",  "networks",
          "region",       "tags",   "vpc_uuid"})
        EXPECT_TRUE(shown.body.at("droplet").as_object().contains(member)) << member;
    EXPECT_EQ(shown.at("/droplet/memory"), "1024");
    EXPECT_EQ(shown.at("/droplet/disk"), "25");
    EXPECT_EQ(shown.at("/droplet/created_at"), R"("2023-12-01T12:00:00Z")");
    EXPECT_EQ(shown.at("/droplet/features"),
              R"(["backups","monitoring","droplet_agent","ipv6","private_networking"])");
    EXPECT_EQ(shown.at("/droplet/next_backup_window"),
              R"({"start":"2024-02-29T20:00:00Z","end":"2024-03-01T19:00:00Z"})");
    EXPECT_EQ(shown.at("/droplet/image/slug"), R"("ubuntu-24-04-x64")");
    EXPECT_EQ(shown.at("/droplet/region/slug"), R"("fra1")");
    EXPECT_EQ(shown.at("/droplet/networks/v4/0/type"), R"("private")");
    EXPECT_EQ(shown.at("/droplet/networks/v4/1"),
              R"({"ip_address":"203.0.113.4","netmask":"255.255.255.0",)"
              R"("gateway":"203.0.113.1","type":"public"})");
    EXPECT_EQ(shown.at("/droplet/networks/v6/0/netmask"), "64");
    EXPECT_EQ(get(droplet("web-1")).at("/droplet/next_backup_window"), "null");
}

TEST_F(digitalocean_droplets, are_found_by_tag_or_by_name) {
    EXPECT_EQ(get("/v2/droplets?tag_name=web").each("droplets", "name"), "web-1 web-2");
    EXPECT_EQ(get("/v2/droplets?tag_name=nobody").response.body,
              R"({"droplets":[],"links":{},"meta":{"total":0}})");
    EXPECT_EQ(get("/v2/droplets?name=WEB-1").each("droplets", "name"), "web-1");
    EXPECT_EQ(get("/v2/droplets?name=web").each("droplets", "name"), "");
    EXPECT_EQ(get("/v2/droplets?type=gpus").at("/meta/total"), "0");
    EXPECT_EQ(get("/v2/droplets?type=droplets").at("/meta/total"), "4");
    EXPECT_EQ(get("/v2/droplets?tag_name=web&name=web-1").status(), 422);
}

TEST_F(digitalocean_droplets, are_new_until_their_creation_is_completed) {
    const seen made = post("/v2/droplets", one_more);

    EXPECT_EQ(made.status(), 202);
    EXPECT_EQ(made.at("/droplet/status"), R"("new")");
    EXPECT_EQ(made.at("/droplet/networks"), R"({"v4":[],"v6":[]})");
    EXPECT_EQ(made.at("/links/actions/0/rel"), R"("create")");
    const std::string action = "/v2/actions/" + made.at("/links/actions/0/id");
    EXPECT_EQ(made.at("/links/actions/0/href"), "\"https://api.digitalocean.com" + action + '"');
    EXPECT_GT(made.number("/links/actions/0/id"), std::int64_t{1} << 31);
    EXPECT_EQ(get(action).at("/action/status"), R"("in-progress")");
    EXPECT_EQ(act("web-3", R"({"type":"reboot"})").refusal(),
              "422 unprocessable_entity: Droplet already has a pending event.");

    later(19'999ms);
    EXPECT_EQ(status_of("web-3"), "new");
    later(1ms);
    EXPECT_EQ(status_of("web-3"), "active");
    EXPECT_EQ(get(action).at("/action/completed_at"), R"("2024-02-29T12:00:20Z")");
    EXPECT_NE(get(droplet("web-3")).at("/droplet/networks/v4/1/ip_address"), "");
}

TEST_F(digitalocean_droplets, link_to_where_the_client_found_the_server) {
    const seen made = send("POST", "/v2/droplets", one_more, {{"Host", "127.0.0.1:9101"}});

    EXPECT_EQ(made.at("/links/actions/0/href").substr(0, 34),
              R"("http://127.0.0.1:9101/v2/actions/)");
}

TEST_F(digitalocean_droplets, can_be_made_several_at_once) {
    const seen made = post("/v2/droplets", R"({"names":["a","b"],"region":"nyc","size":"c-2",
        "image":155133621,"ipv6":true,"monitoring":true,"tags":["new:tag"],"backups":true,
        "vpc_uuid":null,"ssh_keys":null,"baseurl":"ignored"})");

    EXPECT_EQ(made.status(), 202);
    EXPECT_EQ(made.each("droplets", "name"), "a b");
    EXPECT_EQ(made.body.at("links").at("actions").as_array().size(), 2U);
    EXPECT_EQ(made.at("/droplets/0/region/slug"), R"("nyc1")");
    later(1min);
    EXPECT_EQ(get("/v2/droplets?tag_name=new:tag").each("droplets", "status"), "active active");
    EXPECT_EQ(get(droplet("a")).at("/droplet/networks/v6/0/type"), R"("public")");
    EXPECT_EQ(post("/v2/droplets", R"({"names":["c"],"size":"c-2","image":155133621})").refusal(),
              "422 unprocessable_entity: creating this/these droplet(s) will exceed your droplet "
              "limit");
    EXPECT_EQ(get("/v2/droplets").at("/meta/total"), "6");
}

TEST_F(digitalocean_droplets, that_cannot_be_are_refused_as_the_vendor_words_it) {
    const auto refusal = [&](std::string changed) {
        return post("/v2/droplets", std::move(changed)).refusal();
    };
    const std::string hostname = "422 unprocessable_entity: Only valid hostname characters are "
                                 "allowed. (a-z, A-Z, 0-9, . and -)";
    EXPECT_EQ(refusal(R"({"size":"c-2","image":"debian-12-x64"})"), hostname);
    EXPECT_EQ(refusal(R"({"name":"a_b","size":"c-2","image":"debian-12-x64"})"), hostname);
    EXPECT_EQ(refusal(R"({"name":"a-","size":"c-2","image":"debian-12-x64"})"), hostname);
    EXPECT_EQ(refusal(R"({"name":")" + std::string(256, 'a') + R"(","size":"c-2"})"), hostname);
    EXPECT_EQ(refusal(R"({"names":["1","2","3","4","5","6","7","8","9","10","11"]})"),
              "422 unprocessable_entity: You can create from 1 to 10 Droplets at a time.");
    EXPECT_EQ(refusal(R"({"name":"a","image":"debian-12-x64"})"),
              "422 unprocessable_entity: You specified an invalid size for Droplet creation.");
    EXPECT_EQ(refusal(R"({"name":"a","size":"s-1vcpu-3gb","image":"debian-12-x64"})"),
              "422 unprocessable_entity: Size is not available in this region.");
    EXPECT_EQ(refusal(R"({"name":"a","size":"c-2","region":"blr1","image":"debian-12-x64"})"),
              "422 unprocessable_entity: Size is not available in this region.");
    EXPECT_EQ(refusal(R"({"name":"a","size":"c-2","image":"debian-1"})"),
              "422 unprocessable_entity: You specified an invalid image for Droplet creation.");
    EXPECT_EQ(refusal(R"({"name":"a","size":"c-2","region":"mars1","image":"debian-12-x64"})"),
              "422 unprocessable_entity: You specified an invalid region for Droplet creation.");
    EXPECT_EQ(refusal(R"({"name":"a","size":"s-1vcpu-512mb-10gb","image":"docker-20-04"})"),
              "422 unprocessable_entity: The image you specified requires a larger disk than the "
              "size has.");
    EXPECT_EQ(refusal(R"({"name":"a","size":"c-2","image":"debian-12-x64","tags":["a b"]})")
                  .substr(0, 34),
              "422 unprocessable_entity: Tag name");
    EXPECT_EQ(refusal(R"({"name":"a","size":"c-2","image":"debian-12-x64","ssh_keys":[1,"x"]})"),
              "422 unprocessable_entity: 1, x are invalid key identifiers for Droplet creation.");
    EXPECT_EQ(refusal(R"({"name":"a","size":"c-2","image":"debian-12-x64","volumes":["v"]})"),
              "422 unprocessable_entity: Invalid volume allocations");
    EXPECT_EQ(refusal(R"({"name":"a","size":"c-2","image":"debian-12-x64","vpc_uuid":"v"})"),
              "404 not_found: The resource you were accessing could not be found.");
    EXPECT_EQ(refusal(R"({"name":"a","size":"c-2","image":"debian-12-x64","user_data":")" +
                      std::string(65'537, 'x') + R"("})"),
              "422 unprocessable_entity: User data cannot be more than 64 KiB.");
    EXPECT_EQ(refusal(R"({"name":"a","size":"c-2","image":"debian-12-x64","ipv6":true,
                          "public_networking":false})"),
              "422 unprocessable_entity: ipv6 must be false when public_networking is false");
    EXPECT_EQ(refusal(R"({"name":["a"],"size":"c-2"})"),
              "422 unprocessable_entity: name must be a string");
    EXPECT_EQ(get("/v2/droplets").at("/meta/total"), "4");
}

TEST_F(digitalocean_droplets, without_public_networking_have_no_public_address) {
    post("/v2/droplets", R"({"name":"inner","size":"c-2","image":"debian-12-x64","region":"fra1",
                             "public_networking":false})");
    later(1min);

    EXPECT_EQ(get(droplet("inner")).at("/droplet/networks/v4/0/type"), R"("private")");
    EXPECT_EQ(get(droplet("inner")).at("/droplet/networks/v4/1"), "");
}

TEST_F(digitalocean_droplets, are_destroyed_a_moment_later) {
    const std::string path = droplet("web-1");

    EXPECT_EQ(remove(path).status(), 204);
    EXPECT_EQ(remove(path).refusal(),
              "422 unprocessable_entity: Droplet already has a pending event.");
    EXPECT_EQ(status_of("web-1"), "active");
    later(3s);
    EXPECT_EQ(get(path).status(), 404);
    EXPECT_EQ(remove(path).status(), 404);
    EXPECT_EQ(get("/v2/actions").at("/actions/0/type"), R"("destroy")");
    EXPECT_EQ(get("/v2/actions").at("/actions/0/status"), R"("completed")");
}

TEST_F(digitalocean_droplets, of_a_tag_are_destroyed_together) {
    EXPECT_EQ(remove("/v2/droplets").refusal(), "422 unprocessable_entity: tag_name is required");
    EXPECT_EQ(remove("/v2/droplets?tag_name=nobody").status(), 404);
    EXPECT_EQ(remove("/v2/droplets?tag_name=web").status(), 204);
    later(3s);
    EXPECT_EQ(get("/v2/droplets").each("droplets", "name"), "db-1 old-1");
}

TEST_F(digitalocean_droplets, of_a_tag_are_all_destroyed_or_none) {
    act("web-2", R"({"type":"reboot"})");

    EXPECT_EQ(remove("/v2/droplets?tag_name=web").refusal(),
              "422 unprocessable_entity: Droplet already has a pending event.");
    later(10s);
    EXPECT_EQ(get("/v2/droplets").at("/meta/total"), "4");
}

TEST_F(digitalocean_droplets, have_neighbors_firewalls_and_no_kernels) {
    EXPECT_EQ(get(droplet("web-1") + "/kernels").response.body,
              R"({"kernels":[],"links":{},"meta":{"total":0}})");
    EXPECT_EQ(get(droplet("web-1") + "/firewalls").at("/meta/total"), "0");
    EXPECT_EQ(get("/v2/droplets/1/firewalls").status(), 404);
    EXPECT_EQ(get("/v2/droplets/1/neighbors").status(), 404);
    // Who names whom as a neighbor is named by them.
    const seen all = get("/v2/reports/droplet_neighbors_ids");
    for (const auto& group : all.body.at("neighbor_ids").as_array())
        for (const auto& each : group.as_array()) {
            const seen neighbors =
                get("/v2/droplets/" + std::to_string(each.as_int64()) + "/neighbors");
            EXPECT_EQ(neighbors.body.at("droplets").as_array().size() + 1, group.as_array().size());
        }
}

TEST_F(digitalocean_droplets, tell_when_they_are_backed_up) {
    EXPECT_EQ(get(droplet("db-1") + "/backups/policy").at("/policy/backup_policy"),
              R"({"plan":"daily","hour":20})");
    EXPECT_EQ(get(droplet("web-1") + "/backups/policy").at("/policy/backup_enabled"), "false");
    EXPECT_EQ(get("/v2/droplets/backups/policies").at("/meta/total"), "4");
    EXPECT_EQ(get("/v2/droplets/backups/supported_policies").each("supported_policies", "name"),
              "weekly daily");
}

} // namespace
} // namespace chatops::mocks::digitalocean
