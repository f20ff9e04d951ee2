// A reply as Slack shows it: a message's `text` and `blocks`.
#pragma once

#include "chatops/chat/chat.hpp"
#include "chatops/chat/reply.hpp"
#include "chatops/core/config.hpp"

#include <string>

namespace chatops::slack {

/// Within Slack's limits (core/limits.hpp); what had to be left out is said where it is missing. No
/// data in it can mention anyone, link to a channel or break out of its block.
struct message {
    /// The title: what a telephone's notification says.
    std::string text;
    /// A JSON list.
    std::string blocks;
    /// Whether it shows all there is.
    bool whole = true;
};

/// A reply that belongs to no run; its buttons, which would have nothing to answer to, are not
/// shown.
message block_kit(const reply& what);

/// A run's message: what was asked, the reply, and its buttons. A button's `action_id` is
/// `question:choice`, its `value` the run's id.
message block_kit(const anchor& what);

/// The same without whatever Slack may not take: title and buttons, and between them as much as is
/// sure to fit, in no form, and Slack's word for why.
reply plainer(const reply& of, const std::string& error);

/// The JSON body of a response to a slash command, or of a post to its `response_url`; only the
/// asker sees it.
std::string response_text(const reply& what);

} // namespace chatops::slack

#include CHATOPS_BODY("chatops/slack/block_kit.ipp")
