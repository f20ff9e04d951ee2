#include "mocks/slack/render.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace chatops::mocks::slack {

object user_json(const model& data, const user& of) {
    const seed& setup = data.setup();
    object profile;
    profile["real_name"] = text_value(of.real_name);
    profile["display_name"] = text_value(of.name);
    profile["team"] = text_value(setup.team_id);
    if (!of.email.empty()) profile["email"] = text_value(of.email);
    if (of.is_bot) {
        profile["bot_id"] = text_value(setup.app.bot_id);
        profile["api_app_id"] = text_value(setup.app.id);
    }
    object made;
    made["id"] = text_value(of.id);
    made["team_id"] = text_value(setup.team_id);
    made["name"] = text_value(of.name);
    made["deleted"] = false;
    made["real_name"] = text_value(of.real_name);
    made["tz"] = "Europe/Zurich";
    made["tz_label"] = "Central European Time";
    made["tz_offset"] = 3600;
    made["profile"] = std::move(profile);
    made["is_admin"] = false;
    made["is_owner"] = false;
    made["is_primary_owner"] = false;
    made["is_restricted"] = false;
    made["is_ultra_restricted"] = false;
    made["is_bot"] = of.is_bot;
    made["is_app_user"] = false;
    made["updated"] = 1'600'000'000;
    return made;
}

object channel_json(const model& data, const channel& of) {
    const std::string& bot = data.setup().app.bot_user_id;
    object made;
    made["id"] = text_value(of.id);
    made["created"] = of.created_s;
    made["is_archived"] = of.is_archived;
    made["is_org_shared"] = false;
    made["context_team_id"] = text_value(data.setup().team_id);
    if (of.kind == channel_kind::direct) {
        made["is_im"] = true;
        made["user"] = text_value(of.person);
        made["is_user_deleted"] = false;
        return made;
    }
    made["name"] = text_value(of.name);
    made["name_normalized"] = text_value(of.name);
    made["is_channel"] = of.kind == channel_kind::open;
    made["is_group"] = false;
    made["is_im"] = false;
    made["is_mpim"] = of.kind == channel_kind::group;
    made["is_private"] = of.kind != channel_kind::open;
    made["is_general"] = of.name == "general";
    made["is_shared"] = false;
    made["is_member"] = of.has(bot);
    made["num_members"] = static_cast<std::int64_t>(of.members.size());
    object topic;
    topic["value"] = "";
    topic["creator"] = "";
    topic["last_set"] = 0;
    made["purpose"] = topic;
    made["topic"] = std::move(topic);
    return made;
}

namespace {

void add_text(object& to, boost::json::string_view name, std::string_view text) {
    to.emplace(name, boost::json::string_view(text.data(), text.size()));
}

object bot_profile(const seed& setup) {
    object made;
    made.reserve(6);
    add_text(made, "id", setup.app.bot_id);
    add_text(made, "app_id", setup.app.id);
    add_text(made, "name", setup.app.name);
    made["deleted"] = false;
    made["updated"] = 1'600'000'000;
    add_text(made, "team_id", setup.team_id);
    return made;
}

void add_thread(const message& of, object& made) {
    if (!of.thread_ts.empty()) made["thread_ts"] = text_value(of.thread_ts);
    if (of.replies.empty()) return;
    made["thread_ts"] = text_value(of.ts);
    made["reply_count"] = static_cast<std::int64_t>(of.replies.size());
    made["latest_reply"] = text_value(of.replies.back());
    made["subscribed"] = false;
    made["is_locked"] = false;
}

void add_reactions(const message& of, object& made) {
    if (of.reactions.empty()) return;
    array list;
    for (const reaction& each : of.reactions) {
        array users;
        for (const std::string& id : each.users) users.push_back(text_value(id));
        object one;
        one["name"] = text_value(each.name);
        one["count"] = static_cast<std::int64_t>(users.size());
        one["users"] = std::move(users);
        list.push_back(std::move(one));
    }
    made["reactions"] = std::move(list);
}

} // namespace

