// What every mock has, shown at Heroku's and Slack's: requests recorded, faults, a clock, state.
#include "tests/mocks/slack_office.hpp"

#include <set>

namespace chatops::mocks {
namespace {

/// A vendor of one counter: `POST /count` counts and tells.
class counter final : public sim::mock {
  public:
    int count = 0;
    std::optional<time_point> rings;
    std::vector<time_point> rang;

    [[nodiscard]] std::string_view name() const override { return "counter"; }
    http::response handle(const http::request& what, sim::moment when) override {
        last = when;
        if (what.method == "POST") ++count;
        object body;
        body["count"] = count;
        return json_response(200, body);
    }
    sim::answer serve(const http::request& what, sim::moment when) override {
        sim::answer made;
        made.what = handle(what, when);
        if (what.path() == "/log") {
            made.goes_on = ++last_stream;
            open_streams.insert(last_stream);
        }
        return made;
    }
    void left(sim::stream_id id, sim::moment when) override {
        EXPECT_EQ(open_streams.erase(id), 1U) << id << " left twice";
        last = when;
    }
    [[nodiscard]] std::optional<time_point> due() const override { return rings; }
    void advance(sim::moment when, sim::outbox&) override {
        if (!rings || *rings > when.now) return;
        rang.push_back(when.now);
        rings.reset();
    }
    [[nodiscard]] value state() const override {
        object made;
        made["count"] = count;
        return made;
    }

    sim::moment last{};
    sim::stream_id last_stream = 0;
    std::set<sim::stream_id> open_streams;
};

class common_server : public ::testing::Test {
  public:
    sim::answer send(const std::string& method, const std::string& target, std::string body = {},
                     http::fields headers = {}) {
        http::request what;
        what.method = method;
        what.url = target;
        what.body = std::move(body);
        what.headers = std::move(headers);
        return outside.serve(what, {now, now});
    }

    void plan(const std::string& faults) {
        const auto made = send("PUT", "/_mock/faults", faults);
        EXPECT_EQ(made.what.status, 200) << made.what.body;
    }

