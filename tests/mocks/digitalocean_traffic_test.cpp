// How requests reach droplets: load balancers and reserved IPs.
#include "tests/mocks/digitalocean_account.hpp"

namespace chatops::mocks::digitalocean {
namespace {

constexpr const char* http_rule =
    R"({"entry_protocol":"http","entry_port":80,"target_protocol":"http","target_port":8080})";

class digitalocean_load_balancers : public digitalocean_account {
  public:
    std::string body(const std::string& more = {}) {
        return R"({"name":"front","region":"fra1","forwarding_rules":[)" + std::string(http_rule) +
               R"(],"droplet_ids":[)" + std::to_string(id_of("web-1")) + "]" + more + '}';
    }
    /// Where a new one is, once it is active.
    std::string made() {
        const std::string id = post("/v2/load_balancers", body()).at("/load_balancer/id");
        later(1min);
        return "/v2/load_balancers/" + id.substr(1, id.size() - 2);
    }
    std::string ids(const std::string& name) {
        return R"({"droplet_ids":[)" + std::to_string(id_of(name)) + "]}";
    }
    /// With the defaults, but this member.
    std::string refusal_with(const std::string& member) {
        return post("/v2/load_balancers", body(',' + member)).refusal();
    }
};

TEST_F(digitalocean_load_balancers, are_new_until_they_have_an_address) {
    const seen begun = post("/v2/load_balancers", body());

    EXPECT_EQ(begun.status(), 202);
    EXPECT_EQ(begun.at("/load_balancer/status"), R"("new")");
    EXPECT_EQ(begun.at("/load_balancer/ip"), R"("")");
    EXPECT_EQ(begun.at("/load_balancer/health_check"),
              R"({"protocol":"http","port":80,"path":"/","check_interval_seconds":10,)"
              R"("response_timeout_seconds":5,"healthy_threshold":5,"unhealthy_threshold":3})");
    EXPECT_EQ(begun.at("/load_balancer/sticky_sessions"), R"({"type":"none"})");
    EXPECT_EQ(begun.at("/load_balancer/forwarding_rules/0/tls_passthrough"), "false");
    later(1min);
    const seen all = get("/v2/load_balancers");
    EXPECT_EQ(all.each("load_balancers", "status"), "active");
    EXPECT_EQ(all.at("/load_balancers/0/ip").substr(0, 8), R"("203.0.1)");
}

TEST_F(digitalocean_load_balancers, are_not_made_when_someone_asks_for_it) {
    const http::request plan{"POST", "/_mock/errored_actions", {}, R"({"type":"load_balancer"})"};
    ASSERT_EQ(server.control(plan, {now, now})->status, 200);
    const std::string path = made();
    EXPECT_EQ(get(path).at("/load_balancer/status"), R"("errored")");
    EXPECT_EQ(get(path).at("/load_balancer/ip"), R"("")");
    EXPECT_EQ(put(path, body()).status(), 200);
    later(10s);
    EXPECT_EQ(get(path).at("/load_balancer/status"), R"("active")");
    EXPECT_EQ(get(path).at("/load_balancer/ip").substr(0, 8), R"("203.0.1)");
}

TEST_F(digitalocean_load_balancers, cannot_be_changed_while_they_change) {
    const std::string path = made();

    EXPECT_EQ(post(path + "/droplets", ids("web-2")).status(), 204);
    EXPECT_EQ(post(path + "/droplets", ids("db-1")).refusal(),
              "403 forbidden: Load Balancer can't be updated while it processes previous actions");
    EXPECT_EQ(put(path, body()).status(), 403);
    later(10s);
    EXPECT_EQ(get(path).body.at("load_balancer").at("droplet_ids").as_array().size(), 2U);
    EXPECT_EQ(remove(path + "/droplets", ids("web-1")).status(), 204);
    later(10s);
    EXPECT_EQ(get(path).at("/load_balancer/droplet_ids"),
              '[' + std::to_string(id_of("web-2")) + ']');
    EXPECT_EQ(post(path + "/droplets", "{}").status(), 422);
}

TEST_F(digitalocean_load_balancers, get_and_lose_rules_but_the_last) {
    const std::string path = made();
    const std::string tcp =
        R"({"forwarding_rules":[{"entry_protocol":"TCP","entry_port":25,"target_protocol":"tcp",
                                 "target_port":25}]})";

    EXPECT_EQ(post(path + "/forwarding_rules", tcp).status(), 204);
    later(10s);
    EXPECT_EQ(get(path).body.at("load_balancer").at("forwarding_rules").as_array().size(), 2U);
    EXPECT_EQ(remove(path + "/forwarding_rules", tcp).status(), 204);
    later(10s);
    EXPECT_EQ(get(path).body.at("load_balancer").at("forwarding_rules").as_array().size(), 1U);
    EXPECT_EQ(remove(path + "/forwarding_rules",
                     R"({"forwarding_rules":[)" + std::string(http_rule) + "]}")
                  .refusal(),
              "422 unprocessable_entity: at least one forwarding rule is required");
    EXPECT_EQ(get(path).body.at("load_balancer").at("forwarding_rules").as_array().size(), 1U);
}

