#include "mocks/slack/web_api.hpp"

#include "mocks/slack/installation.hpp"
#include "mocks/slack/methods.hpp"
#include "mocks/slack/render.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

namespace chatops::mocks::slack {

namespace {

using enum tier;
using enum token_kind;

// Tiers: Slack's method pages. Where the Java SDK differs (apps.connections.open: T1) the pages
// count.
constexpr std::array methods{
    method{"api.test", t4, any, "", api_test},
    method{"auth.test", special, any, "", auth_test},
    method{"apps.connections.open", t3, app_level, "", apps_connections_open},
    method{"chat.postMessage", posting, bot, "chat:write", chat_post_message},
    method{"chat.postEphemeral", t4, bot, "chat:write", chat_post_ephemeral},
    method{"chat.update", t3, bot, "chat:write", chat_update},
    method{"chat.delete", t3, bot, "chat:write", chat_delete},
    method{"chat.getPermalink", special, bot, "", chat_get_permalink},
    method{"chat.scheduleMessage", t3, bot, "chat:write", chat_schedule_message},
    method{"chat.deleteScheduledMessage", t3, bot, "chat:write", chat_delete_scheduled_message},
    method{"chat.scheduledMessages.list", t3, bot, "", chat_scheduled_messages_list},
    method{"reactions.add", t3, bot, "reactions:write", reactions_add},
    method{"conversations.list", t2, bot, "", conversations_list},
    method{"conversations.info", t3, bot, "", conversations_info},
    method{"conversations.history", t3, bot, "", conversations_history},
    method{"conversations.replies", t3, bot, "", conversations_replies},
    method{"conversations.members", t4, bot, "", conversations_members},
    method{"conversations.open", t3, bot, "", conversations_open},
    method{"conversations.join", t3, bot, "channels:join", conversations_join},
    method{"users.info", t4, bot, "users:read", users_info},
    method{"users.list", t2, bot, "users:read", users_list},
    method{"users.lookupByEmail", t3, bot, "users:read.email", users_lookup_by_email},
    method{"users.conversations", t3, bot, "", users_conversations},
    method{"views.open", t4, bot, "", views_open},
    method{"views.push", t4, bot, "", views_push},
    method{"views.update", t4, bot, "", views_update},
    method{"views.publish", t4, bot, "", views_publish},
    method{"files.getUploadURLExternal", t4, bot, "files:write", files_get_upload_url_external},
    method{"files.completeUploadExternal", t4, bot, "files:write", files_complete_upload_external},
    method{"oauth.v2.access", t4, any, "", oauth_v2_access},
};

/// Whose token it is. Throws `not_authed`, `invalid_auth`, `token_expired`,
/// `not_allowed_token_type`.
token_kind caller(const parts& in, const http::request& what, const arguments& args,
                  const method& called, sim::moment when) {
    const seed_app& app = in.data.setup().app;
    if (called.run == oauth_v2_access) {
        check_client(app, what, args);
        return any;
    }
    std::string_view given = what.headers.get("Authorization");
    if (given.size() > 7 && http::equal_without_case(given.substr(0, 7), "Bearer "))
        given.remove_prefix(7);
    else
        // An app-level token counts in the header only.
        given = called.token == app_level ? std::string_view() : std::string_view(args.token());
    if (given.empty()) {
        if (called.run == api_test) return any;
        throw refusal("not_authed");
    }
    const token_state rotating = in.rights.state_of(given, when.now);
    if (rotating == token_state::expired) throw refusal("token_expired");
    const bool is_bot = given == app.bot_token || rotating == token_state::good;
    if (!is_bot && given != app.app_token) throw refusal("invalid_auth");
    const token_kind kind = is_bot ? bot : app_level;
    if (called.token != any && called.token != kind) throw refusal("not_allowed_token_type");
    return kind;
}

http::response rate_limited(int retry_after_s) {
    object body;
    body["ok"] = false;
    body["error"] = "ratelimited";
    http::response made = json_response(429, body);
    made.headers.set("Retry-After", std::to_string(retry_after_s));
    return made;
}

/// `{"ok": …}` with whatever the method had to say.
object carried_out(parts& in, const method& called, const arguments& args, token_kind who,
                   sim::moment when) {
    call made{in, args, when, who};
    if (!called.scope.empty()) made.need(called.scope);
    object members = called.run(made);
    object answer;
    answer.reserve(members.size() + 3);
    answer.emplace("ok", true);
    for (auto& each : members) answer.emplace(each.key(), std::move(each.value()));
    if (!made.warning.empty()) {
        answer["warning"] = text_value(made.warning);
        object metadata;
        if (const object* const old = object_of(answer, "response_metadata")) metadata = *old;
        metadata["warnings"] = array{text_value(made.warning)};
        answer["response_metadata"] = std::move(metadata);
    }
    return answer;
}

refusal missing_scope(const seed_app& app, std::string_view needed) {
    object more;
    if (!needed.empty()) more["needed"] = text_value(needed);
    more["provided"] = text_value(scope_list(app.scopes));
    return {"missing_scope", std::move(more)};
}

/// The error that a plan asks for, as Slack words it.
refusal planned_refusal(const seed_app& app, const method& called, const fault& planned) {
    if (planned.error == "missing_scope") return missing_scope(app, called.scope);
    return refusal(planned.error);
}

object refused(refusal& why) {
    object answer;
    answer["ok"] = false;
    answer["error"] = text_value(why.error);
    for (auto& each : why.more) answer[each.key()] = std::move(each.value());
    return answer;
}

} // namespace

std::string scope_list(const std::vector<std::string>& scopes) {
    std::string made;
    for (const std::string& each : scopes) made += (made.empty() ? "" : ",") + each;
    return made;
}

void call::need(std::string_view scope) const {
    const auto& has = in.data.setup().app.scopes;
    if (std::find(has.begin(), has.end(), scope) == has.end())
        throw missing_scope(in.data.setup().app, scope);
}

channel& call::where(std::string_view argument) const {
    channel* const found = in.data.find_channel(args.required(argument));
    const std::string& bot_id = in.data.setup().app.bot_user_id;
    const bool is_hidden =
        found == nullptr || (found->kind != channel_kind::open && !found->has(bot_id));
    if (is_hidden) throw refusal("channel_not_found");
    return *found;
}

const method* find_method(std::string_view name) {
    const auto at = std::find_if(methods.begin(), methods.end(),
                                 [&](const method& each) { return each.name == name; });
    return at == methods.end() ? nullptr : &*at;
}

http::response answer_call(parts& in, const http::request& what, sim::moment when) {
    const seed& setup = in.data.setup();
    const std::string_view name = what.path().substr(std::string_view("/api/").size());
    const method* const called = find_method(name);
    const fault* const planned =
        called == nullptr ? nullptr : in.errors.take(what.method, what.path());
    object answer;
    try {
        if (planned != nullptr && !planned->has_effect)
            throw planned_refusal(setup.app, *called, *planned);
        if (called == nullptr) throw refusal("unknown_method");
        if (what.method != "GET" && what.method != "POST") throw refusal("invalid_post_type");
        const arguments args(what);
        const token_kind who = caller(in, what, args, *called, when);
        if (setup.rate_limits)
            if (const auto wait = in.rates.refuse(name, called->rate, when.now))
                return rate_limited(*wait);
        const channel* const where =
            called->run == chat_post_message ? in.data.find_channel(args.text("channel")) : nullptr;
        if (setup.rate_limits && where != nullptr)
            if (const auto wait = in.rates.refuse_posting(where->id, when.now))
                return rate_limited(*wait);
        answer = carried_out(in, *called, args, who, when);
        if (planned != nullptr) throw planned_refusal(setup.app, *called, *planned);
    } catch (refusal& why) {
        answer = refused(why);
    }
    http::response made = json_response(200, std::move(answer));
    made.headers.set("x-oauth-scopes", scope_list(setup.app.scopes));
    if (called != nullptr && !called->scope.empty())
        made.headers.set("x-accepted-oauth-scopes", std::string(called->scope));
    made.headers.set("x-slack-req-id", in.data.new_id("", 20));
    if (planned != nullptr && planned->retry_after_s)
        made.headers.set("Retry-After", std::to_string(*planned->retry_after_s));
    return made;
}

} // namespace chatops::mocks::slack