    counter inside;
    server outside{inside, {"s3cret"}};
    time_point now{1'700'000'000'000ms};
    using ending = sim::answer::ending;
};

TEST_F(common_server, shows_the_state) {
    send("POST", "/count");
    EXPECT_EQ(send("GET", "/_mock/state").what.body, R"({"count":1})");
}

TEST_F(common_server, records_requests_and_masks_credentials) {
    send("POST", "/count?token=s3cret&a=1", "password=s3cret&b=2",
         {{"Authorization", "Bearer other"}, {"X-Api-Key", "k"}, {"Accept", "text/s3cret"}});
    const auto read = json::parse(send("GET", "/_mock/requests").what.body);
    ASSERT_EQ(read->as_array().size(), 1U);
    const object& one = read->as_array()[0].as_object();
    EXPECT_EQ(text_of(one, "time"), "2023-11-14T22:13:20.000Z");
    EXPECT_EQ(text_of(one, "method"), "POST");
    EXPECT_EQ(text_of(one, "target"), "/count?token=[masked]&a=1");
    EXPECT_EQ(text_of(one, "body"), "password=[masked]&b=2");
    EXPECT_EQ(one.at("status").as_int64(), 200);
    EXPECT_EQ(one.at("headers").at("Authorization").as_string(), "[masked]");
    EXPECT_EQ(one.at("headers").at("X-Api-Key").as_string(), "[masked]");
    EXPECT_EQ(one.at("headers").at("Accept").as_string(), "text/[masked]");
}

TEST_F(common_server, can_be_asked_for_some_requests_and_to_forget) {
    send("GET", "/a/1");
    send("GET", "/b/1?x=y");
    EXPECT_EQ(json::parse(send("GET", "/_mock/requests?path=/b/*").what.body)->as_array().size(),
              1U);
    send("DELETE", "/_mock/requests");
    EXPECT_EQ(send("GET", "/_mock/requests").what.body, "[]") << "control routes are not recorded";
}

TEST_F(common_server, keeps_the_last_thousand_requests) {
    for (int i = 0; i < 1'005; ++i) send("GET", "/" + std::to_string(i));
    const auto read = json::parse(send("GET", "/_mock/requests").what.body);
    EXPECT_EQ(read->as_array().size(), 1'000U);
    EXPECT_EQ(read->as_array().front().at("target").as_string(), "/5");
}

TEST_F(common_server, moves_its_clock_forward_and_not_the_walls) {
    inside.rings = now + 60s;
    EXPECT_EQ(outside.due(), now + 60s);
    EXPECT_EQ(send("POST", "/_mock/clock", R"({"advance_s":59.5})").what.status, 200);
    EXPECT_EQ(outside.due(), now + 500ms);
    sim::outbox out;
    outside.advance({now, now}, out);
    EXPECT_TRUE(inside.rang.empty());
    send("POST", "/_mock/clock", R"({"advance_s":0.5})");
    outside.advance({now, now}, out);
    EXPECT_EQ(inside.rang, (std::vector<time_point>{now + 60s}));
    send("GET", "/count");
    EXPECT_EQ(inside.last.now, now + 60s);
    EXPECT_EQ(inside.last.wall, now);
}

TEST_F(common_server, refuses_a_clock_that_goes_back_or_nowhere) {
    for (const char* const body :
         {R"({"advance_s":-1})", R"({"advance_s":"1"})", "{}", "x", R"({"advance_s":1e300})"})
        EXPECT_EQ(send("POST", "/_mock/clock", body).what.status, 400) << body;
}

TEST_F(common_server, a_fault_says_what_becomes_of_the_connection_and_whether_all_was_done) {
    struct line {
        const char* fault;
        int status;
        ending end;
        int counted;
    };
    const line lines[] = {
        {R"({"kind":"reset_before"})", 200, ending::reset, 0},
        {R"({"kind":"reset_after"})", 200, ending::reset, 1},
        {R"({"kind":"truncated"})", 200, ending::cut, 1},
        {R"({"kind":"timeout"})", 200, ending::silent, 0},
        {R"({"kind":"timeout","has_effect":true})", 200, ending::silent, 1},
        {R"({"kind":"html"})", 200, ending::whole, 0},
        {R"({"kind":"status","status":502})", 502, ending::whole, 0},
        {R"({"kind":"status","status":502,"has_effect":true})", 502, ending::whole, 1},
    };
    for (const line& each : lines) {
        inside.count = 0;
        plan("[" + std::string(each.fault) + "]");
        const auto made = send("POST", "/count");
        EXPECT_EQ(made.what.status, each.status) << each.fault;
        EXPECT_EQ(made.end, each.end) << each.fault;
        EXPECT_EQ(inside.count, each.counted) << each.fault;
        EXPECT_EQ(send("POST", "/count").what.body,
                  R"({"count":)" + std::to_string(each.counted + 1) + "}")
            << "once, unless the plan says otherwise";
    }
}

TEST_F(common_server, hands_on_that_a_reader_left_by_its_own_clock) {
    send("POST", "/_mock/clock", R"({"advance_s":60})");
    EXPECT_EQ(send("GET", "/log").goes_on, 1U);
    outside.left(1, {now, now});
    EXPECT_TRUE(inside.open_streams.empty());
    EXPECT_EQ(inside.last.now, now + 60s);
    EXPECT_EQ(inside.last.wall, now);
}

TEST_F(common_server, a_fault_leaves_no_stream_behind_that_nobody_reads) {
    for (const char* const replaced :
         {R"({"kind":"reset_before"})", R"({"kind":"reset_after"})",
          R"({"kind":"timeout","has_effect":true})", R"({"kind":"html","has_effect":true})",
          R"({"kind":"status","status":502,"has_effect":true})"}) {
        plan("[" + std::string(replaced) + "]");
        EXPECT_EQ(send("GET", "/log").goes_on, std::nullopt) << replaced;
        EXPECT_TRUE(inside.open_streams.empty()) << replaced;
    }
    EXPECT_EQ(inside.last_stream, 4U) << "all but the first were carried out";
    // A late one goes on, and so does the first half of one, which whoever sends it cuts off.
    for (const char* const kept :
         {R"({"kind":"latency_ms","latency_ms":250})", R"({"kind":"truncated"})"}) {
        plan("[" + std::string(kept) + "]");
        const auto made = send("GET", "/log");
        ASSERT_TRUE(made.goes_on) << kept;
        EXPECT_EQ(inside.open_streams.count(*made.goes_on), 1U) << kept;
    }
}

TEST_F(common_server, pages_and_refusals_look_like_a_proxys_and_the_vendors) {
    plan(
        R"([{"kind":"html"},{"kind":"status","status":503},{"kind":"status","status":429,"retry_after_s":7}])");
    EXPECT_EQ(send("GET", "/").what.headers.get("Content-Type"), "text/html; charset=utf-8");
    EXPECT_NE(send("GET", "/").what.body.find("<html>"), std::string::npos);
    EXPECT_EQ(send("GET", "/").what.headers.get("Retry-After"), "7");
}

TEST_F(common_server, a_latency_is_for_the_host_to_let_pass) {
    plan(R"([{"kind":"latency_ms","latency_ms":250}])");
    const auto made = send("POST", "/count");
    EXPECT_EQ(made.delay, 250ms);
    EXPECT_EQ(made.what.body, R"({"count":1})");
}

TEST_F(common_server, faults_choose_by_method_path_and_number) {
    plan(
        R"([{"match":{"method":"POST","path":"/apps/*/formation"},"kind":"status","status":503,"count":2,"after":1}])");
    const auto status = [&](const char* method, const char* path) {
        return send(method, path).what.status;
    };
    EXPECT_EQ(status("GET", "/apps/a/formation"), 200);
    EXPECT_EQ(status("POST", "/apps/a/dynos"), 200);
    EXPECT_EQ(status("POST", "/apps/a/formation?x=1"), 200) << "one passes";
    EXPECT_EQ(status("POST", "/apps/a/formation"), 503);
    EXPECT_EQ(status("POST", "/apps/b/formation"), 503);
    EXPECT_EQ(status("POST", "/apps/a/formation"), 200) << "two were asked for";
    const auto read = json::parse(send("GET", "/_mock/faults").what.body);
    EXPECT_EQ(read->at(0).at("used").as_int64(), 2);
    plan(R"([{"kind":"status","status":500,"count":0}])");
    for (int i = 0; i < 5; ++i) EXPECT_EQ(status("GET", "/"), 500) << "0 means always";
    EXPECT_EQ(status("GET", "/_mock/state"), 200) << "control routes meet none";
    plan("[]");
    EXPECT_EQ(status("GET", "/"), 200);
}

TEST_F(common_server, a_plan_that_makes_no_sense_names_the_line) {
    const auto complaint = [&](const std::string& body) {
        const auto made = send("PUT", "/_mock/faults", body);
        EXPECT_EQ(made.what.status, 400);
        return std::string(text_of(json::parse(made.what.body)->get_object(), "error"));
    };
    EXPECT_EQ(complaint(R"([{"kind":"html"},{"kind":"fire"}])").substr(0, 26),
              "fault 2: `kind` must be on");
    EXPECT_EQ(complaint(R"([{"kind":"status","status":200}])"),
              "fault 1: `status` must be between 400 and 599");
    EXPECT_EQ(complaint(R"([{"kind":"latency_ms"}])"),
              "fault 1: `latency_ms` must say how many milliseconds");
    EXPECT_EQ(complaint("{}"), "expected a list of faults");
    EXPECT_EQ(complaint("x"), "the body must be JSON");
    EXPECT_EQ(complaint(R"([{"kind":"duplicate_delivery"}])"),
              "counter delivers nothing by itself");
    EXPECT_EQ(complaint(R"([{"kind":"error"}])"), "fault 1: `error` must be the vendor's word");
    EXPECT_EQ(complaint(R"([{"kind":"error","error":"not_found"}])"),
              "counter tells errors by their status: plan that");
}

TEST_F(common_server, an_unknown_control_route_is_404) {
    EXPECT_EQ(send("GET", "/_mock/nothing").what.status, 404);
}

using common_server_of_slack = slack_office;

TEST_F(common_server_of_slack, words_a_refusal_as_slack_does) {
    control("PUT", "faults",
            *json::parse(
                R"([{"match":"/api/chat.*","kind":"status","status":429,"retry_after_s":2}])"));
    const auto refused = request("POST", "/api/chat.postMessage");
    EXPECT_EQ(refused.status, 429);
    EXPECT_EQ(refused.body, R"({"ok":false,"error":"ratelimited"})");
    EXPECT_EQ(refused.headers.get("Retry-After"), "2");
}

TEST_F(common_server_of_slack, shows_no_credential_in_state_or_requests) {
    call("auth.test");
    request("GET", "/api/auth.test?token=" + world.data().slack.app.bot_token);
    for (const char* const route : {"/_mock/state", "/_mock/requests", "/_mock/deliveries"}) {
        const std::string shown = request("GET", route).body;
        const auto& app_seed = world.data().slack.app;
        for (const std::string& secret : {app_seed.bot_token, app_seed.app_token,
                                          app_seed.signing_secret, app_seed.verification_token})
            EXPECT_EQ(shown.find(secret), std::string::npos) << route;
    }
}

} // namespace
} // namespace chatops::mocks