TEST_F(digitalocean_load_balancers, follow_a_tag) {
    const std::string path = made();
    const seen changed =
        put(path, R"({"name":"front","tag":"acme","forwarding_rules":[)" + std::string(http_rule) +
                      R"(],"redirect_http_to_https":true,"sticky_sessions":
                                       {"type":"cookies","cookie_name":"LB",
                                        "cookie_ttl_seconds":300}})");

    EXPECT_EQ(changed.status(), 200);
    EXPECT_EQ(changed.body.at("load_balancer").at("droplet_ids").as_array().size(), 3U);
    EXPECT_EQ(changed.at("/load_balancer/redirect_http_to_https"), "true");
    EXPECT_EQ(changed.at("/load_balancer/sticky_sessions/cookie_name"), R"("LB")");
    remove(droplet("web-2"));
    later(1min);
    EXPECT_EQ(get(path).body.at("load_balancer").at("droplet_ids").as_array().size(), 2U);
    EXPECT_EQ(remove(path).status(), 204);
    EXPECT_EQ(get(path).status(), 404);
    EXPECT_EQ(remove(path).status(), 404);
}

TEST_F(digitalocean_load_balancers, that_cannot_be_are_refused) {
    const std::string why = "422 unprocessable_entity: ";
    EXPECT_EQ(post("/v2/load_balancers", "{}").refusal(), why + "region is invalid");
    EXPECT_EQ(post("/v2/load_balancers", R"({"region":"fra1"})").refusal(),
              why + "name is required");
    EXPECT_EQ(post("/v2/load_balancers", R"({"region":"fra1","name":"a"})").refusal(),
              why + "at least one forwarding rule is required");
    const auto with_rule = [&](const char* rule) {
        return post("/v2/load_balancers", R"({"region":"fra1","name":"a","forwarding_rules":[)" +
                                              std::string(rule) + "]}")
            .refusal();
    };
    EXPECT_EQ(with_rule("1"), why + "forwarding_rules is invalid");
    EXPECT_EQ(with_rule(R"({"entry_protocol":"ftp"})"), why + "entry_protocol is invalid");
    EXPECT_EQ(with_rule(R"({"entry_protocol":"udp","target_protocol":"tcp"})"),
              why + "udp must be both entry_protocol and target_protocol");
    EXPECT_EQ(with_rule(R"({"entry_protocol":"https","target_protocol":"http","entry_port":443,
                            "target_port":80})"),
              why + "certificate_id or tls_passthrough is required for https");
    EXPECT_EQ(with_rule(R"({"entry_protocol":"http","target_protocol":"http"})"),
              why + "entry_port must be between 1 and 65535");
    EXPECT_EQ(refusal_with(R"("health_check":{"protocol":"icmp"})"), why + "protocol is invalid");
    EXPECT_EQ(refusal_with(R"("health_check":{"healthy_threshold":1})"),
              why + "healthy_threshold must be between 2 and 10");
    EXPECT_EQ(refusal_with(R"("sticky_sessions":{"type":"ip"})"),
              why + "sticky_sessions type is invalid");
    EXPECT_EQ(refusal_with(R"("sticky_sessions":{"type":"cookies"})"),
              why + "cookie_name is required");
    EXPECT_EQ(refusal_with(R"("size_unit":101)"), why + "size_unit must be between 1 and 100");
    EXPECT_EQ(refusal_with(R"("tag":"acme")"),
              why + "only one of tag and droplet_ids can be given");
    EXPECT_EQ(refusal_with(R"("droplet_ids":[1])"), why + "droplet 1 not found");
    EXPECT_EQ(refusal_with(R"("droplet_ids":[)" + std::to_string(id_of("old-1")) + "]"),
              why + "droplet " + std::to_string(id_of("old-1")) +
                  " is not in the load balancer's region");
    made();
    EXPECT_EQ(post("/v2/load_balancers", body()).refusal(), why + "name is not unique");
}

