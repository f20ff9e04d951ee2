// What all that the bot says begins with: where it goes, and as what.
#pragma once

#include "mocks/slack/web_api.hpp"

#include <string>

namespace chatops::mocks::slack {

/// Where to post: a channel by id or name, or a person's direct messages by the person's id. Throws
/// `channel_not_found`, `not_in_channel`, `is_archived`.
channel& posting_target(call& asked);

/// The ts of the thread that the call names: its first message's; empty when it names none. Throws
/// `invalid_thread_ts`, `cannot_reply_to_message`.
std::string thread_of(const call& asked, channel& where);

message bot_message(const call& asked);

} // namespace chatops::mocks::slack
