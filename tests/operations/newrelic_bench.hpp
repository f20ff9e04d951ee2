// New Relic's commands at the bench, with New Relic's mock.
#pragma once

#include "chatops/core/json.hpp"
#include "chatops/operations/catalogue.hpp"
#include "mocks/newrelic/newrelic.hpp"
#include "tests/operations/command_bench.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace chatops::support {

/// `acme` and `globex` with what watches over them; two applications are called `twin` but for a
/// letter's case.
inline mocks::newrelic::seed relic_account() {
    using namespace std::chrono_literals;
    mocks::newrelic::seed made;
    made.api_key = "NRAK-RIGHTRIGHTRIGHTRIGHT";
    made.account_id = 1234567;
    made.account_name = "Agency";
    made.user_name = "Lea Dorn";
    made.user_email = "lead@agency.example";
    made.apps = {{.name = "acme",
                  .tags = {{"env", {"production"}}},
                  .deployments = {{"v41", 48h, "dev@agency.example", "Faster search"},
                                  {"v42", 5h, "lead@agency.example"}}},
                 {.name = "acme's \"shop\" \\ {a: $b} %", .language = "php"},
                 {.name = "globex", .language = "java", .is_reporting = false},
                 {.name = "twin"},
                 {.name = "twiN", .language = "go"}};
    made.policies = {{"acme production", "PER_POLICY", {{.name = "High error rate"}}},
                     {"globex production", "PER_CONDITION", {}},
                     {"twin production", "PER_POLICY", {}},
                     {"twin production", "PER_POLICY", {}}};
    made.muting_rules = {{"Staging may break", "targetName", "ENDS_WITH", {"-staging"}},
                         {"Night work", "targetName", "EQUALS", {"acme"}, false}};
    return made;
}

/// What the bench is made over, and so made before it.
struct relic_service {
    mocks::newrelic::service service;
};

class newrelic_bench : public relic_service, public command_bench {
  public:
    explicit newrelic_bench(const mocks::newrelic::seed& given = relic_account())
        : relic_service{{given, 7, bench_start}},
          command_bench(service, given.api_key, operations::newrelic_entries()) {
        configuration.providers.at("newrelic").more["account_id"] =
            std::to_string(given.account_id);
    }

    /// As a test may: `POST /_mock/issues`.
    boost::json::value control(const std::string& path, const std::string& body) {
        http::request what{"POST", path, {{"Content-Type", "application/json"}}, body};
        const auto given = server.serve(what, wires.when()).what;
        EXPECT_EQ(given.status, 200) << path << ": " << given.body;
        return json::parse(given.body).value();
    }

    /// Opens an issue by hand; its id.
    std::string open_issue(const std::string& app, const std::string& title,
                           const std::string& priority = "CRITICAL") {
        const auto made = control("/_mock/issues", R"({"app":")" + app + R"(","title":")" + title +
                                                       R"(","priority":")" + priority + R"("})");
        return std::string(made.at("issueId").as_string());
    }

    /// As somebody does it at New Relic itself: one mutation in GraphQL.
    void somebody_does(const std::string& mutation) {
        http::request what{"POST", "/graphql", {{"Content-Type", "application/json"}}, {}};
        what.headers.set("Api-Key", configuration.providers.at("newrelic").token.reveal());
        what.body = json::text(boost::json::object{{"query", "mutation { " + mutation + " }"}});
        const auto given = service.handle(what, wires.when());
        EXPECT_EQ(given.body.find("errors"), std::string::npos) << given.body;
    }

    /// What was asked to be done, in its order: mutations, and what REST v2 was asked to remove.
    [[nodiscard]] std::vector<std::string> mutations() const {
        std::vector<std::string> all;
        for (const std::string& each : deeds())
            if (changes_something(each)) all.push_back(each);
        return all;
    }

    /// Which request the first mutation of that line is, counted from nothing.
    [[nodiscard]] int requests_before_mutation() const {
        int count = 0;
        for (const auto& each : wires.exchanges()) {
            if (changes_something(each->what.method + ' ' + each->what.body)) break;
            ++count;
        }
        return count;
    }

    /// All of the account, without what is drawn by chance or is a time.
    [[nodiscard]] std::string whole_state() const {
        boost::json::value all = service.state();
        drop_chance(all);
        return json::text(all);
    }

  private:
    static bool changes_something(const std::string& deed) {
        return deed.find(R"({"query":"mutation )") != std::string::npos ||
               deed.rfind("DELETE ", 0) == 0;
    }

    static void drop_chance(boost::json::value& from) {
        if (from.is_array())
            for (auto& each : from.get_array()) drop_chance(each);
        if (!from.is_object()) return;
        boost::json::object& object = from.get_object();
        std::vector<std::string> drawn;
        for (const auto& each : object) {
            const std::string name(each.key());
            const bool is_time = name.size() > 2 && (name.substr(name.size() - 2) == "At" ||
                                                     name.substr(name.size() - 4) == "Time");
            if (is_time || name == "id" || name == "deploymentId" || name == "groupId" ||
                name == "timestamp" || name == "name" || name == "status" || name == "eventType")
                drawn.push_back(name);
        }
        for (const std::string& name : drawn) object.erase(name);
        // An issue is activated by itself, soon after it was created.
        if (auto* const state = object.if_contains("state"); state != nullptr)
            if (*state == "CREATED") *state = "ACTIVATED";
        for (auto& each : object) drop_chance(each.value());
    }
};

} // namespace chatops::support
