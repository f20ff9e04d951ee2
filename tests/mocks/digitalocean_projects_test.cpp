// Where things are: the networks that they share, and the projects that people put them into.
#include "tests/mocks/digitalocean_account.hpp"

#include <set>

namespace chatops::mocks::digitalocean {
namespace {

class digitalocean_networks : public digitalocean_account {
  public:
    std::string vpc(const std::string& name) {
        const seen all = get("/v2/vpcs?per_page=200");
        for (const auto& each : all.body.at("vpcs").as_array())
            if (each.at("name").as_string() == name.c_str())
                return std::string(each.at("id").as_string());
        return "none";
    }
    /// `201`, or the refusal.
    std::string make(const std::string& name, const std::string& range,
                     const std::string& region = "fra1") {
        const seen made = post("/v2/vpcs", R"({"name":")" + name + R"(","region":")" + region +
                                               R"(","ip_range":")" + range + "\"}");
        return made.refusal();
    }
    seen droplet_in(const std::string& vpc_id, const std::string& name,
                    const std::string& region = "fra1") {
        return post("/v2/droplets", R"({"name":")" + name + R"(","size":"s-1vcpu-1gb","region":")" +
                                        region + R"(","image":"debian-12-x64","vpc_uuid":")" +
                                        vpc_id + "\"}");
    }
};

TEST_F(digitalocean_networks, are_one_for_each_region_from_the_start) {
    const seen all = get("/v2/vpcs?per_page=200");
    EXPECT_EQ(all.at("/meta/total"), "12");
    const std::string path = "/v2/vpcs/" + vpc("default-fra1");
    const seen one = get(path);
    EXPECT_EQ(one.at("/vpc/region"), R"("fra1")");
    EXPECT_EQ(one.at("/vpc/ip_range"), R"("10.135.0.0/16")");
    EXPECT_EQ(one.at("/vpc/default"), "true");
    EXPECT_EQ(one.at("/vpc/urn"), "\"do:vpc:" + vpc("default-fra1") + '"');
    EXPECT_EQ(get(path + "/members").each("members", "name"), "web-1 web-2 db-1");
    EXPECT_EQ(get(path + "/members?resource_type=loadbalancer").at("/members"), "[]");
    EXPECT_EQ(get("/v2/vpcs/" + vpc("default-nyc3") + "/members").each("members", "urn"),
              "do:droplet:" + std::to_string(id_of("old-1")));
    EXPECT_EQ(get("/v2/vpcs/5b1c").status(), 404);
}

TEST_F(digitalocean_networks, are_made_in_a_range_that_no_other_has) {
    EXPECT_EQ(make("acme", "10.10.10.0/24"), "201");
    EXPECT_EQ(make("acme", "10.20.0.0/24"), "422 unprocessable_entity: name is already in use");
    EXPECT_EQ(make("inner", "10.10.10.128/25"),
              "422 unprocessable_entity: This range/size overlaps with another VPC network in your "
              "account: 10.10.10.0/24");
    EXPECT_EQ(make("outer", "10.10.0.0/16").substr(0, 3), "422");
    for (const char* const wrong : {"10.10.11.1/24", "10.10.11.0", "10.10.11.0/33", "10.1.0.0/15",
                                    "10.10.11.0/29", "8.8.8.0/24", "10.300.0.0/24", "x/24"})
        EXPECT_EQ(make("wrong", wrong).substr(0, 3), "422") << wrong;
    for (const char* const wrong : {"", "two words", "under_score", "a/b"})
        EXPECT_EQ(make(wrong, "").substr(0, 3), "422") << wrong;
    EXPECT_EQ(make("nowhere", "", "mars1").substr(0, 3), "422");
    // Without a range one is found, and the next is another.
    EXPECT_EQ(make("first", ""), "201");
    EXPECT_EQ(make("second", ""), "201");
    EXPECT_EQ(get("/v2/vpcs/" + vpc("first")).at("/vpc/ip_range"), R"("10.116.0.0/20")");
    EXPECT_EQ(get("/v2/vpcs/" + vpc("second")).at("/vpc/ip_range"), R"("10.116.16.0/20")");
}

TEST_F(digitalocean_networks, give_their_droplets_addresses_while_there_are_some) {
    EXPECT_EQ(make("small", "192.168.7.0/28"), "201");
    EXPECT_EQ(droplet_in(vpc("small"), "in-1").status(), 202);
    later(1min);
    const seen made = get(droplet("in-1"));
    EXPECT_EQ(made.at("/droplet/vpc_uuid"), '"' + vpc("small") + '"');
    EXPECT_EQ(made.at("/droplet/networks/v4/0/ip_address").substr(0, 11), "\"192.168.7.");
    EXPECT_EQ(droplet_in(vpc("small"), "far-1", "nyc3").status(), 404) << "it is in Frankfurt";
    EXPECT_EQ(droplet_in("5b1c", "in-2").status(), 404);
}

