// An account at the mock of Rackspace, and requests to it as a client sends them.
#pragma once

#include "mocks/common/json.hpp"
#include "mocks/rackspace/rackspace.hpp"

#include <boost/json/parse.hpp>
#include <gtest/gtest.h>

#include <chrono>
#include <string>
#include <string_view>

namespace chatops::mocks::rackspace {

using namespace std::chrono_literals;

inline constexpr const char* some_key =
    "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4f a@b";

/// A small agency's: two web servers, a database, one that is off, and one in Chicago.
inline seed agency_account() {
    seed made;
    made.username = "agency";
    made.api_key = "0123456789abcdef0123456789abcdef";
    made.password = "correct horse battery staple";
    made.tenant = "654321";
    made.servers = {{"web-1"},
                    {"web-2"},
                    {.name = "db-1", .flavor = "general1-8"},
                    {.name = "old-1", .flavor = "2", .status = "SHUTOFF"},
                    {.name = "chicago-1", .region = "ORD"}};
    made.images = {{"web-1 before relaunch", "web-1"}};
    made.keypairs = {{"lead", some_key}};
    return made;
}

/// A client of the mock: it knows its token, and what time it is.
class rackspace_account : public testing::Test {
  protected:
    explicit rackspace_account(const seed& given = agency_account())
        : cloud(given, 7, began), now(began) {}

    struct answered {
        int status = 0;
        http::fields headers;
        value body;
    };

    answered send(const std::string& method, const std::string& target,
                  const std::string& body = {}, http::fields headers = {}) {
        http::request what{method, target, std::move(headers), body};
        if (!what.headers.has("Host")) what.headers.set("Host", "127.0.0.1:9102");
        if (!token.empty() && !what.headers.has("X-Auth-Token"))
            what.headers.set("X-Auth-Token", token);
        if (!body.empty()) what.headers.set("Content-Type", "application/json");
        const http::response made = cloud.handle(what, {now, now});
        answered seen{made.status, made.headers, nullptr};
        if (!made.body.empty()) seen.body = boost::json::parse(made.body);
        return seen;
    }
    answered get(const std::string& path) { return send("GET", "/v2/654321" + path); }
    answered post(const std::string& path, const std::string& body) {
        return send("POST", "/v2/654321" + path, body);
    }

    /// With the account's key; the token is used from then on.
    answered authenticate() {
        answered made = send("POST", "/v2.0/tokens",
                             R"({"auth":{"RAX-KSKEY:apiKeyCredentials":)"
                             R"({"username":"agency","apiKey":)"
                             R"("0123456789abcdef0123456789abcdef"}}})");
        EXPECT_EQ(made.status, 200);
        token = std::string(view(made.body.at("access").at("token").at("id").as_string()));
        return made;
    }

    std::string id_of(const std::string& name) {
        const answered listed = get("/servers?name=^" + name + "$");
        return std::string(view(listed.body.at("servers").at(0).at("id").as_string()));
    }
    value server(const std::string& name) {
        return get("/servers/" + id_of(name)).body.at("server");
    }
    answered act(const std::string& name, const std::string& body) {
        return post("/servers/" + id_of(name) + "/action", body);
    }
    /// `ACTIVE active rebooting`: status, vm state and task state.
    std::string states(const std::string& name) {
        const value seen = server(name);
        std::string made(view(seen.at("status").as_string()));
        (made += ' ') += view(seen.at("OS-EXT-STS:vm_state").as_string());
        const value& task = seen.at("OS-EXT-STS:task_state");
        return made + ' ' + (task.is_null() ? "-" : std::string(view(task.as_string())));
    }
    void pass(duration length) { now += length; }

    static constexpr time_point began{std::chrono::sys_days{std::chrono::year{2024} / 2 / 29} +
                                      std::chrono::hours(12)};
    rackspace::cloud cloud;
    time_point now;
    std::string token;
};

} // namespace chatops::mocks::rackspace
