#pragma once

#include "chatops/core/json.hpp"
#include "chatops/core/limits.hpp"
#include "chatops/slack/json_member.hpp"
#include "chatops/slack/web_answer.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace chatops::slack {

namespace detail {

/// Source: the errors that the reference lists for every method.
inline constexpr std::array<std::string_view, 6> passing_troubles{
    "internal_error",      "fatal_error",       "request_timeout",
    "service_unavailable", "team_added_to_org", "org_login_required"};
inline constexpr std::array<std::string_view, 3> rate_errors{"ratelimited", "rate_limited",
                                                             "message_limit_exceeded"};
inline constexpr std::array<std::string_view, 6> token_errors{
    "not_authed",    "invalid_auth",  "account_inactive",
    "token_revoked", "token_expired", "not_allowed_token_type"};

/// Beside those of the token.
inline constexpr std::array<std::string_view, 6> hopeless{
    "user_removed_from_team", "team_disabled",  "missing_scope",
    "no_permission",          "forbidden_team", "access_denied"};
/// Beside those of the token.
inline constexpr std::array<std::string_view, 11> installation_errors{
    "missing_scope",       "user_removed_from_team",    "team_disabled",    "forbidden_team",
    "accesslimited",       "enterprise_is_restricted",  "not_enabled",      "messages_tab_disabled",
    "deprecated_endpoint", "two_factor_setup_required", "method_deprecated"};
inline constexpr std::array<std::string_view, 12> place_errors{
    "not_in_channel",   "channel_not_found",          "is_archived",
    "is_inactive",      "user_not_in_channel",        "no_permission",
    "access_denied",    "ekm_access_denied",          "cannot_reply_to_message",
    "thread_not_found", "external_channel_migrating", "team_access_not_granted"};
inline constexpr std::array<std::string_view, 8> message_errors{
    "msg_too_long",         "msg_blocks_too_long",
    "invalid_blocks",       "invalid_blocks_format",
    "block_mismatch",       "no_text",
    "too_many_attachments", "attachment_payload_limit_exceeded"};
/// Words that go on: `restricted_action_read_only_channel`.
inline constexpr std::array<std::string_view, 2> place_beginnings{"restricted_action",
                                                                  "slack_connect_"};

struct explanation {
    std::string_view error;
    std::string_view sentence;
};
inline constexpr explanation explanations[]{
    {"not_in_channel", "The bot is not in that channel; invite it there with /invite."},
    {"channel_not_found", "The bot cannot see that channel; invite it there with /invite."},
    {"no_permission", "The bot is not allowed to do that there; invite it there with /invite."},
    {"is_archived", "That channel is archived."},
    {"is_inactive", "That channel is archived or frozen."},
    {"restricted_action", "A setting of the workspace keeps the bot from posting there."},
    {"slack_connect_", "A setting for shared channels keeps the bot from posting that there."},
    {"ekm_access_denied", "Administrators have stopped messages there."},
    {"cannot_reply_to_message", "That message takes no replies."},
    {"thread_not_found", "That thread is gone."},
    {"not_authed", "No token was sent; put one into the configuration."},
    {"invalid_auth", "Slack does not know the token; copy it anew from the app's settings."},
    {"account_inactive", "The token belongs to a removed app or user; install the app again."},
    {"user_removed_from_team", "The app's user was removed; install the app again."},
    {"team_disabled", "The workspace is disabled."},
    {"token_revoked", "The token was revoked; install the app again."},
    {"token_expired", "The token has expired; switch token rotation off, or set a new one."},
    {"missing_scope", "The app lacks a permission; add the scope and install the app again."},
    {"not_allowed_token_type", "The token is of the wrong kind."},
    {"forbidden_team", "The workspace does not allow this app to use Socket Mode."},
    {"accesslimited", "The workspace does not allow calls from the bot's network."},
    {"messages_tab_disabled", "The app takes no direct messages; switch on the Messages tab of its "
                              "App Home."},
    {"not_enabled", "The app has no page; switch on the Home tab of its App Home."},
    {"user_not_found", "Slack knows no such person."},
    {"user_disabled", "That person's account is switched off."},
    {"message_not_found", "The message is gone."},
    {"cant_update_message", "The message is not the bot's, so the bot cannot change it."},
    {"edit_window_closed", "The message is too old to be changed in this workspace."},
    {"msg_too_long", "The message is too long."},
    {"msg_blocks_too_long", "The message's blocks are too long."},
    {"user_not_in_channel", "That person is not in the channel."},
    {"storage_limit_reached", "The workspace has no room for files."},
    {"used_url", "The answer's address was used too often."},
    {"expired_url", "The answer's address is older than 30 minutes."},
};

template <std::size_t Size>
bool is_one_of(const std::array<std::string_view, Size>& all, std::string_view one) {
    return std::find(all.begin(), all.end(), one) != all.end();
}

/// Whether that explanation is of this word, or of all words that begin so.
CHATOPS_INLINE bool explains(std::string_view known, std::string_view error) {
    return known == error || (is_one_of(place_beginnings, known) && error.starts_with(known));
}

CHATOPS_INLINE std::optional<duration> read_retry_after(std::string_view header) {
    std::int64_t seconds = 0;
    const char* const end = header.data() + header.size();
    const auto read = std::from_chars(header.data(), end, seconds);
    constexpr std::int64_t day = 86'400;
    if (header.empty() || read.ec != std::errc() || read.ptr != end || seconds < 0)
        return std::nullopt;
    return std::chrono::seconds(std::min(seconds, day));
}

/// What Slack adds to an error: the scope that is missing, the argument that is wrong. Its words,
/// not data.
CHATOPS_INLINE std::string details_of(const boost::json::object& answer) {
    std::string text;
    const std::string_view needed = text_member(answer, "needed");
    if (!needed.empty()) text.append(" Needed: ").append(needed).append(".");
    const boost::json::object* const more = object_member(answer, "response_metadata");
    const boost::json::array* const messages =
        more == nullptr ? nullptr : list_member(*more, "messages");
    if (messages != nullptr && !messages->empty() && messages->front().is_string()) {
        const auto& first = messages->front().get_string();
        text.append(" Slack says: ").append(first.data(), first.size());
    }
    return text;
}

CHATOPS_INLINE provider_error slack_error(std::string_view method, const http::response& answer,
                                          std::string_view error, const std::string& details) {
    return {"slack", answer.status, std::string(error), explain(method, error) + details,
            std::string(answer.headers.get("x-slack-req-id"))};
}

CHATOPS_INLINE web_answer unexpected(std::string_view method, const http::response& answer) {
    const std::string status = std::to_string(answer.status);
    if (answer.status >= 500 || answer.status < 300)
        return unusable{"Slack's answer to " + std::string(method) + " was no JSON (status " +
                        status + ")"};
    return slack_error(method, answer, "http_" + status, {});
}

} // namespace detail

