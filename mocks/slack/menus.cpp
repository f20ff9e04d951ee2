// What a person does with a message that is there: edits their own, or chooses a shortcut for it.
#include "mocks/slack/content.hpp"
#include "mocks/slack/events.hpp"
#include "mocks/slack/people.hpp"
#include "mocks/slack/render.hpp"

#include <algorithm>
#include <utility>

namespace chatops::mocks::slack {

namespace {

/// The message of that ts, or the latest one that has that text; null when there is none.
message* message_meant(channel& in, const std::string& ts, std::string_view text) {
    if (!ts.empty()) return in.find(ts);
    for (auto at = in.messages.rbegin(); at != in.messages.rend(); ++at)
        if (at->ephemeral_to.empty() && at->text.find(text) != std::string::npos) return &*at;
    return nullptr;
}

struct found_message {
    const user* by = nullptr;
    channel* where = nullptr;
    message* what = nullptr;
};

result<found_message> look(parts& in, const pointing& at, time_point wall) {
    found_message made;
    made.by = in.data.find_user(at.user);
    if (made.by == nullptr)
        return mistake{"unknown_user", "There is no user '" + at.user + "' here."};
    made.where = channel_meant(in, *made.by, at.channel, wall);
    if (made.where == nullptr)
        return mistake{"unknown_channel", "There is no channel '" + at.channel + "' here."};
    if (!made.where->has(made.by->id))
        return mistake{"not_in_channel", made.by->name + " is not in '" + at.channel + "'."};
    made.what = message_meant(*made.where, at.ts, at.text);
    if (made.what == nullptr) return mistake{"no_such_message", "There is no such message there."};
    return made;
}

} // namespace

result<std::string> edit(parts& in, const pointing& at, std::string_view text, sim::moment when) {
    auto found = look(in, at, when.wall);
    if (!found) return found.error();
    if (found->what->user != found->by->id)
        return mistake{"not_own_message", "People edit their own messages only."};
    if (text.empty()) return mistake{"no_text", "There is nothing in `text`."};
    object before = message_json(in.data, *found->what, with_metadata::yes);
    found->what->text = marked_up(in.data, text);
    found->what->blocks = rich_text(in.data, found->what->text);
    found->what->edited_by = found->by->id;
    found->what->edited_ts = in.data.next_ts(when.wall);
    const std::string ts = found->what->ts;
    // A mention that an edit brings in is no app_mention: only the change is told.
    tell_changed(in, *found->where, *found->what, std::move(before), when);
    return ts;
}

result<std::string> choose_shortcut(parts& in, const pointing& at, std::string_view name,
                                    sim::moment when) {
    const auto& all = in.data.setup().app.shortcuts;
    const auto chosen = std::find_if(all.begin(), all.end(), [&](const seed_shortcut& each) {
        return each.name == name || each.callback_id == name;
    });
    if (chosen == all.end())
        return mistake{"no_such_shortcut", "The app has no shortcut '" + std::string(name) + "'."};
    auto found = look(in, at, when.wall);
    if (!found) return found.error();
    object payload = interaction_payload(in, "message_action", *found->by, when);
    payload["callback_id"] = text_value(chosen->callback_id);
    payload["action_ts"] = text_value(in.data.next_ts(when.wall));
    payload["message_ts"] = text_value(found->what->ts);
    payload["message"] = message_json(in.data, *found->what, with_metadata::yes);
    object where;
    where["id"] = text_value(found->where->id);
    where["name"] = text_value(found->where->kind == channel_kind::direct ? "directmessage"
                                                                          : found->where->name);
    payload["channel"] = std::move(where);
    response_hook hook;
    hook.channel = found->where->id;
    hook.user = found->by->id;
    hook.original_ts = found->what->ts;
    payload["response_url"] =
        text_value(in.data.setup().url + in.rights.new_hook("actions", std::move(hook), when.now));
    parcel made;
    made.kind = parcel_kind::interactive;
    made.id = text_of(payload, "trigger_id");
    made.user = found->by->id;
    made.channel = found->where->id;
    made.payload = std::move(payload);
    in.post.post(std::move(made), when);
    return found->what->ts;
}

} // namespace chatops::mocks::slack
