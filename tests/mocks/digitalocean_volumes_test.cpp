// Volumes, which one droplet at a time borrows.
#include "tests/mocks/digitalocean_account.hpp"

namespace chatops::mocks::digitalocean {
namespace {

class digitalocean_volumes : public digitalocean_account {
  public:
    static seed with_a_volume() {
        seed given = agency_account();
        given.volumes = {{.name = "db-data", .size_gigabytes = 100, .droplet = "db-1"},
                         {.name = "spare"},
                         {.name = "far", .region = "nyc3"}};
        return given;
    }
    digitalocean_volumes() : digitalocean_account(with_a_volume()) {}

    std::string volume(const std::string& name) {
        const std::string id = get("/v2/volumes?name=" + name).at("/volumes/0/id");
        return "/v2/volumes/" + id.substr(1, id.size() - 2);
    }
    std::string moving(const char* type, const std::string& name) {
        return R"({"type":")" + std::string(type) + R"(","droplet_id":)" +
               std::to_string(id_of(name)) + '}';
    }
};

TEST_F(digitalocean_volumes, are_found_by_name_and_region) {
    EXPECT_EQ(get("/v2/volumes").each("volumes", "name"), "db-data spare far");
    EXPECT_EQ(get("/v2/volumes?region=nyc3").each("volumes", "name"), "far");
    EXPECT_EQ(get("/v2/volumes?region=nyc3&name=spare").at("/meta/total"), "0");
    const seen shown = get(volume("db-data"));
    EXPECT_EQ(shown.at("/volume/size_gigabytes"), "100");
    EXPECT_EQ(shown.at("/volume/droplet_ids"), '[' + std::to_string(id_of("db-1")) + ']');
    EXPECT_EQ(get(droplet("db-1")).at("/droplet/volume_ids"), '[' + shown.at("/volume/id") + ']');
    EXPECT_EQ(get("/v2/volumes/x").status(), 404);
}

TEST_F(digitalocean_volumes, are_made_at_once) {
    const seen made = post("/v2/volumes", R"({"name":"logs","region":"fra1","size_gigabytes":10,
        "description":"old ones","filesystem_type":"ext4","filesystem_label":"logs",
        "tags":["acme"]})");

    EXPECT_EQ(made.status(), 201);
    EXPECT_EQ(made.at("/volume/droplet_ids"), "[]");
    EXPECT_EQ(made.at("/volume/region/slug"), R"("fra1")");
    EXPECT_EQ(get("/v2/tags/acme").at("/tag/resources/volumes/count"), "1");
}

TEST_F(digitalocean_volumes, that_cannot_be_are_refused) {
    const auto refusal = [&](const char* body) { return post("/v2/volumes", body).refusal(); };
    const std::string name = "422 unprocessable_entity: name must begin with a letter and be "
                             "composed only of lowercase letters, numbers and -";
    for (const char* const wrong : {"{}", R"({"name":"Big"})", R"({"name":"1a"})"})
        EXPECT_EQ(refusal(wrong), name) << wrong;
    EXPECT_EQ(refusal(R"({"name":"a","region":"mars","size_gigabytes":1})"),
              "422 unprocessable_entity: region is invalid");
    for (const char* const wrong :
         {R"({"name":"a","region":"fra1"})", R"({"name":"a","region":"fra1","size_gigabytes":0})",
          R"({"name":"a","region":"fra1","size_gigabytes":16385})"})
        EXPECT_EQ(refusal(wrong),
                  "422 unprocessable_entity: size_gigabytes must be between 1 and 16384")
            << wrong;
    EXPECT_EQ(refusal(R"({"name":"a","region":"fra1","size_gigabytes":1,"filesystem_type":"zfs"})"),
              "422 unprocessable_entity: filesystem_type must be ext4 or xfs");
    EXPECT_EQ(refusal(R"({"name":"spare","region":"fra1","size_gigabytes":1})"),
              "409 conflict: already exists");
    EXPECT_EQ(
        post("/v2/volumes", R"({"name":"spare","region":"lon1","size_gigabytes":1})").status(),
        201);
    EXPECT_EQ(post("/v2/volumes", R"({"name":"a","snapshot_id":"x"})").status(), 404);
}

TEST_F(digitalocean_volumes, are_limited_in_number) {
    for (int i = 3; i < 100; ++i)
        ASSERT_EQ(post("/v2/volumes", R"({"region":"fra1","size_gigabytes":1,"name":"v-)" +
                                          std::to_string(i) + "\"}")
                      .status(),
                  201);
    EXPECT_EQ(
        post("/v2/volumes", R"({"name":"more","region":"fra1","size_gigabytes":1})").refusal(),
        "422 unprocessable_entity: volume limit exceeded");
}

