#pragma once

#include "chatops/core/json.hpp"
#include "chatops/core/limits.hpp"
#include "chatops/slack/form_fields.hpp"
#include "chatops/slack/json_member.hpp"
#include "chatops/slack/markup.hpp"
#include "chatops/slack/payload.hpp"
#include "chatops/slack/payload_names.hpp"
#include "chatops/slack/submission.hpp"

#include <algorithm>
#include <charconv>
#include <initializer_list>
#include <optional>
#include <utility>

namespace chatops::slack {

namespace detail {

/// The rest of a command, once its fields are at hand; `field` returns nothing for malformed ones.
template <class Field>
payload read_command_fields(const Field& field, const identity& self) {
    std::optional<std::string> team = field("team_id"), user = field("user_id"),
                               name = field("user_name"), channel = field("channel_id"),
                               channel_name = field("channel_name"), text = field("text"),
                               trigger = field("trigger_id"), answer = field("response_url");
    if (!team || !user || !name || !channel || !channel_name || !text || !trigger || !answer)
        return refused{400, "a field is not percent-encoded UTF-8"};
    if (!is_name(*user) || !is_name(*channel) || !is_name(*trigger))
        return refused{400, "missing field"};
    if (of_another_workspace(*team, self)) return ignored{"another workspace"};
    if (text->size() > limits::line_bytes) return refused{413, "line too long"};
    said line;
    line.delivery_key = key({"command", *trigger});
    line.who = {std::move(*user), std::move(*name)};
    line.where = {std::move(*channel), detail::channel_name(*channel_name), {}};
    line.text = command_line(*text, self.user, self.name);
    line.way = answer_way::in_response;
    line.response_url = secret(std::move(*answer));
    line.trigger = secret(std::move(*trigger));
    return line;
}

CHATOPS_INLINE payload read_json(std::string_view text, const identity& self,
                                 payload (*read)(const boost::json::object&, const identity&)) {
    const auto parsed = json::parse(text, limits::slack_body_bytes);
    if (!parsed) return refused{400, "malformed JSON"};
    const boost::json::object* const object = parsed->if_object();
    if (object == nullptr) return refused{400, "no JSON object"};
    return read(*object, self);
}

/// Subtypes of what a person typed; all others are edits, deletions, joins, other bots.
CHATOPS_INLINE bool is_typed(std::string_view subtype) {
    return subtype.empty() || subtype == "thread_broadcast" || subtype == "file_share";
}

CHATOPS_INLINE payload read_message(const boost::json::object& event, const identity& self) {
    const std::string_view type = text_member(event, "type");
    if (type != "app_mention" && type != "message") return ignored{"event of another type"};
    if (!is_typed(text_member(event, "subtype"))) return ignored{"message with a subtype"};
    const boost::json::value* const edited = member(event, "edited");
    if (edited != nullptr && !edited->is_null()) return ignored{"edited message"};
    if (true_member(event, "hidden")) return ignored{"hidden message"};
    const std::string_view user = text_member(event, "user");
    const boost::json::value* const bot = member(event, "bot_id");
    if (user.empty() || user == self.user || (bot != nullptr && !bot->is_null()))
        return ignored{"message of a bot"};
    const std::string_view channel = text_member(event, "channel");
    const std::string_view stamp = text_member(event, "ts");
    if (!is_name(user) || !is_name(channel) || !is_name(stamp))
        return refused{400, "missing field"};
    const std::string_view text = text_member(event, "text");
    const std::string_view kind = text_member(event, "channel_type");
    const bool alone = kind == "im" || (kind.empty() && channel.front() == 'D');
    if (type == "message" && !alone && !mentions(text, self.user))
        return ignored{"message not for us"};
    if (text.size() > limits::line_bytes) return refused{413, "line too long"};
    std::string_view thread = text_member(event, "thread_ts");
    if (thread == stamp || !is_name(thread)) thread = {};
    said line;
    line.delivery_key = key({"message", channel, stamp});
    line.who.id = user;
    line.where = {std::string(channel), {}, std::string(thread)};
    line.text = command_line(text, self.user, self.name);
    line.way = answer_way::by_message;
    return line;
}

CHATOPS_INLINE payload read_home(const boost::json::object& event) {
    if (text_member(event, "tab") != "home") return ignored{"another tab"};
    opened_home made;
    made.who.id = text_member(event, "user");
    if (!is_name(made.who.id)) return refused{400, "missing field"};
    return made;
}

CHATOPS_INLINE std::optional<clicked> read_press(const boost::json::object& action) {
    clicked press;
    const std::string_view run = text_member(action, "value");
    if (text_member(action, "type") != "button" || !is_name(run)) return std::nullopt;
    if (!read_action_id(text_member(action, "action_id"), press.question, press.choice))
        return std::nullopt;
    press.run.text = run;
    return press;
}

} // namespace detail

CHATOPS_INLINE payload read_command_form(std::string_view body, const identity& self) {
    const form_fields fields(body);
    // Whoever may send it without a signature must not be able to send more with it.
    if (fields.has("ssl_check")) return ignored{"ssl_check"};
    return detail::read_command_fields([&](std::string_view name) { return fields.value(name); },
                                       self);
}

CHATOPS_INLINE payload read_command(const boost::json::object& from, const identity& self) {
    return detail::read_command_fields(
        [&](std::string_view name) -> std::optional<std::string> {
            return std::string(text_member(from, name));
        },
        self);
}

CHATOPS_INLINE payload read_interaction_form(std::string_view body, const identity& self) {
    const form_fields fields(body);
    if (fields.has("ssl_check")) return ignored{"ssl_check"};
    if (!fields.has("payload")) return refused{400, "missing field"};
    const std::optional<std::string> text = fields.value("payload");
    if (!text) return refused{400, "a field is not percent-encoded UTF-8"};
    return detail::read_json(*text, self, &read_interaction);
}

CHATOPS_INLINE payload read_event_text(std::string_view body, const identity& self) {
    return detail::read_json(body, self, &read_event);
}

CHATOPS_INLINE payload read_event(const boost::json::object& from, const identity& self) {
    const std::string_view type = text_member(from, "type");
    if (type == "url_verification") {
        const std::string_view challenge = text_member(from, "challenge");
        if (challenge.empty()) return refused{400, "missing field"};
        return handshake{std::string(challenge)};
    }
    if (type == "app_rate_limited") return ignored{"app_rate_limited"};
    if (type != "event_callback") return ignored{"payload of another type"};
    const boost::json::object* const event = object_member(from, "event");
    if (event == nullptr) return refused{400, "missing event"};
    // In a shared channel `team_id` is where it was said, `context_team_id` the workspace we are
    // in.
    std::string_view team = text_member(from, "context_team_id");
    if (team.empty()) team = text_member(from, "team_id");
    if (detail::of_another_workspace(team, self)) return ignored{"another workspace"};
    if (text_member(*event, "type") == "app_home_opened") return detail::read_home(*event);
    return detail::read_message(*event, self);
}

CHATOPS_INLINE payload read_interaction(const boost::json::object& from, const identity& self) {
    const std::string_view type = text_member(from, "type");
    if (type == "view_submission") return read_submission(from, self);
    if (type == "block_suggestion") return read_suggestion(from, self);
    if (type == "message_action") return read_shortcut(from, self);
    if (type != "block_actions") return ignored{"payload of another type"};
    const boost::json::array* const actions = list_member(from, "actions");
    if (actions == nullptr || actions->empty()) return refused{400, "missing actions"};
    if (detail::of_another_workspace(text_member(from, "team", "id"), self))
        return ignored{"another workspace"};
    // Slack sends one action a press; were there several, they would share the delivery's key.
    const boost::json::object* const action = actions->front().if_object();
    std::optional<clicked> press = action == nullptr ? std::nullopt : detail::read_press(*action);
    if (!press) return ignored{"action not of ours"};
    const std::string_view user = text_member(from, "user", "id");
    std::string_view channel = text_member(from, "channel", "id");
    if (channel.empty()) channel = text_member(from, "container", "channel_id");
    const bool on_page = text_member(from, "view", "type") == "home";
    if (channel.empty() && !on_page) return ignored{"action outside a message"};
    const std::string_view stamp = text_member(from, "container", "message_ts");
    const std::string_view trigger = text_member(from, "trigger_id");
    const std::string_view when = text_member(*action, "action_ts");
    if (!detail::is_name(user) || !(on_page || detail::is_name(channel)))
        return refused{400, "missing field"};
    if (detail::is_name(trigger))
        press->delivery_key = detail::key({"action", trigger});
    else if (detail::is_name(stamp) && detail::is_name(when))
        press->delivery_key = detail::key({"action", channel, stamp, user, when});
    else
        return refused{400, "missing field"};
    std::string_view thread = text_member(from, "container", "thread_ts");
    if (thread.empty()) thread = text_member(from, "message", "thread_ts");
    if (thread == stamp || !detail::is_name(thread)) thread = {};
    press->who = detail::person_of(from);
    press->where = {std::string(channel),
                    detail::channel_name(text_member(from, "channel", "name")),
                    std::string(thread)};
    press->response_url = secret(std::string(text_member(from, "response_url")));
    return std::move(*press);
}

CHATOPS_INLINE std::string action_id(std::string_view question, std::string_view choice) {
    static constexpr char digits[] = "0123456789ABCDEF";
    std::string id;
    const auto append = [&id](std::string_view part) {
        for (const char c : part) {
            const auto byte = static_cast<unsigned char>(c);
            if (detail::is_name({&c, 1}) || c == '/' || c == '=') {
                id += c;
                continue;
            }
            id += '%';
            id += digits[byte >> 4U];
            id += digits[byte & 15U];
        }
    };
    append(question);
    id += ':';
    append(choice);
    return id;
}

CHATOPS_INLINE bool read_action_id(std::string_view id, std::string& question,
                                   std::string& choice) {
    const std::size_t colon = id.find(':');
    if (id.size() > limits::slack_action_id_bytes || colon == std::string_view::npos ||
        id.find(':', colon + 1) != std::string_view::npos)
        return false;
    const auto read_part = [](std::string_view encoded, std::string& to) {
        to.clear();
        while (!encoded.empty()) {
            unsigned byte = static_cast<unsigned char>(encoded.front());
            std::size_t taken = 1;
            if (byte == '%') {
                taken = 3;
                if (encoded.size() < taken) return false;
                const char* const end = encoded.data() + taken;
                const auto read = std::from_chars(encoded.data() + 1, end, byte, 16);
                if (read.ec != std::errc() || read.ptr != end) return false;
            }
            to += static_cast<char>(byte);
            encoded.remove_prefix(taken);
        }
        return !to.empty();
    };
    return read_part(id.substr(0, colon), question) && read_part(id.substr(colon + 1), choice);
}

} // namespace chatops::slack
