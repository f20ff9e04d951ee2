// What people do in a workspace: say a line, press a button, submit or close a modal.
#pragma once

#include "chatops/core/result.hpp"
#include "mocks/slack/parts.hpp"

#include <string>
#include <string_view>

namespace chatops::mocks::slack {

/// Names are ids, or names with or without `@` and `#`; a channel `@ops` is the direct messages
/// with the bot.
struct saying {
    std::string user;
    std::string channel;
    /// A slash command when it begins with `/`.
    std::string text;
    std::string thread_ts = {};
};

/// Returns the message's ts, or nothing but success for a slash command. Mistakes: `unknown_user`,
/// `unknown_channel`, `not_in_channel`, `unknown_thread`, `no_text`.
result<std::string> say(parts& in, const saying& what, sim::moment when);

struct clicking {
    std::string user;
    /// Empty: any channel.
    std::string channel = {};
    /// Empty: the latest message that has such a button.
    std::string ts = {};
    /// The button's label, or its `action_id`; one of them.
    std::string text = {};
    std::string action_id = {};
    /// What was chosen, where the element is a menu: an option's value or label.
    std::string option = {};
};

/// Returns `{"ts", "channel", "action_id"}` of what was pressed. Mistakes: `unknown_user`,
/// `unknown_channel`, `not_in_channel`, `no_such_button`, `no_such_option`.
result<object> click(parts& in, const clicking& what, sim::moment when);

struct submitting {
    std::string user;
    /// The modal on top; empty: whichever that is.
    std::string view_id = {};
    /// `block_id`, `action_id` or an input's label, to what is put there.
    object values = {};
    /// Closed instead of submitted; with `is_cleared`, the whole stack.
    bool is_closed = false;
    bool is_cleared = false;
};

/// Returns `{"view_id"}`. Mistakes: `unknown_user`, `no_modal`, `no_such_input`, `no_such_option`,
/// `no_such_person`, `missing_input`.
result<object> submit(parts& in, const submitting& what, sim::moment when);

struct suggesting {
    std::string user;
    /// A menu that asks for its options in the modal on top: its `block_id`, `action_id` or label.
    std::string input;
    /// What is typed into it.
    std::string value = {};
    /// What was put into the others before, as in `submitting`.
    object values = {};
};

/// Returns `{"view_id", "asked"}`; what the app gives is `offered` in the view. Not asked is it
/// where less is typed than `min_query_length`. Mistakes: those of `submit`, `no_suggestions`.
result<object> suggest(parts& in, const suggesting& what, sim::moment when);

/// A message as a person finds it.
struct pointing {
    std::string user;
    std::string channel;
    /// Empty: the latest message with `text` in it.
    std::string ts = {};
    std::string text = {};
};

/// A person edits their own message: `message_changed`, and no mention. Returns its ts. Mistakes:
/// those of `say`, `no_such_message`, `not_own_message`.
result<std::string> edit(parts& in, const pointing& at, std::string_view text, sim::moment when);

/// A person chooses one of the app's shortcuts, by its name or `callback_id`, in a message's menu:
/// `message_action`. Returns the message's ts. Mistakes: those of `edit`, `no_such_shortcut`.
result<std::string> choose_shortcut(parts& in, const pointing& at, std::string_view name,
                                    sim::moment when);

/// A person opens the bot's home tab: `app_home_opened`.
result<> open_home(parts& in, std::string_view user, sim::moment when);

/// The channel that a person means. Null when there is none.
channel* channel_meant(parts& in, const user& by, std::string_view name, time_point wall);

/// What every interaction's payload begins with.
object interaction_payload(parts& in, std::string_view type, const user& by, sim::moment when);

} // namespace chatops::mocks::slack
