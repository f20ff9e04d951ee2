#include "mocks/common/text.hpp"
#include "mocks/slack/content.hpp"
#include "mocks/slack/events.hpp"
#include "mocks/slack/limits.hpp"
#include "mocks/slack/methods.hpp"
#include "mocks/slack/posting.hpp"
#include "mocks/slack/render.hpp"

#include <algorithm>
#include <utility>

namespace chatops::mocks::slack {

namespace {

/// The bot's own message of the call's channel and ts. Throws `message_not_found` and `foreign`.
message& own_message(const call& asked, channel& where, std::string_view foreign) {
    message* const found = where.find(asked.args.required("ts"));
    // An ephemeral message is in no history: only a response URL reaches it.
    if (found == nullptr || !found->ephemeral_to.empty()) throw refusal("message_not_found");
    if (!found->from_bot) throw refusal(foreign);
    return *found;
}

} // namespace

object chat_post_message(call& asked) {
    channel& where = posting_target(asked);
    content what = read_content(asked.in.data, asked.args);
    if (what.empty()) throw refusal("no_text");
    if (what.is_truncated) asked.warning = "message_truncated";
    message made = bot_message(asked);
    made.thread_ts = thread_of(asked, where);
    made.broadcast = !made.thread_ts.empty() && asked.args.flag("reply_broadcast");
    if (made.broadcast) made.subtype = "thread_broadcast";
    apply(std::move(what), made);
    const message& posted = post_message(asked.in, where, std::move(made), asked.when);
    object answer;
    answer["channel"] = text_value(where.id);
    answer["ts"] = text_value(posted.ts);
    answer["message"] = message_json(asked.in.data, posted, with_metadata::yes);
    return answer;
}

object chat_post_ephemeral(call& asked) {
    channel& where = posting_target(asked);
    const user* const person = asked.in.data.find_user(asked.args.required("user"));
    if (person == nullptr || !where.has(person->id)) throw refusal("user_not_in_channel");
    content what = read_content(asked.in.data, asked.args);
    if (what.empty()) throw refusal("no_text");
    if (what.is_truncated) throw refusal("msg_too_long");
    message made = bot_message(asked);
    made.ephemeral_to = person->id;
    made.thread_ts = thread_of(asked, where);
    apply(std::move(what), made);
    object answer;
    answer["message_ts"] =
        text_value(post_message(asked.in, where, std::move(made), asked.when).ts);
    return answer;
}

object chat_update(call& asked) {
    channel& where = asked.where();
    message& found = own_message(asked, where, "cant_update_message");
    if (where.is_archived) throw refusal("is_inactive");
    content what = read_content(asked.in.data, asked.args);
    const bool has_text = asked.args.has("text") || asked.args.has("markdown_text");
    if (what.empty() && !what.blocks && !what.attachments && !what.metadata.is_object())
        throw refusal("no_text");
    if (characters(what.text) > limits::update_text_characters) throw refusal("msg_too_long");
    object before;
    if (is_told_of_messages(asked.in, where))
        before = message_json(asked.in.data, found, with_metadata::yes);
    // Blocks stay only when neither they nor a text are given. Source: Slack, "chat.update".
    if (what.blocks)
        found.blocks = std::move(*what.blocks);
    else if (has_text)
        found.blocks.clear();
    if (what.attachments) found.attachments = std::move(*what.attachments);
    if (has_text) found.text = std::move(what.text);
    if (what.metadata.is_object()) found.metadata = std::move(what.metadata);
    // A message that blocks make is not marked as edited.
    if (!what.blocks) {
        found.edited_by = found.user;
        found.edited_ts = asked.in.data.next_ts(asked.when.wall);
    }
    tell_changed(asked.in, where, found, std::move(before), asked.when);
    object answer;
    answer["channel"] = text_value(where.id);
    answer["ts"] = text_value(found.ts);
    answer["text"] = text_value(found.text);
    answer["message"] = message_json(asked.in.data, found, with_metadata::yes);
    return answer;
}

object chat_delete(call& asked) {
    channel& where = asked.where();
    message& found = own_message(asked, where, "cant_delete_message");
    object before = message_json(asked.in.data, found, with_metadata::yes);
    const std::string ts = found.ts;
    asked.in.data.erase(where, ts);
    tell_deleted(asked.in, where, std::move(before), asked.when);
    object answer;
    answer["channel"] = text_value(where.id);
    answer["ts"] = text_value(ts);
    return answer;
}

object chat_get_permalink(call& asked) {
    channel& where = asked.where();
    const std::string ts = asked.args.required("message_ts");
    const message* const found = where.find(ts);
    if (found == nullptr || !found->ephemeral_to.empty()) throw refusal("message_not_found");
    std::string link = "https://" + asked.in.data.setup().team_domain + ".slack.com/archives/";
    link += where.id + "/p" + replaced(ts, ".", "");
    if (!found->thread_ts.empty()) link += "?thread_ts=" + found->thread_ts + "&cid=" + where.id;
    object answer;
    answer["channel"] = text_value(where.id);
    answer["permalink"] = text_value(link);
    return answer;
}

object reactions_add(call& asked) {
    const std::string name = asked.args.required("name");
    if (!asked.args.has("channel") || !asked.args.has("timestamp"))
        throw refusal("no_item_specified");
    const std::string ts = asked.args.text("timestamp");
    if (ts_micros(ts) < 0) throw refusal("bad_timestamp");
    const bool is_name =
        name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_-+'") == std::string::npos;
    if (!is_name) throw refusal("invalid_name");
    channel& where = asked.where();
    if (where.is_archived) throw refusal("is_archived");
    message* const found = where.find(ts);
    if (found == nullptr || !found->ephemeral_to.empty()) throw refusal("message_not_found");
    const std::string& bot = asked.in.data.setup().app.bot_user_id;
    auto& all = found->reactions;
    auto at =
        std::find_if(all.begin(), all.end(), [&](const reaction& r) { return r.name == name; });
    if (at == all.end()) {
        if (all.size() >= limits::reactions) throw refusal("too_many_emoji");
        at = all.insert(all.end(), reaction{name, {}});
    } else if (std::find(at->users.begin(), at->users.end(), bot) != at->users.end()) {
        throw refusal("already_reacted");
    }
    at->users.push_back(bot);
    return {};
}

} // namespace chatops::mocks::slack
