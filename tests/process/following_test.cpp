// The real bot follows a log over the network, is killed with SIGKILL, goes on, and is told to
// stop.

#include "tests/process/programs.hpp"

#include <boost/json/serialize.hpp>
#include <gtest/gtest.h>

#include <memory>
#include <string>

namespace chatops::process_test {
namespace {

class follower {
  public:
    explicit follower(const std::string& way)
        : has_sockets_(way == "--socket-mode"), mocks_(folder_.path(), way),
          bot_(std::make_unique<bot_program>(mocks_.bot_configuration(), folder_.path())) {
        wait_until_slack_reaches_the_bot();
    }

    void say(const std::string& text) {
        const boost::json::object said{{"user", "lead"}, {"channel", "acme"}, {"text", text}};
        mock("slack", "say", said);
    }
    void click(const std::string& label) {
        const boost::json::object pressed{{"user", "lead"}, {"text", label}};
        mock("slack", "click", pressed);
    }
    void application_writes(const std::string& text) {
        const boost::json::object written{{"app", "acme-staging"}, {"text", text}};
        mock("heroku", "log", written);
    }
    /// Everything that the bot said in #acme, once that is among it.
    std::string sees(std::string_view text) {
        std::string all;
        for (int looks = 0; looks < 800; ++looks) {
            all = boost::json::serialize(
                calls_.call("GET", mocks_.url("slack") + "/_mock/messages?channel=acme").body);
            if (all.find(text) != std::string::npos) return all;
            calls_.pass(duration(25));
        }
        ADD_FAILURE() << "never seen: " << text << "\n"
                      << all << "\nthe bot's log:\n"
                      << bot_->process().errors();
        return all;
    }
    void bot_is_killed_and_started_again() {
        bot_->process().kill_now();
        bot_ = std::make_unique<bot_program>(mocks_.bot_configuration(), folder_.path());
        wait_until_slack_reaches_the_bot();
    }
    bot_program& bot() { return *bot_; }

  private:
    void mock(const std::string& vendor, const std::string& route,
              const boost::json::object& body) {
        const auto done = calls_.call("POST", mocks_.url(vendor) + "/_mock/" + route,
                                      boost::json::serialize(body));
        EXPECT_EQ(done.status, 200) << boost::json::serialize(done.body);
    }

    void wait_until_slack_reaches_the_bot() {
        for (int looks = 0; has_sockets_ && looks < 400; ++looks) {
            const auto state = calls_.call("GET", mocks_.url("slack") + "/_mock/state").body;
            if (!state.at("app").at("sockets").as_array().empty()) return;
            calls_.pass(duration(25));
        }
    }

    bool has_sockets_;
    scratch_folder folder_;
    caller calls_;
    mocks_program mocks_;
    std::unique_ptr<bot_program> bot_;
};

class following : public testing::TestWithParam<std::string> {};

TEST_P(following, goes_on_after_a_kill_until_somebody_stops_it) {
    follower it(GetParam());
    it.application_writes("written before");
    it.say("@ops heroku logs acme-staging --tail");
    it.sees("web.1: written before");
    it.application_writes("written meanwhile");
    it.sees("web.1: written meanwhile");
    it.bot_is_killed_and_started_again();
    it.sees("I was restarted: lines may be missing here");
    it.application_writes("written after it");
    it.sees("web.1: written after it");
    it.click("Stop");
    const std::string end = it.sees("Stopped by lead.");
    EXPECT_EQ(end.find("Following the log"), std::string::npos) << "its message is edited: " << end;
    EXPECT_EQ(it.bot().process().end(), 0);
}

INSTANTIATE_TEST_SUITE_P(each, following, testing::Values("--http", "--socket-mode"),
                         [](const auto& info) {
                             return info.param == "--http" ? "over_http" : "over_socket_mode";
                         });

} // namespace
} // namespace chatops::process_test
