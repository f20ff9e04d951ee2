// Load balancers at Rackspace: what they become, what they refuse, and what is behind them.
#include "tests/mocks/rackspace_account.hpp"

#include <string>
#include <utility>

namespace chatops::mocks::rackspace {
namespace {

class rackspace_load_balancers : public rackspace_account {
  protected:
    static seed with_balancers() {
        seed given = agency_account();
        given.load_balancers = {{"front", "DFW", {"web-1", "web-2"}}, {"lake", "ORD", {}}};
        return given;
    }
    rackspace_load_balancers() : rackspace_account(with_balancers()) { authenticate(); }

    answered lb(const std::string& method, const std::string& path, const std::string& body = {}) {
        return send(method, "/v1.0/654321" + path, body);
    }
    /// `/loadbalancers/71007`.
    std::string at(const std::string& name) {
        const answered all = lb("GET", "/loadbalancers?name=" + name);
        return "/loadbalancers/" + json::text(all.body.at("loadBalancers").at(0).at("id"));
    }
    std::string status_of(const std::string& path) {
        return std::string(view(lb("GET", path).body.at("loadBalancer").at("status").as_string()));
    }
    /// `422: Load Balancer '…' has a status of …`, with what is wrong behind it.
    static std::string said(const answered& seen) {
        std::string text = std::to_string(seen.status);
        const object* const body = seen.body.if_object();
        if (body == nullptr) return text;
        text += ": " + std::string(text_of(*body, "message"));
        if (const object* const wrong = object_of(*body, "validationErrors"))
            for (const value& each : *array_of(*wrong, "messages"))
                text += " | " + std::string(view(each.as_string()));
        return text;
    }
    /// One member of every item of a list, joined by spaces.
    static std::string each(const value& list, const char* name) {
        std::string joined;
        for (const value& item : list.as_array()) {
            const value& found = item.at(name);
            joined +=
                (joined.empty() ? "" : " ") +
                (found.is_string() ? std::string(view(found.as_string())) : json::text(found));
        }
        return joined;
    }
    std::string nodes(const std::string& path, const char* member) {
        return each(lb("GET", path + "/nodes").body.at("nodes"), member);
    }