TEST_F(digitalocean_networks, are_full_some_day) {
    auto many = agency_account();
    many.droplet_limit = 100;
    cloud other(many, 7, start);
    const auto ask = [&](const std::string& path, const std::string& body) {
        http::request what{
            "POST",
            path,
            {{"Authorization", "Bearer dop_v1_right"}, {"Content-Type", "application/json"}},
            body};
        return other.handle(what, {start, start});
    };
    const auto made = json::parse(
        ask("/v2/vpcs", R"({"name":"small","region":"fra1","ip_range":"10.9.9.0/28"})").body);
    const std::string id(made.value().at_pointer("/vpc/id").as_string());
    const auto several = [&](const std::string& names) {
        return ask("/v2/droplets", R"({"names":[)" + names +
                                       R"(],"size":"s-1vcpu-1gb","region":"fra1",)"
                                       R"("image":"debian-12-x64","vpc_uuid":")" +
                                       id + "\"}");
    };
    EXPECT_EQ(several(R"("a","b","c","d","e","f","g","h","i","j")").status, 202);
    EXPECT_EQ(several(R"("k","l","m","n")").status, 422) << "13 have room";
    EXPECT_EQ(several(R"("k","l","m")").status, 202);
    std::set<std::string> addresses;
    sim::outbox nothing;
    other.advance({start + 1min, start + 1min}, nothing);
    const boost::json::value settled = other.state();
    for (const auto& each : settled.at("droplets").as_object())
        if (each.value().at("vpc_uuid").as_string() == id.c_str())
            addresses.insert(json::text(each.value().at_pointer("/networks/v4/0/ip_address")));
    EXPECT_EQ(addresses.size(), 13u);
}

TEST_F(digitalocean_networks, are_changed_in_part_or_whole_and_one_is_the_default) {
    make("acme", "10.10.10.0/24");
    const std::string path = "/v2/vpcs/" + vpc("acme");
    EXPECT_EQ(send("PATCH", path, R"({"description":"all of acme"})").at("/vpc/name"), R"("acme")");
    EXPECT_EQ(send("PATCH", path, R"({"name":"acme.prod"})").at("/vpc/description"),
              R"("all of acme")");
    EXPECT_EQ(put(path, R"({"description":"x"})").status(), 422) << "the whole has a name";
    EXPECT_EQ(put(path, R"({"name":"acme","default":true})").at("/vpc/default"), "true");
    EXPECT_EQ(get(path).at("/vpc/description"), R"("")");
    EXPECT_EQ(get("/v2/vpcs/" + vpc("default-fra1")).at("/vpc/default"), "false");
    EXPECT_EQ(send("PATCH", path, R"({"name":"default-fra1"})").status(), 422);
}

TEST_F(digitalocean_networks, that_are_in_use_or_the_default_stay) {
    make("acme", "10.10.10.0/24");
    const std::string path = "/v2/vpcs/" + vpc("acme");
    droplet_in(vpc("acme"), "in-1");
    EXPECT_EQ(remove(path).refusal(), "409 conflict: Can not delete VPC with members");
    EXPECT_EQ(remove("/v2/vpcs/" + vpc("default-ams3")).refusal(),
              "403 forbidden: Can not delete default VPCs");
    later(1min);
    remove(droplet("in-1"));
    later(1min);
    EXPECT_EQ(remove(path).status(), 204);
    EXPECT_EQ(remove(path).status(), 404);
}

class digitalocean_projects : public digitalocean_account {
  public:
    digitalocean_projects() : digitalocean_account(given()) {}

    static seed given() {
        seed made = agency_account();
        made.domains = {{"acme.example", {}}};
        made.volumes = {{"acme-data", "fra1", 10}};
        made.projects = {{"acme", "Web Application", "Production", "", {"web-1", "acme.example"}}};
        return made;
    }
    std::string project(const std::string& name) {
        const seen all = get("/v2/projects");
        for (const auto& each : all.body.at("projects").as_array())
            if (each.at("name").as_string() == name.c_str())
                return "/v2/projects/" + std::string(each.at("id").as_string());
        return "none";
    }
    std::string urns_in(const std::string& path) {
        return get(path + "/resources").each("resources", "urn");
    }
    std::string urn(const std::string& droplet_name) {
        return "do:droplet:" + std::to_string(id_of(droplet_name));
    }
};

TEST_F(digitalocean_projects, hold_what_was_put_into_them_and_the_default_one_the_rest) {
    EXPECT_EQ(get("/v2/projects").each("projects", "name"), "Agency acme");
    const seen whole = get("/v2/projects/default");
    EXPECT_EQ(whole.at("/project/name"), R"("Agency")");
    EXPECT_EQ(whole.at("/project/is_default"), "true");
    const seen acme = get(project("acme") + "/resources");
    EXPECT_EQ(acme.each("resources", "urn"), urn("web-1") + " do:domain:acme.example");
    EXPECT_EQ(acme.at("/resources/0/links/self"),
              "\"https://api.digitalocean.com" + droplet("web-1") + '"');
    EXPECT_EQ(acme.at("/resources/0/status"), R"("ok")");
    EXPECT_EQ(acme.at("/meta/total"), "2");
    EXPECT_EQ(get("/v2/projects/default/resources?per_page=2").at("/meta/total"), "4");
    EXPECT_EQ(get("/v2/projects/5b1c/resources").status(), 404);
}