TEST_F(digitalocean_volumes, are_attached_while_nothing_else_happens_to_the_droplet) {
    const seen begun = post(volume("spare") + "/actions", moving("attach", "web-1"));

    EXPECT_EQ(begun.status(), 202);
    EXPECT_EQ(begun.at("/action/type"), R"("attach_volume")");
    EXPECT_EQ(begun.at("/action/resource_type"), R"("volume")");
    EXPECT_EQ(begun.at("/action/resource_id"), "null");
    EXPECT_EQ(act("web-1", R"({"type":"reboot"})").refusal(),
              "422 unprocessable_entity: Droplet already has a pending event.");
    EXPECT_EQ(post(volume("spare") + "/actions", moving("attach", "web-2")).refusal(),
              "422 unprocessable_entity: Volume already has a pending event.");
    EXPECT_EQ(get(volume("spare")).at("/volume/droplet_ids"), "[]");
    later(10s);
    EXPECT_EQ(get(volume("spare")).at("/volume/droplet_ids"),
              '[' + std::to_string(id_of("web-1")) + ']');
    EXPECT_EQ(get(volume("spare") + "/actions").each("actions", "status"), "completed");
    EXPECT_EQ(get(volume("spare") + "/actions/" + begun.at("/action/id")).status(), 200);
    EXPECT_EQ(get(volume("far") + "/actions/" + begun.at("/action/id")).status(), 404);
}

TEST_F(digitalocean_volumes, cannot_be_attached_twice_or_far_away) {
    EXPECT_EQ(post(volume("db-data") + "/actions", moving("attach", "web-1")).refusal(),
              "422 unprocessable_entity: Volume is already attached to a Droplet.");
    EXPECT_EQ(post(volume("far") + "/actions", moving("attach", "web-1")).refusal(),
              "422 unprocessable_entity: Volume must be in the same region as the Droplet.");
    EXPECT_EQ(post(volume("spare") + "/actions", R"({"type":"attach","droplet_id":1})").status(),
              404);
    EXPECT_EQ(post(volume("spare") + "/actions", R"({"type":"attach"})").refusal(),
              "422 unprocessable_entity: droplet_id is required");
    EXPECT_EQ(post(volume("spare") + "/actions", R"({"type":"melt"})").status(), 422);
    act("web-1", R"({"type":"reboot"})");
    EXPECT_EQ(post(volume("spare") + "/actions", moving("attach", "web-1")).refusal(),
              "422 unprocessable_entity: Droplet already has a pending event.");
}

TEST_F(digitalocean_volumes, are_at_most_seven_on_a_droplet) {
    for (int i = 0; i < 8; ++i) {
        const std::string name = "more-" + std::to_string(i);
        post("/v2/volumes", R"({"region":"fra1","size_gigabytes":1,"name":")" + name + "\"}");
        const seen begun = post(volume(name) + "/actions", moving("attach", "web-1"));
        EXPECT_EQ(begun.status(), i < 7 ? 202 : 422) << i;
        later(10s);
    }
}