CHATOPS_INLINE bool is_beyond_repair(std::string_view error) {
    return is_about_the_token(error) || detail::is_one_of(detail::hopeless, error);
}

CHATOPS_INLINE bool is_about_the_token(std::string_view error) {
    return detail::is_one_of(detail::token_errors, error);
}

CHATOPS_INLINE refusal_cause cause_of(std::string_view error) {
    if (is_about_the_token(error) || detail::is_one_of(detail::installation_errors, error))
        return refusal_cause::installation;
    if (detail::is_one_of(detail::message_errors, error)) return refusal_cause::message;
    const auto begins = [&](std::string_view each) { return error.starts_with(each); };
    const bool is_of_place =
        detail::is_one_of(detail::place_errors, error) ||
        std::any_of(detail::place_beginnings.begin(), detail::place_beginnings.end(), begins);
    return is_of_place ? refusal_cause::place : refusal_cause::other;
}

CHATOPS_INLINE std::string_view meaning_of(std::string_view error) {
    for (const auto& each : detail::explanations)
        if (detail::explains(each.error, error)) return each.sentence;
    return {};
}

CHATOPS_INLINE std::string explain(std::string_view method, std::string_view error) {
    std::string text = "Slack refused " + std::string(method) + ": " + std::string(error) + ".";
    const std::string_view meaning = meaning_of(error);
    if (!meaning.empty()) text.append(" ").append(meaning);
    if (is_about_the_token(error))
        text += method == "apps.connections.open" ? " It is the app's, xapp-…: slack.app_token."
                                                  : " It is the bot's, xoxb-…: slack.bot_token.";
    return text;
}

CHATOPS_INLINE web_answer read_answer(std::string_view method, const http::response& answer) {
    if (answer.status == 429)
        return limited{detail::read_retry_after(answer.headers.get("Retry-After"))};
    auto parsed = json::parse(answer.body, limits::slack_answer_bytes);
    boost::json::object* const object = parsed ? parsed->if_object() : nullptr;
    if (object == nullptr || member(*object, "ok") == nullptr)
        return detail::unexpected(method, answer);
    if (true_member(*object, "ok") && answer.status == 200) return std::move(*object);
    const std::string_view error = text_member(*object, "error");
    if (detail::is_one_of(detail::rate_errors, error))
        return limited{detail::read_retry_after(answer.headers.get("Retry-After"))};
    if (detail::is_one_of(detail::passing_troubles, error) ||
        (error.empty() && answer.status < 400))
        return unusable{"Slack answered " + std::string(method) + " with " +
                        (error.empty() ? std::string("no reason") : std::string(error))};
    if (answer.status >= 500)
        return unusable{"Slack answered " + std::string(method) + " with status " +
                        std::to_string(answer.status)};
    return detail::slack_error(method, answer, error.empty() ? "unknown_error" : error,
                               detail::details_of(*object));
}

CHATOPS_INLINE web_answer read_response_url_answer(const http::response& answer) {
    if (answer.status == 200 && answer.body.find("\"ok\":false") == std::string::npos)
        return boost::json::object();
    return read_answer("response_url", answer);
}

} // namespace chatops::slack