    const std::string shop =
        R"({"loadBalancer":{"name":"shop","port":80,"protocol":"HTTP","virtualIps":[{"type":)"
        R"("PUBLIC"}],"nodes":[{"address":"10.1.1.1","port":8080,"condition":"ENABLED"}]}})";
};

TEST_F(rackspace_load_balancers, are_listed_by_region_with_how_many_nodes_they_have) {
    const answered all = lb("GET", "/loadbalancers");
    EXPECT_EQ(all.status, 200);
    EXPECT_EQ(each(all.body.at("loadBalancers"), "name"), "front");
    EXPECT_EQ(each(all.body.at("loadBalancers"), "nodeCount"), "2");
    EXPECT_EQ(all.body.at("loadBalancers").at(0).as_object().contains("nodes"), false);
    const answered chicago = send("GET", "/ord/v1.0/654321/loadbalancers");
    EXPECT_EQ(each(chicago.body.at("loadBalancers"), "name"), "lake");
    EXPECT_EQ(lb("GET", "/loadbalancers?name=nobody").body.at("loadBalancers").as_array().size(),
              0u);
    // As some clients ask.
    EXPECT_EQ(lb("GET", "/loadbalancers.json").status, 200);
    EXPECT_EQ(lb("GET", at("front") + ".json?cache-busting=0.5").status, 200);
}

TEST_F(rackspace_load_balancers, are_built_then_active_and_changed_one_thing_at_a_time) {
    const answered made = lb("POST", "/loadbalancers", shop);
    ASSERT_EQ(made.status, 202);
    const value& it = made.body.at("loadBalancer");
    EXPECT_EQ(view(it.at("status").as_string()), "BUILD");
    EXPECT_EQ(each(it.at("virtualIps"), "ipVersion"), "IPV4 IPV6");
    EXPECT_EQ(each(it.at("nodes"), "status"), "ONLINE");
    EXPECT_EQ(view(it.at("algorithm").as_string()), "RANDOM");
    const std::string path = "/loadbalancers/" + json::text(it.at("id"));
    EXPECT_EQ(said(lb("PUT", path, R"({"loadBalancer":{"timeout":60}})")),
              "422: Load Balancer '" + json::text(it.at("id")) +
                  "' has a status of 'BUILD' and is considered immutable.");
    pass(30s);
    EXPECT_EQ(status_of(path), "ACTIVE");
    EXPECT_EQ(lb("PUT", path, R"({"loadBalancer":{"algorithm":"ROUND_ROBIN"}})").status, 202);
    EXPECT_EQ(status_of(path), "PENDING_UPDATE");
    EXPECT_EQ(lb("PUT", path, R"({"loadBalancer":{"timeout":60}})").status, 422);
    pass(6s);
    EXPECT_EQ(status_of(path), "ACTIVE");
    EXPECT_EQ(view(lb("GET", path).body.at("loadBalancer").at("algorithm").as_string()),
              "ROUND_ROBIN");
    EXPECT_EQ(lb("PUT", path, "{}").status, 400);
    EXPECT_EQ(lb("PUT", path, R"({"name":"without saying what"})").status, 202);
    pass(6s);
    EXPECT_EQ(view(lb("GET", path).body.at("loadBalancer").at("name").as_string()),
              "without saying what");
}

TEST_F(rackspace_load_balancers, say_all_that_is_wrong_with_a_new_one) {
    EXPECT_EQ(said(lb("POST", "/loadbalancers",
                      R"({"loadBalancer":{"name":"x","protocol":"HTTP","virtualIps":[{"type":)"
                      R"("PUBLIC"}],"nodes":[{"address":"not an address","port":0}]}})")),
              "400: Validation Failure | Node ip is invalid. Please specify a valid ip. | Node "
              "port is invalid. Please specify a valid port.");
    EXPECT_EQ(said(lb("POST", "/loadbalancers",
                      R"({"loadBalancer":{"name":"x","protocol":"TCP","virtualIps":[]}})")),
              "400: Validation Failure | Load Balancer port is invalid. Must be an integer between "
              "1 and 65535.");
    EXPECT_EQ(said(lb("POST", "/loadbalancers", R"({"loadBalancer":7})")),
              "400: JSON does not match the expected schema");
    EXPECT_EQ(lb("GET", "/loadbalancers/1").status, 404);
    EXPECT_EQ(said(lb("GET", "/loadbalancers/1")), "404: Load balancer not found");
    EXPECT_EQ(lb("PATCH", at("front")).status, 405);
}

TEST_F(rackspace_load_balancers, share_an_address_on_another_port) {
    const value it = lb("GET", at("front")).body.at("loadBalancer");
    const std::string ip = json::text(it.at("virtualIps").at(0).at("id"));
    const auto sharing = [&](const std::string& port) {
        return lb("POST", "/loadbalancers",
                  R"({"loadBalancer":{"name":"tls","protocol":"HTTPS","port":)" + port +
                      R"(,"virtualIps":[{"id":)" + ip + R"(}]}})");
    };
    EXPECT_EQ(sharing("80").status, 400);
    const answered made = sharing("443");
    EXPECT_EQ(made.status, 202);
    EXPECT_EQ(json::text(made.body.at("loadBalancer").at("virtualIps").at(0).at("address")),
              json::text(it.at("virtualIps").at(0).at("address")));
}

TEST_F(rackspace_load_balancers, are_shown_as_deleted_for_months_and_refuse_everything) {
    const std::string path = at("front");
    EXPECT_EQ(lb("DELETE", path).status, 202);
    EXPECT_EQ(status_of(path), "PENDING_DELETE");
    EXPECT_NE(said(lb("DELETE", path)).find("400: Must provide valid load balancers: "),
              std::string::npos);
    EXPECT_EQ(said(lb("DELETE", path + "/nodes?id=1")), "422: LoadBalancer is not ACTIVE");
    pass(10s);
    EXPECT_EQ(status_of(path), "DELETED");
    EXPECT_EQ(lb("GET", "/loadbalancers").body.at("loadBalancers").as_array().size(), 0u);
    EXPECT_EQ(each(lb("GET", "/loadbalancers?status=DELETED").body.at("loadBalancers"), "name"),
              "front");
    EXPECT_EQ(said(lb("GET", path + "/nodes")), "410: The loadbalancer is marked as deleted.");
    EXPECT_EQ(said(lb("PUT", path + "/nodes/1", R"({"node":{"weight":2}})")),
              "422: The load balancer is deleted and considered immutable.");
    pass(std::chrono::hours(24 * 91));
    authenticate();
    EXPECT_EQ(lb("GET", path).status, 404);
}

TEST_F(rackspace_load_balancers, that_are_deleted_together_are_all_or_none) {
    const std::string id = at("front").substr(15);
    EXPECT_EQ(said(lb("DELETE", "/loadbalancers?id=" + id + "&id=1")),
              "400: Validation Failure | Must provide valid load balancers: 1 could not be found.");
    EXPECT_EQ(status_of(at("front")), "ACTIVE");
    EXPECT_EQ(said(lb("DELETE", "/loadbalancers")),
              "400: Must supply one or more id's to process this request.");
    pass(2s);
    EXPECT_EQ(lb("DELETE", "/loadbalancers?id=" + id).status, 202);
}

TEST_F(rackspace_load_balancers, get_nodes_that_are_offline_until_they_are_looked_at) {
    const std::string path = at("front");
    const answered made = lb("POST", path + "/nodes",
                             R"({"nodes":[{"address":"10.2.2.3","port":80,"condition":"ENABLED"},)"
                             R"({"address":"www.acme.example","port":88,"condition":"DRAINING",)"
                             R"("type":"SECONDARY","weight":10}]})");
    EXPECT_EQ(made.status, 202);
    EXPECT_EQ(each(made.body.at("nodes"), "status"), "OFFLINE OFFLINE");
    pass(6s);
    EXPECT_EQ(nodes(path, "status"), "ONLINE ONLINE ONLINE ONLINE");
    EXPECT_EQ(nodes(path, "condition"), "ENABLED ENABLED ENABLED DRAINING");
    EXPECT_EQ(said(lb("POST", path + "/nodes",
                      R"({"nodes":[{"address":"10.2.2.3","port":80,"condition":"ENABLED"}]})")),
              "422: Duplicate nodes detected. One or more nodes already configured on load "
              "balancer.");
    std::string many;
    for (int i = 0; i < 22; ++i)
        many += std::string(i == 0 ? "" : ",") + R"({"address":"10.3.0.)" + std::to_string(i) +
                R"(","port":80})";
    EXPECT_EQ(said(lb("POST", path + "/nodes", R"({"nodes":[)" + many + "]}")),
              "413: Nodes must not exceed 25 per load balancer.");
}

