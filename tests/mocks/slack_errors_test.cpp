// Errors that a plan asks for: any word, for any method, as often as it says.
#include "tests/mocks/slack_office.hpp"

namespace chatops::mocks {
namespace {

class slack_errors : public slack_office {
  public:
    void plan(const std::string& faults) {
        const object made = control("PUT", "faults", *json::parse(faults));
        EXPECT_TRUE(is_true(made, "ok")) << boost::json::serialize(made);
    }
    std::string posts() {
        return word(call("chat.postMessage", with({{"channel", "C0ACME0001"}, {"text", "x"}})));
    }
};

TEST_F(slack_errors, come_for_a_method_as_often_as_planned) {
    plan(R"([{"match":"POST /api/chat.postMessage","kind":"error","error":"is_archived",)"
         R"("count":2,"after":1}])");
    EXPECT_EQ(posts(), "ok");
    EXPECT_EQ(posts(), "is_archived");
    EXPECT_EQ(word(call("auth.test")), "ok") << "another method";
    EXPECT_EQ(posts(), "is_archived");
    EXPECT_EQ(posts(), "ok");
    EXPECT_EQ(transcript("acme"), "ops: x\nops: x\n");
    const auto shown = json::parse(request("GET", "/_mock/faults").body);
    EXPECT_EQ(shown->at(0).at("error").as_string(), "is_archived");
    EXPECT_EQ(shown->at(0).at("used").as_int64(), 2);
}

TEST_F(slack_errors, may_come_after_the_effect) {
    plan(R"([{"match":"* /api/chat.*","kind":"error","error":"fatal_error","has_effect":true}])");
    EXPECT_EQ(posts(), "fatal_error");
    EXPECT_EQ(transcript("acme"), "ops: x\n");
}

TEST_F(slack_errors, look_like_slacks_own) {
    plan(R"([{"match":"*","kind":"error","error":"missing_scope","count":0}])");
    const object refused = call("chat.postMessage");
    EXPECT_EQ(text_of(refused, "needed"), "chat:write");
    EXPECT_NE(text_of(refused, "provided").find("users:read"), std::string_view::npos);
    const auto made = request("POST", "/api/auth.test");
    EXPECT_EQ(made.status, 200);
    EXPECT_FALSE(made.headers.get("x-slack-req-id").empty());
    EXPECT_EQ(word(parsed(made)), "missing_scope") << "whatever else is wrong with it";
    plan(R"([{"match":"*","kind":"error","error":"ratelimited","retry_after_s":7}])");
    EXPECT_EQ(request("POST", "/api/auth.test").headers.get("Retry-After"), "7");
}

TEST_F(slack_errors, go_together_with_what_else_goes_wrong) {
    plan(R"([{"match":"*","kind":"latency_ms","latency_ms":250},)"
         R"({"match":"/slack/events","kind":"duplicate_delivery"},)"
         R"({"match":"*","kind":"error","error":"internal_error"}])");
    http::request what;
    what.url = "/api/api.test";
    const auto made = world.slack_server().serve(what, when());
    EXPECT_EQ(made.delay, 250ms);
    EXPECT_EQ(word(parsed(made.what)), "internal_error");
    say("lead", "acme", "hello");
    EXPECT_EQ(arrivals.size(), 2U);
    EXPECT_EQ(json::parse(request("GET", "/_mock/faults").body)->as_array().size(), 3U);
    plan("[]");
    EXPECT_EQ(word(call("auth.test")), "ok");
}

} // namespace
} // namespace chatops::mocks
