// Modals that were submitted and shortcuts that were chosen, as values.
#pragma once

#include "chatops/core/config.hpp"
#include "chatops/slack/payload.hpp"

#include <boost/json/object.hpp>

#include <string_view>

namespace chatops::slack {

/// The message shortcut's `callback_id`, as the manifest has it.
inline constexpr std::string_view shortcut_callback = "chatops_about_this";

/// A `view_submission` of a form of ours.
///
/// The delivery key is made from the view's id: an opened modal runs once, however often it is sent
/// because an acknowledgement was lost.
payload read_submission(const boost::json::object& from, const identity& self);

/// A `block_suggestion`: what is typed into a menu of a form of ours that asks for its options.
/// Nothing of it is kept, so it has no delivery key.
payload read_suggestion(const boost::json::object& from, const identity& self);

/// What a message says, markup undone, from its text, its blocks and its attachments; alerts often
/// have no text but in those. At most `limits::slack_pointed_bytes`.
std::string words_of_message(const boost::json::object& message);

/// A `message_action`: the shortcut in a message's menu.
payload read_shortcut(const boost::json::object& from, const identity& self);

} // namespace chatops::slack

#include CHATOPS_BODY("chatops/slack/submission.ipp")