TEST_F(rackspace_load_balancers, find_out_by_themselves_which_nodes_answer) {
    const auto silence = [&](const char* is_silent) {
        const http::request what{"POST",
                                 "/_mock/silent_nodes",
                                 {},
                                 std::string(R"({"address":"10.208.0.2","silent":)") + is_silent +
                                     '}'};
        ASSERT_EQ(cloud.control(what, {now, now})->status, 200);
    };
    const std::string path = at("front");
    silence("true");
    EXPECT_EQ(cloud.due(), now + 30s) << "three failures, ten seconds apart";
    pass(29s);
    EXPECT_EQ(nodes(path, "status"), "ONLINE ONLINE");
    pass(1s);
    EXPECT_EQ(nodes(path, "status"), "ONLINE OFFLINE");
    EXPECT_EQ(lb("PUT", path, R"({"loadBalancer":{"timeout":60}})").status, 202);
    pass(6s);
    EXPECT_EQ(nodes(path, "status"), "ONLINE OFFLINE") << "a change makes nobody answer";
    silence("false");
    pass(10s);
    EXPECT_EQ(nodes(path, "status"), "ONLINE ONLINE") << "one good look is enough";
    silence("true");
    pass(30s);
    EXPECT_EQ(lb("DELETE", path + "/healthmonitor").status, 202);
    pass(6s);
    EXPECT_EQ(nodes(path, "status"), "ONLINE ONLINE") << "nobody looks any more";
    EXPECT_EQ(lb("PUT", path + "/healthmonitor",
                 R"({"healthMonitor":{"type":"CONNECT","delay":5,"timeout":2,)"
                 R"("attemptsBeforeDeactivation":2}})")
                  .status,
              202);
    pass(16s);
    EXPECT_EQ(nodes(path, "status"), "ONLINE OFFLINE");
    const http::request wrong{"POST", "/_mock/silent_nodes", {}, "{}"};
    EXPECT_EQ(cloud.control(wrong, {now, now})->status, 400);
}

