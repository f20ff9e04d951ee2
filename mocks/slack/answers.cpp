#include "mocks/slack/answers.hpp"

#include "mocks/common/text.hpp"
#include "mocks/slack/content.hpp"
#include "mocks/slack/events.hpp"
#include "mocks/slack/limits.hpp"
#include "mocks/slack/render.hpp"

#include <optional>
#include <utility>

namespace chatops::mocks::slack {

namespace {

bool says_something(const object& body) {
    for (const char* const name : {"text", "blocks", "attachments"})
        if (member(body, name) != nullptr) return true;
    return false;
}

/// Replaces the message that the hook is about; false when there is none any more.
bool replace_original(parts& in, channel& where, const response_hook& hook, const content& what,
                      sim::moment when) {
    message* const found = hook.original_ts.empty() ? nullptr : where.find(hook.original_ts);
    if (found == nullptr) return false;
    object before = message_json(in.data, *found, with_metadata::yes);
    found->text = what.text;
    found->blocks = what.blocks.value_or(array());
    found->attachments = what.attachments.value_or(array());
    found->edited_by = found->user;
    found->edited_ts = in.data.next_ts(when.wall);
    if (found->ephemeral_to.empty()) tell_changed(in, where, *found, std::move(before), when);
    return true;
}

void delete_original(parts& in, channel& where, const response_hook& hook, sim::moment when) {
    message* const found = hook.original_ts.empty() ? nullptr : where.find(hook.original_ts);
    if (found == nullptr) return;
    const bool is_seen_by_all = found->ephemeral_to.empty();
    object before = message_json(in.data, *found, with_metadata::yes);
    in.data.erase(where, hook.original_ts);
    if (is_seen_by_all) tell_deleted(in, where, std::move(before), when);
}

/// Shows what an app answered in the place of that hook. Throws `refusal` for content that Slack
/// refuses.
void show(parts& in, response_hook& hook, const object& body, sim::moment when) {
    channel& where = *in.data.find_channel(hook.channel);
    if (is_true(body, "delete_original")) return delete_original(in, where, hook, when);
    if (!says_something(body)) throw refusal("no_text");
    content what = read_content(in.data, body);
    if (is_true(body, "replace_original") && replace_original(in, where, hook, what, when)) return;
    message made;
    made.user = in.data.setup().app.bot_user_id;
    made.from_bot = true;
    made.subtype = "bot_message";
    apply(std::move(what), made);
    const std::string thread(text_of(body, "thread_ts"));
    made.thread_ts = thread.empty() ? hook.thread_ts : thread;
    const bool is_public = text_of(body, "response_type") == "in_channel";
    if (is_public)
        made.command = std::exchange(hook.command, {});
    else
        made.ephemeral_to = hook.user;
    hook.original_ts = post_message(in, where, std::move(made), when).ts;
}

void complain_of_command(parts& in, const parcel& what, std::string_view word, sim::moment when) {
    channel& where = *in.data.find_channel(what.channel);
    std::string line(field(what.fields, "command"));
    line += " failed with the error \"" + std::string(word) + "\"";
    whisper(in, where, what.user, std::move(line), when);
}

void show_command_answer(parts& in, const parcel& what, const outcome& how, sim::moment when) {
    if (!how.is_taken) {
        const bool is_late = how.reason == "http_timeout" || how.reason == "timeout";
        return complain_of_command(in, what, is_late ? "operation_timeout" : "dispatch_failed",
                                   when);
    }
    if (trimmed(how.answer).empty()) return;
    response_hook* const hook = in.rights.find_hook(what.hook);
    if (hook == nullptr) return;
    object body;
    auto read = json::parse(how.answer);
    if (read && read->is_object()) body = std::move(read->get_object());
    // Text as it is, which Slack takes too.
    else if (read && read->is_string())
        body["text"] = *read;
    else
        body["text"] = text_value(how.answer);
    if (!says_something(body)) return;
    try {
        show(in, *hook, body, when);
    } catch (const refusal& why) {
        complain_of_command(in, what, why.error, when);
    }
}

/// Whether the answer repeats the challenge, as text, as a form or as JSON.
bool repeats(std::string_view answer, std::string_view challenge) {
    const auto read = json::parse(answer);
    if (read && read->is_object()) return text_of(read->get_object(), "challenge") == challenge;
    return trimmed(answer) == challenge || field(read_form(answer), "challenge") == challenge;
}

void note_verification(parts& in, const parcel& what, const outcome& how) {
    if (!how.is_taken)
        in.verification = how.reason;
    else if (repeats(how.answer, text_of(what.payload, "challenge")))
        in.verification = "verified";
    else
        in.verification = "challenge_failed";
}

http::response hook_error(int status, std::string_view word) {
    object body;
    body["ok"] = false;
    body["error"] = text_value(word);
    return json_response(status, body);
}

} // namespace

void settle(parts& in, const parcel& what, const outcome& how, sim::moment when) {
    if (what.kind == parcel_kind::command) show_command_answer(in, what, how, when);
    if (text_of(what.payload, "type") == "url_verification") note_verification(in, what, how);
    if (what.kind != parcel_kind::interactive || what.surface.empty()) return;
    if (what.asks_for.empty())
        respond_to_submission(in, what, how);
    else
        respond_to_suggestion(in, what, how);
}

http::response answer_hook(parts& in, const http::request& what, sim::moment when) {
    response_hook* const hook = in.rights.find_hook(what.path());
    if (hook == nullptr) return hook_error(404, "expired_url");
    if (what.method != "POST") return hook_error(405, "invalid_post_type");
    if (when.now >= hook->expires) return hook_error(404, "expired_url");
    if (hook->uses >= limits::response_url_uses) return hook_error(404, "used_url");
    const auto body = object_body(what);
    if (!body) return hook_error(400, "invalid_payload");
    try {
        show(in, *hook, *body, when);
    } catch (const refusal& why) {
        return hook_error(400, why.error);
    }
    ++hook->uses;
    http::response made;
    made.headers.set("Content-Type", "text/plain; charset=utf-8");
    made.body = "ok";
    return made;
}

} // namespace chatops::mocks::slack
