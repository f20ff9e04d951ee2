// An account at the mock of Heroku, and a client that knows nothing but HTTP.
#pragma once

#include "chatops/core/json.hpp"
#include "chatops/core/time.hpp"
#include "mocks/heroku/heroku.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <string>
#include <string_view>
#include <utility>

namespace chatops::mocks {

using namespace std::chrono_literals;

/// An agency's account: `acme-staging` runs two web dynos and a worker, `brix` is small.
inline heroku::seed agency_account() {
    heroku::seed_app acme;
    acme.name = "acme-staging";
    acme.formation = {{.type = "web", .quantity = 2, .command = "bin/web"},
                      {.type = "worker", .quantity = 1, .command = "bin/worker"},
                      {.type = "clock", .quantity = 0, .command = "bin/clock"}};
    acme.config_vars = {{"LOG_LEVEL", "info"}, {"SECRET_KEY", "s3cr3t"}};
    acme.releases = {{.description = "Initial release", .ago = 72h},
                     {.description = "Enable Logplex", .ago = 72h},
                     {.description = "Deploy 1a2b3c4d", .ago = 48h},
                     {.description = "Deploy 5e6f7a8b", .ago = 24h}};
    acme.collaborators = {"dev@agency.example"};
    acme.domains = {"staging.acme.example"};
    acme.addons = {{.plan = "heroku-postgresql:essential-0",
                    .name = "postgresql-round-1",
                    .config_vars = {"DATABASE_URL"}}};
    acme.drains = {"https://acme:s3cr3t@logs.agency.example/acme?key=s3cr3t"};
    acme.webhooks = {"https://hooks.agency.example/heroku?key=s3cr3t"};
    heroku::seed_app brix;
    brix.name = "brix";
    brix.region = "eu";
    brix.formation = {{.type = "web", .quantity = 1, .size = "basic"}};
    heroku::seed given;
    given.token = "HRKU-right";
    given.owner_email = "ops@agency.example";
    given.apps = {acme, brix};
    given.pipelines = {{"acme", {{"acme-staging", "staging"}, {"brix", "production"}}}};
    return given;
}

/// What came back: the response, and its body as JSON when it is some.
struct seen {
    http::response response;
    boost::json::value body;

    [[nodiscard]] int status() const { return response.status; }
    [[nodiscard]] std::string header(std::string_view name) const {
        return std::string(response.headers.get(name));
    }
    /// The value at a JSON pointer, as JSON text.
    [[nodiscard]] std::string at(std::string_view pointer) const {
        return json::text(body.at_pointer({pointer.data(), pointer.size()}));
    }
    /// One member of every item of a list, joined by spaces.
    [[nodiscard]] std::string each(std::string_view name) const {
        std::string joined;
        for (const auto& item : body.as_array()) {
            if (!joined.empty()) joined += ' ';
            const auto& found = item.at({name.data(), name.size()});
            joined += found.is_string() ? std::string(found.get_string()) : json::text(found);
        }
        return joined;
    }
};

class heroku_account : public testing::Test {
  public:
    heroku_account() : heroku_account(agency_account()) {}
    explicit heroku_account(const heroku::seed& given) : server(given, 7, start), now(start) {}

    seen send(std::string method, std::string path, std::string body = {},
              const http::fields& more = {}) {
        http::request what;
        what.method = std::move(method);
        what.url = std::move(path);
        what.body = std::move(body);
        what.headers = {{"Accept", "application/vnd.heroku+json; version=3"},
                        {"Authorization", "Bearer HRKU-right"}};
        if (!what.body.empty()) what.headers.set("Content-Type", "application/json");
        for (const auto& [name, text] : more) what.headers.set(name, text);
        seen made{server.handle(what, {now, now}), {}};
        if (auto read = json::parse(made.response.body)) made.body = *std::move(read);
        return made;
    }
    seen get(std::string path, const http::fields& more = {}) {
        return send("GET", std::move(path), {}, more);
    }
    seen get_range(std::string path, std::string range) {
        return get(std::move(path), {{"Range", std::move(range)}});
    }
    seen patch(std::string path, std::string body) {
        return send("PATCH", std::move(path), std::move(body));
    }
    seen post(std::string path, std::string body = {}) {
        return send("POST", std::move(path), std::move(body));
    }
    seen remove(std::string path) { return send("DELETE", std::move(path)); }

    /// Time passes, as a host tells the mock.
    void later(duration passed) {
        now += passed;
        sim::outbox nothing;
        server.advance({now, now}, nothing);
    }

    /// `web.1 up, web.2 starting`: the dynos by name.
    std::string dynos(const std::string& app) {
        const seen all = get_range("/apps/" + app + "/dynos", "name ..");
        std::string text;
        for (const auto& each : all.body.as_array()) {
            if (!text.empty()) text += ", ";
            text += std::string(each.at("name").get_string()) + ' ' +
                    std::string(each.at("state").get_string());
        }
        return text;
    }

    /// 29 February 2024, noon.
    const time_point start{duration{1'709'208'000'000}};
    heroku::platform server;
    time_point now;
};

} // namespace chatops::mocks
