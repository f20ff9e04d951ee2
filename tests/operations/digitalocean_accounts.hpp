// The accounts that the tests of DigitalOcean's commands start from, and the words they share.
#pragma once

#include "tests/operations/digitalocean_trials.hpp"

namespace chatops::operations {

using namespace std::chrono_literals;
using bench = support::digitalocean_bench;
using support::cells;
using support::fact_of;
using support::paragraphs;
using support::played;

/// `data` is attached to `db-1`, `spare` to nobody; two of one name are in two regions.
inline mocks::digitalocean::seed with_volumes() {
    auto given = mocks::digitalocean::agency_account();
    given.volumes = {{"data", "fra1", 100, "db-1", {"acme"}},
                     {"spare", "fra1", 50},
                     {"twin", "fra1", 10},
                     {"twin", "nyc3", 20}};
    return given;
}

/// `acme.example`, with two records of one name; `web-1` has a reserved IP, and one is for nobody.
inline mocks::digitalocean::seed with_domains() {
    auto given = mocks::digitalocean::agency_account();
    given.domains = {{"acme.example",
                      {{"A", "@", "web-1"},
                       {"A", "www", "203.0.113.7"},
                       {"TXT", "note", "one"},
                       {"TXT", "note", "two"},
                       {"MX", "@", "mail.acme.example", 10}}}};
    given.reserved_ips = {{"web-1"}};
    return given;
}

inline constexpr const char* ada_key =
    "ssh-ed25519 "
    "AAAAC3NzaC1lZDI1NTE5AAAAIAABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhsc"
    "HR4f ada@laptop";

/// One key; a snapshot and a backup; two images of one name.
inline mocks::digitalocean::seed with_belongings() {
    auto given = mocks::digitalocean::agency_account();
    given.ssh_keys = {{"ada's laptop", ada_key}};
    given.images = {
        {"before", "web-1"}, {"nightly", "db-1", "backup"}, {"twin", "web-1"}, {"twin", "web-2"}};
    given.firewalls = {{"acme-web", {"acme"}}};
    return given;
}

/// `web` guards what has the tag `web`, `db` nothing; `front` sends to web-1, `both` HTTPS, too.
inline mocks::digitalocean::seed with_network() {
    auto given = mocks::digitalocean::agency_account();
    given.firewalls = {{"web", {"web"}, {"22", "443"}},
                       {"db", {}, {"5432"}},
                       {"twin", {}, {"22"}},
                       {"twin", {}, {"80"}}};
    given.load_balancers = {{"front", "fra1", {"web-1"}},
                            {"twin", "fra1", {"web-1"}},
                            {"twin", "fra1", {"web-2"}},
                            {"both", "fra1", {"web-2"}, true}};
    return given;
}

/// `acme.net` is an empty network; the project `acme` holds four things, `empty` none.
inline mocks::digitalocean::seed with_groups() {
    auto given = with_network();
    given.domains = {{"acme.example", {}}};
    given.volumes = {{"acme-data", "fra1", 10}};
    given.reserved_ips = {{"web-1"}};
    given.vpcs = {{"acme.net", "fra1", "10.10.10.0/24"}};
    given.projects = {{.name = "acme",
                       .description = "All of acme",
                       .things = {"web-1", "acme.example", "acme-data", "front"}},
                      {.name = "empty", .environment = ""}};
    return given;
}

/// So many droplets more, with the tag `node`.
inline mocks::digitalocean::seed with_nodes(int many) {
    auto given = mocks::digitalocean::agency_account();
    given.droplet_limit = 1'000;
    for (int i = 0; i < many; ++i)
        given.droplets.push_back({.name = "node-" + std::to_string(i), .tags = {"node"}});
    return given;
}

/// The one of that name as DigitalOcean shows it, of a sort like `vpcs`; null if there is none.
inline boost::json::value thing_named(bench& at, const std::string& sort, const std::string& name) {
    const auto all = at.get("/v2/" + sort + "?per_page=200");
    for (const auto& each : all.at(sort).as_array())
        if (each.at("name").as_string() == name.c_str()) return each;
    return nullptr;
}
/// Where it is.
inline std::string path_named(bench& at, const std::string& sort, const std::string& name) {
    return "/v2/" + sort + '/' + std::string(thing_named(at, sort, name).at("id").as_string());
}

/// Gives a droplet a tag by another way than the bot.
inline void tag_droplet(bench& at, const std::string& tag, const std::string& droplet) {
    at.ask("POST", "/v2/tags/" + tag + "/resources",
           R"({"resources":[{"resource_id":")" + std::to_string(at.id_of(droplet)) +
               R"(","resource_type":"droplet"}]})");
}

/// The next action of that type ends as `errored`.
inline void plan_errored(bench& at, const std::string& type) {
    const http::request plan{"POST",
                             "/_mock/errored_actions",
                             {{"Content-Type", "application/json"}},
                             R"({"type":")" + type + R"(","count":1})"};
    const auto planned = at.cloud.control(plan, at.wires.when());
    ASSERT_TRUE(planned && planned->status < 300) << (planned ? planned->body : "none");
}

} // namespace chatops::operations
