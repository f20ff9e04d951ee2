// Heroku's commands at the bench, with Heroku's mock.
#pragma once

#include "chatops/operations/catalogue.hpp"
#include "tests/mocks/heroku_account.hpp"
#include "tests/operations/command_bench.hpp"

#include <string>
#include <vector>

namespace chatops::support {

/// What the bench is made over, and so made before it.
struct heroku_platform {
    mocks::heroku::platform platform;
};

class heroku_bench : public heroku_platform, public command_bench {
  public:
    explicit heroku_bench(const mocks::heroku::seed& given = mocks::agency_account())
        : heroku_platform{{given, 7, bench_start}},
          command_bench(platform, "HRKU-right", operations::heroku_entries()) {}

    /// `acme-staging` at the mock: formation, dynos with their states, releases; without ids and
    /// times.
    [[nodiscard]] std::string state() {
        http::request what{"GET",
                           {},
                           {{"Accept", "application/vnd.heroku+json; version=3"},
                            {"Authorization", "Bearer HRKU-right"}},
                           {}};
        std::string text;
        const auto add = [&](const std::string& path, const std::vector<std::string>& members) {
            what.url = "/apps/acme-staging" + path;
            const auto all = json::parse(platform.handle(what, wires.when()).body).value();
            for (const auto& each : all.as_array()) {
                for (const std::string& member : members) text += json::text(each.at(member)) + ' ';
                text += '\n';
            }
        };
        add("/formation", {"type", "quantity", "size"});
        add("/dynos", {"name", "state"});
        add("/releases", {"version", "description", "status"});
        return text;
    }
};

} // namespace chatops::support
