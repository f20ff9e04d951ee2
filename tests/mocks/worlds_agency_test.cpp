// The world `agency`: what it says to whoever connects, and that its parts agree with each other.
#include "mocks/common/json.hpp"
#include "mocks/worlds/agency.hpp"
#include "mocks/worlds/servers.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <string>

namespace chatops::mocks::worlds {
namespace {

using namespace std::chrono_literals;

class worlds_agency : public ::testing::Test {
  public:
    static constexpr time_point start{1'700'000'000'000ms};

    static servers at(slack_mode mode, std::uint16_t base_port = 9100) {
        return {agency(), addresses::on_loopback(base_port), mode, 1, start};
    }
};

TEST_F(worlds_agency, names_each_vendor_with_its_credentials_in_one_line) {
    EXPECT_EQ(at(slack_mode::http).credentials_line(),
              R"({"slack":{"url":"http://127.0.0.1:9100",)"
              R"("bot_token":"xoxb-1000000000001-1000000000002-mockagencyopsbottoken000",)"
              R"("app_token":"xapp-1-A0OPSAPP01-1000000000003-mockagencyopsapptoken000",)"
              R"("signing_secret":"0123456789abcdef0123456789abcdef",)"
              R"("client_id":"1000000000001.1000000000004",)"
              R"("client_secret":"00000000000000000000000000000c1d"},)"
              R"("digitalocean":{"url":"http://127.0.0.1:9101","token":"dop_v1_)"
              R"(00000000000000000000000000000000000000000000000000000000mockd0a9"},)"
              R"("rackspace":{"url":"http://127.0.0.1:9102","username":"agency",)"
              R"("api_key":"0000000000000000000000000mockra9",)"
              R"("password":"mock-agency-rackspace-password","tenant":"654321"},)"
              R"("heroku":{"url":"http://127.0.0.1:9103",)"
              R"("token":"HRKU-00000000-0000-4000-8000-0000000a9e2c"},)"
              R"("newrelic":{"url":"http://127.0.0.1:9104",)"
              R"("api_key":"NRAK-00000000000000000000MOCKNR9","account_id":1234567},)"
              R"("papertrail":{"url":"http://127.0.0.1:9105","token":"0000000000mockpapertrail9"},)"
              R"("sentry":{"url":"http://127.0.0.1:9106","token":"sntryu_)"
              R"(000000000000000000000000000000000000000000000000000000mockse9",)"
              R"("organization":"agency"}})");
}

TEST_F(worlds_agency, writes_the_configuration_of_a_bot_that_serves_it) {
    const std::string text = at(slack_mode::http).bot_configuration();
    EXPECT_NE(text.find("[slack]\nmode = \"http\"\nurl = \"http://127.0.0.1:9100\"\n"
                        "listen = \"127.0.0.1:9107\"\nbot_token = \"xoxb-"),
              std::string::npos)
        << text;
    EXPECT_NE(text.find("[people.guest]\nslack = \"U0GUEST001\"\nroles = []\n"), std::string::npos);
    EXPECT_NE(text.find("[projects.acme]\nchannel = \"acme\"\n"
                        "digitalocean = [\"acme-web-1\", \"acme-web-2\", \"acme-db-1\", "
                        "\"acme-staging-1\"]\nheroku = [\"acme\", \"acme-staging\"]\n"),
              std::string::npos);
    EXPECT_NE(text.find("[providers.digitalocean]\nurl = \"http://127.0.0.1:9101\"\n"
                        "token = \"dop_v1_"),
              std::string::npos);
    EXPECT_NE(text.find("[[rules]]\nroles = [\"dev\"]\ncommands = [\"heroku restart\", "
                        "\"heroku scale\"]\nvalues = { app = \"*-staging\" }\n"),
              std::string::npos);
    const std::string socket = at(slack_mode::socket).bot_configuration();
    EXPECT_NE(socket.find("mode = \"socket_mode\"\n"), std::string::npos);
    EXPECT_EQ(socket.find("listen"), std::string::npos);
}

TEST_F(worlds_agency, its_people_and_projects_exist_at_the_vendors) {
    const world data = agency();
    servers all = at(slack_mode::http);
    for (const person& each : data.people) {
        const auto said = all.slack().say({each.name, "acme", "hello"}, {start, start});
        EXPECT_TRUE(said) << each.name;
        const bool is_there =
            std::any_of(data.slack.users.begin(), data.slack.users.end(), [&](const auto& user) {
                return user.name == each.name && user.id == each.slack_id;
            });
        EXPECT_TRUE(is_there) << each.name;
    }
    for (const project& each : data.projects) {
        EXPECT_TRUE(all.slack().messages(each.channel)) << each.channel;
        for (const std::string& name : each.holdings.at("heroku")) {
            http::request what;
            what.url = "/apps/" + name;
            what.headers = {{"Authorization", "Bearer " + data.heroku.token},
                            {"Accept", "application/vnd.heroku+json; version=3"}};
            EXPECT_EQ(all.heroku_server().serve(what, {start, start}).what.status, 200) << name;
        }
        for (const std::string& name : each.holdings.at("digitalocean")) {
            http::request what;
            what.url = "/v2/droplets?name=" + name;
            what.headers = {{"Authorization", "Bearer " + data.digitalocean.token}};
            const auto answer = all.digitalocean_server().serve(what, {start, start}).what;
            EXPECT_NE(answer.body.find(R"("total":1)"), std::string::npos) << name;
        }
    }
}

TEST_F(worlds_agency, is_the_same_for_the_same_seed) {
    servers one = at(slack_mode::http);
    servers two = at(slack_mode::http);
    EXPECT_EQ(one.slack().state(), two.slack().state());
    EXPECT_EQ(one.digitalocean().state(), two.digitalocean().state());
    EXPECT_EQ(one.heroku().state(), two.heroku().state());
}

TEST_F(worlds_agency, serves_vendors_in_the_order_of_their_ports) {
    servers all = at(slack_mode::http, 9200);
    const auto served = all.all();
    ASSERT_EQ(served.size(), vendors.size());
    for (std::size_t i = 0; i < served.size(); ++i) EXPECT_EQ(served[i].name, vendors[i]);
    EXPECT_EQ(served[1].url, "http://127.0.0.1:9201");
    EXPECT_EQ(served[3].url, "http://127.0.0.1:9203");
    EXPECT_EQ(all.where().bot, "http://127.0.0.1:9207");
}

} // namespace
} // namespace chatops::mocks::worlds
