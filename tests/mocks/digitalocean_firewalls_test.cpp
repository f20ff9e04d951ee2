// Firewalls: rules, and the droplets that follow them a moment later.
#include "tests/mocks/digitalocean_account.hpp"

namespace chatops::mocks::digitalocean {
namespace {

class digitalocean_firewalls : public digitalocean_account {
  public:
    /// `web-1` by id, and whatever has the tag `web`.
    std::string body(const std::string& name) {
        return R"({"name":")" + name + R"(","inbound_rules":[{"protocol":"tcp","ports":"443",
            "sources":{"addresses":["0.0.0.0/0","::/0"]}}],"outbound_rules":null,
            "droplet_ids":[)" +
               std::to_string(id_of("db-1")) + R"(],"tags":["web"]})";
    }
    /// Where a new one is.
    std::string made(const std::string& name) {
        const std::string id = post("/v2/firewalls", body(name)).at("/firewall/id");
        return "/v2/firewalls/" + id.substr(1, id.size() - 2);
    }
    std::string refusal_of(const std::string& rule) {
        return post("/v2/firewalls", R"({"name":"fw","inbound_rules":[)" + rule + "]}").refusal();
    }
};

TEST_F(digitalocean_firewalls, are_waiting_until_every_droplet_follows) {
    const seen begun = post("/v2/firewalls", body("front"));

    EXPECT_EQ(begun.status(), 202);
    EXPECT_EQ(begun.at("/firewall/status"), R"("waiting")");
    EXPECT_EQ(begun.body.at("firewall").at("pending_changes").as_array().size(), 3U);
    EXPECT_EQ(begun.at("/firewall/pending_changes/0/removing"), "false");
    EXPECT_EQ(begun.at("/firewall/inbound_rules"),
              R"([{"protocol":"tcp","ports":"443",)"
              R"("sources":{"addresses":["0.0.0.0/0","::/0"]}}])");
    EXPECT_EQ(begun.at("/firewall/outbound_rules"), "[]");
    later(5s);
    const seen all = get("/v2/firewalls");
    EXPECT_EQ(all.each("firewalls", "status"), "succeeded");
    EXPECT_EQ(all.at("/firewalls/0/pending_changes"), "[]");
    for (const char* const covered : {"web-1", "web-2", "db-1"})
        EXPECT_EQ(get(droplet(covered) + "/firewalls").each("firewalls", "name"), "front");
    EXPECT_EQ(get(droplet("old-1") + "/firewalls").at("/meta/total"), "0");
}

TEST_F(digitalocean_firewalls, get_and_lose_droplets_and_tags) {
    const std::string path = made("front");
    const std::string old = R"({"droplet_ids":[)" + std::to_string(id_of("old-1")) + "]}";

    EXPECT_EQ(post(path + "/droplets", old).status(), 204);
    EXPECT_EQ(get(path).body.at("firewall").at("droplet_ids").as_array().size(), 2U);
    EXPECT_EQ(remove(path + "/droplets", old).status(), 204);
    EXPECT_EQ(get(path).at("/firewall/pending_changes/3/removing"), "true");
    EXPECT_EQ(post(path + "/tags", R"({"tags":["acme"]})").status(), 204);
    EXPECT_EQ(get(path).at("/firewall/tags"), R"(["web","acme"])");
    EXPECT_EQ(remove(path + "/tags", R"({"tags":["web"]})").status(), 204);
    EXPECT_EQ(get(path).at("/firewall/tags"), R"(["acme"])");

    EXPECT_EQ(post(path + "/droplets", R"({"droplet_ids":[1]})").status(), 422);
    EXPECT_EQ(post(path + "/droplets", "{}").status(), 422);
    EXPECT_EQ(post(path + "/tags", R"({"tags":["nobody"]})").status(), 422);
    EXPECT_EQ(remove(path + "/tags", "{}").status(), 422);
    EXPECT_EQ(post("/v2/firewalls/x/droplets", old).status(), 404);
}

TEST_F(digitalocean_firewalls, get_and_lose_rules) {
    const std::string path = made("front");
    const std::string ssh = R"({"inbound_rules":[{"protocol":"tcp","ports":"22",
        "sources":{"tags":["acme"]}}]})";
    const std::string everything = R"({"outbound_rules":[{"protocol":"icmp",
        "destinations":{"addresses":["0.0.0.0/0"]}}]})";

    EXPECT_EQ(post(path + "/rules", ssh).status(), 204);
    EXPECT_EQ(post(path + "/rules", ssh).status(), 204);
    EXPECT_EQ(post(path + "/rules", everything).status(), 204);
    EXPECT_EQ(get(path).body.at("firewall").at("inbound_rules").as_array().size(), 2U);
    EXPECT_EQ(get(path).at("/firewall/outbound_rules/0/ports"), R"("0")");
    EXPECT_EQ(remove(path + "/rules", ssh).status(), 204);
    EXPECT_EQ(get(path).body.at("firewall").at("inbound_rules").as_array().size(), 1U);
    EXPECT_EQ(post(path + "/rules", "{}").status(), 422);
    EXPECT_EQ(remove(path + "/rules", "{}").status(), 422);
}

