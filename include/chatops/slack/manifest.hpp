// The app manifest with which a Slack app is created: what the bot needs, and no more.
#pragma once

#include "chatops/core/config.hpp"
#include "chatops/core/result.hpp"

#include <string>

namespace chatops::slack {

struct manifest_settings {
    /// The command without `/`, and the bot's name: `ops`.
    std::string name = "ops";
    std::string description = "Operations, typed where everyone sees them";
    /// Shown while one types the command.
    std::string usage_hint = "help";
    /// Where Slack reaches the bot, without a slash at the end: `https://bot.example.com`. Empty:
    /// Socket Mode.
    std::string url;
};

/// JSON for "Create app from manifest", version 2 of Slack's schema.
///
/// Mistakes: `manifest_name` (Slack's rules for commands: at most 31 small letters, digits, `-`,
/// `_`, `.`), `manifest_description` (1 to 140 bytes), `manifest_usage_hint` (1 to 1,000),
/// `manifest_url` (no https, too long).
result<std::string> manifest(const manifest_settings& settings);

} // namespace chatops::slack

#include CHATOPS_BODY("chatops/slack/manifest.ipp")
