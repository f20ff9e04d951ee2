// What droplets are made of, and copies of them: images, snapshots, sizes, regions.
#include "tests/mocks/digitalocean_account.hpp"

namespace chatops::mocks::digitalocean {
namespace {

class digitalocean_images : public digitalocean_account {
  public:
    static seed with_copies() {
        seed given = agency_account();
        given.images = {{.name = "web-1-before", .droplet = "web-1"},
                        {.name = "db-1 nightly", .droplet = "db-1", .type = "backup", .ago = 20h}};
        return given;
    }
    digitalocean_images() : digitalocean_account(with_copies()) {}

    std::string own(const std::string& name) {
        const seen all = get("/v2/images?private=true");
        for (const auto& each : all.body.at("images").as_array())
            if (each.at("name") == name.c_str())
                return "/v2/images/" + std::to_string(each.at("id").as_int64());
        return "(none)";
    }
};

TEST_F(digitalocean_images, are_everybodys_or_the_accounts_own) {
    EXPECT_EQ(get("/v2/images").at("/meta/total"), "9");
    EXPECT_EQ(get("/v2/images?type=distribution").each("images", "slug"),
              "ubuntu-24-04-x64 ubuntu-22-04-x64 debian-12-x64 fedora-40-x64 rockylinux-9-x64");
    EXPECT_EQ(get("/v2/images?type=application").each("images", "slug"),
              "docker-20-04 wordpress-20-04");
    EXPECT_EQ(get("/v2/images?private=true").each("images", "type"), "snapshot backup");
    EXPECT_EQ(get("/v2/images?tag_name=keep").at("/meta/total"), "0");
    const seen debian = get("/v2/images/debian-12-x64");
    EXPECT_EQ(debian.at("/image/distribution"), R"("Debian")");
    EXPECT_EQ(debian.at("/image/public"), "true");
    EXPECT_EQ(get("/v2/images/" + debian.at("/image/id")).response.body, debian.response.body);
    EXPECT_EQ(get("/v2/images/debian-1").status(), 404);
    EXPECT_EQ(get(own("db-1 nightly")).at("/image/slug"), "null");
    EXPECT_EQ(get(droplet("db-1")).at("/droplet/backup_ids"),
              '[' + get(own("db-1 nightly")).at("/image/id") + ']');
    EXPECT_EQ(get(droplet("db-1") + "/backups").each("backups", "name"), "db-1 nightly");
}

TEST_F(digitalocean_images, of_ones_own_are_renamed_and_deleted) {
    const std::string path = own("web-1-before");
    const seen renamed = put(path, R"({"name":"golden","description":"keep"})");

    EXPECT_EQ(renamed.status(), 200);
    EXPECT_EQ(get(path).at("/image/name"), R"("golden")");
    EXPECT_EQ(get(path).at("/image/description"), R"("keep")");
    EXPECT_EQ(put(path, R"({"name":""})").refusal(),
              "422 unprocessable_entity: Name can't be blank");
    EXPECT_EQ(remove(path).status(), 204);
    EXPECT_EQ(remove(path).status(), 404);
    EXPECT_EQ(get("/v2/images?private=true").at("/meta/total"), "1");
}

TEST_F(digitalocean_images, of_everybody_are_nobodys_to_change) {
    const std::string forbidden = "403 forbidden: You do not have access for the attempted action.";
    EXPECT_EQ(put("/v2/images/debian-12-x64", R"({"name":"mine"})").refusal(), forbidden);
    EXPECT_EQ(remove("/v2/images/debian-12-x64").refusal(), forbidden);
    EXPECT_EQ(post("/v2/images/debian-12-x64/actions", R"({"type":"convert"})").refusal(),
              forbidden);
}

TEST_F(digitalocean_images, are_transferred_to_another_region) {
    const std::string path = own("web-1-before");
    const seen begun = post(path + "/actions", R"({"type":"transfer","region":"nyc3"})");

    EXPECT_EQ(begun.status(), 201);
    EXPECT_EQ(begun.at("/action/resource_type"), R"("image")");
    EXPECT_EQ(begun.at("/action/region_slug"), R"("nyc3")");
    EXPECT_EQ(post(path + "/actions", R"({"type":"transfer","region":"lon1"})").refusal(),
              "422 unprocessable_entity: Image already has a pending event.");
    EXPECT_EQ(get(path).at("/image/regions"), R"(["fra1"])");
    later(40s);
    EXPECT_EQ(get(path).at("/image/regions"), R"(["fra1","nyc3"])");
    EXPECT_EQ(get(path + "/actions").each("actions", "status"), "completed");
    EXPECT_EQ(get(path + "/actions/" + begun.at("/action/id")).status(), 200);
    EXPECT_EQ(get(own("db-1 nightly") + "/actions/" + begun.at("/action/id")).status(), 404);
    EXPECT_EQ(post(path + "/actions", R"({"type":"transfer","region":"nyc3"})").refusal(),
              "422 unprocessable_entity: This image is already in the specified region.");
    EXPECT_EQ(post(path + "/actions", R"({"type":"transfer","region":"mars"})").status(), 422);
    EXPECT_EQ(post(path + "/actions", R"({"type":"melt"})").status(), 422);
    // Now a droplet can be made of it there.
    EXPECT_EQ(post("/v2/droplets", R"({"name":"copy","region":"nyc3","size":"s-1vcpu-2gb",
                                       "image":)" +
                                       get(path).at("/image/id") + '}')
                  .status(),
              202);
}

TEST_F(digitalocean_images, that_are_backups_become_snapshots) {
    const std::string path = own("db-1 nightly");
    EXPECT_EQ(post(own("web-1-before") + "/actions", R"({"type":"convert"})").refusal(),
              "422 unprocessable_entity: Only backups can be converted to snapshots.");
    EXPECT_EQ(post(path + "/actions", R"({"type":"convert"})").status(), 201);
    later(40s);
    EXPECT_EQ(get(path).at("/image/type"), R"("snapshot")");
    EXPECT_EQ(get(droplet("db-1")).at("/droplet/backup_ids"), "[]");
}

TEST_F(digitalocean_images, are_fetched_from_elsewhere) {
    const seen made = post("/v2/images", R"({"name":"ours","url":"https://agency.example/i.qcow2",
                                             "region":"fra1","tags":["keep"]})");

