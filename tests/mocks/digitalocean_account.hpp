// An account at the mock of DigitalOcean, and a client that knows nothing but HTTP.
#pragma once

#include "chatops/core/json.hpp"
#include "chatops/core/time.hpp"
#include "mocks/digitalocean/digitalocean.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace chatops::mocks::digitalocean {

using namespace std::chrono_literals;

/// An agency's account: `web-1` and `web-2` run, `db-1` is backed up, `old-1` is off.
inline seed agency_account() {
    seed given;
    given.token = "dop_v1_right";
    given.owner_email = "ops@agency.example";
    given.team_name = "Agency";
    given.droplet_limit = 6;
    given.account_balance_cents = 1'223;
    given.droplets = {{.name = "web-1", .size = "s-1vcpu-2gb", .tags = {"acme", "web"}},
                      {.name = "web-2", .size = "s-1vcpu-2gb", .tags = {"acme", "web"}},
                      {.name = "db-1", .tags = {"acme"}, .backups = true, .ipv6 = true},
                      {.name = "old-1", .region = "nyc3", .status = "off"}};
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
    /// The value at a JSON pointer, as JSON text; empty when there is none.
    [[nodiscard]] std::string at(std::string_view pointer) const {
        boost::json::error_code error;
        const auto* const found = body.find_pointer({pointer.data(), pointer.size()}, error);
        return found == nullptr ? std::string() : json::text(*found);
    }
    [[nodiscard]] std::int64_t number(std::string_view pointer) const {
        return body.at_pointer({pointer.data(), pointer.size()}).as_int64();
    }
    /// One member of every item of a list, joined by spaces.
    [[nodiscard]] std::string each(std::string_view list, std::string_view name) const {
        std::string joined;
        for (const auto& item : body.at({list.data(), list.size()}).as_array()) {
            if (!joined.empty()) joined += ' ';
            const auto& found = item.at({name.data(), name.size()});
            joined += found.is_string() ? std::string(found.get_string()) : json::text(found);
        }
        return joined;
    }
    /// `422 unprocessable_entity: Droplet already has a pending event.`
    [[nodiscard]] std::string refusal() const {
        const auto* const found = body.if_object();
        if (found == nullptr || !found->contains("message")) return std::to_string(status());
        return std::to_string(status()) + ' ' + std::string(found->at("id").as_string()) + ": " +
               std::string(found->at("message").as_string());
    }
};

class digitalocean_account : public testing::Test {
  public:
    digitalocean_account() : digitalocean_account(agency_account()) {}
    explicit digitalocean_account(const seed& given) : server(given, 7, start), now(start) {}

    seen send(std::string method, std::string path, std::string body = {},
              const http::fields& more = {}) {
        http::request what;
        what.method = std::move(method);
        what.url = std::move(path);
        what.body = std::move(body);
        what.headers = {{"Authorization", "Bearer dop_v1_right"}};
        if (!what.body.empty()) what.headers.set("Content-Type", "application/json");
        for (const auto& [name, text] : more) what.headers.set(name, text);
        seen made{server.handle(what, {now, now}), {}};
        if (auto read = json::parse(made.response.body)) made.body = *std::move(read);
        return made;
    }
    seen get(std::string path, const http::fields& more = {}) {
        return send("GET", std::move(path), {}, more);
    }
    seen post(std::string path, std::string body = {}) {
        return send("POST", std::move(path), std::move(body));
    }
    seen put(std::string path, std::string body) {
        return send("PUT", std::move(path), std::move(body));
    }
    seen remove(std::string path, std::string body = {}) {
        return send("DELETE", std::move(path), std::move(body));
    }

    /// Time passes, as a host tells the mock.
    void later(duration passed) {
        now += passed;
        sim::outbox nothing;
        server.advance({now, now}, nothing);
    }

    /// `/v2/droplets/512000042`: where the droplet with that name is.
    std::string droplet(const std::string& name) {
        return "/v2/droplets/" + std::to_string(id_of(name));
    }
    std::int64_t id_of(const std::string& name) {
        return get("/v2/droplets?name=" + name).number("/droplets/0/id");
    }
    /// `active`; `gone` when there is none.
    std::string status_of(const std::string& name) {
        const std::string status = get("/v2/droplets?name=" + name).each("droplets", "status");
        return status.empty() ? "gone" : status;
    }
    seen act(const std::string& name, std::string body) {
        return post(droplet(name) + "/actions", std::move(body));
    }

    /// 29 February 2024, noon.
    const time_point start{duration{1'709'208'000'000}};
    cloud server;
    time_point now;
};

} // namespace chatops::mocks::digitalocean
