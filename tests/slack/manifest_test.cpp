// The app manifest: what the bot needs, and nothing that Slack's schema refuses.
#include "chatops/core/json.hpp"
#include "chatops/slack/manifest.hpp"

#include <gtest/gtest.h>

#include <string>

namespace chatops::slack {
namespace {

TEST(manifest, for_socket_mode_has_no_addresses) {
    const auto made = json::parse(manifest({}).value()).value();
    EXPECT_EQ(made.at("settings").at("socket_mode_enabled"), true);
    EXPECT_EQ(json::text(made).find("request_url"), std::string::npos);
    EXPECT_EQ(json::text(made.at("features").at("slash_commands")),
              R"([{"command":"/ops","description":"Operations, typed where everyone sees them",)"
              R"("usage_hint":"help","should_escape":true}])");
    EXPECT_EQ(json::text(made.at("oauth_config").at("scopes").at("bot")),
              R"(["app_mentions:read","channels:history","channels:read","chat:write","commands",)"
              R"("files:write","groups:history","groups:read","im:history","im:write",)"
              R"("mpim:history"])");
    EXPECT_EQ(json::text(made.at("settings").at("event_subscriptions")),
              R"({"bot_events":["app_home_opened","app_mention","message.im"]})");
    EXPECT_EQ(made.at("features").at("app_home").at("home_tab_enabled"), true);
    EXPECT_EQ(made.at("settings").at("interactivity").at("is_enabled"), true);
    EXPECT_EQ(json::text(made.at("features").at("shortcuts")),
              R"([{"name":"What about this?","type":"message",)"
              R"("callback_id":"chatops_about_this",)"
              R"("description":"Commands for what a message is about"}])");
    EXPECT_LE(made.at("features").at("shortcuts").at(0).at("name").as_string().size(), 24u);
}

TEST(manifest, for_http_names_each_address) {
    manifest_settings settings;
    settings.url = "https://bot.example.com";
    const auto made = json::parse(manifest(settings).value()).value();
    EXPECT_EQ(made.at("settings").at("socket_mode_enabled"), false);
    EXPECT_EQ(made.at("features").at("slash_commands").at(0).at("url"),
              "https://bot.example.com/slack/commands");
    EXPECT_EQ(made.at("settings").at("event_subscriptions").at("request_url"),
              "https://bot.example.com/slack/events");
    EXPECT_EQ(made.at("settings").at("interactivity").at("request_url"),
              "https://bot.example.com/slack/interactive");
    EXPECT_EQ(made.at("settings").at("interactivity").at("message_menu_options_url"),
              "https://bot.example.com/slack/interactive");
}

TEST(manifest, that_slack_would_refuse_is_a_mistake) {
    const auto code = [](const auto& change) {
        manifest_settings settings;
        change(settings);
        const auto made = manifest(settings);
        return made ? std::string("fine") : made.error().code;
    };
    using settings = manifest_settings;
    EXPECT_EQ(code([](settings& with) { with.name = "ops-2"; }), "fine");
    EXPECT_EQ(code([](settings& with) { with.name = ""; }), "manifest_name");
    EXPECT_EQ(code([](settings& with) { with.name = "/ops"; }), "manifest_name");
    EXPECT_EQ(code([](settings& with) { with.name = "Ops"; }), "manifest_name");
    EXPECT_EQ(code([](settings& with) { with.name = std::string(32, 'o'); }), "manifest_name");
    EXPECT_EQ(code([](settings& with) { with.description = ""; }), "manifest_description");
    EXPECT_EQ(code([](settings& with) { with.description = std::string(141, 'd'); }),
              "manifest_description");
    EXPECT_EQ(code([](settings& with) { with.usage_hint = ""; }), "manifest_usage_hint");
    EXPECT_EQ(code([](settings& with) { with.url = "http://bot.example.com"; }), "manifest_url");
    EXPECT_EQ(code([](settings& with) { with.url = "https://bot.example.com/"; }), "manifest_url");
}

} // namespace
} // namespace chatops::slack