TEST_F(digitalocean_firewalls, are_replaced_whole) {
    const std::string path = made("front");
    const seen changed = put(path, R"({"name":"front-2","inbound_rules":[{"protocol":"udp",
        "ports":"8000-9000","sources":{"addresses":["198.51.100.7"]}}]})");

    EXPECT_EQ(changed.status(), 200);
    EXPECT_EQ(get(path).at("/firewall/tags"), "[]");
    EXPECT_EQ(get(path).at("/firewall/droplet_ids"), "[]");
    EXPECT_EQ(get(path).at("/firewall/name"), R"("front-2")");
    // Those that it covered before lose its rules.
    EXPECT_EQ(changed.body.at("firewall").at("pending_changes").as_array().size(), 3U);
    EXPECT_EQ(put(path, "{}").status(), 422);
    EXPECT_EQ(remove(path).status(), 204);
    EXPECT_EQ(get(path).status(), 404);
    EXPECT_EQ(remove(path).status(), 404);
}

TEST_F(digitalocean_firewalls, with_wrong_rules_are_refused) {
    const std::string why = "422 unprocessable_entity: ";
    const auto from = [](const char* protocol, const char* ports, const char* sources) {
        return R"({"protocol":")" + std::string(protocol) + R"(","ports":")" + ports +
               R"(","sources":)" + sources + '}';
    };
    const char* const everywhere = R"({"addresses":["0.0.0.0/0"]})";
    EXPECT_EQ(refusal_of(from("gre", "1", everywhere)), why + "you must specify a valid protocol");
    for (const char* const ports : {"all", "", "65536", "1-", "a-b", "-1"})
        EXPECT_EQ(refusal_of(from("tcp", ports, everywhere)),
                  why + "you must specify a valid range for ports")
            << ports;
    for (const char* const address : {"", "acme", "1.2.3.4/33", "::/129", "1.2.3.4/x"})
        EXPECT_EQ(refusal_of(from("tcp", "1",
                                  (R"({"addresses":[")" + std::string(address) + "\"]}").c_str())),
                  why + "invalid address")
            << address;
    EXPECT_EQ(refusal_of(from("tcp", "1", "{}")), why + "you must specify sources");
    EXPECT_EQ(refusal_of(from("tcp", "1", R"({"droplet_ids":[1]})")), why + "droplet not found");
    EXPECT_EQ(refusal_of(from("tcp", "1", R"({"tags":["nobody"]})")), why + "tag not found");
    EXPECT_EQ(refusal_of("1"), why + "invalid rule");
    EXPECT_EQ(post("/v2/firewalls", R"({"name":"fw"})").refusal(),
              why + "you must specify at least one rule");
    for (const char* const name : {"", "a b", "a_b", "-a", ".a"})
        EXPECT_EQ(post("/v2/firewalls", body(name)).refusal(),
                  why + "name must only contain alphanumeric characters, dashes and periods")
            << name;
    EXPECT_EQ(get("/v2/firewalls").at("/meta/total"), "0");
}

TEST_F(digitalocean_firewalls, have_names_of_their_own) {
    const std::string first = made("front");
    const std::string second = made("back");

    EXPECT_EQ(post("/v2/firewalls", body("front")).refusal(), "409 conflict: duplicate name");
    EXPECT_EQ(put(second, body("front")).refusal(), "409 conflict: duplicate name");
    EXPECT_EQ(put(first, body("front")).status(), 200);
}

TEST_F(digitalocean_firewalls, are_not_followed_when_someone_asks_for_it) {
    const std::string path = made("front");
    const http::request plan{"POST", "/_mock/errored_actions", {}, R"({"type":"firewall"})"};
    ASSERT_EQ(server.control(plan, {now, now})->status, 200);
    EXPECT_EQ(get(path).at("/firewall/status"), R"("waiting")");
    later(5s);
    EXPECT_EQ(get(path).at("/firewall/status"), R"("failed")");
    EXPECT_EQ(get(path).at("/firewall/pending_changes/0/status"), R"("failed")");
    // The next change of it tries again.
    EXPECT_EQ(post(path + "/tags", R"({"tags":["acme"]})").status(), 204);
    EXPECT_EQ(get(path).at("/firewall/status"), R"("waiting")");
    later(5s);
    EXPECT_EQ(get(path).at("/firewall/status"), R"("succeeded")");
    EXPECT_EQ(get(path).at("/firewall/pending_changes"), "[]");
}

TEST_F(digitalocean_firewalls, forget_droplets_and_tags_that_are_gone) {
    const std::string path = made("front");
    remove(droplet("db-1"));
    remove("/v2/tags/web");
    later(1min);
    EXPECT_EQ(get(path).at("/firewall/droplet_ids"), "[]");
    EXPECT_EQ(get(path).at("/firewall/tags"), "[]");
}

} // namespace
} // namespace chatops::mocks::digitalocean
