// What Slack's deliveries say, as values: from a form, from JSON, from a Socket Mode payload.
#pragma once

#include "chatops/chat/incoming.hpp"
#include "chatops/core/config.hpp"
#include "chatops/slack/identity.hpp"

#include <boost/json/object.hpp>

#include <string>
#include <string_view>
#include <variant>

namespace chatops::slack {

/// Slack asks at set-up whether we are there (`url_verification`); the answer is the challenge.
struct handshake {
    std::string challenge;
};

/// Real, and nothing for us: acknowledged. `why` is a constant phrase for the log.
struct ignored {
    std::string_view why;
};

/// Nothing that Slack sends. `status` is what HTTP answers; `why` a constant phrase for the log.
struct refused {
    int status = 400;
    std::string_view why;
};

using payload = std::variant<said, clicked, submitted, half_filled, pointed_at, opened_home,
                             handshake, ignored, refused>;

/// A slash command's form, also Slack's `ssl_check`.
///
/// The delivery key is made from `trigger_id`: Slack makes one for each time a command is typed,
/// and a delivery repeated over Socket Mode carries the same.
payload read_command_form(std::string_view body, const identity& self);

/// What a person did with a message, a modal or the page of ours, or by a message's shortcut, or
/// types into a modal's menu (`block_suggestion`): a form with one field, `payload`.
payload read_interaction_form(std::string_view body, const identity& self);

/// The JSON text of the Events API.
payload read_event_text(std::string_view body, const identity& self);

/// The same three as they come over Socket Mode, as the envelope's payload.
payload read_command(const boost::json::object& from, const identity& self);
payload read_interaction(const boost::json::object& from, const identity& self);

/// A mention, or any message where the bot is alone with a person; others are ignored, those of
/// bots too. An edit is ignored, too: what ran does not run again, and what was not for us does not
/// become so. `app_home_opened` of the home tab is `opened_home`.
///
/// The delivery key is made from channel and `ts`, which name a message for good: a mention in a
/// channel comes as `app_mention` and as `message`, with different event ids.
payload read_event(const boost::json::object& from, const identity& self);

/// A button's `action_id` for a question and a choice: `confirm:yes`; what is not plain in them is
/// percent-encoded. Slack takes `limits::slack_action_id_bytes`.
std::string action_id(std::string_view question, std::string_view choice);

/// The question and the choice of such an id; false if it is none.
bool read_action_id(std::string_view id, std::string& question, std::string& choice);

} // namespace chatops::slack

#include CHATOPS_BODY("chatops/slack/payload.ipp")
