// An organization at the mock of Sentry, and a client that knows nothing but HTTP.
#pragma once

#include "chatops/core/json.hpp"
#include "chatops/core/url.hpp"
#include "mocks/sentry/sentry.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <string>
#include <string_view>
#include <utility>

namespace chatops::mocks {

/// `shop` has three issues and two releases, `site` has one; a quiet one is resolved.
inline sentry::seed shop_organization() {
    using std::chrono::hours;
    using std::chrono::minutes;
    sentry::seed given;
    given.token = "sntryu_right";
    given.organization = "acme";
    given.members = {{"lead@acme.example", "Lea Dorn", "owner", {"backend"}},
                     {"dev@acme.example", "Devi Nair", "member", {"backend"}},
                     {"new@acme.example", "New Hand", "member", {}, true}};
    given.teams = {"backend", "design"};
    given.projects = {{"shop", "ruby", {"backend"}, {"production", "staging"}},
                      {"site", "javascript", {"design"}}};
    given.releases = {{"shop@1.0", {"shop"}, hours(48), {"production"}},
                      {"shop@1.1", {"shop"}, hours(6), {"staging", "production"}}};
    sentry::seed_issue crash;
    crash.project = "shop";
    crash.type = "NoMethodError";
    crash.value = "undefined method `total' for nil";
    crash.culprit = "CheckoutController#create";
    crash.level = "fatal";
    crash.count = 101;
    crash.users = 7;
    crash.first_seen_ago = hours(20);
    crash.last_seen_ago = minutes(10);
    crash.tags = {{"browser", {"Firefox 134", "Chrome 131"}}};
    crash.frames = {{"lib/puma.rb", "process", 12, false}, {"app/cart.rb", "total", 31}};
    crash.assigned_to = "dev@acme.example";
    sentry::seed_issue slow;
    slow.project = "shop";
    slow.type = "Timeout";
    slow.value = "the bank does not answer";
    slow.culprit = "Bank#charge";
    slow.level = "warning";
    slow.count = 12;
    slow.first_seen_ago = hours(72);
    slow.last_seen_ago = hours(5);
    slow.environments = {"staging"};
    slow.priority = "low";
    sentry::seed_issue fixed;
    fixed.project = "shop";
    fixed.value = "Out of stock";
    fixed.culprit = "Stock#take";
    fixed.level = "info";
    fixed.count = 5;
    fixed.first_seen_ago = hours(100);
    fixed.last_seen_ago = hours(90);
    fixed.status = "resolved";
    sentry::seed_issue blank;
    blank.project = "site";
    blank.type = "TypeError";
    blank.value = "x is not a function";
    blank.culprit = "main.js";
    blank.count = 2;
    blank.first_seen_ago = hours(3);
    blank.last_seen_ago = hours(2);
    blank.assigned_to = "#design";
    given.issues = {crash, slow, fixed, blank};
    given.monitors = {{"nightly", "shop", "0 3 * * *", hours(24)},
                      {"hourly", "site", "0 * * * *", hours(1), "error"}};
    return given;
}

/// What came back: the response, and its body as JSON when it is some.
struct heard {
    http::response response;
    boost::json::value body;

    [[nodiscard]] int status() const { return response.status; }
    [[nodiscard]] std::string header(std::string_view name) const {
        return std::string(response.headers.get(name));
    }
    /// The value at a JSON pointer, as JSON text; texts without their quotes.
    [[nodiscard]] std::string at(std::string_view pointer) const {
        const auto& found = body.at_pointer({pointer.data(), pointer.size()});
        return found.is_string() ? std::string(found.get_string()) : json::text(found);
    }
    /// One member of every item of a list, joined by spaces.
    [[nodiscard]] std::string each(std::string_view name) const {
        std::string joined;
        if (!body.is_array()) return "no list: " + json::text(body);
        for (const auto& item : body.get_array()) {
            const auto& found = item.at({name.data(), name.size()});
            joined += (joined.empty() ? "" : " ") +
                      (found.is_string() ? std::string(found.get_string()) : json::text(found));
        }
        return joined;
    }
    /// The cursor of that direction, or `none` where there is nothing.
    [[nodiscard]] std::string cursor(const std::string& rel) const {
        const std::string link = header("Link");
        const auto at = link.find("rel=\"" + rel + "\"");
        if (at == std::string::npos) return "no such link";
        const auto results = link.find("results=\"", at) + 9;
        if (link.compare(results, 4, "true") != 0) return "none";
        const auto begin = link.find("cursor=\"", at) + 8;
        return link.substr(begin, link.find('"', begin) - begin);
    }
};

class sentry_organization : public testing::Test {
  public:
    sentry_organization() : sentry_organization(shop_organization()) {}
    explicit sentry_organization(const sentry::seed& given) : server(given, 7, start), now(start) {}

    heard send(std::string method, std::string path, std::string body = {},
               const http::fields& more = {}) {
        http::request what;
        what.method = std::move(method);
        what.url = "/api/0" + std::move(path);
        what.body = std::move(body);
        what.headers = {{"Authorization", "Bearer sntryu_right"}};
        if (!what.body.empty()) what.headers.set("Content-Type", "application/json");
        for (const auto& [name, text] : more) what.headers.set(name, text);
        heard made{server.handle(what, {now, now}), {}};
        // A second between two requests, so that no test meets a limit that it does not ask for.
        now += duration{1'000};
        if (auto read = json::parse(made.response.body)) made.body = *std::move(read);
        return made;
    }
    heard get(std::string path) { return send("GET", std::move(path)); }
    heard put(std::string path, std::string body) {
        return send("PUT", std::move(path), std::move(body));
    }
    heard post(std::string path, std::string body) {
        return send("POST", std::move(path), std::move(body));
    }
    heard remove(std::string path) { return send("DELETE", std::move(path)); }

    /// An error happens.
    heard happens(std::string body) {
        http::request what{"POST", "/_mock/events", {}, std::move(body)};
        heard made{*server.control(what, {now, now}), {}};
        if (auto read = json::parse(made.response.body)) made.body = *std::move(read);
        return made;
    }
    void later(duration passed) { now += passed; }

    /// The short ids that a search finds.
    std::string search(const std::string& query) {
        const heard found = get("/organizations/acme/issues/?query=" + percent_encode(query));
        return found.status() == 200 ? found.each("shortId") : found.at("/detail");
    }
    /// `status substatus` of an issue.
    std::string state_of(const std::string& short_id) {
        const heard found = get("/organizations/acme/shortids/" + short_id + "/");
        return found.at("/group/status") + ' ' + found.at("/group/substatus");
    }
    std::string id_of(const std::string& short_id) {
        return get("/organizations/acme/shortids/" + short_id + "/").at("/groupId");
    }
    std::string issue_path(const std::string& short_id) {
        return "/organizations/acme/issues/" + id_of(short_id) + "/";
    }

    /// 29 February 2024, noon.
    const time_point start{duration{1'709'208'000'000}};
    sentry::service server;
    time_point now;
};

} // namespace chatops::mocks
