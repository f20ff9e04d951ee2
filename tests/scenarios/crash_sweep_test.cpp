// The same conversation, with the bot killed after every single step of it, and with each of its
// requests failing: the end is always the same.

#include "tests/support/story.hpp"

#include <gtest/gtest.h>

namespace chatops {
namespace {

using mocks::worlds::at_every_step;
using mocks::worlds::company_settings;
using mocks::worlds::slack_mode;

/// What must be the same whatever crashed: how many dynos of which type, which code runs, which
/// droplets there are.
std::string outcome_of(const mocks::worlds::story& s) {
    std::string text;
    const boost::json::value state = s.heroku.state();
    for (const auto& app : state.at("apps").as_object()) {
        text += std::string(app.key()) + ":";
        for (const auto& each : app.value().at("formation").as_array())
            text += " " + std::string(each.at("type").as_string()) + "=" +
                    std::to_string(each.at("quantity").as_int64());
        text += " releases=" + std::to_string(app.value().at("releases").as_array().size()) + "\n";
    }
    const boost::json::value cloud = s.digitalocean.state();
    for (const auto& each : cloud.at("droplets").as_object())
        text += std::string(each.value().at("name").as_string()) + " ";
    return text;
}

int events_of(const mocks::worlds::story& s, journal::kind what) {
    int count = 0;
    for (const auto& each : s.world.simulation().journal().events())
        count += each.what == what ? 1 : 0;
    return count;
}

class crash_sweep : public testing::TestWithParam<slack_mode> {
  protected:
    /// Plays a conversation of one command; the request, if one is given, must be made once.
    template <class Play>
    void sweep(Play play, std::string_view method = {}, std::string_view path = {}) {
        company_settings settings;
        settings.mode = GetParam();
        std::string expected;
        at_every_step(support::all_commands(), settings, [&](mocks::worlds::story& told) {
            play(told);
            if (expected.empty()) expected = outcome_of(told);
            EXPECT_EQ(outcome_of(told), expected);
            EXPECT_EQ(events_of(told, journal::kind::accepted), 1);
            EXPECT_EQ(events_of(told, journal::kind::delivered), 1);
            EXPECT_EQ(told.bot.messages(), 1);
            if (!method.empty()) {
                EXPECT_EQ(told.heroku.done(method, path) + told.digitalocean.done(method, path), 1);
            }
            if (HasFailure())
                for (const std::string& line : told.world.simulation().log().lines)
                    ADD_FAILURE() << line;
        });
    }
};

TEST_P(crash_sweep, scale) {
    sweep([](mocks::worlds::story& told) { told.lead.says("heroku scale acme web=3"); });
}

TEST_P(crash_sweep, scale_and_wait) {
    sweep([](mocks::worlds::story& told) { told.lead.says("heroku scale acme web=4 --wait"); });
}

TEST_P(crash_sweep, restart) {
    sweep(
        [](mocks::worlds::story& told) {
            told.lead.says("heroku restart acme");
            told.lead.clicks_if_asked("Do it");
        },
        "DELETE", "/apps/acme/dynos");
}

TEST_P(crash_sweep, rollback) {
    sweep(
        [](mocks::worlds::story& told) {
            told.lead.says("heroku rollback acme");
            told.lead.clicks("Confirm");
            told.lead.clicks_if_asked("Do it");
        },
        "POST", "/apps/acme/releases");
}

TEST_P(crash_sweep, reboot) {
    sweep(
        [](mocks::worlds::story& told) {
            told.lead.says("do droplet reboot acme-web-1");
            told.lead.clicks_if_asked("Do it");
        },
        "POST", "/v2/droplets");
}

TEST_P(crash_sweep, destroy) {
    sweep(
        [](mocks::worlds::story& told) {
            told.lead.says("do droplet destroy acme-web-2");
            told.lead.clicks("Destroy acme-web-2");
            told.lead.clicks_if_asked("Do it");
        },
        "DELETE", "/v2/droplets");
}

INSTANTIATE_TEST_SUITE_P(ways, crash_sweep, testing::Values(slack_mode::http, slack_mode::socket),
                         [](const auto& info) {
                             return info.param == slack_mode::http ? "over_http" : "over_sockets";
                         });

} // namespace
} // namespace chatops
