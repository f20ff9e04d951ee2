// A story of what comes into a thread: messages, files, and the run's one message.
#pragma once

#include "tests/support/story.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include <string>
#include <vector>

namespace chatops::support {

class thread_story : public story {
  public:
    using story::story;

    /// What that vendor's mock is told by its control route, and says to it.
    boost::json::value control(const std::string& vendor, const std::string& route,
                               const boost::json::object& body) {
        const http::response done = world.simulation().control(*world.vendor(vendor), "POST", route,
                                                               boost::json::serialize(body));
        EXPECT_EQ(done.status, 200) << done.body;
        return boost::json::parse(done.body);
    }
    void passes(duration time) { world.simulation().wait(time); }

    /// What the bot posted in threads, oldest first.
    [[nodiscard]] std::vector<std::string> in_threads() const {
        std::vector<std::string> texts;
        for (const auto& each : world.messages())
            if (each.user == "ops" && !each.thread_ts.empty())
                texts.push_back(each.text + " " + boost::json::serialize(each.blocks));
        return texts;
    }
    [[nodiscard]] std::string thread() const {
        std::string all;
        for (const std::string& each : in_threads()) all += each + "\n";
        return all;
    }
    /// The first run's one message.
    [[nodiscard]] std::string anchor() const {
        for (const auto& each : world.messages())
            if (each.user == "ops" && each.thread_ts.empty())
                return each.text + " " + boost::json::serialize(each.blocks);
        return "(nothing)";
    }
    /// Nobody had to tell the bot that it asks too often.
    void expect_no_refusal() {
        for (const auto& each : world.simulation().wires().exchanges())
            EXPECT_NE(each->answer.status, 429) << each->what.url;
    }
    /// All that people can read of threads: in messages, and in files.
    [[nodiscard]] std::string all_read() {
        std::string all = thread();
        sim::mock& slack = *world.vendor("slack");
        const boost::json::value state = slack.state();
        for (const auto& each : state.at("files").as_array()) {
            http::request what;
            const std::string url(each.at("url_private").as_string());
            what.url = url.substr(url.find("/files-pri/"));
            what.headers = {
                {"Authorization", "Bearer " + world.vendors().data().slack.app.bot_token}};
            all += slack.handle(what, world.simulation().wires().when()).body + "\n";
        }
        return all;
    }
};

} // namespace chatops::support
