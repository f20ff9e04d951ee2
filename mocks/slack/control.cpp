#include "mocks/slack/control.hpp"

#include "mocks/common/text.hpp"
#include "mocks/slack/events.hpp"
#include "mocks/slack/render.hpp"

#include <algorithm>
#include <utility>

namespace chatops::mocks::slack {

namespace {

http::response refuse(const mistake& what) {
    object body;
    body["ok"] = false;
    body["error"] = text_value(what.code);
    body["message"] = text_value(what.message);
    return json_response(400, body);
}

http::response accept(object body) {
    object made;
    made["ok"] = true;
    for (auto& each : body) made[each.key()] = std::move(each.value());
    return json_response(200, made);
}

mistake not_an_object() { return {"invalid_json", "The body must be a JSON object."}; }

http::response control_say(parts& in, const object& given, sim::moment when) {
    saying what;
    what.user = text_of(given, "user");
    what.channel = text_of(given, "channel");
    what.text = text_of(given, "text");
    what.thread_ts = text_of(given, "thread_ts");
    const auto said = say(in, what, when);
    if (!said) return refuse(said.error());
    object body;
    if (!said->empty()) body["ts"] = text_value(*said);
    return accept(std::move(body));
}

http::response control_click(parts& in, const object& given, sim::moment when) {
    clicking what;
    what.user = text_of(given, "user");
    what.channel = text_of(given, "channel");
    what.ts = text_of(given, "ts");
    what.text = text_of(given, "text");
    what.action_id = text_of(given, "action_id");
    what.option = text_of(given, "option");
    if (what.text.empty() && what.action_id.empty())
        return refuse({"no_such_button", "Say which button: `text` (its label) or `action_id`."});
    auto clicked = click(in, what, when);
    return clicked ? accept(std::move(*clicked)) : refuse(clicked.error());
}

http::response control_submit(parts& in, const object& given, sim::moment when) {
    submitting what;
    what.user = text_of(given, "user");
    what.view_id = text_of(given, "view_id");
    if (const object* const values = object_of(given, "values")) what.values = *values;
    what.is_closed = is_true(given, "close");
    what.is_cleared = is_true(given, "clear");
    auto submitted = submit(in, what, when);
    return submitted ? accept(std::move(*submitted)) : refuse(submitted.error());
}

/// A person archives a channel, or takes it out of the archive: `{"channel": "acme", "archived":
/// true}`.
http::response control_archive(parts& in, const object& given, sim::moment) {
    channel* const where = in.data.find_channel(text_of(given, "channel"));
    if (where == nullptr || where->kind == channel_kind::direct ||
        where->kind == channel_kind::group)
        return refuse({"unknown_channel", "Say which channel: `channel`."});
    where->is_archived = given.if_contains("archived") == nullptr || is_true(given, "archived");
    return accept({});
}

/// The app's tokens rotate from its next installation on, or not: `{"enable": true}`.
http::response control_token_rotation(parts& in, const object& given, sim::moment) {
    in.data.setup().app.token_rotation = is_true(given, "enable");
    return accept({});
}

http::response control_suggest(parts& in, const object& given, sim::moment when) {
    suggesting what;
    what.user = text_of(given, "user");
    what.input = text_of(given, "input");
    what.value = text_of(given, "value");
    if (const object* const values = object_of(given, "values")) what.values = *values;
    auto asked = suggest(in, what, when);
    return asked ? accept(std::move(*asked)) : refuse(asked.error());
}

pointing pointing_of(const object& given) {
    pointing at;
    at.user = text_of(given, "user");
    at.channel = text_of(given, "channel");
    at.ts = text_of(given, "ts");
    at.text = text_of(given, "at");
    return at;
}

http::response told_of(const result<std::string>& ts) {
    if (!ts) return refuse(ts.error());
    object body;
    body["ts"] = text_value(*ts);
    return accept(std::move(body));
}

http::response control_edit(parts& in, const object& given, sim::moment when) {
    return told_of(edit(in, pointing_of(given), text_of(given, "text"), when));
}

http::response control_shortcut(parts& in, const object& given, sim::moment when) {
    return told_of(choose_shortcut(in, pointing_of(given), text_of(given, "shortcut"), when));
}

http::response control_home(parts& in, const object& given, sim::moment when) {
    const auto opened = open_home(in, text_of(given, "user"), when);
    return opened ? accept({}) : refuse(opened.error());
}

http::response control_verify(parts& in, const object&, sim::moment when) {
    verify_url(in, when);
    return accept({});
}

/// `{"disconnect": reason}`, `{"drop": true}`, `{"frame": text}` or `{"enable": true}`; with
/// `socket`, one of them.
http::response control_socket(parts& in, const object& given, sim::moment when) {
    std::optional<sim::socket_id> which;
    if (member(given, "socket") != nullptr)
        which = static_cast<sim::socket_id>(number_of(given, "socket", 0));
    if (is_true(given, "enable")) in.sockets.enable();
    if (const auto reason = text_of(given, "disconnect");
        !reason.empty() && !in.sockets.disconnect(reason, which, when.now))
        return refuse({"unknown_reason", "`disconnect` is one of warning, refresh_requested, "
                                         "link_disabled, too_many_websockets."});
    if (const value* const frame = member(given, "frame"); frame != nullptr && frame->is_string())
        for (const sim::socket_id each : in.sockets.ids())
            if (!which || *which == each)
                in.sockets.send(each, std::string(view(frame->get_string())));
    if (is_true(given, "drop")) in.sockets.drop(which);
    array open;
    for (const sim::socket_id each : in.sockets.ids()) open.push_back(each);
    object body;
    body["sockets"] = std::move(open);
    return accept(std::move(body));
}

std::string name_of(const parts& in, const std::string& user_id) {
    const user* const found = in.data.find_user(user_id);
    return found == nullptr ? user_id : found->name;
}

/// What people call a channel: `acme`, or `@lead` for the bot's direct messages with them.
std::string name_of(const parts& in, const channel& of) {
    return of.kind == channel_kind::direct ? "@" + name_of(in, of.person) : of.name;
}

object shown_json(parts& in, const channel& where, const message& what) {
    object made;
    made["ts"] = text_value(what.ts);
    made["channel"] = text_value(name_of(in, where));
    made["user"] = text_value(name_of(in, what.user));
    made["text"] = text_value(what.text);
    made["blocks"] = what.blocks;
    if (!what.attachments.empty()) made["attachments"] = what.attachments;
    if (!what.files.empty()) made["files"] = what.files;
    if (!what.subtype.empty()) made["subtype"] = text_value(what.subtype);
    if (!what.thread_ts.empty()) made["thread_ts"] = text_value(what.thread_ts);
    if (!what.command.empty()) made["command"] = text_value(what.command);
    if (what.metadata.is_object()) made["metadata"] = what.metadata;
    made["edited"] = !what.edited_ts.empty();
    if (!what.ephemeral_to.empty())
        made["ephemeral_to"] = text_value(name_of(in, what.ephemeral_to));
    if (!what.reactions.empty())
        made["reactions"] = message_json(in.data, what, with_metadata::no)["reactions"];
    return made;
}

using seen_message = std::pair<const channel*, const message*>;

/// Every message of a channel, or of all, oldest first.
result<std::vector<seen_message>> all_messages(parts& in, std::string_view name) {
    std::vector<seen_message> made;
    const auto take = [&](const channel& from) {
        for (const message& each : from.messages) made.emplace_back(&from, &each);
    };
    if (name.empty()) {
        for (const std::string& id : in.data.channel_order()) take(*in.data.find_channel(id));
        std::sort(made.begin(), made.end(),
                  [](const seen_message& left, const seen_message& right) {
                      return left.second->ts < right.second->ts;
                  });
        return made;
    }
    if (const channel* const found = in.data.find_channel(name)) {
        take(*found);
        return made;
    }
    const user* const person = name.front() == '@' ? in.data.find_user(name) : nullptr;
    if (person == nullptr)
        return mistake{"unknown_channel", "There is no channel '" + std::string(name) + "' here."};
    for (const std::string& id : in.data.channel_order()) {
        const channel& each = *in.data.find_channel(id);
        if (each.kind == channel_kind::direct && each.person == person->id) take(each);
    }
    return made;
}

http::response control_messages(parts& in, const http::request& what) {
    const form query = read_form(what.query());
    const auto found = all_messages(in, field(query, "channel"));
    if (!found) return refuse(found.error());
    array made;
    for (const auto& [where, each] : *found) made.push_back(shown_json(in, *where, *each));
    return json_response(200, made);
}

http::response control_faults(parts& in, const http::request& what) {
    const auto body = json::parse(what.body);
    if (!body) return refuse({"invalid_json", "The body must be JSON."});
    auto read = fault_plan::read(*body);
    if (!read) return refuse(read.error());
    std::vector<fault> duplicates;
    std::vector<fault> errors;
    for (fault& each : *read)
        (each.kind == fault_kind::error ? errors : duplicates).push_back(std::move(each));
    in.post.duplicates.replace(std::move(duplicates));
    in.errors.replace(std::move(errors));
    return accept({});
}

array faults_in_force(const parts& in) {
    array made = in.post.duplicates.to_json();
    for (value& each : in.errors.to_json()) made.push_back(std::move(each));
    return made;
}

} // namespace

std::optional<http::response> answer_control(parts& in, const http::request& what,
                                             sim::moment when) {
    const std::string_view path = what.path();
    if (what.method == "GET" && path == "/_mock/messages") return control_messages(in, what);
    if (what.method == "GET" && path == "/_mock/deliveries")
        return json_response(200, in.post.log());
    if (what.method == "GET" && path == "/_mock/faults")
        return json_response(200, faults_in_force(in));
    if (what.method == "PUT" && path == "/_mock/faults") return control_faults(in, what);
    using handler = http::response (*)(parts&, const object&, sim::moment);
    static constexpr std::pair<std::string_view, handler> routes[] = {
        {"/_mock/say", control_say},
        {"/_mock/click", control_click},
        {"/_mock/submit", control_submit},
        {"/_mock/home", control_home},
        {"/_mock/socket", control_socket},
        {"/_mock/verify", control_verify},
        {"/_mock/suggest", control_suggest},
        {"/_mock/edit", control_edit},
        {"/_mock/shortcut", control_shortcut},
        {"/_mock/archive", control_archive},
        {"/_mock/token_rotation", control_token_rotation},
    };
    for (const auto& [route, handle] : routes) {
        if (path != route) continue;
        if (what.method != "POST") return control_error(405, "use POST");
        const auto body = object_body(what);
        return body ? handle(in, *body, when) : refuse(not_an_object());
    }
    return std::nullopt;
}

result<std::vector<shown_message>> shown_messages(parts& in, std::string_view channel_name) {
    const auto found = all_messages(in, channel_name);
    if (!found) return found.error();
    std::vector<shown_message> made;
    for (const auto& [where, each] : *found) {
        shown_message one;
        one.ts = each->ts;
        one.channel = name_of(in, *where);
        one.user = name_of(in, each->user);
        one.text = each->text;
        one.blocks = each->blocks;
        one.thread_ts = each->thread_ts;
        one.is_edited = !each->edited_ts.empty();
        if (!each->ephemeral_to.empty()) one.ephemeral_to = name_of(in, each->ephemeral_to);
        made.push_back(std::move(one));
    }
    return made;
}

value state_json(parts& in) {
    const seed& setup = in.data.setup();
    object team;
    team["id"] = text_value(setup.team_id);
    team["name"] = text_value(setup.team_name);
    team["domain"] = text_value(setup.team_domain);
    array users;
    for (const user& each : in.data.users()) users.push_back(user_json(in.data, each));
    array channels;
    for (const std::string& id : in.data.channel_order()) {
        const channel& each = *in.data.find_channel(id);
        object one = channel_json(in.data, each);
        array members;
        for (const std::string& member_id : each.members)
            members.push_back(text_value(name_of(in, member_id)));
        one["members"] = std::move(members);
        array messages;
        for (const message& said : each.messages) messages.push_back(shown_json(in, each, said));
        one["messages"] = std::move(messages);
        channels.push_back(std::move(one));
    }
    array views;
    for (const auto& [id, each] : in.data.surfaces) {
        object one = view_json(in.data, each);
        one["user"] = text_value(name_of(in, each.user));
        one["errors"] = each.errors;
        one["offered"] = each.offered;
        one["is_open"] = each.is_open;
        views.push_back(std::move(one));
    }
    array scheduled;
    for (const scheduled_message& each : in.data.scheduled) {
        const channel& where = *in.data.find_channel(each.channel);
        object one = shown_json(in, where, each.what);
        one["id"] = text_value(each.id);
        one["post_at"] = each.post_at_s;
        scheduled.push_back(std::move(one));
    }
    array files;
    for (const auto& [id, each] : in.data.files) files.push_back(file_json(in.data, each));
    object app;
    app["id"] = text_value(setup.app.id);
    app["name"] = text_value(setup.app.name);
    app["bot_user_id"] = text_value(setup.app.bot_user_id);
    app["bot_id"] = text_value(setup.app.bot_id);
    app["mode"] = setup.app.socket_mode ? "socket_mode" : "http";
    app["events_url"] = text_value(in.verification);
    array sockets;
    for (const sim::socket_id each : in.sockets.ids()) sockets.push_back(each);
    app["sockets"] = std::move(sockets);
    object made;
    made["team"] = std::move(team);
    made["app"] = std::move(app);
    made["users"] = std::move(users);
    made["channels"] = std::move(channels);
    made["views"] = std::move(views);
    made["files"] = std::move(files);
    made["scheduled"] = std::move(scheduled);
    return made;
}

} // namespace chatops::mocks::slack
