#include "mocks/slack/people.hpp"

#include "mocks/common/text.hpp"
#include "mocks/slack/events.hpp"
#include "mocks/slack/limits.hpp"
#include "mocks/slack/render.hpp"

#include <algorithm>
#include <utility>

namespace chatops::mocks::slack {

namespace {

mistake wrong(std::string_view code, std::string message) {
    return {std::string(code), std::move(message)};
}

const seed_command* find_command(const seed_app& app, std::string_view name) {
    const auto at = std::find_if(app.commands.begin(), app.commands.end(),
                                 [&](const seed_command& each) { return each.name == name; });
    return at == app.commands.end() ? nullptr : &*at;
}

/// How Slack names a channel in a command. Source for direct and private ones: seen, not
/// documented.
std::string_view shown_name(const channel& of) {
    if (of.kind == channel_kind::direct) return "directmessage";
    if (of.kind == channel_kind::closed) return "privategroup";
    return of.name;
}

void deliver_command(parts& in, const seed_command& command, const user& by, channel& where,
                     std::string_view rest, const std::string& typed, sim::moment when) {
    const seed& setup = in.data.setup();
    response_hook hook;
    hook.channel = where.id;
    hook.user = by.id;
    hook.command = typed;
    parcel made;
    made.kind = parcel_kind::command;
    made.takes_answer = true;
    made.user = by.id;
    made.channel = where.id;
    made.hook = in.rights.new_hook("commands", std::move(hook), when.now);
    made.id = in.rights.new_trigger(by.id, when.now);
    made.fields = {
        {"token", setup.app.verification_token},
        {"team_id", setup.team_id},
        {"team_domain", setup.team_domain},
        {"channel_id", where.id},
        {"channel_name", std::string(shown_name(where))},
        {"user_id", by.id},
        {"user_name", by.name},
        {"command", command.name},
        {"text", command.should_escape ? marked_up_with_names(in.data, rest) : std::string(rest)},
        {"api_app_id", setup.app.id},
        {"is_enterprise_install", "false"},
        {"response_url", setup.url + made.hook},
        {"trigger_id", made.id},
    };
    in.post.post(std::move(made), when);
}

/// A line that begins with a slash: to the app, or an answer of Slack's own.
void run_command(parts& in, const user& by, channel& where, const saying& what, sim::moment when) {
    const std::string_view typed = trimmed(what.text);
    const auto end = typed.find_first_of(" \t\n");
    const std::string name(typed.substr(0, end));
    const std::string_view rest =
        end == std::string_view::npos ? std::string_view() : trimmed(typed.substr(end));
    const seed_command* const found = find_command(in.data.setup().app, name);
    if (!what.thread_ts.empty())
        whisper(in, where, by.id, name + " is not supported in threads. Sorry!", when);
    else if (found == nullptr)
        whisper(in, where, by.id, name + " is not a valid command.", when);
    else
        deliver_command(in, *found, by, where, rest, std::string(typed), when);
}

} // namespace

channel* channel_meant(parts& in, const user& by, std::string_view name, time_point wall) {
    const seed_app& app = in.data.setup().app;
    const bool is_direct = name == "@" + app.name || name == app.bot_user_id || name == "dm";
    return is_direct ? &in.data.direct_with(by, wall) : in.data.find_channel(name);
}

result<std::string> say(parts& in, const saying& what, sim::moment when) {
    const user* const by = in.data.find_user(what.user);
    if (by == nullptr) return wrong("unknown_user", "There is no user '" + what.user + "' here.");
    channel* const where = channel_meant(in, *by, what.channel, when.wall);
    if (where == nullptr)
        return wrong("unknown_channel", "There is no channel '" + what.channel + "' here.");
    if (!where->has(by->id))
        return wrong("not_in_channel", by->name + " is not in '" + what.channel + "'.");
    if (where->is_archived)
        return wrong("is_archived", "'" + what.channel + "' is archived: nobody writes there.");
    if (trimmed(what.text).empty()) return wrong("no_text", "There is nothing in `text`.");
    const message* const first = what.thread_ts.empty() ? nullptr : where->find(what.thread_ts);
    if (!what.thread_ts.empty() && first == nullptr)
        return wrong("unknown_thread",
                     "There is no message " + what.thread_ts + " in that channel.");
    if (what.text.front() == '/') {
        run_command(in, *by, *where, what, when);
        return std::string();
    }
    message made;
    made.user = by->id;
    made.client_msg_id = in.data.new_uuid();
    made.text = marked_up(in.data, what.text);
    made.blocks = rich_text(in.data, made.text);
    if (first != nullptr) made.thread_ts = first->thread_ts.empty() ? first->ts : first->thread_ts;
    const message& posted = post_message(in, *where, std::move(made), when);
    const std::string ts = posted.ts;
    const std::string& bot = in.data.setup().app.bot_user_id;
    if (posted.text.find("<@" + bot) != std::string::npos && !where->has(bot))
        whisper(in, *where, by->id,
                "You mentioned <@" + bot + ">, but they’re not in this channel.", when);
    return ts;
}

result<> open_home(parts& in, std::string_view name, sim::moment when) {
    const user* const by = in.data.find_user(name);
    if (by == nullptr)
        return wrong("unknown_user", "There is no user '" + std::string(name) + "' here.");
    object event;
    event["type"] = "app_home_opened";
    event["user"] = text_value(by->id);
    event["channel"] = text_value(in.data.direct_with(*by, when.wall).id);
    event["tab"] = "home";
    event["event_ts"] = text_value(in.data.next_ts(when.wall));
    tell(in, "app_home_opened", std::move(event), when);
    return {};
}

object interaction_payload(parts& in, std::string_view type, const user& by, sim::moment when) {
    const seed& setup = in.data.setup();
    object person;
    person["id"] = text_value(by.id);
    person["username"] = text_value(by.name);
    person["name"] = text_value(by.name);
    person["team_id"] = text_value(setup.team_id);
    object team;
    team["id"] = text_value(setup.team_id);
    team["domain"] = text_value(setup.team_domain);
    object made;
    made["type"] = text_value(type);
    made["user"] = std::move(person);
    made["api_app_id"] = text_value(setup.app.id);
    made["token"] = text_value(setup.app.verification_token);
    made["trigger_id"] = text_value(in.rights.new_trigger(by.id, when.now));
    made["team"] = std::move(team);
    made["enterprise"] = nullptr;
    made["is_enterprise_install"] = false;
    return made;
}

} // namespace chatops::mocks::slack
