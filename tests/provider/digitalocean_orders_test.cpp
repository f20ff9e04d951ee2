// What the client asks for where an order is more than its type says: several of a kind, all that
// a load balancer is, whatever has a tag.
#include "chatops/core/json.hpp"
#include "tests/provider/digitalocean_conversation.hpp"

namespace chatops::digitalocean {
namespace {

droplet_order small_order() {
    droplet_order order;
    order.size = "s-1vcpu-1gb";
    order.image = "debian-12-x64";
    return order;
}

TEST_F(digitalocean_client, makes_one_droplet_in_a_network_and_with_a_volume) {
    network.on("POST /v2/droplets", 202, R"({"droplet":)" + droplet_json(9, "web-9", "new") + "}");
    auto ocean = made();
    droplet_order order = small_order();
    order.name = "web-9";
    order.vpc_uuid = "v-1";
    order.volumes = {"d-1"};
    const auto all = world.play(ocean.create_droplets(order));
    ASSERT_EQ(all.size(), 1u);
    EXPECT_EQ(all.at(0).name, "web-9");
    EXPECT_EQ(network.sent.at(0).body,
              R"({"name":"web-9","size":"s-1vcpu-1gb","image":"debian-12-x64","ssh_keys":[],)"
              R"("tags":[],"backups":false,"ipv6":false,"monitoring":false,"vpc_uuid":"v-1",)"
              R"("volumes":["d-1"]})");
}

TEST_F(digitalocean_client, makes_several_droplets_that_are_alike_by_one_request) {
    network
        .on("POST /v2/droplets", 202,
            R"({"droplets":[)" + droplet_json(9, "a", "new") + "," + droplet_json(10, "b", "new") +
                R"(],"links":{"actions":[]}})")
        .silent("POST /v2/droplets", happened);
    auto ocean = made();
    droplet_order order = small_order();
    order.names = {"a", "b"};
    const auto all = world.play(ocean.create_droplets(order));
    ASSERT_EQ(all.size(), 2u);
    EXPECT_EQ(all.at(1).id, 10);
    EXPECT_EQ(network.sent.at(0).body.substr(0, 20), R"({"names":["a","b"],")");
    EXPECT_EQ(failure_of(ocean.create_droplets(order)),
              "perhaps done: the connection was reset (POST /v2/droplets)");
}

TEST_F(digitalocean_client, ends_all_that_have_a_tag_at_once) {
    network.on("DELETE /v2/droplets?tag_name=env%3Aprod", 204, "")
        .on("DELETE /v2/droplets?tag_name=gone", 404, R"({"id":"not_found","message":"No."})")
        .silent("DELETE /v2/droplets?tag_name=web", happened);
    auto ocean = made();
    EXPECT_EQ(failure_of(ocean.destroy_tagged("env:prod")), "fine");
    EXPECT_EQ(failure_of(ocean.destroy_tagged("gone")), "fine");
    EXPECT_EQ(failure_of(ocean.destroy_tagged("web")),
              "perhaps done: the connection was reset (DELETE /v2/droplets?tag_name=web)");
}

const std::string shown_balancer =
    R"({"id":"l-1","name":"front","ip":"203.0.113.9","ipv6":"","status":"active","created_at":)"
    R"("2024-02-01T09:00:00Z","region":{"slug":"fra1","name":"Frankfurt 1"},"tag":"",)"
    R"("droplet_ids":[1,2],"forwarding_rules":[{"entry_protocol":"http","entry_port":80,)"
    R"("target_protocol":"http","target_port":80}],"health_check":{"protocol":"http","port":80,)"
    R"("path":"/","check_interval_seconds":20,"healthy_threshold":5,"unhealthy_threshold":3},)"
    R"("sticky_sessions":{"type":"none"},"firewall":{"deny":["cidr:1.2.0.0/16"],"allow":[]},)"
    R"("redirect_http_to_https":false})";

TEST_F(digitalocean_client, changes_a_load_balancer_as_a_whole) {
    network.on("GET /v2/load_balancers/l-1", 200, R"({"load_balancer":)" + shown_balancer + "}")
        .on("PUT /v2/load_balancers/l-1", 200, R"({"load_balancer":)" + shown_balancer + "}");
    auto ocean = made();
    load_balancer_change change;
    change.redirect_http_to_https = true;
    EXPECT_EQ(world.play(ocean.change_load_balancer("l-1", change)).name, "front");
    const std::string sent = network.sent.at(1).body;
    EXPECT_NE(sent.find(R"("firewall":{"deny":["cidr:1.2.0.0/16"],"allow":[]})"), std::string::npos)
        << "what our types do not have stays";
    EXPECT_NE(sent.find(R"("region":"fra1")"), std::string::npos) << sent;
    EXPECT_NE(sent.find(R"("redirect_http_to_https":true)"), std::string::npos) << sent;
    for (const char* const theirs : {"\"id\"", "\"ip\"", "\"status\"", "created_at", "\"tag\""})
        EXPECT_EQ(sent.find(theirs), std::string::npos) << theirs;
}

TEST(whole_order, keeps_how_often_health_is_looked_at_and_names_droplets_or_a_tag) {
    const boost::json::value shown = json::parse(shown_balancer).value();
    load_balancer_change change;
    change.health_check = health_order{"tcp", 22, std::nullopt};
    const boost::json::value order = whole_order(shown, change);
    EXPECT_EQ(json::text(order.at("health_check")),
              R"({"protocol":"tcp","port":22,"unhealthy_threshold":3,"check_interval_seconds":20,)"
              R"("healthy_threshold":5})");
    EXPECT_EQ(json::text(order.at("droplet_ids")), "[1,2]");
    boost::json::value tagged = shown;
    tagged.as_object()["tag"] = "web";
    tagged.as_object()["region"] = nullptr;
    const boost::json::value by_tag = whole_order(tagged, change);
    EXPECT_EQ(json::text(by_tag.at("tag")), R"("web")");
    EXPECT_FALSE(by_tag.as_object().contains("droplet_ids"));
    EXPECT_FALSE(by_tag.as_object().contains("region")) << "a global one has none";
    EXPECT_EQ(json::text(whole_order(nullptr, load_balancer_change())), "{}");
}

} // namespace
} // namespace chatops::digitalocean
