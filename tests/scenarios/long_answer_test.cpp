// An answer longer than a message, with the bot killed on the way.
#include "chatops/run/catalogue.hpp"
#include "chatops/run/context.hpp"
#include "chatops/run/entries.hpp"
#include "tests/support/story.hpp"

#include <gtest/gtest.h>

namespace chatops {
namespace {

/// A command of a test's own, whose answer has as many lines as one likes.
struct recite {
    static constexpr command_info info{
        .name = "recite", .help = "Say many lines", .effect = effect::read};

    argument<"lines", "how many", int> lines;

    asio::awaitable<reply> run(context&) const {
        reply said = reply::good("Recited");
        std::string text;
        for (int i = 0; i < *lines; ++i) text += "line " + std::to_string(i) + "\n";
        said.add(code_part{text});
        co_return said;
    }
};

const catalogue& commands() {
    static const catalogue made(entries_of<recite>());
    return made;
}

int shared_files(const mocks::worlds::story& s) {
    const boost::json::value state = s.world.vendors().slack().state();
    int count = 0;
    for (const auto& channel : state.at("channels").as_array())
        for (const auto& message : channel.at("messages").as_array())
            if (const auto* const files = message.as_object().if_contains("files"))
                count += static_cast<int>(files->as_array().size());
    return count;
}

TEST(long_answer_scenario, short_ones_have_no_file) {
    mocks::worlds::story s(commands());
    s.lead.says("recite 5");
    s.bot.answers("line 4");
    EXPECT_EQ(shared_files(s), 0);
}

TEST(long_answer_scenario, long_ones_are_whole_in_the_thread) {
    mocks::worlds::story s(commands());
    s.lead.says("recite 3000");
    EXPECT_EQ(shared_files(s), 1);
    s.bot.answers("The whole answer");
    EXPECT_FALSE(s.world.messages().back().thread_ts.empty());
}

TEST(long_answer_scenario, the_file_is_there_whenever_the_bot_was_killed) {
    for (std::size_t at = 1; at < 100; ++at) {
        mocks::worlds::story s(commands());
        s.lead.begins_to_say("recite 3000");
        sim::simulation& world = s.world.simulation();
        const time_point ends = world.now() + std::chrono::hours(1);
        std::size_t steps = 0;
        while (world.settle_step(ends))
            if (++steps == at) s.bot_crashes();
        world.wait(std::chrono::minutes(7));
        EXPECT_EQ(shared_files(s), 1) << "killed after step " << at;
        if (steps < at) break;
    }
}

TEST(long_answer, as_json_is_a_file_that_can_be_read_as_json) {
    support::story s;
    std::string lines;
    for (int i = 0; i < 200; ++i) lines += "line " + std::to_string(i) + " with \"quotes\"\n";
    const std::string written =
        boost::json::serialize(boost::json::object{{"app", "acme"}, {"text", lines}});
    s.world.simulation().control(*s.world.vendor("heroku"), "POST", "/_mock/log", written);
    s.lead.says("heroku logs acme -n 200 --json");
    const boost::json::value state = s.world.vendors().slack().state();
    const auto& files = state.at("files").as_array();
    ASSERT_EQ(files.size(), 1U);
    EXPECT_EQ(files[0].at("title").as_string(), "answer.json");
    const std::string url(files[0].at("url_private").as_string());
    http::request what;
    what.url = url.substr(url.find("/files-pri/"));
    what.headers = {{"Authorization", "Bearer " + s.world.vendors().data().slack.app.bot_token}};
    sim::mock& slack = *s.world.vendor("slack");
    const std::string text = slack.handle(what, s.world.simulation().wires().when()).body;
    const auto read = json::parse(text);
    ASSERT_TRUE(read) << text;
    EXPECT_NE(text.find("line 199 with"), std::string::npos);
    s.lead.says("whoami --json");
    EXPECT_EQ(s.world.vendors().slack().state().at("files").as_array().size(), 1U)
        << "a short one is in the message";
}

} // namespace
} // namespace chatops
