#include "mocks/slack/events.hpp"

#include "mocks/slack/limits.hpp"
#include "mocks/slack/render.hpp"

#include <algorithm>
#include <utility>

namespace chatops::mocks::slack {

namespace {

bool is_subscribed(const seed_app& app, std::string_view event) {
    return std::find(app.events.begin(), app.events.end(), event) != app.events.end();
}

std::string_view message_subscription(const channel& where) {
    switch (where.kind) {
    case channel_kind::open: return "message.channels";
    case channel_kind::closed: return "message.groups";
    case channel_kind::direct: return "message.im";
    case channel_kind::group: return "message.mpim";
    }
    return {};
}

object envelope(parts& in, object event, const std::string& event_id, sim::moment when) {
    const seed& setup = in.data.setup();
    object authorization;
    authorization["enterprise_id"] = nullptr;
    authorization["team_id"] = text_value(setup.team_id);
    authorization["user_id"] = text_value(setup.app.bot_user_id);
    authorization["is_bot"] = true;
    authorization["is_enterprise_install"] = false;
    object made;
    made["token"] = text_value(setup.app.verification_token);
    made["team_id"] = text_value(setup.team_id);
    made["context_team_id"] = text_value(setup.team_id);
    made["context_enterprise_id"] = nullptr;
    made["api_app_id"] = text_value(setup.app.id);
    made["event"] = std::move(event);
    made["type"] = "event_callback";
    made["event_id"] = text_value(event_id);
    made["event_time"] = seconds_of(when.wall);
    made["authorizations"] = array{std::move(authorization)};
    made["is_ext_shared_channel"] = false;
    made["event_context"] = text_value("4-" + in.data.new_id("", 40));
    return made;
}

/// The members that a message's and a mention's events share.
object event_of(const parts& in, const channel& where, const message& what) {
    object event = message_json(in.data, what, with_metadata::yes);
    event["channel"] = text_value(where.id);
    event["event_ts"] = text_value(what.ts);
    if (!what.thread_ts.empty()) {
        // Of a reply, events tell who began the thread.
        const message* const first = where.find(what.thread_ts);
        if (first != nullptr) event["parent_user_id"] = text_value(first->user);
    }
    return event;
}

} // namespace

void tell(parts& in, std::string_view subscription, object event, sim::moment when) {
    if (!is_subscribed(in.data.setup().app, subscription)) return;
    parcel made;
    made.kind = parcel_kind::event;
    made.id = in.data.new_id("Ev", 9);
    made.payload = envelope(in, std::move(event), made.id, when);
    in.post.post(std::move(made), when);
}

void tell_posted(parts& in, const channel& where, const message& what, sim::moment when) {
    const seed_app& app = in.data.setup().app;
    if (!where.has(app.bot_user_id)) return;
    const bool names_bot = what.text.find("<@" + app.bot_user_id) != std::string::npos;
    // Two deliveries with one ts, as Slack makes them; in direct messages there is no mention.
    if (names_bot && !what.from_bot && where.kind != channel_kind::direct) {
        object event = event_of(in, where, what);
        event["type"] = "app_mention";
        tell(in, "app_mention", std::move(event), when);
    }
    const std::string_view subscription = message_subscription(where);
    if (!is_subscribed(app, subscription)) return;
    object event = event_of(in, where, what);
    event["channel_type"] = text_value(channel_type(where));
    tell(in, subscription, std::move(event), when);
}

bool is_told_of_messages(const parts& in, const channel& where) {
    const seed_app& app = in.data.setup().app;
    return where.has(app.bot_user_id) && is_subscribed(app, message_subscription(where));
}

void tell_changed(parts& in, const channel& where, const message& now, object before,
                  sim::moment when) {
    if (!is_told_of_messages(in, where)) return;
    object event;
    event["type"] = "message";
    event["subtype"] = "message_changed";
    event["message"] = message_json(in.data, now, with_metadata::yes);
    event["previous_message"] = std::move(before);
    event["channel"] = text_value(where.id);
    event["hidden"] = true;
    const std::string ts = in.data.next_ts(when.wall);
    event["ts"] = text_value(ts);
    event["event_ts"] = text_value(ts);
    event["channel_type"] = text_value(channel_type(where));
    tell(in, message_subscription(where), std::move(event), when);
}

void tell_deleted(parts& in, const channel& where, object before, sim::moment when) {
    const seed_app& app = in.data.setup().app;
    if (!where.has(app.bot_user_id)) return;
    object event;
    event["type"] = "message";
    event["subtype"] = "message_deleted";
    event["deleted_ts"] = text_value(text_of(before, "ts"));
    event["previous_message"] = std::move(before);
    event["channel"] = text_value(where.id);
    event["hidden"] = true;
    const std::string ts = in.data.next_ts(when.wall);
    event["ts"] = text_value(ts);
    event["event_ts"] = text_value(ts);
    event["channel_type"] = text_value(channel_type(where));
    tell(in, message_subscription(where), std::move(event), when);
}

void verify_url(parts& in, sim::moment when) {
    in.verification = "pending";
    parcel made;
    made.kind = parcel_kind::event;
    made.id = in.data.new_id("", 50);
    made.payload["token"] = text_value(in.data.setup().app.verification_token);
    made.payload["challenge"] = text_value(made.id);
    made.payload["type"] = "url_verification";
    in.post.post(std::move(made), when);
}

message& post_message(parts& in, channel& to, message what, sim::moment when) {
    if (what.ts.empty()) what.ts = in.data.next_ts(when.wall);
    message& made = in.data.add(to, std::move(what));
    if (made.ephemeral_to.empty()) tell_posted(in, to, made, when);
    return made;
}

void whisper(parts& in, channel& where, std::string_view user_id, std::string text,
             sim::moment when) {
    message made;
    made.ts = {};
    made.user = slackbot_id;
    made.text = std::move(text);
    made.ephemeral_to = user_id;
    post_message(in, where, std::move(made), when);
}

} // namespace chatops::mocks::slack
