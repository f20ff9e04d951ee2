// DigitalOcean's commands at the bench, with DigitalOcean's mock.
#pragma once

#include "chatops/operations/catalogue.hpp"
#include "tests/mocks/digitalocean_account.hpp"
#include "tests/operations/command_bench.hpp"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

namespace chatops::support {

/// What the bench is made over, and so made before it.
struct digitalocean_cloud {
    mocks::digitalocean::cloud cloud;
};

class digitalocean_bench : public digitalocean_cloud, public command_bench {
  public:
    explicit digitalocean_bench(
        const mocks::digitalocean::seed& given = mocks::digitalocean::agency_account())
        : digitalocean_cloud{{given, 7, bench_start}},
          command_bench(cloud, "dop_v1_right", operations::digitalocean_entries()) {}

    [[nodiscard]] boost::json::value get(const std::string& path) {
        http::request what{"GET", path, {{"Authorization", "Bearer dop_v1_right"}}, {}};
        return json::parse(cloud.handle(what, wires.when()).body).value();
    }

    [[nodiscard]] std::int64_t id_of(const std::string& name) {
        return get("/v2/droplets?name=" + name).at_pointer("/droplets/0/id").as_int64();
    }

    /// Droplets, what was done with them, and the account's own images; without ids and times.
    [[nodiscard]] std::string state() {
        std::string text;
        const auto add = [&](const std::string& path, const char* list,
                             const std::vector<std::string>& members) {
            const boost::json::value all = get(path);
            for (const auto& each : all.at(list).as_array()) {
                for (const std::string& member : members) text += json::text(each.at(member)) + ' ';
                text += '\n';
            }
        };
        add("/v2/droplets", "droplets", {"name", "status", "size_slug", "disk"});
        add("/v2/images?private=true", "images", {"name"});
        add("/v2/actions?per_page=200", "actions", {"type", "status"});
        return text + belongings();
    }

    /// Asks DigitalOcean itself, as anyone may by another way.
    boost::json::value ask(const std::string& method, const std::string& path,
                           const std::string& body = {}) {
        http::request what{
            method,
            path,
            {{"Authorization", "Bearer dop_v1_right"}, {"Content-Type", "application/json"}},
            body};
        const auto given = server.serve(what, wires.when()).what;
        EXPECT_LT(given.status, 300) << method << ' ' << path << ": " << given.body;
        return given.body.empty() ? boost::json::value() : json::parse(given.body).value();
    }

  private:
    /// What there is beside droplets, without ids and times.
    [[nodiscard]] std::string belongings() const {
        const boost::json::value all = cloud.state();
        std::string text;
        const auto add = [&](const boost::json::array& list,
                             const std::vector<std::string>& members) {
            for (const auto& each : list) {
                for (const std::string& member : members) text += json::text(each.at(member)) + ' ';
                text += '\n';
            }
        };
        add(all.at("volumes").as_array(), {"name", "size_gigabytes", "droplet_ids", "tags"});
        add(all.at("volume_snapshots").as_array(), {"name", "size_gigabytes"});
        add(all.at("ssh_keys").as_array(), {"name", "fingerprint"});
        add(all.at("firewalls").as_array(),
            {"name", "inbound_rules", "outbound_rules", "droplet_ids", "tags"});
        add(all.at("load_balancers").as_array(),
            {"name", "droplet_ids", "forwarding_rules", "health_check", "sticky_sessions",
             "redirect_http_to_https", "enable_proxy_protocol"});
        add(all.at("vpcs").as_array(), {"name", "region", "ip_range", "description"});
        for (const auto& each : all.at("projects").as_object())
            text += std::string(each.key()) + ' ' + json::text(each.value().at("resources")) + '\n';
        for (const auto& each : all.at("reserved_ips").as_array())
            text += each.at("region").at("slug").as_string().c_str() +
                    (each.at("droplet").is_null() ? std::string(" to nobody")
                                                  : json::text(each.at("droplet").at("id"))) +
                    '\n';
        for (const auto& each : all.at("domains").as_object()) {
            text += std::string(each.key()) + '\n';
            add(each.value().as_array(), {"type", "name", "data", "priority", "ttl"});
        }
        // A tag that only one run uses is drawn by it.
        for (const auto& each : all.at("tags").as_array())
            if (const std::string name(each.as_string()); name.rfind("chatops-", 0) != 0)
                text += name + '\n';
        return text;
    }
};

} // namespace chatops::support
