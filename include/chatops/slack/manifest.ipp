#pragma once

#include "chatops/core/json.hpp"
#include "chatops/slack/http_endpoint.hpp"
#include "chatops/slack/manifest.hpp"
#include "chatops/slack/submission.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include <algorithm>
#include <initializer_list>
#include <optional>
#include <string_view>
#include <utility>

namespace chatops::slack {

namespace detail {

inline constexpr std::size_t manifest_name_bytes = 31;
inline constexpr std::size_t manifest_description_bytes = 140;
inline constexpr std::size_t manifest_hint_bytes = 1'000;
inline constexpr std::size_t manifest_url_bytes = 3'400;

CHATOPS_INLINE std::optional<mistake> check_manifest(const manifest_settings& settings) {
    const auto wrong = [](std::string code, std::string expected) {
        mistake made;
        made.message = "The manifest needs " + expected;
        made.code = std::move(code);
        made.expected = std::move(expected);
        return made;
    };
    const bool good_name = !settings.name.empty() && settings.name.size() <= manifest_name_bytes &&
                           std::all_of(settings.name.begin(), settings.name.end(), [](char c) {
                               return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
                                      c == '-' || c == '_' || c == '.';
                           });
    if (!good_name)
        return wrong("manifest_name", "a name of 1 to 31 small letters, digits, '-', '_' or '.'");
    if (settings.description.empty() || settings.description.size() > manifest_description_bytes)
        return wrong("manifest_description", "a description of 1 to 140 characters");
    if (settings.usage_hint.empty() || settings.usage_hint.size() > manifest_hint_bytes)
        return wrong("manifest_usage_hint", "a usage hint of 1 to 1,000 characters");
    const bool https = settings.url.rfind("https://", 0) == 0;
    if (!settings.url.empty() &&
        (!https || settings.url.size() > manifest_url_bytes || settings.url.back() == '/'))
        return wrong("manifest_url", "an address that begins with https:// and ends without '/'");
    return std::nullopt;
}

CHATOPS_INLINE boost::json::array list_of(std::initializer_list<std::string_view> words) {
    boost::json::array made;
    for (const std::string_view word : words)
        made.emplace_back(boost::json::string_view(word.data(), word.size()));
    return made;
}

CHATOPS_INLINE boost::json::object manifest_features(const manifest_settings& settings) {
    boost::json::object command;
    command["command"] = "/" + settings.name;
    command["description"] = settings.description;
    command["usage_hint"] = settings.usage_hint;
    // Mentions of people and channels then arrive with their ids.
    command["should_escape"] = true;
    if (!settings.url.empty())
        command["url"] = settings.url + std::string(http_endpoint::commands_path);
    boost::json::object features;
    features["app_home"] = {{"home_tab_enabled", true},
                            {"messages_tab_enabled", true},
                            {"messages_tab_read_only_enabled", false}};
    features["bot_user"] = {{"display_name", settings.name}, {"always_online", true}};
    features["slash_commands"] = boost::json::array{std::move(command)};
    boost::json::object shortcut;
    shortcut["name"] = "What about this?";
    shortcut["type"] = "message";
    shortcut["callback_id"] =
        boost::json::string_view(shortcut_callback.data(), shortcut_callback.size());
    shortcut["description"] = "Commands for what a message is about";
    features["shortcuts"] = boost::json::array{std::move(shortcut)};
    return features;
}

CHATOPS_INLINE boost::json::object manifest_behaviour(const manifest_settings& settings) {
    boost::json::object events;
    boost::json::object interactivity;
    interactivity["is_enabled"] = true;
    if (!settings.url.empty()) {
        events["request_url"] = settings.url + std::string(http_endpoint::events_path);
        interactivity["request_url"] = settings.url + std::string(http_endpoint::interactive_path);
        // Where menus of forms ask for their options.
        interactivity["message_menu_options_url"] = interactivity["request_url"];
    }
    events["bot_events"] = list_of({"app_home_opened", "app_mention", "message.im"});
    boost::json::object behaviour;
    behaviour["event_subscriptions"] = std::move(events);
    behaviour["interactivity"] = std::move(interactivity);
    behaviour["org_deploy_enabled"] = false;
    behaviour["socket_mode_enabled"] = settings.url.empty();
    behaviour["token_rotation_enabled"] = false;
    return behaviour;
}

} // namespace detail

CHATOPS_INLINE result<std::string> manifest(const manifest_settings& settings) {
    if (std::optional<mistake> wrong = detail::check_manifest(settings)) return std::move(*wrong);
    boost::json::object made;
    made["_metadata"] = {{"major_version", 2}, {"minor_version", 1}};
    made["display_information"] = {{"name", settings.name}, {"description", settings.description}};
    made["features"] = detail::manifest_features(settings);
    // The histories are read to find an answer again that was being posted when the bot was cut
    // off.
    made["oauth_config"] = {
        {"scopes",
         {{"bot", detail::list_of({"app_mentions:read", "channels:history", "channels:read",
                                   "chat:write", "commands", "files:write", "groups:history",
                                   "groups:read", "im:history", "im:write", "mpim:history"})}}}};
    made["settings"] = detail::manifest_behaviour(settings);
    return json::text(made);
}

} // namespace chatops::slack
