// The same conversation, with the bot killed after every single step of it: the end is always the
// same.

#include "tests/support/story.hpp"

#include <gtest/gtest.h>

#include <functional>

namespace chatops {
namespace {

using support::story;

/// Plays a conversation and kills the bot once, after `at` steps; 0 for never. Returns how many
/// steps it took.
class sweep {
  public:
    sweep(mocks::worlds::company_settings settings, std::size_t at) : s(settings), crash_at_(at) {}

    void says(std::string_view text) {
        s.lead.begins_to_say(text);
        settle();
    }
    /// The button may not be there yet; and Slack does not repeat a press that no bot took, but a
    /// person does, as long as the button is there.
    void clicks(std::string_view label) {
        int presses = 0;
        for (int looks = 0; looks < 50; ++looks) {
            if (s.world.click("lead", label)) {
                ++presses;
                settle();
            } else if (presses > 0) {
                return;
            } else {
                s.world.simulation().wait(std::chrono::seconds(5));
            }
        }
        ADD_FAILURE() << "the button " << label << " was pressed " << presses
                      << " times, after a crash at step " << crash_at_;
    }
    /// What a careful person does when the bot cannot know: looks, and says so.
    void answers_riddles() {
        for (int riddles = 0; riddles < 4; ++riddles)
            if (s.world.click("lead", "Do it")) settle();
    }

    story s;
    std::size_t steps = 0;

  private:
    void settle() {
        sim::simulation& world = s.world.simulation();
        const time_point ends = world.now() + std::chrono::hours(1);
        bool crashed = false;
        while (world.settle_step(ends))
            if (++steps == crash_at_) {
                s.bot_crashes();
                crashed = true;
            }
        // Slack's redeliveries come after up to six minutes.
        if (crashed) world.wait(std::chrono::minutes(7));
        world.settle();
    }

    std::size_t crash_at_;
};

struct conversation {
    std::string name;
    std::function<void(sweep&)> play;
    /// The requests that must not be made twice.
    std::string_view method;
    std::string_view path;
};

std::vector<conversation> conversations() {
    return {
        {"scale", [](sweep& by) { by.says("heroku scale acme web=3"); }, "", ""},
        {"scale_wait", [](sweep& by) { by.says("heroku scale acme web=4 --wait"); }, "", ""},
        {"restart",
         [](sweep& by) {
             by.says("heroku restart acme");
             by.answers_riddles();
         },
         "DELETE", "/apps/acme/dynos"},
        {"rollback",
         [](sweep& by) {
             by.says("heroku rollback acme");
             by.clicks("Confirm");
             by.answers_riddles();
         },
         "POST", "/apps/acme/releases"},
        {"reboot",
         [](sweep& by) {
             by.says("do droplet reboot acme-web-1");
             by.answers_riddles();
         },
         "POST", "/v2/droplets"},
        {"destroy",
         [](sweep& by) {
             by.says("do droplet destroy acme-web-2");
             by.clicks("Confirm");
             by.clicks("Destroy acme-web-2");
             by.answers_riddles();
         },
         "DELETE", "/v2/droplets"},
    };
}

/// What must be the same whatever crashed: how many dynos of which type, which code runs, which
/// droplets there are.
std::string outcome_of(const story& s) {
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

int runs_accepted(const story& s) {
    int count = 0;
    for (const auto& each : s.world.simulation().journal().events())
        count += each.what == journal::kind::accepted ? 1 : 0;
    return count;
}

int runs_delivered(const story& s) {
    int count = 0;
    for (const auto& each : s.world.simulation().journal().events())
        count += each.what == journal::kind::delivered ? 1 : 0;
    return count;
}

class crash_sweep : public testing::TestWithParam<mocks::worlds::slack_mode> {};

TEST_P(crash_sweep, a_crash_at_any_step_changes_nothing_about_the_end) {
    mocks::worlds::company_settings settings;
    settings.mode = GetParam();
    for (const conversation& each : conversations()) {
        sweep undisturbed(settings, 0);
        each.play(undisturbed);
        const std::string expected = outcome_of(undisturbed.s);
        ASSERT_GT(undisturbed.steps, 20U) << each.name;
        for (std::size_t at = 1; at <= undisturbed.steps; ++at) {
            sweep disturbed(settings, at);
            each.play(disturbed);
            const std::string where = each.name + ", killed after step " + std::to_string(at);
            EXPECT_EQ(outcome_of(disturbed.s), expected) << where;
            EXPECT_EQ(runs_accepted(disturbed.s), 1) << where;
            EXPECT_EQ(runs_delivered(disturbed.s), 1) << where;
            EXPECT_EQ(disturbed.s.bot.messages(), 1) << where;
            if (!each.method.empty()) {
                EXPECT_EQ(disturbed.s.heroku.requests(each.method, each.path) +
                              disturbed.s.digitalocean.requests(each.method, each.path),
                          1)
                    << where;
            }
            if (HasFailure()) {
                for (const std::string& line : disturbed.s.world.simulation().log().lines)
                    ADD_FAILURE() << line;
                return;
            }
        }
    }
}

INSTANTIATE_TEST_SUITE_P(ways, crash_sweep,
                         testing::Values(mocks::worlds::slack_mode::http,
                                         mocks::worlds::slack_mode::socket),
                         [](const auto& info) {
                             return info.param == mocks::worlds::slack_mode::http ? "over_http"
                                                                                  : "over_sockets";
                         });

} // namespace
} // namespace chatops
