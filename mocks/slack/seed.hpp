// What a Slack workspace holds when a mock starts.
#pragma once

#include <string>
#include <vector>

namespace chatops::mocks::slack {

/// A person. Names are unique in a workspace.
struct seed_user {
    /// Slack's shape: `U` and upper-case letters and digits.
    std::string id;
    std::string name;
    std::string real_name;
    std::string email;
};

struct seed_channel {
    /// `C…`; a private channel's too, as of 2021.
    std::string id;
    std::string name;
    bool is_private = false;
    /// Names of users; nobody given means everyone.
    std::vector<std::string> members = {};
    /// Whether the app's bot was invited.
    bool has_bot = true;
};

/// A slash command as the app's manifest declares it.
struct seed_command {
    /// With its slash: `/ops`.
    std::string name;
    /// Whether mentions and links arrive as `<@U…|name>`.
    bool should_escape = false;
};

/// A message shortcut as the app's manifest declares it.
struct seed_shortcut {
    /// As a message's menu shows it.
    std::string name;
    std::string callback_id;
};

/// The one app that is installed, and how Slack reaches it.
struct seed_app {
    std::string id;
    /// The bot's name: `@ops`.
    std::string name;
    std::string bot_user_id;
    std::string bot_id;
    std::string bot_token;
    std::string app_token;
    std::string signing_secret;
    /// For its installation by OAuth; empty: it is not distributed.
    std::string client_id = {};
    std::string client_secret = {};
    /// Whether an installation's tokens expire, and are had anew for a refresh token.
    bool token_rotation = false;
    /// Where people may be sent back to, or below it.
    std::vector<std::string> redirect_urls = {};
    /// The deprecated `token` field of every delivery.
    std::string verification_token;
    std::vector<seed_command> commands = {};
    std::vector<seed_shortcut> shortcuts = {};
    /// What the bot token may do.
    std::vector<std::string> scopes = {"app_mentions:read", "channels:history", "channels:join",
                                       "channels:read",     "chat:write",       "commands",
                                       "files:write",       "groups:history",   "groups:read",
                                       "im:history",        "im:read",          "im:write",
                                       "reactions:write",   "users:read",       "users:read.email"};
    /// The bot events it subscribed to.
    std::vector<std::string> events = {"app_home_opened", "app_mention", "message.channels",
                                       "message.groups", "message.im"};
    /// Socket Mode, or requests to `request_url`.
    bool socket_mode = false;
    /// Where `/slack/commands`, `/slack/events` and `/slack/interactive` are, without a slash at
    /// the end.
    std::string request_url;
};

struct seed {
    std::string team_id;
    std::string team_name;
    /// The `agency` of `agency.slack.com`.
    std::string team_domain;
    /// Where this mock is reached, without a slash at the end: for the URLs that it hands out.
    std::string url;
    std::vector<seed_user> users = {};
    std::vector<seed_channel> channels = {};
    seed_app app;
    /// Off only for measuring how fast something else is.
    bool rate_limits = true;
};

} // namespace chatops::mocks::slack
