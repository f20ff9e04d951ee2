// What is done to droplets takes time, one thing after the other.
#include "tests/mocks/digitalocean_account.hpp"

namespace chatops::mocks::digitalocean {
namespace {

using digitalocean_actions = digitalocean_account;

constexpr const char* pending = "422 unprocessable_entity: Droplet already has a pending event.";

TEST_F(digitalocean_actions, are_in_progress_and_then_completed) {
    const seen begun = act("web-1", R"({"type":"reboot"})");

    EXPECT_EQ(begun.status(), 201);
    EXPECT_EQ(begun.at("/action/status"), R"("in-progress")");
    EXPECT_EQ(begun.at("/action/type"), R"("reboot")");
    EXPECT_EQ(begun.at("/action/started_at"), R"("2024-02-29T12:00:00Z")");
    EXPECT_EQ(begun.at("/action/completed_at"), "null");
    EXPECT_EQ(begun.number("/action/resource_id"), id_of("web-1"));
    EXPECT_EQ(begun.at("/action/resource_type"), R"("droplet")");
    EXPECT_EQ(begun.at("/action/region_slug"), R"("fra1")");
    const std::string id = begun.at("/action/id");
    EXPECT_EQ(server.due(), start + 10s);

    later(10s);
    EXPECT_EQ(get("/v2/actions/" + id).at("/action/status"), R"("completed")");
    EXPECT_EQ(get(droplet("web-1") + "/actions/" + id).at("/action/completed_at"),
              R"("2024-02-29T12:00:10Z")");
    EXPECT_EQ(get(droplet("web-2") + "/actions/" + id).status(), 404);
    EXPECT_EQ(server.due(), std::nullopt);
}

TEST_F(digitalocean_actions, wait_for_nobody) {
    act("web-1", R"({"type":"reboot"})");

    EXPECT_EQ(act("web-1", R"({"type":"power_off"})").refusal(), pending);
    EXPECT_EQ(act("web-2", R"({"type":"reboot"})").status(), 201);
    later(10s);
    EXPECT_EQ(act("web-1", R"({"type":"power_off"})").status(), 201);
}

TEST_F(digitalocean_actions, are_listed_the_newest_first) {
    act("web-1", R"({"type":"reboot"})");
    later(1s);
    act("web-2", R"({"type":"rename","name":"web-9"})");

    EXPECT_EQ(get("/v2/actions").each("actions", "type"),
              "rename reboot create create create create");
    EXPECT_EQ(get(droplet("web-1") + "/actions").each("actions", "type"), "reboot create");
    EXPECT_EQ(get("/v2/actions?per_page=2&page=2").each("actions", "type"), "create create");
}

TEST_F(digitalocean_actions, power_off_shows_a_moment_after_it_is_completed) {
    const seen begun = act("web-1", R"({"type":"power_off"})");

    later(5s);
    EXPECT_EQ(get("/v2/actions/" + begun.at("/action/id")).at("/action/status"), R"("completed")");
    EXPECT_EQ(status_of("web-1"), "active");
    later(2s);
    EXPECT_EQ(status_of("web-1"), "off");
    EXPECT_EQ(act("web-1", R"({"type":"power_off"})").refusal(),
              "422 unprocessable_entity: Droplet is already powered off.");
    EXPECT_EQ(act("web-1", R"({"type":"shutdown"})").refusal(),
              "422 unprocessable_entity: Droplet is already powered off.");
    EXPECT_EQ(act("web-1", R"({"type":"reboot"})").refusal(),
              "422 unprocessable_entity: Droplet is currently off. Please power it on to run this "
              "event.");

    EXPECT_EQ(act("web-1", R"({"type":"power_on"})").status(), 201);
    later(5s);
    EXPECT_EQ(status_of("web-1"), "active");
    EXPECT_EQ(act("web-1", R"({"type":"power_on"})").refusal(),
              "422 unprocessable_entity: Droplet is already powered on.");
}

TEST_F(digitalocean_actions, resize_needs_the_droplet_off_and_never_shrinks_a_disk) {
    EXPECT_EQ(act("web-1", R"({"type":"resize","size":"s-2vcpu-4gb"})").refusal(),
              "422 unprocessable_entity: Droplet is currently on. Please power it off to run this "
              "event.");
    const auto resize = [&](const char* body) { return act("old-1", body); };
    EXPECT_EQ(resize(R"({"type":"resize","size":"huge"})").refusal(),
              "422 unprocessable_entity: You specified an invalid size for Droplet resize.");
    EXPECT_EQ(resize(R"({"type":"resize","size":"s-1vcpu-1gb"})").refusal(),
              "422 unprocessable_entity: The droplet is already set to this size.");
    EXPECT_EQ(resize(R"({"type":"resize","size":"s-1vcpu-512mb-10gb"})").refusal(),
              "422 unprocessable_entity: Size can not decrease size of Droplet's disk image");
    EXPECT_EQ(resize(R"({"type":"resize","size":"s-1vcpu-3gb"})").refusal(),
              "422 unprocessable_entity: Size is not available in this region.");

    EXPECT_EQ(resize(R"({"type":"resize","size":"s-2vcpu-4gb","disk":"yes"})").refusal(),
              "422 unprocessable_entity: disk must be a boolean");

    // As text, too: there is a client that writes it so.
    resize(R"({"type":"resize","size":"s-2vcpu-4gb","disk":"false"})");
    EXPECT_EQ(get(droplet("old-1")).at("/droplet/size_slug"), R"("s-1vcpu-1gb")");
    later(60s);
    EXPECT_EQ(get(droplet("old-1")).at("/droplet/size_slug"), R"("s-2vcpu-4gb")");
    EXPECT_EQ(get(droplet("old-1")).at("/droplet/disk"), "25");
    // The disk was left as it was: it may go back, or take its own size now.
    EXPECT_EQ(resize(R"({"type":"resize","size":"s-2vcpu-4gb","disk":true})").status(), 201);
    later(60s);
    EXPECT_EQ(get(droplet("old-1")).at("/droplet/disk"), "80");
    EXPECT_EQ(resize(R"({"type":"resize","size":"s-1vcpu-1gb"})").status(), 422);
    EXPECT_EQ(status_of("old-1"), "off");
}

TEST_F(digitalocean_actions, rename_a_droplet) {
    EXPECT_EQ(act("web-1", R"({"type":"rename","name":"a_b"})").status(), 422);
    EXPECT_EQ(act("web-1", R"({"type":"rename"})").status(), 422);
    act("web-1", R"({"type":"rename","name":"shop"})");
    EXPECT_EQ(status_of("shop"), "gone");
    later(2s);
    EXPECT_EQ(status_of("shop"), "active");
    EXPECT_EQ(status_of("web-1"), "gone");
}

TEST_F(digitalocean_actions, take_a_snapshot_and_restore_it) {
    act("web-1", R"({"type":"snapshot","name":"before the sale"})");
    EXPECT_EQ(get(droplet("web-1") + "/snapshots").at("/meta/total"), "0");
    later(40s);
    const seen snapshots = get(droplet("web-1") + "/snapshots");
    EXPECT_EQ(snapshots.each("snapshots", "name"), "before the sale");
    EXPECT_EQ(snapshots.at("/snapshots/0/type"), R"("snapshot")");
    const std::string id = snapshots.at("/snapshots/0/id");
    EXPECT_EQ(get(droplet("web-1")).at("/droplet/snapshot_ids"), '[' + id + ']');

    act("web-1", R"({"type":"rebuild","image":"debian-12-x64"})");
    later(50s);
    EXPECT_EQ(get(droplet("web-1")).at("/droplet/image/slug"), R"("debian-12-x64")");
    act("web-1", R"({"type":"restore","image":)" + id + '}');
    later(50s);
    EXPECT_EQ(get(droplet("web-1")).at("/droplet/image/id"), id);
    EXPECT_EQ(act("web-2", R"({"type":"restore","image":)" + id + '}').refusal(),
              "422 unprocessable_entity: You specified an invalid image for Droplet restore.");
}

TEST_F(digitalocean_actions, rebuild_only_with_an_image_that_fits) {
    EXPECT_EQ(act("web-1", R"({"type":"rebuild","image":"debian-1"})").refusal(),
              "422 unprocessable_entity: You specified an invalid image for Droplet rebuild.");
    act("web-1", R"({"type":"snapshot","name":"large"})");
    later(40s);
    const std::string large =
        R"({"type":"rebuild","image":)" + get("/v2/snapshots").at("/snapshots/0/id") + '}';
    EXPECT_EQ(act("db-1", large).refusal(),
              "422 unprocessable_entity: The image you specified requires a larger disk than the "
              "Droplet has.");
    EXPECT_EQ(act("old-1", large).refusal(),
              "422 unprocessable_entity: The image you specified is not available in the selected "
              "region, you can transfer it to this region from the images pages.");
}

TEST_F(digitalocean_actions, switch_backups_on_and_off) {
    EXPECT_EQ(act("db-1", R"({"type":"enable_backups"})").refusal(),
              "422 unprocessable_entity: Backups have already been enabled on this Droplet.");
    EXPECT_EQ(act("web-1", R"({"type":"disable_backups"})").refusal(),
              "422 unprocessable_entity: Backups have already been disabled on this Droplet.");
    EXPECT_EQ(act("web-1", R"({"type":"change_backup_policy","backup_policy":{}})").status(), 422);
    EXPECT_EQ(act("db-1", R"({"type":"change_backup_policy"})").refusal(),
              "422 unprocessable_entity: backup_policy is required");
    for (const char* const wrong :
         {R"({"plan":"hourly"})", R"({"plan":"weekly","weekday":"SON"})", R"({"hour":5})"})
        EXPECT_EQ(act("db-1", R"({"type":"change_backup_policy","backup_policy":)" +
                                  std::string(wrong) + '}')
                      .status(),
                  422)
            << wrong;

    act("db-1", R"({"type":"change_backup_policy",
                    "backup_policy":{"plan":"weekly","weekday":"TUE","hour":4}})");
    act("web-1", R"({"type":"enable_backups","backup_policy":{"plan":"daily","hour":8}})");
    later(2s);
    // 29 February 2024 is a Thursday.
    EXPECT_EQ(get(droplet("db-1")).at("/droplet/next_backup_window/start"),
              R"("2024-03-05T04:00:00Z")");
    EXPECT_EQ(get(droplet("web-1")).at("/droplet/next_backup_window/start"),
              R"("2024-03-01T08:00:00Z")");
    act("db-1", R"({"type":"disable_backups"})");
    later(2s);
    EXPECT_EQ(get(droplet("db-1")).at("/droplet/next_backup_window"), "null");
}

TEST_F(digitalocean_actions, enable_ipv6_on_a_droplet_that_is_off) {
    EXPECT_EQ(act("web-1", R"({"type":"enable_ipv6"})").status(), 422);
    act("old-1", R"({"type":"enable_ipv6"})");
    later(2s);
    EXPECT_EQ(get(droplet("old-1")).at("/droplet/networks/v6/0/type"), R"("public")");
    EXPECT_EQ(act("old-1", R"({"type":"enable_ipv6"})").refusal(),
              "422 unprocessable_entity: IPv6 has already been enabled on this Droplet.");
}

TEST_F(digitalocean_actions, of_other_types_are_refused) {
    EXPECT_EQ(act("web-1", "{}").refusal(),
              "422 unprocessable_entity: You specified an invalid action type.");
    EXPECT_EQ(act("web-1", R"({"type":"explode"})").status(), 422);
    EXPECT_EQ(act("web-1", R"({"type":"change_kernel","kernel":1})").status(), 422);
    EXPECT_EQ(act("web-1", R"({"type":"password_reset"})").status(), 201);
}

TEST_F(digitalocean_actions, are_done_to_all_droplets_of_a_tag) {
    const seen begun = post("/v2/droplets/actions?tag_name=web", R"({"type":"power_cycle"})");

    EXPECT_EQ(begun.status(), 201);
    EXPECT_EQ(begun.each("actions", "type"), "power_cycle power_cycle");
    EXPECT_EQ(post("/v2/droplets/actions?tag_name=acme", R"({"type":"power_cycle"})").refusal(),
              pending);
    EXPECT_EQ(get(droplet("db-1") + "/actions").each("actions", "type"), "create");
    EXPECT_EQ(post("/v2/droplets/actions", R"({"type":"power_cycle"})").refusal(),
              "422 unprocessable_entity: tag_name is required");
    EXPECT_EQ(post("/v2/droplets/actions?tag_name=web", R"({"type":"resize"})").status(), 422);
    EXPECT_EQ(post("/v2/droplets/actions?tag_name=nobody", R"({"type":"power_on"})").response.body,
              R"({"actions":[]})");
}

TEST_F(digitalocean_actions, go_wrong_when_someone_asks_for_it) {
    http::request what;
    what.method = "POST";
    what.url = "/_mock/errored_actions";
    what.body = R"({"type":"rename","count":2})";
    EXPECT_EQ(server.control(what, {now, now})->status, 200);

    const seen first = act("web-1", R"({"type":"rename","name":"shop"})");
    act("web-2", R"({"type":"reboot"})");
    later(10s);
    EXPECT_EQ(get("/v2/actions/" + first.at("/action/id")).at("/action/status"), R"("errored")");
    EXPECT_EQ(status_of("web-1"), "active");
    EXPECT_EQ(get(droplet("web-2") + "/actions").at("/actions/0/status"), R"("completed")");
    act("web-1", R"({"type":"rename","name":"shop"})");
    later(2s);
    EXPECT_EQ(status_of("shop"), "gone");
    act("web-1", R"({"type":"rename","name":"shop"})");
    later(2s);
    EXPECT_EQ(status_of("shop"), "active");

    for (const char* const wrong : {"", "[]", R"({"count":1})", R"({"type":"x","count":0})"}) {
        what.body = wrong;
        EXPECT_EQ(server.control(what, {now, now})->status, 400) << wrong;
    }
    what.url = "/_mock/other";
    EXPECT_EQ(server.control(what, {now, now}), std::nullopt);
}

class digitalocean_deaf_droplet : public digitalocean_account {
  public:
    static seed with_one() {
        seed given = agency_account();
        given.droplets = {{.name = "deaf", .ignores_shutdown = true}};
        return given;
    }
    digitalocean_deaf_droplet() : digitalocean_account(with_one()) {}
};

TEST_F(digitalocean_deaf_droplet, stays_active_though_its_shutdown_is_completed) {
    const seen begun = act("deaf", R"({"type":"shutdown"})");
    later(1min);

    EXPECT_EQ(get("/v2/actions/" + begun.at("/action/id")).at("/action/status"), R"("completed")");
    EXPECT_EQ(status_of("deaf"), "active");
    act("deaf", R"({"type":"power_off"})");
    later(1min);
    EXPECT_EQ(status_of("deaf"), "off");
}

} // namespace
} // namespace chatops::mocks::digitalocean
