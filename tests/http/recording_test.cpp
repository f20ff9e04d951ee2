// A trace shows what was said to a provider, and nothing with which someone else could say it.
#include "chatops/http/recording.hpp"
#include "support/played.hpp"
#include "support/scripted_transport.hpp"

namespace chatops::http {
namespace {

using namespace std::chrono_literals;

/// What a body becomes when it is shown.
std::string shown_body(std::string body, std::string type = "application/json",
                       std::string url = "http://host/x") {
    recorded_exchange each;
    each.what = {"POST", std::move(url), {{"Content-Type", std::move(type)}}, std::move(body)};
    hide_credentials(each);
    return each.what.body;
}

std::string shown_url(std::string url) {
    recorded_exchange each;
    each.what.url = std::move(url);
    hide_credentials(each);
    return each.what.url;
}

TEST(hide_credentials, in_headers_goes_by_their_names) {
    recorded_exchange each;
    each.what.headers = {{"Authorization", "Bearer HRKU-1"}, {"x-auth-token", "AAA"},
                         {"X-Papertrail-Token", "BBB"},      {"Api-Key", "NRAK-CCC"},
                         {"X-Slack-Signature", "v0=DDD"},    {"Accept", "application/json"}};
    each.answer.headers = {{"Set-Cookie", "session=EEE"},
                           {"Location", "http://host/y?key=FFF"},
                           {"Request-Id", "r-1"}};
    hide_credentials(each);
    for (const std::string_view name :
         {"Authorization", "X-Auth-Token", "X-Papertrail-Token", "Api-Key", "X-Slack-Signature"})
        EXPECT_EQ(each.what.headers.get(name), "[hidden]") << name;
    EXPECT_EQ(each.what.headers.get("Accept"), "application/json");
    EXPECT_EQ(each.answer.headers.get("Set-Cookie"), "[hidden]");
    EXPECT_EQ(each.answer.headers.get("Location"), "http://host/y?[hidden]");
    EXPECT_EQ(each.answer.headers.get("Request-Id"), "r-1");
}

TEST(hide_credentials, in_json_reaches_every_depth) {
    EXPECT_EQ(shown_body(R"({"name":"acme","adminPass":"AAA","quantity":3})"),
              R"({"name":"acme","adminPass":"[hidden]","quantity":3})");
    EXPECT_EQ(shown_body(R"({"auth":[{"RAX-KSKEY:apiKeyCredentials":{"username":"BBB"}}]})"),
              R"({"auth":[{"RAX-KSKEY:apiKeyCredentials":{"username":"[hidden]"}}]})");
    EXPECT_EQ(shown_body(R"({"access":{"token":{"id":"CCC"},"user":"ops"}})"),
              R"({"access":{"token":{"id":"[hidden]"},"user":"ops"}})");
    EXPECT_EQ(shown_body(R"({"logplex_url":"https://logs/s/1?srv=2&sig=DDD"})"),
              R"({"logplex_url":"https://logs/s/1?[hidden]"})");
    EXPECT_EQ(shown_body(R"({"url":"wss://wss.slack.com/link/?ticket=EEE"})"),
              R"({"url":"wss://wss.slack.com/[hidden]"})");
}

TEST(hide_credentials, in_a_form_sees_the_json_inside) {
    EXPECT_EQ(shown_body("token=AAA&text=scale+web%3D3", "application/x-www-form-urlencoded"),
              "token=%5Bhidden%5D&text=scale+web%3D3");
    const std::string interaction =
        shown_body("payload=%7B%22type%22%3A%22x%22%2C%22token%22%3A%22BBB%22%7D",
                   "application/x-www-form-urlencoded");
    EXPECT_EQ(interaction.find("BBB"), std::string::npos);
    EXPECT_NE(interaction.find("type"), std::string::npos);
    EXPECT_EQ(shown_body("token=%", "application/x-www-form-urlencoded"), "[hidden]");
}

TEST(hide_credentials, hides_every_config_var_whatever_its_name) {
    EXPECT_EQ(shown_body(R"({"LOG_LEVEL":"info","OLD":null})", "application/json",
                         "http://host/apps/acme/config-vars"),
              R"({"LOG_LEVEL":"[hidden]","OLD":null})");
}

TEST(hide_credentials, leaves_out_json_that_is_cut) {
    EXPECT_EQ(shown_body(R"({"token":"AA)"), "[12 bytes that are not JSON]");
    EXPECT_EQ(shown_body("<html>sorry</html>", "text/html"), "<html>sorry</html>");
    EXPECT_EQ(shown_body(""), "");
}

TEST(hide_credentials, in_an_address_keeps_what_says_where_it_went) {
    EXPECT_EQ(shown_url("https://api.example/v2/droplets?page=2&token=AAA"),
              "https://api.example/v2/droplets?page=2&token=%5Bhidden%5D");
    EXPECT_EQ(shown_url("https://user:BBB@host/x"), "https://[hidden]@host/x");
    EXPECT_EQ(shown_url("https://hooks.slack.com/commands/T1/CCC"),
              "https://hooks.slack.com/[hidden]");
    EXPECT_EQ(shown_url("wss://host/DDD?e=f"), "wss://host/[hidden]");
    EXPECT_EQ(shown_url("https://host"), "https://host");
    EXPECT_EQ(shown_url("/apps/acme?a=b"), "/apps/acme?a=b");
}

class recorded : public testing::Test {
  protected:
    std::vector<recorded_exchange> all;
    support::played_world world;
    support::scripted_transport network{world.time};
    recording through{network, world.time,
                      [this](const recorded_exchange& each) { all.push_back(each); }};
};

TEST_F(recorded, exchanges_pass_unchanged_and_are_shown_once) {
    network.on("GET /apps", 200, R"({"token":"AAA"})", {{"Request-Id", "r-1"}});
    network.script.back().takes = 250ms;
    request what{"GET", "http://host/apps", {{"Authorization", "Bearer BBB"}}, {}};
    const response answer = world.play(through.send(what, world.start + 1s));
    EXPECT_EQ(answer.body, R"({"token":"AAA"})");
    EXPECT_EQ(network.sent.at(0).headers.get("Authorization"), "Bearer BBB");
    ASSERT_EQ(all.size(), 1u);
    EXPECT_EQ(all[0].sent, world.start);
    EXPECT_EQ(all[0].took, 250ms);
    EXPECT_EQ(all[0].what.headers.get("Authorization"), "[hidden]");
    EXPECT_EQ(all[0].answer.body, R"({"token":"[hidden]"})");
}

TEST_F(recorded, a_failure_is_shown_and_thrown_on) {
    network.silent("GET /apps");
    request what{"GET", "http://host/apps", {}, {}};
    EXPECT_THROW(world.play(through.send(what, world.start + 1s)), unavailable);
    ASSERT_EQ(all.size(), 1u);
    EXPECT_EQ(all[0].answer.status, 0);
    EXPECT_EQ(all[0].failure, "the connection was reset");
}

} // namespace
} // namespace chatops::http