TEST_F(digitalocean_load_balancers, listen_once_on_a_port) {
    const std::string taken =
        "422 unprocessable_entity: entry_port must be unique across forwarding rules";
    const std::string path = made();
    const auto adding = [&](const std::string& rules) {
        return post(path + "/forwarding_rules", R"({"forwarding_rules":[)" + rules + "]}");
    };
    EXPECT_EQ(adding(http_rule).refusal(), taken);
    EXPECT_EQ(adding(R"({"entry_protocol":"tcp","entry_port":80,"target_protocol":"tcp",
                         "target_port":81})")
                  .refusal(),
              taken);
    const std::string dns = R"({"entry_protocol":"udp","entry_port":53,"target_protocol":"udp",
                                "target_port":53})";
    EXPECT_EQ(adding(dns + ',' + dns).refusal(), taken);
    EXPECT_EQ(get(path).body.at("load_balancer").at("forwarding_rules").as_array().size(), 1U);
    EXPECT_EQ(adding(dns).status(), 204);
}

TEST_F(digitalocean_load_balancers, pass_tls_through_or_end_it_with_a_certificate) {
    const std::string path = made();
    const auto adding = [&](const std::string& more) {
        return post(path + "/forwarding_rules",
                    R"({"forwarding_rules":[{"entry_protocol":"https","entry_port":443,)" + more +
                        "}]}");
    };
    const std::string needs = "422 unprocessable_entity: tls_passthrough requires the same "
                              "encrypted protocol on both sides";
    EXPECT_EQ(
        adding(R"("target_protocol":"http","target_port":80,"tls_passthrough":true)").refusal(),
        needs);
    EXPECT_EQ(
        adding(R"("target_protocol":"https","target_port":443,"tls_passthrough":true)").status(),
        204);
    later(10s);
    EXPECT_EQ(get(path).at("/load_balancer/forwarding_rules/1/tls_passthrough"), "true");
}

TEST_F(digitalocean_load_balancers, look_at_health_over_tcp_without_a_path) {
    EXPECT_EQ(refusal_with(R"("health_check":{"protocol":"tcp","path":"/health"})"),
              "422 unprocessable_entity: health check path isn't available for TCP");
    const seen begun =
        post("/v2/load_balancers", body(R"(,"health_check":{"protocol":"tcp","port":5432})"));
    EXPECT_EQ(begun.at("/load_balancer/health_check/port"), "5432");
    EXPECT_EQ(begun.at("/load_balancer/health_check/path"), R"("")");
}

class digitalocean_reserved_ips : public digitalocean_account {
  public:
    static seed with_one() {
        seed given = agency_account();
        given.reserved_ips = {{.droplet = "web-1"}};
        return given;
    }
    digitalocean_reserved_ips() : digitalocean_account(with_one()) {}

    std::string only() {
        const std::string ip = get("/v2/reserved_ips").at("/reserved_ips/0/ip");
        return "/v2/reserved_ips/" + ip.substr(1, ip.size() - 2);
    }
    std::string assigning(const std::string& name) {
        return R"({"type":"assign","droplet_id":)" + std::to_string(id_of(name)) + '}';
    }
};

TEST_F(digitalocean_reserved_ips, were_once_called_floating) {
    const std::string now = get("/v2/reserved_ips").at("/reserved_ips/0/ip");
    const seen before = get("/v2/floating_ips");
    EXPECT_EQ(before.at("/floating_ips/0/ip"), now);
    const std::string path = "/v2/floating_ips/" + now.substr(1, now.size() - 2);
    EXPECT_EQ(get(path).at("/floating_ip/droplet/name"), R"("web-1")");
    EXPECT_EQ(post("/v2/floating_ips", R"({"region":"fra1"})").at("/floating_ip/region/slug"),
              R"("fra1")");
    EXPECT_EQ(post(path + "/actions", R"({"type":"unassign"})").at("/action/status"),
              R"("in-progress")");
    later(1min);
    EXPECT_EQ(get(path).at("/floating_ip/droplet"), "null");
    EXPECT_EQ(remove(path).status(), 204);
    EXPECT_EQ(get(path).status(), 404);
}

TEST_F(digitalocean_reserved_ips, show_the_droplet_that_has_them) {
    const seen shown = get(only());

    EXPECT_EQ(shown.at("/reserved_ip/droplet/name"), R"("web-1")");
    EXPECT_EQ(shown.at("/reserved_ip/region/slug"), R"("fra1")");
    EXPECT_EQ(shown.at("/reserved_ip/locked"), "false");
    EXPECT_EQ(get("/v2/reserved_ips/203.0.113.250").status(), 404);
}