TEST_F(digitalocean_volumes, are_detached_and_deleted_in_that_order) {
    const std::string path = volume("db-data");
    EXPECT_EQ(remove(path).refusal(), "409 conflict: attached volume cannot be deleted");
    EXPECT_EQ(remove("/v2/volumes?name=db-data&region=fra1").status(), 409);
    EXPECT_EQ(post(path + "/actions", moving("detach", "web-1")).refusal(),
              "422 unprocessable_entity: Attachment not found");
    EXPECT_EQ(post("/v2/volumes/actions", R"({"type":"detach","volume_name":"db-data",
                                              "region":"fra1","droplet_id":)" +
                                              std::to_string(id_of("db-1")) + '}')
                  .at("/action/type"),
              R"("detach_volume")");
    later(10s);
    EXPECT_EQ(remove(path).status(), 204);
    EXPECT_EQ(remove(path).status(), 404);
    EXPECT_EQ(remove("/v2/volumes?name=spare&region=fra1").status(), 204);
    EXPECT_EQ(remove("/v2/volumes?name=spare&region=fra1").status(), 404);
    EXPECT_EQ(post("/v2/volumes/actions", R"({"type":"detach","volume_name":"x"})").status(), 404);
}

TEST_F(digitalocean_volumes, grow_and_never_shrink) {
    const std::string path = volume("db-data");
    EXPECT_EQ(post(path + "/actions", R"({"type":"resize","size_gigabytes":50})").refusal(),
              "422 unprocessable_entity: size_gigabytes must be larger than the current size");
    EXPECT_EQ(post(path + "/actions", R"({"type":"resize","size_gigabytes":99999})").status(), 422);
    EXPECT_EQ(post(path + "/actions", R"({"type":"resize"})").status(), 422);
    EXPECT_EQ(post(path + "/actions", R"({"type":"resize","size_gigabytes":200})").status(), 202);
    later(10s);
    EXPECT_EQ(get(path).at("/volume/size_gigabytes"), "200");
}

TEST_F(digitalocean_volumes, are_copied_and_made_of_copies) {
    const std::string path = volume("db-data");
    const seen copy = post(path + "/snapshots", R"({"name":"before","tags":["acme"]})");

    EXPECT_EQ(copy.status(), 201);
    EXPECT_EQ(copy.at("/snapshot/resource_type"), R"("volume")");
    EXPECT_EQ(copy.at("/snapshot/min_disk_size"), "100");
    EXPECT_EQ(copy.at("/snapshot/size_gigabytes").substr(0, 3), "2.5")
        << "less is paid for than the disk that it is a copy of";
    EXPECT_EQ(get(path + "/snapshots").each("snapshots", "name"), "before");
    EXPECT_EQ(post(path + "/snapshots", "{}").status(), 422);
    const std::string of_copy = R"({"name":"again","snapshot_id":)" + copy.at("/snapshot/id");
    EXPECT_EQ(post("/v2/volumes", of_copy + R"(,"size_gigabytes":50})").status(), 422);
    EXPECT_EQ(post("/v2/volumes", of_copy + R"(,"region":"nyc3"})").status(), 422);
    EXPECT_EQ(post("/v2/volumes", of_copy + '}').at("/volume/size_gigabytes"), "100");
}

TEST_F(digitalocean_volumes, are_given_to_a_new_droplet_and_let_go_by_one_that_is_destroyed) {
    const std::string with = R"({"name":"new-1","region":"fra1","size":"s-1vcpu-1gb",
        "image":"debian-12-x64","volumes":[)" +
                             get(volume("spare")).at("/volume/id") + "]}";
    EXPECT_EQ(post("/v2/droplets", with).status(), 202);
    EXPECT_EQ(get(volume("spare")).at("/volume/droplet_ids"),
              '[' + std::to_string(id_of("new-1")) + ']');
    EXPECT_EQ(post("/v2/droplets", with).refusal(),
              "422 unprocessable_entity: Invalid volume allocations");
    later(1min);
    remove(droplet("new-1"));
    later(1min);
    EXPECT_EQ(get(volume("spare")).at("/volume/droplet_ids"), "[]");
}

} // namespace
} // namespace chatops::mocks::digitalocean