    EXPECT_EQ(made.status(), 202);
    EXPECT_EQ(made.at("/image/status"), R"("NEW")");
    const std::string use =
        R"({"name":"n","region":"fra1","size":"s-1vcpu-1gb","image":)" + made.at("/image/id") + '}';
    EXPECT_EQ(post("/v2/droplets", use).status(), 422);
    later(40s);
    EXPECT_EQ(get("/v2/images?tag_name=keep").each("images", "status"), "available");
    EXPECT_EQ(post("/v2/droplets", use).status(), 202);
    for (const char* const wrong : {"{}", R"({"name":"a","region":"fra1"})",
                                    R"({"name":"a","url":"file:///x","region":"fra1"})",
                                    R"({"name":"a","url":"https://a.example","region":"mars"})"})
        EXPECT_EQ(post("/v2/images", wrong).status(), 422) << wrong;
}

TEST_F(digitalocean_images, stay_in_droplets_when_they_are_gone) {
    const std::string path = own("web-1-before");
    const std::string id = get(path).at("/image/id");
    act("web-1", R"({"type":"restore","image":)" + id + '}');
    remove(path);
    later(50s);
    EXPECT_EQ(get(droplet("web-1") + "/actions").at("/actions/0/status"), R"("completed")");
    EXPECT_EQ(get(droplet("web-1")).at("/droplet/image/slug"), R"("ubuntu-24-04-x64")");
}

TEST_F(digitalocean_images, that_are_snapshots_are_under_one_roof_with_those_of_volumes) {
    const std::string volume = "/v2/volumes/" + post("/v2/volumes", R"({"name":"data",
        "region":"fra1","size_gigabytes":5})")
                                                    .at("/volume/id")
                                                    .substr(1, 36);
    post(volume + "/snapshots", R"({"name":"data-before"})");

    EXPECT_EQ(get("/v2/snapshots").each("snapshots", "name"), "web-1-before data-before");
    EXPECT_EQ(get("/v2/snapshots?resource_type=droplet").each("snapshots", "name"), "web-1-before");
    EXPECT_EQ(get("/v2/snapshots?resource_type=volume").each("snapshots", "resource_type"),
              "volume");
    const seen all = get("/v2/snapshots");
    // Identities of both kinds are text here.
    const std::string of_droplet = all.at("/snapshots/0/id");
    const std::string path = "/v2/snapshots/" + of_droplet.substr(1, of_droplet.size() - 2);
    EXPECT_EQ(get(path).at("/snapshot/resource_id"), '"' + std::to_string(id_of("web-1")) + '"');
    EXPECT_EQ(get(path).at("/snapshot/min_disk_size"), "50");
    EXPECT_EQ(get("/v2/snapshots/" + all.at("/snapshots/1/id").substr(1, 36)).status(), 200);
    EXPECT_EQ(get("/v2/volumes/snapshots/" + all.at("/snapshots/1/id").substr(1, 36)).status(),
              200);

    EXPECT_EQ(remove(path).status(), 204);
    EXPECT_EQ(remove("/v2/snapshots/" + all.at("/snapshots/1/id").substr(1, 36)).status(), 204);
    EXPECT_EQ(get("/v2/snapshots").at("/meta/total"), "0");
    EXPECT_EQ(remove(path).status(), 404);
    EXPECT_EQ(get("/v2/snapshots/debian-12-x64").refusal(),
              "400 bad_request: the resource is not a snapshot");
    EXPECT_EQ(remove("/v2/snapshots/155133621").status(), 400);
}

TEST_F(digitalocean_images, need_a_size_and_a_region_to_become_a_droplet) {
    const seen sizes = get("/v2/sizes?per_page=200");
    const seen regions = get("/v2/regions?per_page=200");

    EXPECT_EQ(sizes.at("/meta/total"), "12");
    EXPECT_EQ(sizes.at("/sizes/1/slug"), R"("s-1vcpu-1gb")");
    EXPECT_EQ(sizes.at("/sizes/1/memory"), "1024");
    EXPECT_EQ(sizes.at("/sizes/3/available"), "false");
    EXPECT_EQ(sizes.at("/sizes/3/regions"), "[]");
    EXPECT_EQ(regions.each("regions", "slug"),
              "nyc1 nyc2 nyc3 sfo2 sfo3 ams3 fra1 lon1 sgp1 tor1 blr1 syd1");
    EXPECT_EQ(regions.at("/regions/1/available"), "false");
    EXPECT_EQ(regions.at("/regions/10/sizes").find("c-2"), std::string::npos);
    EXPECT_NE(regions.at("/regions/6/sizes").find("c-2"), std::string::npos);
}

} // namespace
} // namespace chatops::mocks::digitalocean
