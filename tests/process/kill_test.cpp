// The real bot, killed with SIGKILL at fifty moments, among the real mocks.

#include "chatops/core/random.hpp"
#include "tests/process/programs.hpp"

#include <boost/json/serialize.hpp>
#include <gtest/gtest.h>

#include <map>
#include <memory>
#include <string>

namespace chatops::process_test {
namespace {

constexpr int kills = 50;

/// People at their keyboards, and what they see.
class workspace {
  public:
    workspace(caller& calls, const mocks_program& mocks)
        : calls_(calls), slack_(mocks.url("slack")), heroku_(mocks.url("heroku")) {}

    void say(const std::string& person, const std::string& text) {
        const auto said =
            calls_.call("POST", slack_ + "/_mock/say",
                        R"({"user":")" + person + R"(","channel":"acme","text":")" + text + "\"}");
        ASSERT_EQ(said.status, 200) << text;
    }
    bool click(const std::string& person, const std::string& label) {
        return calls_
                   .call("POST", slack_ + "/_mock/click",
                         R"({"user":")" + person + R"(","text":")" + label + "\"}")
                   .status == 200;
    }
    /// Slack's redeliveries come after a minute, and after five.
    void let_time_pass_for_slack() {
        calls_.call("POST", slack_ + "/_mock/clock", R"({"advance_s":61})");
    }
    /// The bot's messages that everyone sees, by ts.
    std::map<std::string, std::string> answers() {
        std::map<std::string, std::string> found;
        const auto all = calls_.call("GET", slack_ + "/_mock/messages?channel=acme");
        for (const auto& each : all.body.as_array()) {
            const auto& message = each.as_object();
            if (message.at("user").as_string() == "ops" && !message.contains("ephemeral_to"))
                found[std::string(message.at("ts").as_string())] = boost::json::serialize(message);
        }
        return found;
    }
    /// Requests with that method whose path begins so, which the provider carried out.
    int effects(const std::string& method, const std::string& path) {
        int count = 0;
        const auto all = calls_.call("GET", heroku_ + "/_mock/requests");
        const auto& list = all.body.is_array() ? all.body.as_array()
                                               : all.body.as_object().at("requests").as_array();
        for (const auto& each : list) {
            const auto& one = each.as_object();
            const auto target = std::string(one.at("target").as_string());
            count += one.at("method").as_string() == method &&
                             target.substr(0, path.size()) == path &&
                             one.at("status").to_number<int>() < 300
                         ? 1
                         : 0;
        }
        return count;
    }
    boost::json::value state() { return calls_.call("GET", heroku_ + "/_mock/state").body; }

  private:
    caller& calls_;
    std::string slack_;
    std::string heroku_;
};

int quantity(const boost::json::value& state, std::string_view app, std::string_view process) {
    const auto& whole = state.as_object();
    const auto& apps =
        (whole.contains("state") ? whole.at("state").as_object() : whole).at("apps").as_object();
    for (const auto& each : apps.at(app).as_object().at("formation").as_array())
        if (each.as_object().at("type").as_string() == process)
            return each.as_object().at("quantity").to_number<int>();
    return -1;
}

bool is_final(const std::string& message) {
    return message.find("Working on it") == std::string::npos &&
           message.find("\"actions\"") == std::string::npos;
}

class kill_test : public testing::TestWithParam<std::string> {};

TEST_P(kill_test, whatever_moment_it_is_killed_at_it_goes_on_where_it_was) {
    const scratch_folder folder;
    caller calls;
    mocks_program mocks(folder.path(), GetParam());
    workspace people(calls, mocks);
    seeded_random chance(20'260'105);
    auto bot = std::make_unique<bot_program>(mocks.bot_configuration(), folder.path());

    int restarts = 0;
    int rollbacks = 0;
    int web = 0;
    int asked = 0;
    for (int kill = 0; kill < kills / 2; ++kill) {
        const std::uint64_t what = chance.below(4);
        const duration moment(static_cast<std::int64_t>(chance.below(60)));
        if (what == 0) {
            people.say("lead", "@ops heroku restart initech");
            ++restarts;
        } else if (what == 1) {
            people.say("lead", "@ops heroku rollback globex v4");
            ++rollbacks;
        } else {
            web = 1 + static_cast<int>(chance.below(5));
            people.say("lead", "@ops heroku scale acme web=" + std::to_string(web));
        }
        ++asked;
        calls.pass(moment);
        bot->process().kill_now();
        bot = std::make_unique<bot_program>(mocks.bot_configuration(), folder.path());

        // What is asked has an end before the next is asked, as people do it.
        for (int looks = 0;; ++looks) {
            ASSERT_LT(looks, 400) << "after kill " << kill << "\n" << bot->process().errors();
            if (what == 1 && people.click("lead", "Confirm")) calls.pass(duration(40));
            if (people.click("lead", what == 0 ? "Do it" : "Leave it") && what == 1) FAIL();
            const auto answers = people.answers();
            if (answers.size() == static_cast<std::size_t>(asked) &&
                is_final(answers.rbegin()->second))
                break;
            if (looks % 20 == 19) people.let_time_pass_for_slack();
            calls.pass(duration(50));
        }
    }
    EXPECT_EQ(people.effects("DELETE", "/apps/initech/dynos"), restarts);
    EXPECT_EQ(people.effects("POST", "/apps/globex/releases"), rollbacks);
    EXPECT_EQ(quantity(people.state(), "acme", "web"), web);
    for (const auto& [ts, message] : people.answers()) EXPECT_TRUE(is_final(message)) << message;
    EXPECT_EQ(bot->process().end(), 0);
}

INSTANTIATE_TEST_SUITE_P(ways, kill_test, testing::Values("--http", "--socket-mode"),
                         [](const auto& info) {
                             return info.param == "--http" ? std::string("over_http")
                                                           : std::string("over_sockets");
                         });

} // namespace
} // namespace chatops::process_test
