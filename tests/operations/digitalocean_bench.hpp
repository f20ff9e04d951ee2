// DigitalOcean's commands at the bench, with DigitalOcean's mock.
#pragma once

#include "chatops/operations/catalogue.hpp"
#include "tests/mocks/digitalocean_account.hpp"
#include "tests/operations/command_bench.hpp"

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

    /// Plays it, and says yes to the last question before something is lost.
    played play_and_confirm(const std::string& line) {
        played end = play(line);
        if (end.asked == "@confirm") {
            answer("@confirm", "yes");
            end = play(line);
        }
        return end;
    }

    /// What was asked to be done, in its order: `POST /v2/droplets/7/actions {"type":"reboot"}`.
    [[nodiscard]] std::vector<std::string> deeds() const {
        std::vector<std::string> all;
        for (const auto& each : wires.exchanges())
            if (each->what.method != "GET")
                all.push_back(each->what.method + ' ' + std::string(each->what.path()) + ' ' +
                              each->what.body);
        return all;
    }

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
        return text;
    }
};

} // namespace chatops::support
