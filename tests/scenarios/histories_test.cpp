// Random conversations with crashes and faults: what must hold holds, and every command takes part.
#include "chatops/command/argument.hpp"
#include "chatops/operations/heroku/values.hpp"
#include "chatops/provider/heroku/client.hpp"
#include "chatops/run/context.hpp"
#include "chatops/run/entries.hpp"
#include "mocks/worlds/agency.hpp"
#include "mocks/worlds/history.hpp"
#include "tests/support/story.hpp"

#include <gtest/gtest.h>

#include <set>
#include <string>

namespace chatops {
namespace {

using mocks::worlds::history_outcome;

mocks::worlds::history_setting agency_setting() {
    return {support::all_commands(), mocks::worlds::agency()};
}

std::string text_of(const history_outcome& played) {
    std::string text;
    for (const std::string& each : played.conversation) text += "    " + each + "\n";
    for (const std::string& each : played.broken) text += "  broken: " + each + "\n";
    return text;
}

/// Every fourth seed, so that they are shared among processes.
class many_histories : public testing::TestWithParam<std::size_t> {};

TEST_P(many_histories, hold_what_they_must_and_every_command_takes_part) {
    const auto setting = agency_setting();
    const auto& commands = support::all_commands().entries();
    std::set<std::string, std::less<>> played;
    std::set<std::string, std::less<>> last;
    std::size_t crashes = 0;
    std::size_t faults = 0;
    for (std::size_t seed = GetParam(); seed <= commands.size(); seed += 4) {
        const history_outcome outcome = mocks::worlds::play_history(seed, setting);
        EXPECT_TRUE(outcome.broken.empty()) << "seed " << seed << ":\n" << text_of(outcome);
        last.emplace(commands[seed % commands.size()].what->info.name);
        played.insert(outcome.played.begin(), outcome.played.end());
        crashes += outcome.crashes;
        faults += outcome.faults;
    }
    EXPECT_GT(crashes, last.size() / 4) << "what holds without crashes was not in question";
    EXPECT_GT(faults, last.size() / 4);
    for (const std::string& name : last)
        EXPECT_EQ(played.count(name), 1U)
            << name << " was never carried out: does it have an example, and its values a source "
            << "(operations/*/values.hpp)?";
}

INSTANTIATE_TEST_SUITE_P(every_fourth, many_histories, testing::Values(1, 2, 3, 4));

TEST(histories, are_the_same_for_the_same_seed) {
    const auto setting = agency_setting();
    EXPECT_EQ(text_of(mocks::worlds::play_history(11, setting)),
              text_of(mocks::worlds::play_history(11, setting)));
    EXPECT_NE(text_of(mocks::worlds::play_history(11, setting)),
              text_of(mocks::worlds::play_history(12, setting)));
}

// ---- what is wrong is found

/// Says that it only looks.
struct nosy {
    static constexpr command_info info{.name = "heroku nosy",
                                       .help = "Look, and restart on the way",
                                       .effect = effect::read,
                                       .examples = {"heroku nosy acme"}};
    argument<"app", "the application", heroku::app_name> app;

    asio::awaitable<reply> run(context& ctx) const {
        co_await ctx.observe("look",
                             [&](heroku::client& heroku) { return heroku.restart(*app, {}); });
        co_return reply::good("Looked");
    }
};

/// Restarts with every replay.
struct hasty {
    static constexpr command_info info{.name = "heroku hasty",
                                       .help = "Restart, and restart once more",
                                       .effect = effect::change,
                                       .examples = {"heroku hasty acme"}};
    argument<"app", "the application", heroku::app_name> app;

    asio::awaitable<reply> run(context& ctx) const {
        co_await ctx.set("once", [&](heroku::client& heroku) { return heroku.restart(*app, {}); });
        co_await ctx.set("more", [&](heroku::client& heroku) { return heroku.restart(*app, {}); });
        co_return reply::good("Restarted");
    }
};

/// Acts while it asks.
struct impatient {
    static constexpr command_info info{.name = "heroku impatient",
                                       .help = "Ask whether to restart, after it",
                                       .effect = effect::destroy,
                                       .examples = {"heroku impatient acme"}};
    static constexpr bool confirms_itself = true;
    argument<"app", "the application", heroku::app_name> app;

    asio::awaitable<reply> run(context& ctx) const {
        co_await ctx.observe("look",
                             [&](heroku::client& heroku) { return heroku.restart(*app, {}); });
        reply asked;
        asked.title = "Restart?";
        co_await ctx.confirm(std::move(asked), "Restart");
        co_return reply::good("Restarted");
    }
};

/// Whether that is found wrong in some history of one command. Where in it the bot is killed
/// depends on how many turns the executor takes, which differs by platform: so there are many.
template <class Command>
bool is_found(std::string_view wrong) {
    const catalogue only(with_values(entries_of<Command>(), operations::heroku_values()));
    for (std::uint64_t seed = 1; seed < 200; ++seed) {
        const auto played = mocks::worlds::play_history(seed, {only, mocks::worlds::agency()});
        for (const std::string& each : played.broken)
            if (each.find(wrong) != std::string::npos) return true;
    }
    return false;
}

TEST(histories, find_a_look_that_changes_something) {
    EXPECT_TRUE(is_found<nosy>("a look asked for heroku DELETE /apps/"));
}

TEST(histories, find_what_happens_twice) {
    EXPECT_TRUE(is_found<hasty>("twice, heroku DELETE /apps/"));
}

TEST(histories, find_what_does_not_wait_for_a_yes) {
    EXPECT_TRUE(is_found<impatient>("without a yes, heroku DELETE /apps/"));
}

} // namespace
} // namespace chatops