TEST_F(digitalocean_reserved_ips, move_from_droplet_to_droplet) {
    const seen begun = post(only() + "/actions", assigning("web-2"));

    EXPECT_EQ(begun.status(), 201);
    EXPECT_EQ(begun.at("/action/type"), R"("assign_ip")");
    EXPECT_EQ(begun.at("/action/resource_type"), R"("reserved_ip")");
    // 203.0.113.6 as a number.
    EXPECT_EQ(begun.at("/action/resource_id"), "3405803782");
    EXPECT_EQ(get(only()).at("/reserved_ip/locked"), "true");
    EXPECT_EQ(get(only()).at("/reserved_ip/droplet/name"), R"("web-1")");
    EXPECT_EQ(post(only() + "/actions", R"({"type":"unassign"})").refusal(),
              "422 unprocessable_entity: The reserved IP already has a pending event.");
    EXPECT_EQ(act("web-2", R"({"type":"reboot"})").refusal(),
              "422 unprocessable_entity: Droplet already has a pending event.");
    later(5s);
    EXPECT_EQ(get(only()).at("/reserved_ip/droplet/name"), R"("web-2")");
    EXPECT_EQ(get(only() + "/actions").each("actions", "status"), "completed");
    EXPECT_EQ(get(only() + "/actions/" + begun.at("/action/id")).status(), 200);
    EXPECT_EQ(get(only() + "/actions/1").status(), 404);

    EXPECT_EQ(post(only() + "/actions", R"({"type":"unassign"})").at("/action/type"),
              R"("unassign_ip")");
    later(5s);
    EXPECT_EQ(get(only()).at("/reserved_ip/droplet"), "null");
    EXPECT_EQ(post(only() + "/actions", R"({"type":"unassign"})").refusal(),
              "422 unprocessable_entity: The reserved IP is not assigned.");
}

TEST_F(digitalocean_reserved_ips, cannot_go_everywhere) {
    EXPECT_EQ(post(only() + "/actions", assigning("old-1")).refusal(),
              "422 unprocessable_entity: The reserved IP must be in the same region as the "
              "Droplet.");
    EXPECT_EQ(post(only() + "/actions", assigning("web-1")).refusal(),
              "422 unprocessable_entity: The droplet already has a reserved IP assigned.");
    EXPECT_EQ(post(only() + "/actions", R"({"type":"assign"})").refusal(),
              "422 unprocessable_entity: droplet_id is required");
    EXPECT_EQ(post(only() + "/actions", R"({"type":"assign","droplet_id":1})").status(), 404);
    EXPECT_EQ(post(only() + "/actions", R"({"type":"melt"})").status(), 422);
    act("web-1", R"({"type":"reboot"})");
    EXPECT_EQ(post(only() + "/actions", R"({"type":"unassign"})").refusal(),
              "422 unprocessable_entity: Droplet already has a pending event.");
}

TEST_F(digitalocean_reserved_ips, are_reserved_for_a_droplet_or_in_a_region) {
    const seen assigned =
        post("/v2/reserved_ips", R"({"droplet_id":)" + std::to_string(id_of("db-1")) + '}');
    EXPECT_EQ(assigned.status(), 202);
    EXPECT_EQ(assigned.at("/reserved_ip/droplet"), "null");
    EXPECT_EQ(assigned.at("/reserved_ip/locked"), "true");
    EXPECT_EQ(assigned.at("/links/droplets/0/rel"), R"("droplet")");
    EXPECT_EQ(assigned.at("/links/actions/0/rel"), R"("assign_ip")");
    later(5s);
    EXPECT_EQ(get("/v2/reserved_ips").at("/reserved_ips/1/droplet/name"), R"("db-1")");

    const seen kept = post("/v2/reserved_ips", R"({"region":"lon1"})");
    EXPECT_EQ(kept.status(), 202);
    EXPECT_EQ(kept.at("/links"), "{}");
    EXPECT_EQ(kept.at("/reserved_ip/region/slug"), R"("lon1")");
    EXPECT_EQ(post("/v2/reserved_ips", R"({"region":"lon1"})").refusal(),
              "422 unprocessable_entity: reserved IP limit exceeded");
    EXPECT_EQ(post("/v2/reserved_ips", "{}").refusal(),
              "422 unprocessable_entity: region is invalid");
    EXPECT_EQ(post("/v2/reserved_ips", R"({"droplet_id":1})").status(), 404);
}

TEST_F(digitalocean_reserved_ips, are_given_back) {
    const std::string path = only();
    EXPECT_EQ(remove(path).status(), 204);
    EXPECT_EQ(remove(path).status(), 404);
}

TEST_F(digitalocean_reserved_ips, stay_when_their_droplet_goes) {
    remove(droplet("web-1"));
    later(3s);
    EXPECT_EQ(get(only()).at("/reserved_ip/droplet"), "null");
}

} // namespace
} // namespace chatops::mocks::digitalocean
