// The Events API: what happens in a workspace, told to the app that subscribed to it.
#pragma once

#include "mocks/slack/parts.hpp"

#include <string_view>

namespace chatops::mocks::slack {

/// A new message: `message.…`, and `app_mention` when it names the bot. Of a channel that the bot
/// is not in, nothing.
void tell_posted(parts& in, const channel& where, const message& what, sim::moment when);
/// Whether the app hears of that channel's messages and of their changes.
bool is_told_of_messages(const parts& in, const channel& where);
void tell_changed(parts& in, const channel& where, const message& now, object before,
                  sim::moment when);
void tell_deleted(parts& in, const channel& where, object before, sim::moment when);
/// `member_joined_channel`, `reaction_added`, `app_home_opened`: an event that is ready but for its
/// time.
void tell(parts& in, std::string_view subscription, object event, sim::moment when);

/// Asks the app whether the URL for events is its own, as Slack does when the URL is entered.
void verify_url(parts& in, sim::moment when);

/// Adds a message and tells of it: what everyone who posts does.
message& post_message(parts& in, channel& to, message what, sim::moment when);

/// A line of Slack's own that one person sees.
void whisper(parts& in, channel& where, std::string_view user_id, std::string text,
             sim::moment when);

} // namespace chatops::mocks::slack
