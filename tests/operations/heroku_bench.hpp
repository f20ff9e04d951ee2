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

    /// All of the account, without what is drawn by chance or is a time.
    [[nodiscard]] std::string whole_state() const {
        boost::json::value all = platform.state();
        drop_chance(all);
        return json::text(all);
    }

    /// The same of one application, or `null`.
    [[nodiscard]] boost::json::value app(const std::string& name) const {
        const boost::json::value all = platform.state();
        const auto* const found = all.at("apps").as_object().if_contains(name);
        return found == nullptr ? boost::json::value() : *found;
    }

    /// Somebody else does something meanwhile.
    void change(const std::string& method, const std::string& path, const std::string& body) {
        http::request what{method,
                           path,
                           {{"Accept", "application/vnd.heroku+json; version=3"},
                            {"Authorization", "Bearer HRKU-right"},
                            {"Content-Type", "application/json"}},
                           body};
        const auto status = platform.handle(what, wires.when()).status;
        CHATOPS_ASSERT(status >= 200 && status < 300);
    }

  private:
    static void drop_chance(boost::json::value& from) {
        if (from.is_array())
            for (auto& each : from.get_array()) drop_chance(each);
        if (!from.is_object()) return;
        for (const char* const chance :
             {"id", "created_at", "updated_at", "released_at", "web_url", "output_stream_url",
              "cname", "provider_id", "commit", "blob"})
            from.get_object().erase(chance);
        for (auto& each : from.get_object()) drop_chance(each.value());
    }
};

} // namespace chatops::support
