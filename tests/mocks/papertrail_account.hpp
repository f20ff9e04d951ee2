// An account at the mock of Papertrail, and a client that knows nothing but HTTP.
#pragma once

#include "chatops/core/json.hpp"
#include "chatops/core/time.hpp"
#include "mocks/papertrail/papertrail.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <string>
#include <string_view>
#include <utility>

namespace chatops::mocks::papertrail {

using namespace std::chrono_literals;

/// An agency's account: two web machines and a database write, a switch is silent.
inline seed agency_account() {
    seed given;
    given.token = "0123papertrail";
    given.owner_email = "ops@agency.example";
    given.password = "s3cr3t";
    given.systems = {{.name = "acme-web-1", .programs = {"nginx", "rails"}},
                     {.name = "acme_web_2", .programs = {"nginx", "sshd"}},
                     {.name = "acme-db-1", .ip_address = "203.0.113.7", .programs = {"postgres"}},
                     {.name = "switch", .ip_address = "203.0.113.8"}};
    given.groups = {{"Production", "acme*"}, {"Network", {}, {"switch"}}};
    given.searches = {{"Failed requests", "program:nginx 502", "Production"}};
    given.destinations = {{39'273, "machines"}};
    given.users = {"dev@agency.example"};
    given.lines_a_minute = 60;
    given.written_since = 1h;
    given.used_bytes = 300'000'000;
    return given;
}

/// The same, where nothing is written but by a test.
inline seed silent_account() {
    seed given = agency_account();
    given.lines_a_minute = 0;
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
    [[nodiscard]] std::string text(std::string_view name) const {
        return std::string(body.at({name.data(), name.size()}).as_string());
    }
    [[nodiscard]] std::size_t events() const { return body.at("events").as_array().size(); }
    [[nodiscard]] std::string message() const { return text("message"); }
    /// One member of every item of a list, joined by spaces.
    [[nodiscard]] std::string each(std::string_view name) const {
        return joined(body.as_array(), name);
    }
    /// The same of every event.
    [[nodiscard]] std::string each_event(std::string_view name) const {
        return joined(body.at("events").as_array(), name);
    }

    static std::string joined(const boost::json::array& all, std::string_view name) {
        std::string text;
        for (const auto& item : all) {
            if (!text.empty()) text += ' ';
            const auto& found = item.at({name.data(), name.size()});
            text += found.is_string() ? std::string(found.get_string()) : json::text(found);
        }
        return text;
    }
};

class papertrail_account : public testing::Test {
  public:
    papertrail_account() : papertrail_account(agency_account()) {}
    explicit papertrail_account(const seed& given) : server(given, 7, start), now(start) {}

    seen send(std::string method, std::string target, std::string body = {},
              const http::fields& more = {{"X-Papertrail-Token", "0123papertrail"}}) {
        http::request what;
        what.method = std::move(method);
        what.url = "/api/v1/" + std::move(target);
        what.body = std::move(body);
        const bool is_json = !what.body.empty() && what.body.front() == '{';
        what.headers = {
            {"Content-Type", is_json ? "application/json" : "application/x-www-form-urlencoded"}};
        for (const auto& [name, text] : more) what.headers.set(name, text);
        seen made{server.handle(what, {now, now}), {}};
        if (auto read = json::parse(made.response.body)) made.body = *std::move(read);
        // No test but that of the limit is about it.
        if (is_patient) now += 200ms;
        return made;
    }
    seen get(std::string target) { return send("GET", std::move(target)); }
    seen post(std::string target, std::string body = {}) {
        return send("POST", std::move(target), std::move(body));
    }
    seen put(std::string target, std::string body) {
        return send("PUT", std::move(target), std::move(body));
    }
    seen remove(std::string target) { return send("DELETE", std::move(target)); }
    seen search(const std::string& parameters = {}) {
        return get("events/search.json?" + parameters);
    }

    int control(const std::string& path, const std::string& body) {
        http::request what{"POST", "/_mock/" + path, {}, body};
        const auto answered = server.control(what, {now, now});
        return answered ? answered->status : 0;
    }
    void writes(const std::string& text, const std::string& system = "acme-web-1",
                const std::string& program = "rails", const std::string& severity = "Info") {
        const boost::json::object body{
            {"text", text}, {"system", system}, {"program", program}, {"severity", severity}};
        EXPECT_EQ(control("events", json::text(body)), 200);
    }

    /// 29 February 2024, noon.
    const time_point start{duration{1'709'208'000'000}};
    service server;
    time_point now;
    bool is_patient = true;
};

/// Where nothing is written but by a test.
class quiet_papertrail : public papertrail_account {
  public:
    quiet_papertrail() : papertrail_account(silent_account()) {}
};

} // namespace chatops::mocks::papertrail
