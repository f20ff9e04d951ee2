// Rackspace's commands at the bench, with Rackspace's mock.
#pragma once

#include "chatops/operations/catalogue.hpp"
#include "tests/mocks/rackspace_account.hpp"
#include "tests/operations/command_bench.hpp"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

namespace chatops::support {

/// What the bench is made over, and so made before it.
struct rackspace_cloud {
    mocks::rackspace::cloud cloud;
};

class rackspace_bench : public rackspace_cloud, public command_bench {
  public:
    explicit rackspace_bench(
        const mocks::rackspace::seed& given = mocks::rackspace::agency_account())
        : rackspace_cloud{{given, 7, bench_start}},
          command_bench(cloud, given.api_key, operations::rackspace_entries()) {
        configuration.providers["rackspace"].more["username"] = given.username;
    }

    /// Asks Rackspace itself, as anyone may by another way: `/servers`.
    boost::json::value ask(const std::string& method, const std::string& path,
                           const std::string& body = {}) {
        const auto given = sent_to(method, "/v2/654321" + path, body, token());
        EXPECT_LT(given.status, 300) << method << ' ' << path << ": " << given.body;
        return given.body.empty() ? boost::json::value() : json::parse(given.body).value();
    }
    boost::json::value get(const std::string& path) { return ask("GET", path); }

    [[nodiscard]] std::string id_of(const std::string& name) {
        return std::string(
            get("/servers?name=^" + name + "$").at_pointer("/servers/0/id").as_string());
    }

    /// What was asked to be done, without what asked for a token.
    [[nodiscard]] std::vector<std::string> deeds() const {
        std::vector<std::string> all = command_bench::deeds();
        std::erase_if(all, [](const std::string& each) {
            return each.find(" /v2.0/tokens ") != std::string::npos;
        });
        return all;
    }

    /// Servers, what was done to them, the account's own images and keys; without ids, times, and
    /// what is drawn for each run.
    [[nodiscard]] std::string state() const {
        const boost::json::value all = cloud.state();
        std::string text;
        const auto add = [&](const boost::json::value& of,
                             const std::vector<std::string>& members) {
            for (const std::string& member : members) text += json::text(of.at(member)) + ' ';
            text += '\n';
        };
        for (const auto& each : all.at("servers").as_object()) {
            add(each.value(), {"name", "status", "OS-EXT-STS:task_state", "OS-EXT-STS:locked",
                               "key_name", "region"});
            text += json::text(each.value().at("flavor").at("id")) + ' ' +
                    json::text(each.value().at("image").at("id")) + '\n';
            for (const auto& item : each.value().at("metadata").as_object())
                if (item.key() != "chatops")
                    text += std::string(item.key()) + '=' + json::text(item.value()) + '\n';
        }
        for (const auto& each : all.at("images").as_array()) add(each, {"name", "status"});
        for (const auto& each : all.at("keypairs").as_array()) add(each, {"name", "fingerprint"});
        for (const auto& each : all.at("actions").as_array()) add(each, {"action", "message"});
        return text + network_state(all);
    }

    /// The next action of that name ends in `ERROR`, with that fault or the usual one.
    void plan_errored(const std::string& type, const std::string& fault = "null") {
        control("/_mock/errored_actions",
                R"({"type":")" + type + R"(","count":1,"fault":)" + fault + '}');
    }
    /// Nobody answers there any more, or somebody does again.
    void silence(const std::string& address, bool is_silent = true) {
        control("/_mock/silent_nodes",
                R"({"address":")" + address + R"(","silent":)" + (is_silent ? "true}" : "false}"));
    }

    /// The same of load balancers and DNS: `/loadbalancers`, `/domains`.
    boost::json::value ask_network(const std::string& method, const std::string& path,
                                   const std::string& body = {}) {
        const auto given = sent_to(method, "/v1.0/654321" + path, body, token());
        EXPECT_LT(given.status, 300) << method << ' ' << path << ": " << given.body;
        return given.body.empty() ? boost::json::value() : json::parse(given.body).value();
    }

  private:
    void control(const std::string& path, const std::string& body) {
        const http::request what{"POST", path, {{"Content-Type", "application/json"}}, body};
        const auto answered = cloud.control(what, wires.when());
        ASSERT_TRUE(answered && answered->status == 200) << path << ' ' << body;
    }
    /// Load balancers and zones, without ids and times.
    static std::string network_state(const boost::json::value& all) {
        std::string text;
        const auto add = [&](const boost::json::value& of,
                             const std::vector<std::string>& members) {
            for (const std::string& member : members)
                if (const auto* const found = of.as_object().if_contains(member))
                    text += json::text(*found) + ' ';
            text += '\n';
        };
        for (const auto& each : all.at("load_balancers").as_array()) {
            add(each,
                {"name", "status", "protocol", "port", "algorithm", "timeout", "healthMonitor"});
            for (const char* const list : {"virtualIps", "accessList", "nodes"})
                if (const auto* const items = each.as_object().if_contains(list))
                    for (const auto& item : items->as_array())
                        add(item, {"address", "port", "condition", "type", "weight"});
        }
        for (const auto& each : all.at("dns").at("domains").as_array()) {
            add(each, {"name", "emailAddress", "ttl", "comment"});
            for (const auto& record : each.at("records").as_array())
                add(record, {"type", "name", "data", "priority", "ttl", "comment"});
        }
        for (const auto& each : all.at("dns").at("pointers").as_array())
            add(each, {"type", "name", "data", "ttl"});
        return text;
    }
    http::response sent_to(const std::string& method, const std::string& target,
                           const std::string& body, const std::string& with) {
        http::request what{method, target, {{"Content-Type", "application/json"}}, body};
        what.headers.add("Host", "rackspace");
        if (!with.empty()) what.headers.add("X-Auth-Token", with);
        return server.serve(what, wires.when()).what;
    }
    std::string token() {
        if (!token_.empty()) return token_;
        const auto& where = configuration.providers["rackspace"];
        const std::string body = R"({"auth":{"RAX-KSKEY:apiKeyCredentials":{"username":")" +
                                 where.more.at("username") + R"(","apiKey":")" +
                                 std::string(where.token.reveal()) + R"("}}})";
        const auto given = json::parse(sent_to("POST", "/v2.0/tokens", body, {}).body).value();
        token_ = std::string(given.at_pointer("/access/token/id").as_string());
        return token_;
    }

    std::string token_;
};

} // namespace chatops::support
