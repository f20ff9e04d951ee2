// What is written on things, and which keys open them: tags and SSH keys.
#include "tests/mocks/digitalocean_account.hpp"

namespace chatops::mocks::digitalocean {
namespace {

using digitalocean_tags = digitalocean_account;

TEST_F(digitalocean_tags, count_what_has_them) {
    EXPECT_EQ(get("/v2/tags").each("tags", "name"), "acme web");
    const seen web = get("/v2/tags/web");
    EXPECT_EQ(web.at("/tag/resources/count"), "2");
    EXPECT_EQ(web.at("/tag/resources/droplets/count"), "2");
    EXPECT_EQ(web.at("/tag/resources/droplets/last_tagged_uri"),
              "\"https://api.digitalocean.com" + droplet("web-2") + '"');
    EXPECT_EQ(web.at("/tag/resources/images"), R"({"count":0})");
    EXPECT_EQ(get("/v2/tags/nobody").status(), 404);
}

TEST_F(digitalocean_tags, are_made_before_they_are_given) {
    EXPECT_EQ(post("/v2/tags/env:prod/resources", R"({"resources":[]})").status(), 404);
    EXPECT_EQ(post("/v2/tags", R"({"name":"env:prod"})").status(), 201);
    EXPECT_EQ(post("/v2/tags", R"({"name":"env:prod"})").status(), 201);
    EXPECT_EQ(get("/v2/tags").each("tags", "name"), "acme web env:prod");
    const std::string body = R"({"resources":[{"resource_id":")" + std::to_string(id_of("old-1")) +
                             R"(","resource_type":"droplet"}]})";
    EXPECT_EQ(post("/v2/tags/env:prod/resources", body).status(), 204);
    EXPECT_EQ(post("/v2/tags/env:prod/resources", body).status(), 204);
    EXPECT_EQ(get(droplet("old-1")).at("/droplet/tags"), R"(["env:prod"])");
    EXPECT_EQ(get("/v2/droplets?tag_name=env:prod").each("droplets", "name"), "old-1");

    EXPECT_EQ(remove("/v2/tags/env%3Aprod/resources", body).status(), 204);
    EXPECT_EQ(get(droplet("old-1")).at("/droplet/tags"), "[]");
}

TEST_F(digitalocean_tags, of_nothing_or_with_odd_letters_are_refused) {
    for (const char* const name : {"", "a b", "a/b", "a.b", "здорово"})
        EXPECT_EQ(post("/v2/tags", R"({"name":")" + std::string(name) + R"("})").status(), 422)
            << name;
    EXPECT_EQ(post("/v2/tags", R"({"name":")" + std::string(256, 'a') + R"("})").status(), 422);
    EXPECT_EQ(post("/v2/tags/web/resources", "{}").status(), 422);
    EXPECT_EQ(post("/v2/tags/web/resources", R"({"resources":[1]})").status(), 422);
    EXPECT_EQ(post("/v2/tags/web/resources",
                   R"({"resources":[{"resource_id":"1","resource_type":"droplet"}]})")
                  .status(),
              404);
    EXPECT_EQ(post("/v2/tags/web/resources", R"({"resources":[{"resource_id":")" +
                                                 std::to_string(id_of("old-1")) +
                                                 R"(","resource_type":"volume"}]})")
                  .status(),
              404);
}

TEST_F(digitalocean_tags, that_are_deleted_are_taken_off_everything) {
    EXPECT_EQ(remove("/v2/tags/web").status(), 204);
    EXPECT_EQ(remove("/v2/tags/web").status(), 404);
    EXPECT_EQ(get(droplet("web-1")).at("/droplet/tags"), R"(["acme"])");
    EXPECT_EQ(get("/v2/droplets").at("/meta/total"), "4");
}

using digitalocean_keys = digitalocean_account;

// Made for this test; the fingerprint is what ssh-keygen -E md5 -l says of it.
constexpr const char* ed25519 =
    "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4f ops@agency";

TEST_F(digitalocean_keys, are_named_by_id_or_fingerprint) {
    const seen made =
        post("/v2/account/keys", R"({"name":"ops","public_key":")" + std::string(ed25519) + "\"}");

    EXPECT_EQ(made.status(), 201);
    EXPECT_EQ(made.at("/ssh_key/fingerprint"),
              R"("0f:a2:0a:d7:38:3e:65:45:08:6b:63:84:1c:ff:dc:ba")");
    EXPECT_EQ(made.at("/ssh_key/public_key"), '"' + std::string(ed25519) + '"');
    const std::string by_id = "/v2/account/keys/" + made.at("/ssh_key/id");
    const std::string by_fingerprint =
        "/v2/account/keys/" + made.at("/ssh_key/fingerprint").substr(1, 47);
    EXPECT_EQ(get(by_id).response.body, get(by_fingerprint).response.body);
    EXPECT_EQ(put(by_fingerprint, R"({"name":"deploy"})").at("/ssh_key/name"), R"("deploy")");
    EXPECT_EQ(put(by_id, "{}").refusal(), "422 unprocessable_entity: Name can't be blank");
    EXPECT_EQ(get("/v2/account/keys").each("ssh_keys", "name"), "deploy");

    // As a number, as text, by fingerprint: all are the same key.
    EXPECT_EQ(post("/v2/droplets", R"({"name":"a","size":"c-2","image":"debian-12-x64",
                                       "ssh_keys":[)" +
                                       made.at("/ssh_key/id") + ",\"" + made.at("/ssh_key/id") +
                                       "\"," + made.at("/ssh_key/fingerprint") + "]}")
                  .status(),
              202);
    EXPECT_EQ(remove(by_id).status(), 204);
    EXPECT_EQ(remove(by_fingerprint).status(), 404);
}

TEST_F(digitalocean_keys, that_are_none_or_there_already_are_refused) {
    const std::string body = R"({"name":"ops","public_key":")" + std::string(ed25519) + "\"}";
    EXPECT_EQ(post("/v2/account/keys", body).status(), 201);
    EXPECT_EQ(post("/v2/account/keys", body).refusal(),
              "422 unprocessable_entity: SSH Key is already in use on your account");
    for (const char* const wrong : {"", "ssh-rsa", "ssh-rsa !!!", "AAAA", "ssh-magic AAAA x"})
        EXPECT_EQ(
            post("/v2/account/keys", R"({"name":"k","public_key":")" + std::string(wrong) + "\"}")
                .refusal(),
            "422 unprocessable_entity: Key invalid, key should be of the format `[type] "
            "[key] [comment]`")
            << wrong;
    EXPECT_EQ(post("/v2/account/keys", R"({"public_key":"x"})").refusal(),
              "422 unprocessable_entity: Name can't be blank");
}

TEST_F(digitalocean_keys, are_listed_ten_times_a_minute) {
    for (int i = 0; i < 10; ++i) ASSERT_EQ(get("/v2/account/keys").status(), 200);

    const seen refused = get("/v2/account/keys");
    EXPECT_EQ(refused.refusal(), "429 too_many_requests: API Rate limit exceeded.");
    EXPECT_EQ(refused.header("retry-after"), "60");
    EXPECT_EQ(get("/v2/account").status(), 200);
    later(60s);
    EXPECT_EQ(get("/v2/account/keys").status(), 200);
}

} // namespace
} // namespace chatops::mocks::digitalocean
