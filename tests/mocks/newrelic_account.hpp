// An account at the mock of New Relic, and a client that knows nothing but HTTP.
#pragma once

#include "chatops/core/json.hpp"
#include "mocks/common/json.hpp"
#include "mocks/newrelic/newrelic.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <string>
#include <string_view>
#include <utility>

namespace chatops::mocks::newrelic {

using namespace std::chrono_literals;

/// An agency's account: `acme` is watched, `brix` is not, `old` reports nothing.
inline seed agency_account() {
    seed_app acme;
    acme.name = "acme";
    acme.throughput = 60;
    acme.hosts = {"acme-web-1", "acme-web-2"};
    acme.tags = {{"env", {"production", "eu"}}};
    acme.deployments = {{"v41", 48h, "dev@agency.example", "Faster search"}, {"v42", 3h}};
    seed_app brix;
    brix.name = "brix's \"shop\"";
    brix.language = "php";
    brix.throughput = 6;
    seed_app old;
    old.name = "old";
    old.is_reporting = false;
    seed_policy policy{"Production", "PER_CONDITION_AND_TARGET"};
    policy.conditions = {{"High error rate", trouble_kind::errors, {"acme"}},
                         {"Slow", trouble_kind::slow, {"acme"}, "WARNING"},
                         {"Silent", trouble_kind::down, {"acme"}, "CRITICAL", 3min}};
    seed given;
    given.api_key = "NRAK-right";
    given.account_id = 1234567;
    given.account_name = "Agency";
    given.user_name = "Olu Ops";
    given.user_email = "ops@agency.example";
    given.apps = {acme, brix, old};
    given.policies = {policy, {"Staging", "PER_POLICY"}};
    given.troubles = {{"acme", trouble_kind::errors, -5h, 30min}};
    given.muting_rules = {{"Night work", "conditionName", "EQUALS", {"Slow"}}};
    return given;
}

/// What came back: the response, and its body as JSON when it is some.
struct replied {
    http::response response;
    value body;

    [[nodiscard]] int status() const { return response.status; }
    /// The value at a JSON pointer, as JSON text.
    [[nodiscard]] std::string at(std::string_view pointer) const {
        boost::system::error_code none;
        const value* const found = body.find_pointer({pointer.data(), pointer.size()}, none);
        return found == nullptr ? "nothing" : json::text(*found);
    }
    /// The text of the first error, or nothing.
    [[nodiscard]] std::string error() const {
        boost::system::error_code none;
        const value* const found = body.find_pointer("/errors/0/message", none);
        return found == nullptr ? "none" : std::string(view(found->as_string()));
    }
    [[nodiscard]] std::string error_class() const { return at("/errors/0/extensions/errorClass"); }
};

class newrelic_account : public testing::Test {
  public:
    newrelic_account() : newrelic_account(agency_account()) {}
    explicit newrelic_account(const seed& given) : server(given, 7, start), now(start) {}

    replied send(std::string method, std::string path, std::string body = {},
                 const http::fields& more = {}) {
        http::request what;
        what.method = std::move(method);
        what.url = std::move(path);
        what.body = std::move(body);
        what.headers = {{"Api-Key", "NRAK-right"}, {"Content-Type", "application/json"}};
        for (const auto& [name, text] : more) what.headers.set(name, text);
        replied made{server.handle(what, {now, now}), {}};
        if (auto read = json::parse(made.response.body)) made.body = *std::move(read);
        return made;
    }

    /// NerdGraph, with variables as JSON.
    replied ask(std::string_view query, std::string_view variables = "null") {
        return send("POST", "/graphql",
                    R"({"query":)" + json::text(text_value(query)) + R"(,"variables":)" +
                        std::string(variables) + "}");
    }
    /// What is inside the account, `$id` being given.
    replied in_account(std::string_view inside) {
        return ask("query($id: Int!) { actor { account(id: $id) { " + std::string(inside) +
                       " } } }",
                   R"({"id":1234567})");
    }
    /// What a query in NRQL answers, as JSON text, or the error.
    std::string rows(std::string_view nrql) {
        const replied made = ask(
            "query($q: Nrql!) { actor { account(id: 1234567) { nrql(query: $q) { results } } } }",
            R"({"q":)" + json::text(text_value(nrql)) + "}");
        return made.error() == "none" ? made.at("/data/actor/account/nrql/results") : made.error();
    }
    /// The first number of the only row.
    double number(std::string_view nrql) {
        const replied made = ask(
            "query($q: Nrql!) { actor { account(id: 1234567) { nrql(query: $q) { results } } } }",
            R"({"q":)" + json::text(text_value(nrql)) + "}");
        const value& row = made.body.at_pointer("/data/actor/account/nrql/results/0");
        return row.get_object().begin()->value().to_number<double>();
    }

    replied control(std::string path, std::string body) {
        http::request what;
        what.method = "POST";
        what.url = std::move(path);
        what.body = std::move(body);
        replied made{*server.control(what, {now, now}), {}};
        if (auto read = json::parse(made.response.body)) made.body = *std::move(read);
        return made;
    }

    /// `High error rate CLOSED, Slow ACTIVATED`: the issues of the last day, the newest first.
    std::string issues() {
        const replied made = in_account("aiIssues { issues { issues { conditionName state } } }");
        std::string text;
        for (const value& each :
             made.body.at_pointer("/data/actor/account/aiIssues/issues/issues").as_array()) {
            if (!text.empty()) text += ", ";
            text += std::string(view(each.at("conditionName").at(0).as_string())) + ' ' +
                    std::string(view(each.at("state").as_string()));
        }
        return text;
    }

    /// Time passes, as a host tells the mock.
    void later(duration passed) {
        now += passed;
        sim::outbox nothing;
        server.advance({now, now}, nothing);
    }

    /// 29 February 2024, noon.
    const time_point start{duration{1'709'208'000'000}};
    service server;
    time_point now;
};

} // namespace chatops::mocks::newrelic