TEST_F(rackspace_load_balancers, change_nodes_but_not_where_they_are) {
    const std::string path = at("front");
    const std::string node = json::text(lb("GET", path + "/nodes").body.at("nodes").at(0).at("id"));
    EXPECT_EQ(said(lb("PUT", path + "/nodes/" + node,
                      R"({"node":{"address":"10.9.9.9","port":1,"weight":101}})")),
              "400: Validation Failure | Node ip field cannot be modified. | Port field cannot be "
              "modified. | Node weight is invalid. Range is 1-100. Please specify a valid weight.");
    EXPECT_EQ(lb("PUT", path + "/nodes/" + node, R"({"node":{"condition":"ASLEEP"}})").status, 400);
    EXPECT_EQ(lb("PUT", path + "/nodes/" + node, R"({"node":{"condition":"DRAINING"}})").status,
              202);
    EXPECT_EQ(lb("PUT", path + "/nodes/" + node, R"({"node":{"condition":"ENABLED"}})").status,
              422);
    pass(6s);
    EXPECT_EQ(nodes(path, "condition"), "DRAINING ENABLED");
    EXPECT_EQ(
        lb("PUT", path + "/nodes", R"({"nodes":[{"id":)" + node + R"(,"condition":"DISABLED"}]})")
            .status,
        202);
    pass(6s);
    EXPECT_EQ(nodes(path, "condition"), "DISABLED ENABLED");
    EXPECT_EQ(said(lb("GET", path + "/nodes/1")), "404: Node not found");
}

TEST_F(rackspace_load_balancers, lose_nodes_all_or_none) {
    const std::string path = at("front");
    const std::string node = json::text(lb("GET", path + "/nodes").body.at("nodes").at(0).at("id"));
    EXPECT_EQ(said(lb("DELETE", path + "/nodes?id=" + node + "&id=100")),
              "400: Validation Failure | Node ids 100 are not a part of your loadbalancer");
    std::string eleven = "?id=1";
    for (int i = 2; i <= 11; ++i) eleven += "&id=" + std::to_string(i);
    EXPECT_NE(said(lb("DELETE", path + "/nodes" + eleven)).find("BATCH_DELETE_LIMIT of 10"),
              std::string::npos);
    pass(1s);
    EXPECT_EQ(lb("DELETE", path + "/nodes?id=" + node).status, 202);
    pass(6s);
    EXPECT_EQ(lb("DELETE", path + "/nodes/" + nodes(path, "id")).status, 202);
    pass(6s);
    EXPECT_EQ(lb("GET", path + "/nodes").body.at("nodes").as_array().size(), 0u);
}

TEST_F(rackspace_load_balancers, have_a_monitor_addresses_and_an_access_list) {
    const std::string path = at("front");
    const std::string monitor =
        R"({"healthMonitor":{"type":"HTTP","delay":10,"timeout":10,"attemptsBeforeDeactivation":3,)"
        R"("path":"/","statusRegex":"^[234][0-9][0-9]$"}})";
    EXPECT_NE(said(lb("PUT", path + "/healthmonitor", R"({"healthMonitor":{"type":"HTTP"}})"))
                  .find("Health monitor path is required."),
              std::string::npos);
    EXPECT_EQ(lb("PUT", path + "/healthmonitor", monitor).status, 202);
    pass(6s);
    EXPECT_EQ(json::text(lb("GET", path + "/healthmonitor").body), monitor);
    EXPECT_EQ(lb("DELETE", path + "/healthmonitor").status, 202);
    pass(6s);
    EXPECT_EQ(json::text(lb("GET", path + "/healthmonitor").body), R"({"healthMonitor":{}})");

    EXPECT_EQ(lb("POST", path + "/virtualips", R"({"type":"PUBLIC","ipVersion":"IPV6"})").status,
              202);
    pass(6s);
    const value ips = lb("GET", path + "/virtualips").body.at("virtualIps");
    EXPECT_EQ(each(ips, "ipVersion"), "IPV4 IPV6 IPV6");
    EXPECT_EQ(lb("DELETE", path + "/virtualips/" + json::text(ips.at(2).at("id"))).status, 202);
    pass(6s);
    EXPECT_EQ(lb("DELETE", path + "/virtualips?id=" + json::text(ips.at(0).at("id")) +
                               "&id=" + json::text(ips.at(1).at("id")))
                  .status,
              400);

    const std::string list = path + "/accesslist";
    EXPECT_EQ(lb("POST", list, R"({"accessList":[{"address":"0.0.0.0/0","type":"DENY"}]})").status,
              202);
    pass(6s);
    EXPECT_EQ(
        lb("POST", list, R"({"networkItem":{"address":"203.0.113.7","type":"ALLOW"}})").status,
        202);
    pass(6s);
    EXPECT_EQ(
        said(lb("POST", list, R"({"accessList":[{"address":"203.0.113.7","type":"DENY"}]})")),
        "422: Duplicate access list items detected. One or more items already configured on load "
        "balancer.");
    const value items = lb("GET", list).body.at("accessList");
    EXPECT_EQ(each(items, "type"), "DENY ALLOW");
    EXPECT_EQ(lb("DELETE", list + "?id=" + json::text(items.at(0).at("id"))).status, 202);
    pass(6s);
    EXPECT_EQ(lb("DELETE", list).status, 202);
    pass(6s);
    EXPECT_EQ(lb("GET", list).body.at("accessList").as_array().size(), 0u);
}