object message_json(const model& data, const message& of, with_metadata metadata) {
    const seed& setup = data.setup();
    object made;
    made.reserve(16);
    add_text(made, "user", of.user);
    made.emplace("type", "message");
    add_text(made, "ts", of.ts);
    if (!of.client_msg_id.empty()) add_text(made, "client_msg_id", of.client_msg_id);
    if (of.from_bot) {
        add_text(made, "bot_id", setup.app.bot_id);
        add_text(made, "app_id", setup.app.id);
    }
    if (!of.subtype.empty()) add_text(made, "subtype", of.subtype);
    add_text(made, "text", of.text);
    add_text(made, "team", setup.team_id);
    if (of.from_bot) made["bot_profile"] = bot_profile(setup);
    if (!of.edited_ts.empty()) {
        object edited;
        edited["user"] = text_value(of.edited_by);
        edited["ts"] = text_value(of.edited_ts);
        made["edited"] = std::move(edited);
    }
    if (!of.blocks.empty()) made.emplace("blocks", of.blocks);
    if (!of.attachments.empty()) made.emplace("attachments", of.attachments);
    if (!of.files.empty()) made.emplace("files", of.files);
    if (of.metadata.is_object() && metadata == with_metadata::yes)
        made.emplace("metadata", of.metadata);
    add_thread(of, made);
    add_reactions(of, made);
    return made;
}

object view_json(const model& data, const surface& of) {
    const seed& setup = data.setup();
    object made = of.content;
    made["id"] = text_value(of.id);
    made["team_id"] = text_value(setup.team_id);
    made["hash"] = text_value(of.hash);
    made["root_view_id"] = text_value(of.root_id);
    made["previous_view_id"] = of.previous_id.empty() ? value() : text_value(of.previous_id);
    made["app_id"] = text_value(setup.app.id);
    made["app_installed_team_id"] = text_value(setup.team_id);
    made["bot_id"] = text_value(setup.app.bot_id);
    for (const char* const name : {"callback_id", "private_metadata", "external_id"})
        if (!made.contains(name)) made[name] = "";
    for (const char* const name : {"clear_on_close", "notify_on_close"})
        if (!made.contains(name)) made[name] = false;
    for (const char* const name : {"close", "submit"})
        if (!made.contains(name)) made[name] = nullptr;
    if (!made.contains("state")) {
        object state;
        state["values"] = object();
        made["state"] = std::move(state);
    }
    return made;
}

object file_json(const model& data, const file& of) {
    const auto dot = of.name.rfind('.');
    object made;
    made["id"] = text_value(of.id);
    made["created"] = of.created_s;
    made["timestamp"] = of.created_s;
    made["name"] = text_value(of.name);
    made["title"] = text_value(of.title.empty() ? of.name : of.title);
    made["filetype"] = text_value(dot == std::string::npos ? "text" : of.name.substr(dot + 1));
    made["user"] = text_value(data.setup().app.bot_user_id);
    made["size"] = static_cast<std::int64_t>(of.content.size());
    made["mode"] = "hosted";
    made["is_external"] = false;
    made["is_public"] = false;
    made["url_private"] = text_value(data.setup().url + "/files-pri/" + of.id + "/" + of.name);
    made["url_private_download"] =
        text_value(data.setup().url + "/files-pri/" + of.id + "/download/" + of.name);
    return made;
}

std::string_view channel_type(const channel& of) {
    switch (of.kind) {
    case channel_kind::open: return "channel";
    case channel_kind::closed: return "group";
    case channel_kind::direct: return "im";
    case channel_kind::group: return "mpim";
    }
    return {};
}

std::string scope_for(const channel& of, std::string_view what) {
    std::string family(channel_type(of));
    if (of.kind == channel_kind::open || of.kind == channel_kind::closed) family += 's';
    return family + ":" + std::string(what);
}

} // namespace chatops::mocks::slack
