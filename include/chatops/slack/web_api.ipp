#pragma once

#include "chatops/core/limits.hpp"
#include "chatops/core/sleep.hpp"
#include "chatops/core/url.hpp"
#include "chatops/slack/json_body.hpp"
#include "chatops/slack/json_member.hpp"
#include "chatops/slack/web_api.hpp"

#include <algorithm>
#include <utility>
#include <variant>

namespace chatops::slack {

namespace detail {

inline constexpr std::string_view metadata_event = "chatops_run";
inline constexpr int most_tries = 5;
/// Of a page of messages: enough for an hour of a busy channel, and far below Slack's 999.
inline constexpr std::string_view page_size = "100";

CHATOPS_INLINE std::string metadata_of(const run_id& run) {
    json_body payload;
    payload.text("run", run.text);
    json_body metadata;
    metadata.text("event_type", metadata_event).json("event_payload", payload.finish());
    return metadata.finish();
}

/// Under what name it is known that something is broken: each method's own scopes and settings,
/// the app's token, which has one method only, or the bot's token.
CHATOPS_INLINE std::string broken_part(std::string_view method, std::string_view error) {
    const bool is_bot_token = is_about_the_token(error) && method != "apps.connections.open";
    return is_bot_token ? std::string() : std::string(method);
}

/// Slack's form of a moment: seconds and six digits.
CHATOPS_INLINE std::string stamp_of(time_point when) {
    const auto whole = std::max<std::int64_t>(when.time_since_epoch().count(), 0);
    std::string thousandths = std::to_string(whole % 1000);
    thousandths.insert(0, 3 - thousandths.size(), '0');
    return std::to_string(whole / 1000) + '.' + thousandths + "000";
}

CHATOPS_INLINE seen_message read_message_of(const boost::json::object& from) {
    seen_message seen;
    seen.id = text_member(from, "ts");
    seen.bot = text_member(from, "bot_id");
    const boost::json::object* const metadata = object_member(from, "metadata");
    if (metadata != nullptr && text_member(*metadata, "event_type") == metadata_event)
        seen.run = text_member(*metadata, "event_payload", "run");
    const boost::json::array* const files = list_member(from, "files");
    if (files != nullptr && !files->empty() && files->front().is_object())
        seen.file = text_member(files->front().get_object(), "name");
    return seen;
}

} // namespace detail

CHATOPS_INLINE web_api::call web_api::json_call(std::string_view method, std::string channel,
                                                repeats again) const {
    call made{method, std::move(channel), {}, again, {}};
    made.request.method = "POST";
    made.request.url = settings_.url + "/api/" + std::string(method);
    made.request.headers = {
        {"Authorization", "Bearer " + std::string(settings_.bot_token.reveal())},
        {"Content-Type", "application/json; charset=utf-8"}};
    return made;
}

CHATOPS_INLINE web_api::call web_api::form_call(std::string_view method,
                                                const secret& token) const {
    call made{method, {}, {}, repeats::when_harmless, {}};
    made.request.method = "POST";
    made.request.url = settings_.url + "/api/" + std::string(method);
    made.request.headers = {{"Authorization", "Bearer " + std::string(token.reveal())},
                            {"Content-Type", "application/x-www-form-urlencoded"}};
    return made;
}

CHATOPS_INLINE asio::awaitable<void> web_api::turn(std::string_view method,
                                                   std::string_view channel, time_point deadline) {
    do {
        const auto when = limiter_.take(method, channel, time_.now(), deadline);
        if (!when)
            throw unavailable("slack",
                              "Slack allows no more " + std::string(method) + " there in time",
                              effect_known::did_not_happen);
        if (*when > time_.now()) co_await sleep_until(time_, *when);
    } while (limiter_.is_refused(method, channel, time_.now()));
}

CHATOPS_INLINE asio::awaitable<web_answer> web_api::exchange(const call& what,
                                                             time_point deadline) {
    const http::response answer = co_await network_.send(what.request, deadline);
    // These two answer with text.
    if (what.method == "response_url" || what.method == "upload")
        co_return read_response_url_answer(answer);
    co_return read_answer(what.method, answer);
}

CHATOPS_INLINE void web_api::note(const call& what, const web_answer& answer) {
    if (std::holds_alternative<unusable>(answer))
        health_.last_failure = time_.now();
    else
        health_.last_success = time_.now(); // Slack answers us, if only to refuse.
    if (const auto* const error = std::get_if<provider_error>(&answer))
        note_refusal(what, *error);
    else if (std::holds_alternative<boost::json::object>(answer))
        note_success(what);
    else if (std::holds_alternative<limited>(answer))
        log_.warning("slack call over the limit",
                     {{"method", std::string(what.method)}, {"channel", what.channel}});
    else if (const auto* const nothing = std::get_if<unusable>(&answer))
        log_.warning("slack call without answer",
                     {{"method", std::string(what.method)}, {"why", nothing->what}});
}

CHATOPS_INLINE void web_api::note_refusal(const call& what, const provider_error& error) {
    if (cause_of(error.id()) == refusal_cause::installation) {
        const std::string part = detail::broken_part(what.method, error.id());
        const auto known = health_.broken.find(part);
        if (known != health_.broken.end() && known->second.id() == error.id()) return;
        health_.broken.insert_or_assign(part, error);
        log_.error("slack installation broken",
                   {{"error", error.id()}, {"why", error.what()}, {"request", error.request_id()}});
        return;
    }
    log_.warning("slack call refused", {{"method", std::string(what.method)},
                                        {"error", error.id()},
                                        {"request", error.request_id()}});
}

CHATOPS_INLINE void web_api::note_success(const call& what) {
    auto& broken = health_.broken;
    // What goes to an address of its own has no token.
    if (broken.empty() || what.method == "response_url" || what.method == "upload") return;
    const bool is_mended = broken.erase(std::string(what.method)) > 0;
    const bool is_token_good =
        what.method != "apps.connections.open" && broken.erase(std::string()) > 0;
    if (is_mended || is_token_good)
        log_.info("slack installation works again", {{"method", std::string(what.method)}});
}

CHATOPS_INLINE std::optional<time_point>
web_api::try_again(const call& what, const web_answer& answer, effect_known effect, int tries) {
    const time_point now = time_.now();
    if (const auto* const refusal = std::get_if<limited>(&answer)) {
        // Without a time from Slack: 5, 10, 20, 40 s and a bit.
        const duration guess = duration(5'000) * (1 << std::min(tries - 1, 3)) +
                               duration(static_cast<std::int64_t>(chance_.below(1'000)));
        const time_point until = now + refusal->retry_after.value_or(guess);
        limiter_.refuse(what.method, what.channel, until);
        return until;
    }
    const bool lost = std::holds_alternative<unusable>(answer);
    const bool may_repeat =
        what.again == repeats::when_harmless ||
        (what.again == repeats::when_nothing_happened && effect == effect_known::did_not_happen);
    if (!lost || !may_repeat || tries >= detail::most_tries) return std::nullopt;
    const std::int64_t step = std::int64_t{250} << std::min(tries, 5);
    return now + duration(step / 2 + static_cast<std::int64_t>(
                                         chance_.below(static_cast<std::uint64_t>(step))));
}

CHATOPS_INLINE asio::awaitable<boost::json::object>
web_api::perform(call& what, const std::function<std::string()>& body) {
    const time_point patience =
        time_.now() + (what.patience > duration(0) ? what.patience : settings_.patience);
    for (int tries = 1;; ++tries) {
        // First in the channel, then in the workspace: who waits for a channel keeps no other from
        // its turn.
        if (!what.channel.empty()) co_await turn(what.method, what.channel, patience);
        co_await turn(what.method, {}, patience);
        if (body) what.request.body = body();
        const time_point deadline = std::min(patience, time_.now() + settings_.exchange_patience);
        web_answer answer = unusable{};
        effect_known effect = effect_known::may_have_happened;
        try {
            answer = co_await exchange(what, deadline);
        } catch (const unavailable& failure) {
            answer = unusable{failure.what()};
            effect = failure.effect();
        }
        note(what, answer);
        if (auto* const result = std::get_if<boost::json::object>(&answer))
            co_return std::move(*result);
        if (auto* const error = std::get_if<provider_error>(&answer)) throw std::move(*error);
        const std::optional<time_point> next = try_again(what, answer, effect, tries);
        if (!next || *next > patience) {
            const auto* const lost = std::get_if<unusable>(&answer);
            throw unavailable("slack",
                              lost != nullptr ? lost->what
                                              : "Slack refuses " + std::string(what.method) +
                                                    " for longer than we wait",
                              lost != nullptr ? effect : effect_known::did_not_happen);
        }
        co_await sleep_until(time_, *next);
    }
}

CHATOPS_INLINE asio::awaitable<identity> web_api::who_am_i() {
    call what = form_call("auth.test", settings_.bot_token);
    const boost::json::object answer = co_await perform(what);
    identity self;
    self.team = text_member(answer, "team_id");
    self.user = text_member(answer, "user_id");
    self.bot = text_member(answer, "bot_id");
    self.name = text_member(answer, "user");
    if (self.user.empty())
        throw unavailable("slack", "Slack's answer to auth.test names no user",
                          effect_known::did_not_happen);
    if (self.bot.empty())
        throw provider_error("slack", 200, "no_bot_token",
                             "The token belongs to a person; set the bot's, which begins with "
                             "xoxb-.");
    co_return self;
}

CHATOPS_INLINE asio::awaitable<secret> web_api::open_connection() {
    call what = form_call("apps.connections.open", settings_.app_token);
    what.again = repeats::never;
    const boost::json::object answer = co_await perform(what);
    const std::string_view url = text_member(answer, "url");
    if (url.substr(0, 6) != "wss://" && url.substr(0, 5) != "ws://")
        throw unavailable("slack", "Slack's answer to apps.connections.open has no address",
                          effect_known::may_have_happened);
    co_return secret(std::string(url));
}

CHATOPS_INLINE asio::awaitable<message_id> web_api::post(const std::string& channel,
                                                         const std::string& thread,
                                                         const message& what, const run_id& run) {
    call made = json_call("chat.postMessage", channel, repeats::when_nothing_happened);
    json_body body;
    body.text("channel", channel).text_if_any("thread_ts", thread).text("text", what.text);
    body.json("blocks", what.blocks);
    if (!run.text.empty()) body.json("metadata", detail::metadata_of(run));
    body.flag("unfurl_links", false).flag("unfurl_media", false);
    made.request.body = body.finish();
    const boost::json::object answer = co_await perform(made);
    message_id posted;
    posted.channel = text_member(answer, "channel");
    posted.id = text_member(answer, "ts");
    if (posted.id.empty())
        throw unavailable("slack", "Slack's answer to chat.postMessage names no message",
                          effect_known::may_have_happened);
    if (posted.channel.empty()) posted.channel = channel;
    co_return posted;
}

CHATOPS_INLINE asio::awaitable<void>
web_api::update(const message_id& which, const run_id& run,
                const std::function<const message&()>& newest) {
    call made = json_call("chat.update", which.channel, repeats::when_harmless);
    const std::function<std::string()> body = [&]() {
        const message& what = newest();
        json_body text;
        text.text("channel", which.channel).text("ts", which.id).text("text", what.text);
        text.json("blocks", what.blocks).json("metadata", detail::metadata_of(run));
        return text.finish();
    };
    co_await perform(made, body);
}

CHATOPS_INLINE asio::awaitable<void> web_api::post_ephemeral(const std::string& channel,
                                                             const std::string& thread,
                                                             const std::string& user,
                                                             const message& what) {
    call made = json_call("chat.postEphemeral", channel, repeats::when_harmless);
    json_body body;
    body.text("channel", channel).text_if_any("thread_ts", thread).text("user", user);
    body.text("text", what.text).json("blocks", what.blocks);
    made.request.body = body.finish();
    co_await perform(made);
}

CHATOPS_INLINE asio::awaitable<std::string> web_api::open_direct(const std::string& user) {
    call made = json_call("conversations.open", {}, repeats::when_harmless);
    json_body body;
    body.text("users", user);
    made.request.body = body.finish();
    const boost::json::object answer = co_await perform(made);
    const std::string_view channel = text_member(answer, "channel", "id");
    if (channel.empty())
        throw unavailable("slack", "Slack's answer to conversations.open names no channel",
                          effect_known::may_have_happened);
    co_return std::string(channel);
}

CHATOPS_INLINE asio::awaitable<std::string> web_api::channel_name(const std::string& channel) {
    call made = form_call("conversations.info", settings_.bot_token);
    made.request.body = form_encode({{"channel", channel}});
    const boost::json::object answer = co_await perform(made);
    co_return std::string(text_member(answer, "channel", "name"));
}

CHATOPS_INLINE asio::awaitable<message_page> web_api::messages(const std::string& channel,
                                                               const std::string& thread,
                                                               time_point oldest,
                                                               const std::string& page) {
    call made = form_call(thread.empty() ? "conversations.history" : "conversations.replies",
                          settings_.bot_token);
    made.channel = channel;
    form fields{{"channel", channel},
                {"oldest", detail::stamp_of(oldest)},
                {"inclusive", "true"},
                {"include_all_metadata", "true"},
                {"limit", std::string(detail::page_size)}};
    if (!thread.empty()) fields.emplace_back("ts", thread);
    if (!page.empty()) fields.emplace_back("cursor", page);
    made.request.body = form_encode(fields);
    const boost::json::object answer = co_await perform(made);
    message_page found;
    const boost::json::array* const list = list_member(answer, "messages");
    for (std::size_t i = 0; list != nullptr && i < list->size(); ++i)
        if (const boost::json::object* const each = (*list)[i].if_object())
            found.messages.push_back(detail::read_message_of(*each));
    found.next = text_member(answer, "response_metadata", "next_cursor");
    co_return found;
}

CHATOPS_INLINE asio::awaitable<void> web_api::respond(const secret& response_url,
                                                      const reply& what) {
    call made{"response_url", {}, {}, repeats::when_nothing_happened, {}};
    made.request.method = "POST";
    made.request.url = response_url.reveal();
    made.request.headers = {{"Content-Type", "application/json"}};
    made.request.body = response_text(what);
    co_await perform(made);
}

CHATOPS_INLINE asio::awaitable<void>
web_api::upload(const std::string& channel, const std::string& thread, const text_file& what) {
    call asking = form_call("files.getUploadURLExternal", settings_.bot_token);
    asking.request.body =
        form_encode({{"filename", what.name}, {"length", std::to_string(what.text.size())}});
    const boost::json::object place = co_await perform(asking);
    const std::string_view id = text_member(place, "file_id");
    // The address is a right of its own, and is not our token's to see.
    call sending{"upload", {}, {}, repeats::when_harmless, {}};
    sending.request.method = "POST";
    sending.request.url = text_member(place, "upload_url");
    sending.request.headers = {{"Content-Type", "application/octet-stream"}};
    sending.request.body = what.text;
    if (id.empty() || sending.request.url.empty())
        throw unavailable("slack", "Slack's answer to files.getUploadURLExternal has no address",
                          effect_known::did_not_happen);
    co_await perform(sending);
    json_body file;
    file.text("id", id).text("title", what.title);
    json_body body;
    body.json("files", "[" + file.finish() + "]").text("channel_id", channel);
    body.text_if_any("thread_ts", thread).text_if_any("initial_comment", what.comment);
    call sharing = json_call("files.completeUploadExternal", {}, repeats::when_nothing_happened);
    sharing.request.body = body.finish();
    co_await perform(sharing);
}

CHATOPS_INLINE asio::awaitable<void> web_api::open_view(const secret& trigger,
                                                        const std::string& view) {
    call made = json_call("views.open", {}, repeats::when_nothing_happened);
    made.patience = limits::slack_trigger_seconds;
    json_body body;
    body.text("trigger_id", trigger.reveal()).json("view", view);
    made.request.body = body.finish();
    co_await perform(made);
}

CHATOPS_INLINE asio::awaitable<void>
web_api::publish_view(const std::string& user, const std::function<std::string()>& newest) {
    call made = json_call("views.publish", {}, repeats::when_harmless);
    const std::function<std::string()> body = [&]() {
        json_body text;
        text.text("user_id", user).json("view", newest());
        return text.finish();
    };
    co_await perform(made, body);
}

} // namespace chatops::slack