TEST_F(rackspace_load_balancers, say_what_there_is_and_how_they_are_used) {
    EXPECT_EQ(each(lb("GET", "/loadbalancers/algorithms").body.at("algorithms"), "name"),
              "LEAST_CONNECTIONS RANDOM ROUND_ROBIN WEIGHTED_LEAST_CONNECTIONS "
              "WEIGHTED_ROUND_ROBIN");
    EXPECT_EQ(lb("GET", "/loadbalancers/protocols").body.at("protocols").as_array().size(), 19u);
    const value stats = lb("GET", at("front") + "/stats").body;
    EXPECT_GT(stats.at("maxConn").as_int64(), stats.at("currentConn").as_int64());
    EXPECT_EQ(lb("GET", "/loadbalancers/absolutelimits").status, 200);
    EXPECT_EQ(lb("GET", "/limits").status, 200);
}

TEST_F(rackspace_load_balancers, take_so_many_requests_a_second) {
    int refused_at = 0;
    answered last;
    for (int i = 1; i <= 12 && refused_at == 0; ++i) {
        last = lb("GET", "/loadbalancers/algorithms");
        if (last.status == 413) refused_at = i;
    }
    EXPECT_EQ(refused_at, 11);
    EXPECT_EQ(last.headers.get("Retry-After"), "1");
    pass(1s);
    EXPECT_EQ(lb("GET", "/loadbalancers/algorithms").status, 200);
}

class rackspace_refusals : public rackspace_account {};

/// Servers name the element, load balancers and DNS do not.
TEST_F(rackspace_refusals, that_are_planned_have_the_shape_of_their_service) {
    const http::response servers = cloud.refusal(429, {"GET", "/v2/654321/servers", {}, {}});
    EXPECT_EQ(servers.status, 413);
    EXPECT_TRUE(servers.headers.has("X-Compute-Request-Id"));
    EXPECT_TRUE(boost::json::parse(servers.body).as_object().contains("overLimit"));
    for (const char* const path : {"/v1.0/654321/loadbalancers", "/v1.0/654321/domains"}) {
        const http::response flat = cloud.refusal(429, {"GET", path, {}, {}});
        EXPECT_EQ(flat.status, 413);
        EXPECT_FALSE(flat.headers.has("X-Compute-Request-Id"));
        EXPECT_EQ(boost::json::parse(flat.body).at("code"), 413) << flat.body;
    }
}

TEST_F(rackspace_refusals, are_what_a_body_of_another_type_gets) {
    authenticate();
    http::request what{"POST", "/v2/654321/servers", {}, "<server/>"};
    what.headers.set("Host", "127.0.0.1:9102");
    what.headers.set("X-Auth-Token", token);
    what.headers.set("Content-Type", "application/xml");
    const http::response made = cloud.handle(what, {now, now});
    EXPECT_EQ(made.status, 415);
    EXPECT_NE(made.body.find("badMediaType"), std::string::npos) << made.body;
}

} // namespace
} // namespace chatops::mocks::rackspace
