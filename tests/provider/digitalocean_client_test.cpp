// One conversation with DigitalOcean after another: what is asked, and how patiently.
#include "chatops/core/time.hpp"
#include "tests/provider/digitalocean_conversation.hpp"

namespace chatops::digitalocean {
namespace {

TEST_F(digitalocean_client, says_who_it_is_and_reads_what_it_knows) {
    network.on("GET /v2/droplets/3164494", 200,
               R"({"droplet":)" + droplet_json(3164494, "web-1") + "}");
    auto ocean = made();
    const droplet found = world.play(ocean.show<droplet>("3164494"));
    EXPECT_EQ(found.name, "web-1");
    EXPECT_EQ(found.region.slug, "fra1");
    EXPECT_EQ(found.networks.v4.at(1).ip_address, "203.0.113.7");
    EXPECT_EQ(found.image->slug, "ubuntu-24-04-x64");
    EXPECT_EQ(format_time(found.created_at), "2024-02-01T09:00:00.000Z");
    const http::request& sent = network.sent.at(0);
    EXPECT_EQ(sent.url, "https://api.digitalocean.com/v2/droplets/3164494");
    EXPECT_EQ(sent.headers.get("Accept"), "application/json");
    EXPECT_EQ(sent.headers.get("Authorization"), "Bearer dop_v1_very-secret");
    EXPECT_FALSE(sent.headers.has("Content-Type")) << "there is no body";
}

TEST_F(digitalocean_client, reads_what_a_token_with_few_scopes_gets_to_see) {
    network.on("GET /v2/droplets/1", 200,
               R"({"droplet":{"id":1,"name":"a","status":"new","memory":512,"vcpus":1,"disk":10,)"
               R"("size_slug":"s","region":{"slug":"fra1"},"networks":{"v4":[]},)"
               R"("created_at":"2024-02-01T09:00:00Z"}})");
    auto ocean = made();
    const droplet found = world.play(ocean.show<droplet>("1"));
    EXPECT_EQ(found.image, std::nullopt);
    EXPECT_EQ(found.tags, std::nullopt);
    EXPECT_TRUE(found.networks.v4.empty());
}

TEST_F(digitalocean_client, encodes_what_it_puts_into_a_path_or_a_query) {
    const std::string missing = R"({"id":"not_found","message":"No.","request_id":"r-7"})";
    network.on("GET /v2/images/..%2Faccount%3Fx", 404, missing)
        .on("GET /v2/droplets?per_page=200&name=a%26b&page=1", 200, page_json("droplets", ""));
    auto ocean = made();
    EXPECT_EQ(failure_of(ocean.show<image>("../account?x")), "404 not_found r-7: No.");
    EXPECT_TRUE(world.play(ocean.droplets_named("a&b", 10)).empty());
}

TEST_F(digitalocean_client, reads_pages_to_the_end_and_sends_its_token_nowhere_else) {
    const std::string one = droplet_json(1, "a");
    network
        .on("GET /v2/droplets?per_page=200&page=1", 200,
            page_json("droplets", one + "," + droplet_json(2, "b"), true))
        .on("GET /v2/droplets?per_page=200&page=2", 200,
            page_json("droplets", droplet_json(3, "c"), true))
        .on("GET /v2/droplets?per_page=200&page=3", 200,
            page_json("droplets", droplet_json(4, "d")));
    auto ocean = made();
    const auto all = world.play(ocean.list<droplet>());
    ASSERT_EQ(all.size(), 4u);
    EXPECT_EQ(all.at(3).name, "d");
    for (const http::request& each : network.sent)
        EXPECT_EQ(each.url.find("elsewhere"), std::string::npos) << each.url;
}

TEST_F(digitalocean_client, stops_reading_pages_when_enough_was_seen) {
    network.on("GET /v2/droplets?per_page=200&tag_name=web&page=1", 200,
               page_json("droplets", droplet_json(1, "a") + "," + droplet_json(2, "b"), true));
    auto ocean = made();
    EXPECT_EQ(world.play(ocean.list<droplet>("tag_name=web", 1)).size(), 1u);
}

TEST_F(digitalocean_client, ends_where_a_page_is_empty_whatever_its_links_say) {
    network.on("GET /v2/regions?per_page=200&page=1", 200, page_json("regions", "", true));
    auto ocean = made();
    EXPECT_TRUE(world.play(ocean.list<region>()).empty());
}

TEST_F(digitalocean_client, makes_a_droplet_as_it_is_ordered) {
    network.on("POST /v2/droplets", 202,
               R"({"droplet":)" + droplet_json(9, "web-9", "new") +
                   R"(,"links":{"actions":[{"id":1,"rel":"create","href":"x"}]}})");
    auto ocean = made();
    droplet_order order;
    order.name = "web-9";
    order.size = "s-1vcpu-1gb";
    order.image = "ubuntu-24-04-x64";
    order.tags = {"env:prod"};
    EXPECT_EQ(world.play(ocean.create<droplet>(order)).status, "new");
    const http::request& sent = network.sent.at(0);
    EXPECT_EQ(sent.headers.get("Content-Type"), "application/json");
    EXPECT_EQ(sent.body,
              R"({"name":"web-9","size":"s-1vcpu-1gb","image":"ubuntu-24-04-x64","ssh_keys":[],)"
              R"("tags":["env:prod"],"backups":false,"ipv6":false,"monitoring":false})");
}

TEST_F(digitalocean_client, begins_an_action_with_what_belongs_to_it) {
    network
        .on("POST /v2/droplets/7/actions", 201,
            R"({"action":)" + action_json(11, "resize", "in-progress") + "}")
        .on("POST /v2/droplets/7/actions", 201,
            R"({"action":)" + action_json(12, "reboot", "in-progress") + "}");
    auto ocean = made();
    action_order resize("resize");
    resize.size = "s-2vcpu-2gb";
    resize.disk = false;
    const action begun = world.play(ocean.act(path_to<droplet>(7), resize));
    EXPECT_EQ(begun.id, 11);
    EXPECT_EQ(begun.completed_at, std::nullopt);
    const action_order reboot("reboot");
    world.play(ocean.act(path_to<droplet>(7), reboot));
    EXPECT_EQ(network.sent.at(0).body, R"({"type":"resize","size":"s-2vcpu-2gb","disk":false})");
    EXPECT_EQ(network.sent.at(1).body, R"({"type":"reboot"})");
}

TEST_F(digitalocean_client, acts_on_volumes_and_addresses_as_on_droplets) {
    network
        .on("POST /v2/volumes/5b%2F1c/actions", 202,
            R"({"action":)" + action_json(11, "attach_volume", "in-progress") + "}")
        .on("POST /v2/reserved_ips/203.0.113.9/actions", 201,
            R"({"action":)" + action_json(12, "assign_ip", "in-progress") + "}");
    auto ocean = made();
    action_order attach("attach");
    attach.droplet_id = 7;
    EXPECT_EQ(world.play(ocean.act(path_to<volume>("5b/1c"), attach)).type, "attach_volume");
    action_order assign("assign");
    assign.droplet_id = 7;
    EXPECT_EQ(world.play(ocean.act(path_to<reserved_ip>("203.0.113.9"), assign)).id, 12);
    EXPECT_EQ(network.sent.at(0).body, R"({"type":"attach","droplet_id":7})");
    EXPECT_EQ(network.sent.at(1).body, R"({"type":"assign","droplet_id":7})");
}

TEST_F(digitalocean_client, makes_changes_and_ends_what_hangs_on_another_thing) {
    const std::string record = R"({"domain_record":{"id":3,"type":"TXT","name":"@","data":"v",)"
                               R"("priority":null,"port":null,"ttl":60,"weight":null,"flags":null,)"
                               R"("tag":null}})";
    network.on("POST /v2/domains/a.example/records", 201, record)
        .on("PATCH /v2/domains/a.example/records/3", 200, record)
        .on("DELETE /v2/domains/a.example/records/3", 204, "")
        .on("GET /v2/domains/a.example/records/3", 404, R"({"id":"not_found","message":"No."})");
    auto ocean = made();
    record_order order;
    order.type = "TXT";
    order.name = "@";
    order.data = "a \"b\" \\ <c> & \xC3\xBC";
    const std::string all = records_path("a.example");
    EXPECT_EQ(world.play(ocean.create_in<digitalocean::record>(all, order)).id, 3);
    EXPECT_EQ(world.play(ocean.change<digitalocean::record>("PATCH", all + "/3", order)).ttl, 60);
    EXPECT_EQ(failure_of(ocean.destroy(all + "/3")), "fine");
    EXPECT_TRUE(world.play(ocean.is_gone(all + "/3")));
    EXPECT_EQ(network.sent.at(0).body,
              "{\"type\":\"TXT\",\"name\":\"@\",\"data\":\"a \\\"b\\\" \\\\ <c> & \xC3\xBC\"}");
}

TEST_F(digitalocean_client, acts_on_all_that_have_a_tag_at_once) {
    network.on("POST /v2/droplets/actions?tag_name=env%3Aprod", 201,
               R"({"actions":[)" + action_json(8, "power_off", "in-progress") + "," +
                   action_json(9, "power_off", "in-progress") + "]}");
    auto ocean = made();
    const action_order off("power_off");
    const auto begun = world.play(ocean.act_on_tagged("env:prod", off));
    ASSERT_EQ(begun.size(), 2u);
    EXPECT_EQ(begun.at(1).id, 9);
    EXPECT_EQ(network.sent.at(0).body, R"({"type":"power_off"})");
}

TEST_F(digitalocean_client, puts_things_into_a_project_and_may_ask_again) {
    network.silent("POST /v2/projects/4e1b/resources", happened)
        .on("POST /v2/projects/4e1b/resources", 200,
            R"({"resources":[{"urn":"do:droplet:1","assigned_at":"2024-02-29T12:00:00Z","links":)"
            R"({"self":"https://api.digitalocean.com/v2/droplets/1"},"status":"assigned"},)"
            R"({"urn":"do:droplet:2","status":"not_found"}],"links":{},"meta":{"total":2}})");
    auto ocean = made();
    assignment_order order;
    order.resources = {"do:droplet:1", "do:droplet:2"};
    const auto became = world.play(ocean.put_into_project("4e1b", order));
    ASSERT_EQ(became.size(), 2u);
    EXPECT_EQ(became.at(0).status + ' ' + became.at(1).status, "assigned not_found");
    EXPECT_EQ(network.sent.back().body, R"({"resources":["do:droplet:1","do:droplet:2"]})");
}

TEST_F(digitalocean_client, reads_what_there_is_one_of) {
    network
        .on("GET /v2/account", 200,
            R"({"account":{"droplet_limit":25,"floating_ip_limit":3,"email":"a@b.example",)"
            R"("uuid":"u","email_verified":true,"status":"warning","status_message":"Pay.",)"
            R"("team":{"uuid":"t","name":"Agency"}}})")
        .on("GET /v2/droplets/7/backups/policy", 200,
            R"({"policy":{"droplet_id":7,"backup_enabled":true,"backup_policy":{"plan":"weekly",)"
            R"("weekday":"SUN","hour":0,"window_length_hours":4},"next_backup_window":{"start":)"
            R"("2024-03-03T00:00:00Z","end":"2024-03-03T04:00:00Z"}}})")
        .on("GET /v2/droplets/8/backups/policy", 200,
            R"({"policy":{"droplet_id":8,"backup_enabled":false,"backup_policy":null,)"
            R"("next_backup_window":null}})");
    auto ocean = made();
    const auto whose = world.play(ocean.show_in<account_facts>("/v2/account"));
    EXPECT_EQ(whose.team->name + ' ' + whose.status + ' ' + whose.status_message,
              "Agency warning Pay.");
    EXPECT_EQ(whose.volume_limit, std::nullopt);
    const auto on = world.play(ocean.show_in<backup_state>("/v2/droplets/7/backups/policy"));
    EXPECT_EQ(on.backup_policy->weekday, "SUN");
    EXPECT_EQ(format_time(on.next_backup_window->end), "2024-03-03T04:00:00.000Z");
    const auto off = world.play(ocean.show_in<backup_state>("/v2/droplets/8/backups/policy"));
    EXPECT_FALSE(off.backup_enabled || off.backup_policy);
}

TEST_F(digitalocean_client, asks_again_for_what_is_harmless_and_never_twice_for_what_is_not) {
    const std::string tags = path_to<firewall>("f-1") + "/tags";
    const std::string volumes = path_to<volume>("v-1") + "/snapshots";
    network.silent("POST " + tags, happened)
        .on("POST " + tags, 204, "")
        .silent("DELETE " + tags, happened)
        .on("DELETE " + tags, 204, "")
        .silent("PUT /v2/account/keys/7", happened)
        .on("PUT /v2/account/keys/7", 200, R"({"ssh_key":{"id":7,"name":"n","fingerprint":"f"}})")
        .silent("POST " + volumes, happened);
    auto ocean = made();
    members_order some;
    some.tags = {"acme"};
    EXPECT_EQ(failure_of(ocean.put_into(tags, some)), "fine");
    EXPECT_EQ(failure_of(ocean.take_out_of(tags, some)), "fine");
    EXPECT_EQ(network.sent.at(2).body, R"({"tags":["acme"]})");
    const name_order name("n");
    EXPECT_EQ(world.play(ocean.change<ssh_key>("PUT", path_to<ssh_key>(7), name)).name, "n");
    EXPECT_EQ(failure_of(ocean.create_in<snapshot>(volumes, name)),
              "perhaps done: the connection was reset (POST /v2/volumes/v-1/snapshots)");
}

TEST_F(digitalocean_client, knows_what_a_refusal_means_whatever_status_it_has) {
    const std::string path = path_to<load_balancer>("l-1") + "/droplets";
    network
        .on("POST " + path, 403,
            R"({"id":"forbidden","message":"Load Balancer can't be updated while it processes )"
            R"(previous actions"})")
        .on("POST /v2/volumes", 409, R"({"id":"conflict","message":"already exists"})")
        .on("POST /v2/volumes", 403, R"({"id":"forbidden","message":"Not you."})");
    auto ocean = made();
    const members_order none;
    EXPECT_EQ(failure_of(ocean.put_into(path, none)).substr(0, 14), "409 forbidden ")
        << "of the moment";
    const volume_order order;
    EXPECT_EQ(failure_of(ocean.create<volume>(order)), "422 conflict : already exists")
        << "waiting is no help";
    EXPECT_EQ(failure_of(ocean.create<volume>(order)), "403 forbidden : Not you.");
}

TEST_F(digitalocean_client, shows_the_newest_action_first) {
    network.on("GET /v2/droplets/7/actions?per_page=200&page=1", 200,
               page_json("actions", action_json(3, "create", "completed") + "," +
                                        action_json(9, "reboot", "errored") + "," +
                                        action_json(5, "reboot", "completed")));
    auto ocean = made();
    std::string ids;
    for (const action& each : world.play(ocean.actions_of(path_to<droplet>(7))))
        ids += std::to_string(each.id) + ' ';
    EXPECT_EQ(ids, "9 5 3 ");
}

TEST_F(digitalocean_client, says_nothing_of_what_is_gone_already) {
    network.on("DELETE /v2/droplets/7", 204, "")
        .on("DELETE /v2/droplets/7", 404, R"({"id":"not_found","message":"No."})")
        .on("DELETE /v2/droplets/7", 403, R"({"id":"forbidden","message":"Not you."})");
    auto ocean = made();
    EXPECT_EQ(failure_of(ocean.destroy<droplet>("7")), "fine");
    EXPECT_EQ(failure_of(ocean.destroy<droplet>("7")), "fine");
    EXPECT_EQ(failure_of(ocean.destroy<droplet>("7")), "403 forbidden : Not you.");
}

TEST_F(digitalocean_client, knows_whether_something_is_gone) {
    network.on("GET /v2/droplets/7", 200, R"({"droplet":)" + droplet_json(7, "a") + "}")
        .on("GET /v2/droplets/7", 404, R"({"id":"not_found","message":"No."})")
        .on("GET /v2/droplets/7", 403, R"({"id":"forbidden","message":"Not you."})");
    auto ocean = made();
    EXPECT_FALSE(world.play(ocean.is_gone<droplet>("7")));
    EXPECT_TRUE(world.play(ocean.is_gone<droplet>("7")));
    EXPECT_EQ(failure_of(ocean.is_gone<droplet>("7")), "403 forbidden : Not you.");
}

TEST_F(digitalocean_client, reads_the_balance) {
    network.on("GET /v2/customers/my/balance", 200,
               R"({"month_to_date_balance":"23.44","account_balance":"12.23",)"
               R"("month_to_date_usage":"11.21","generated_at":"2024-02-29T11:00:00Z"})");
    auto ocean = made();
    EXPECT_EQ(world.play(ocean.money()).month_to_date_usage, "11.21");
}

TEST_F(digitalocean_client, asks_what_time_it_is_each_time) {
    const std::string account = R"({"account":{}})";
    network.on("GET /v2/account", 200, account, {{"Date", "Thu, 29 Feb 2024 13:00:00 GMT"}});
    network.on("GET /v2/account", 200, account, {{"Date", "Thu, 29 Feb 2024 13:00:05 GMT"}});
    network.on("GET /v2/account", 200, account);
    auto ocean = made();
    EXPECT_EQ(format_time(world.play(ocean.provider_time())), "2024-02-29T13:00:00.000Z");
    EXPECT_EQ(format_time(world.play(ocean.provider_time())), "2024-02-29T13:00:05.000Z");
    EXPECT_EQ(failure_of(ocean.provider_time()),
              "not done: its answer does not say what time it is (GET /v2/account)");
}

// ---- answers that are no use, and refusals

TEST_F(digitalocean_client, says_what_is_missing_or_of_another_shape) {
    network.on("GET /v2/droplets/7", 200, R"({"droplets":[]})")
        .on("GET /v2/droplets/7", 200, "[]")
        .on("GET /v2/droplets/7", 200, R"({"droplet":{"id":"7"}})");
    auto ocean = made();
    EXPECT_EQ(failure_of(ocean.show<droplet>("7")),
              "not done: its answer is not what was expected: droplet is missing (GET "
              "/v2/droplets/7)");
    EXPECT_EQ(failure_of(ocean.show<droplet>("7")),
              "not done: its answer is not what was expected: droplet is missing (GET "
              "/v2/droplets/7)");
    EXPECT_EQ(failure_of(ocean.show<droplet>("7")),
              "not done: its answer is not what was expected: id must be a whole number, not text "
              "(GET /v2/droplets/7)");
}

TEST_F(digitalocean_client, tells_what_digitalocean_said_and_never_its_token) {
    network
        .on("POST /v2/droplets/7/actions", 422,
            R"({"id":"unprocessable_entity","message":"Droplet already has a pending event."})",
            {{"x-request-id", "r-1"}})
        .on("GET /v2/droplets/7", 401,
            R"({"id":"unauthorized","message":"Bad token dop_v1_very-secret given."})");
    auto ocean = made();
    const action_order reboot("reboot");
    EXPECT_EQ(failure_of(ocean.act(path_to<droplet>(7), reboot)),
              "409 unprocessable_entity r-1: Droplet already has a pending event.");
    EXPECT_EQ(failure_of(ocean.show<droplet>("7")),
              "401 unauthorized : Bad token [hidden] given. Check the token of digitalocean in the "
              "configuration.");
}

// ---- patience

TEST_F(digitalocean_client, tries_again_what_only_reads) {
    network.silent("GET /v2/droplets/7", happened)
        .on("GET /v2/droplets/7", 502, html)
        .on("GET /v2/droplets/7", 200, R"({"droplet":)" + droplet_json(7, "a") + "}");
    auto ocean = made();
    EXPECT_EQ(world.play(ocean.show<droplet>("7")).name, "a");
}

TEST_F(digitalocean_client, does_not_try_again_what_could_happen_twice) {
    network.silent("POST /v2/droplets/7/actions", happened)
        .on("POST /v2/droplets/7/actions", 503, html)
        .on("POST /v2/droplets", 202, html)
        .silent("DELETE /v2/droplets/7", happened);
    auto ocean = made();
    const action_order reboot("reboot");
    EXPECT_EQ(failure_of(ocean.act(path_to<droplet>(7), reboot)),
              "perhaps done: the connection was reset (POST /v2/droplets/7/actions)");
    EXPECT_EQ(failure_of(ocean.act(path_to<droplet>(7), reboot)),
              "perhaps done: it answered 503 (POST /v2/droplets/7/actions)");
    const droplet_order order;
    EXPECT_EQ(failure_of(ocean.create<droplet>(order)),
              "perhaps done: it answered 202 with a web page instead of JSON (POST /v2/droplets)");
    EXPECT_EQ(failure_of(ocean.destroy<droplet>("7")),
              "perhaps done: the connection was reset (DELETE /v2/droplets/7)");
}

TEST_F(digitalocean_client, sends_once_and_only_once_inside_a_step_that_looks_for_itself) {
    network.silent("POST /v2/droplets/7/actions", nothing_happened)
        .on("POST /v2/droplets/7/actions", 429,
            R"({"id":"too_many_requests","message":"Slowly."})");
    auto ocean = made(chatops::provider::repeats::never);
    const action_order reboot("reboot");
    EXPECT_EQ(failure_of(ocean.act(path_to<droplet>(7), reboot)),
              "not done: the connection was reset (POST /v2/droplets/7/actions)");
    EXPECT_EQ(failure_of(ocean.act(path_to<droplet>(7), reboot)),
              "429 too_many_requests : Slowly.");
}

} // namespace
} // namespace chatops::digitalocean
