#pragma once

#include "chatops/core/limits.hpp"
#include "chatops/slack/json_member.hpp"
#include "chatops/slack/markup.hpp"
#include "chatops/slack/modal.hpp"
#include "chatops/slack/payload_names.hpp"
#include "chatops/slack/submission.hpp"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

namespace chatops::slack {

namespace detail {

/// What stands in one input: `value`, or what of it was selected.
CHATOPS_INLINE std::vector<std::string> values_of_input(const boost::json::object& state) {
    std::vector<std::string> values;
    const auto add = [&](std::string_view text) {
        if (!text.empty()) values.emplace_back(text);
    };
    add(text_member(state, "value"));
    add(text_member(state, "selected_option", "value"));
    // As markup in a line has them.
    if (const auto user = text_member(state, "selected_user"); is_name(user))
        add("<@" + std::string(user) + '>');
    if (const auto channel = text_member(state, "selected_conversation"); is_name(channel))
        add("<#" + std::string(channel) + '>');
    if (const boost::json::array* const chosen = list_member(state, "selected_options"))
        for (const boost::json::value& each : *chosen)
            if (const boost::json::object* const one = each.if_object())
                add(text_member(*one, "value"));
    return values;
}

/// Fields of `state.values`: by block, with one input in each. False when there is too much of it.
CHATOPS_INLINE bool add_fields(const boost::json::object& values, submitted& to) {
    std::size_t bytes = 0;
    for (const auto& block : values) {
        const boost::json::object* const inputs = block.value().if_object();
        if (inputs == nullptr || inputs->empty()) continue;
        const boost::json::object* const state = inputs->begin()->value().if_object();
        if (state == nullptr) continue;
        std::vector<std::string> given = values_of_input(*state);
        for (const std::string& each : given) bytes += each.size();
        if (bytes > limits::line_bytes || to.fields.size() > limits::form_fields) return false;
        const std::string_view id(block.key().data(), block.key().size());
        if (id.substr(0, 1) == "-")
            for (std::string& flag : given)
                to.fields.emplace_back(std::move(flag), std::vector<std::string>{"yes"});
        else if (!given.empty())
            to.fields.emplace_back(std::string(id), std::move(given));
    }
    return true;
}

/// Who fills in which form of ours, and what stands in it; or why it is none.
CHATOPS_INLINE std::optional<payload> read_form(const boost::json::object& from,
                                                const identity& self, submitted& to) {
    if (of_another_workspace(text_member(from, "team", "id"), self))
        return ignored{"another workspace"};
    const boost::json::object* const view = object_member(from, "view");
    if (view == nullptr) return refused{400, "missing view"};
    if (text_member(*view, "callback_id") != form_callback) return ignored{"view not of ours"};
    to.who = person_of(from);
    if (!is_name(to.who.id)) return refused{400, "missing field"};
    if (!read_origin(text_member(*view, "private_metadata"), to.origin))
        return refused{400, "malformed metadata"};
    const boost::json::object* const state = object_member(*view, "state");
    const boost::json::object* const values =
        state == nullptr ? nullptr : object_member(*state, "values");
    if (values != nullptr && !add_fields(*values, to)) return refused{413, "form too large"};
    return std::nullopt;
}

/// Every `text`, `fallback`, `title` and `value` within, wherever it is.
CHATOPS_INLINE void add_words(const boost::json::value& from, std::string& to) {
    if (to.size() >= limits::slack_pointed_bytes) return;
    if (const boost::json::array* const list = from.if_array()) {
        for (const boost::json::value& each : *list) add_words(each, to);
        return;
    }
    const boost::json::object* const object = from.if_object();
    if (object == nullptr) return;
    for (const std::string_view name : {"text", "fallback", "title", "pretext", "value", "url"})
        if (const std::string_view text = text_member(*object, name); !text.empty())
            (to += ' ') += without_markup(text);
    for (const std::string_view name : {"text", "title", "fields", "elements", "blocks"})
        if (const boost::json::value* const inner = member(*object, name); inner != nullptr)
            add_words(*inner, to);
}

} // namespace detail

CHATOPS_INLINE std::string words_of_message(const boost::json::object& message) {
    std::string words = without_markup(text_member(message, "text"));
    for (const std::string_view name : {"blocks", "attachments"})
        if (const boost::json::value* const part = member(message, name); part != nullptr)
            detail::add_words(*part, words);
    words.resize(std::min(words.size(), limits::slack_pointed_bytes));
    return words;
}

CHATOPS_INLINE payload read_submission(const boost::json::object& from, const identity& self) {
    submitted filled;
    if (auto wrong = detail::read_form(from, self, filled)) return std::move(*wrong);
    const std::string_view id = text_member(from, "view", "id");
    if (!detail::is_name(id)) return refused{400, "missing field"};
    filled.delivery_key = detail::key({"view", id});
    return filled;
}

CHATOPS_INLINE payload read_suggestion(const boost::json::object& from, const identity& self) {
    submitted form;
    if (auto wrong = detail::read_form(from, self, form)) return std::move(*wrong);
    half_filled made;
    made.field = text_member(from, "block_id");
    made.typed = text_member(from, "value");
    if (made.field.empty()) return refused{400, "missing field"};
    if (made.typed.size() > limits::slack_input_bytes) return refused{413, "text too long"};
    made.who = std::move(form.who);
    made.origin = std::move(form.origin);
    made.fields = std::move(form.fields);
    return made;
}

CHATOPS_INLINE payload read_shortcut(const boost::json::object& from, const identity& self) {
    if (detail::of_another_workspace(text_member(from, "team", "id"), self))
        return ignored{"another workspace"};
    if (text_member(from, "callback_id") != shortcut_callback)
        return ignored{"shortcut not of ours"};
    const boost::json::object* const message = object_member(from, "message");
    if (message == nullptr) return refused{400, "missing message"};
    pointed_at made;
    made.who = detail::person_of(from);
    const std::string_view channel = text_member(from, "channel", "id");
    const std::string_view trigger = text_member(from, "trigger_id");
    if (!detail::is_name(made.who.id) || !detail::is_name(channel) || !detail::is_name(trigger))
        return refused{400, "missing field"};
    // The answer is about that message: it goes into its thread.
    std::string_view thread = text_member(*message, "thread_ts");
    if (thread.empty()) thread = text_member(*message, "ts");
    if (!detail::is_name(thread)) thread = {};
    made.where = {std::string(channel), detail::channel_name(text_member(from, "channel", "name")),
                  std::string(thread)};
    made.text = words_of_message(*message);
    made.response_url = secret(std::string(text_member(from, "response_url")));
    made.trigger = secret(std::string(trigger));
    return made;
}

} // namespace chatops::slack