TEST_F(digitalocean_projects, take_things_from_one_another_and_say_of_each_what_became_of_it) {
    const std::string body = R"({"resources":[")" + urn("web-1") + "\",\"" + urn("web-2") +
                             R"(","do:droplet:1","nonsense"]})";
    const seen put = post(project("acme") + "/resources", body);
    EXPECT_EQ(put.status(), 200);
    EXPECT_EQ(put.each("resources", "status"), "already_assigned assigned not_found not_found");
    EXPECT_EQ(urns_in(project("acme")),
              urn("web-1") + ' ' + urn("web-2") + " do:domain:acme.example");
    EXPECT_EQ(post("/v2/projects/default/resources", body).each("resources", "status"),
              "assigned assigned not_found not_found");
    EXPECT_EQ(urns_in(project("acme")), "do:domain:acme.example");
    EXPECT_EQ(post(project("acme") + "/resources", "{}").status(), 422);
}

TEST_F(digitalocean_projects, are_made_changed_and_deleted_when_they_are_empty) {
    const seen made = post("/v2/projects", R"({"name":"new","purpose":"a try",
                                               "environment":"staging"})");
    EXPECT_EQ(made.status(), 201);
    EXPECT_EQ(made.at("/project/purpose"), R"("Other: a try")");
    EXPECT_EQ(made.at("/project/environment"), R"("Staging")");
    EXPECT_EQ(post("/v2/projects", R"({"name":"new","purpose":"IoT"})").refusal(),
              "409 conflict: name is already in use");
    for (const char* const wrong : {R"({"purpose":"IoT"})", R"({"name":"x"})",
                                    R"({"name":"x","purpose":"IoT","environment":"moon"})"})
        EXPECT_EQ(post("/v2/projects", wrong).status(), 422) << wrong;
    EXPECT_EQ(post("/v2/projects", R"({"purpose":"IoT","name":")" + std::string(176, 'n') + "\"}")
                  .status(),
              422);
    const std::string path = project("new");
    EXPECT_EQ(send("PATCH", path, R"({"description":"ü <b>"})").at("/project/name"), R"("new")");
    EXPECT_EQ(put(path, R"({"name":"newer"})").status(), 422) << "the whole has a purpose";
    EXPECT_EQ(put(path, R"({"name":"newer","purpose":"IoT","description":null,
                            "environment":"Development","is_default":false})")
                  .at("/project/purpose"),
              R"("IoT")");
    EXPECT_EQ(remove(path).status(), 204);
    EXPECT_EQ(remove(path).status(), 404);
    EXPECT_EQ(remove(project("acme")).refusal(),
              "412 precondition_failed: cannot delete a project with resources");
    EXPECT_EQ(remove("/v2/projects/default").status(), 412);
}

TEST_F(digitalocean_projects, keep_what_they_have_when_another_becomes_the_default) {
    const std::string before = urns_in("/v2/projects/default");
    EXPECT_EQ(send("PATCH", project("acme"), R"({"is_default":true})").at("/project/is_default"),
              "true");
    EXPECT_EQ(get("/v2/projects/default").at("/project/name"), R"("acme")");
    EXPECT_EQ(urns_in(project("Agency")), before);
    // What is made from now on is in the new one.
    post("/v2/droplets", R"({"name":"later-1","size":"s-1vcpu-1gb","region":"fra1",
                             "image":"debian-12-x64"})");
    EXPECT_NE(urns_in(project("acme")).find(urn("later-1")), std::string::npos);
}

TEST_F(digitalocean_projects, forget_a_domain_that_is_deleted) {
    remove("/v2/domains/acme.example");
    EXPECT_EQ(urns_in(project("acme")), urn("web-1"));
    post("/v2/domains", R"({"name":"acme.example"})");
    EXPECT_EQ(urns_in(project("acme")), urn("web-1")) << "another of that name is a new one";
}

TEST_F(digitalocean_projects, have_the_load_balancers_that_were_made_in_them) {
    const std::string acme = project("acme").substr(13);
    const std::string body = R"({"name":"front","region":"fra1","forwarding_rules":
        [{"entry_protocol":"http","entry_port":80,"target_protocol":"http","target_port":80}])";
    const seen made = post("/v2/load_balancers", body + R"(,"project_id":")" + acme + "\"}");
    EXPECT_EQ(made.at("/load_balancer/project_id"), '"' + acme + '"');
    EXPECT_NE(urns_in(project("acme")).find("do:loadbalancer:"), std::string::npos);
    EXPECT_EQ(remove("/v2/load_balancers/" +
                     std::string(made.body.at_pointer("/load_balancer/id").as_string()))
                  .status(),
              204);
    EXPECT_EQ(urns_in(project("acme")).find("do:loadbalancer:"), std::string::npos);
    EXPECT_EQ(post("/v2/load_balancers", body + R"(,"project_id":"5b1c"})").status(), 404);
}

} // namespace
} // namespace chatops::mocks::digitalocean
