#include "mocks/slack/events.hpp"
#include "mocks/slack/limits.hpp"
#include "mocks/slack/methods.hpp"
#include "mocks/slack/paging.hpp"
#include "mocks/slack/render.hpp"

#include <algorithm>
#include <limits>
#include <utility>
#include <vector>

namespace chatops::mocks::slack {

namespace {

std::string_view type_name(const channel& of) {
    switch (of.kind) {
    case channel_kind::open: return "public_channel";
    case channel_kind::closed: return "private_channel";
    case channel_kind::direct: return "im";
    case channel_kind::group: return "mpim";
    }
    return {};
}

/// The channel, if the bot is in it and may do that there.
channel& readable(const call& asked, std::string_view what) {
    channel& found = asked.where();
    asked.need(scope_for(found, what));
    if (!found.has(asked.in.data.setup().app.bot_user_id)) throw refusal("not_in_channel");
    return found;
}

/// `oldest` and `latest` in microseconds; Slack also takes whole seconds.
std::int64_t bound(const call& asked, std::string_view name, std::int64_t otherwise) {
    std::string given = asked.args.text(name);
    if (given.empty()) return otherwise;
    if (given == "0" || given == "0.0") return 0;
    if (given == "now") return otherwise;
    const auto dot = given.find('.');
    if (dot == std::string::npos) given += ".000000";
    // Fewer digits than six are a shorter fraction, as in `1700000000.5`.
    else if (given.size() - dot < 7)
        given.append(7 - (given.size() - dot), '0');
    const std::int64_t made = ts_micros(given);
    if (made < 0) throw refusal("invalid_ts_" + std::string(name));
    return made;
}

/// The messages of a history or a thread within the call's bounds, oldest first.
template <class Belongs>
std::vector<const message*> selected(const call& asked, const channel& where, Belongs belongs) {
    constexpr std::int64_t forever = std::numeric_limits<std::int64_t>::max();
    const std::int64_t oldest = bound(asked, "oldest", 0);
    const std::int64_t latest = bound(asked, "latest", forever);
    const bool inclusive = asked.args.flag("inclusive");
    std::vector<const message*> made;
    const auto& messages = where.messages;
    auto next = std::partition_point(messages.begin(), messages.end(),
                                     [&](const message& m) { return ts_micros(m.ts) < oldest; });
    for (; next != messages.end(); ++next) {
        const message& each = *next;
        if (!each.ephemeral_to.empty() || !belongs(each)) continue;
        const std::int64_t at = ts_micros(each.ts);
        const bool is_within =
            inclusive ? at >= oldest && at <= latest : at > oldest && at < latest;
        if (is_within) made.push_back(&each);
    }
    return made;
}

object answer_page(const call& asked, const std::vector<const message*>& all, const page& shown) {
    const bool asks_all = asked.args.flag("include_all_metadata");
    const auto metadata = asks_all ? with_metadata::yes : with_metadata::no;
    array messages;
    for (std::size_t i = shown.begin; i < shown.end; ++i)
        messages.push_back(message_json(asked.in.data, *all[i], metadata));
    object answer;
    answer["messages"] = std::move(messages);
    answer["has_more"] = !shown.next_cursor.empty();
    answer["response_metadata"] = next_page(shown);
    return answer;
}

/// The kinds of channels that the call names, or public ones. Throws `invalid_types`,
/// `missing_scope`.
std::vector<std::string> types_named(const call& asked) {
    std::vector<std::string> wanted = asked.args.list("types");
    if (wanted.empty()) wanted.emplace_back("public_channel");
    for (const std::string& each : wanted) {
        if (each == "public_channel")
            asked.need("channels:read");
        else if (each == "private_channel")
            asked.need("groups:read");
        else if (each == "im")
            asked.need("im:read");
        else if (each == "mpim")
            asked.need("mpim:read");
        else
            throw refusal("invalid_types");
    }
    return wanted;
}

/// A page of the channels of the wanted types that are to be shown.
template <class Shown>
object list_of(const call& asked, Shown is_shown) {
    const std::vector<std::string> wanted = types_named(asked);
    std::vector<const channel*> found;
    for (const std::string& id : asked.in.data.channel_order()) {
        const channel& each = *asked.in.data.find_channel(id);
        const bool is_wanted =
            std::find(wanted.begin(), wanted.end(), type_name(each)) != wanted.end();
        const bool is_left_out = each.is_archived && asked.args.flag("exclude_archived");
        if (is_wanted && is_shown(each) && !is_left_out) found.push_back(&each);
    }
    const page shown =
        read_page(asked, "channel", found.size(), limits::list_usual, limits::list_most);
    array channels;
    for (std::size_t i = shown.begin; i < shown.end; ++i)
        channels.push_back(channel_json(asked.in.data, *found[i]));
    object answer;
    answer["channels"] = std::move(channels);
    answer["response_metadata"] = next_page(shown);
    return answer;
}

/// The people that `users` names. Throws `users_list_not_supplied`, `user_not_found`,
/// `too_many_users`.
std::vector<const user*> people_named(const call& asked) {
    std::vector<const user*> made;
    for (const std::string& id : asked.args.list("users")) {
        const user* const person = asked.in.data.user_by_id(id);
        if (person == nullptr) throw refusal("user_not_found");
        // The bot is in it anyway, and nobody twice.
        const bool is_new = std::find(made.begin(), made.end(), person) == made.end();
        if (is_new && id != asked.in.data.setup().app.bot_user_id) made.push_back(person);
    }
    if (made.empty()) throw refusal("users_list_not_supplied");
    if (made.size() > limits::group_people) throw refusal("too_many_users");
    return made;
}

} // namespace

object conversations_list(call& asked) {
    const std::string& bot = asked.in.data.setup().app.bot_user_id;
    return list_of(asked, [&](const channel& each) {
        return each.kind == channel_kind::open || each.has(bot);
    });
}

object users_conversations(call& asked) {
    const std::string& bot = asked.in.data.setup().app.bot_user_id;
    const std::string named = asked.args.text("user");
    const std::string whose = named.empty() ? bot : named;
    if (asked.in.data.user_by_id(whose) == nullptr) throw refusal("user_not_found");
    object answer = list_of(asked, [&](const channel& each) {
        return each.has(whose) && (each.kind == channel_kind::open || each.has(bot));
    });
    // Source: Slack, "users.conversations": membership and counts are not told here.
    for (value& each : answer["channels"].get_array()) {
        each.get_object().erase("is_member");
        each.get_object().erase("num_members");
    }
    return answer;
}

object conversations_info(call& asked) {
    const channel& found = asked.where();
    asked.need(scope_for(found, "read"));
    object answer;
    answer["channel"] = channel_json(asked.in.data, found);
    return answer;
}

object conversations_history(call& asked) {
    const channel& where = readable(asked, "history");
    auto all = selected(
        asked, where, [](const message& each) { return each.thread_ts.empty() || each.broadcast; });
    std::reverse(all.begin(), all.end());
    const page shown =
        read_page(asked, "next_ts", all.size(), limits::list_usual, limits::list_most);
    return answer_page(asked, all, shown);
}

object conversations_replies(call& asked) {
    const channel& where = readable(asked, "history");
    const std::string ts = asked.args.required("ts");
    const message* const given = where.find(ts);
    if (given == nullptr || !given->ephemeral_to.empty()) throw refusal("thread_not_found");
    const std::string first = given->thread_ts.empty() ? given->ts : given->thread_ts;
    const auto all = selected(asked, where, [&](const message& each) {
        return each.ts == first || each.thread_ts == first;
    });
    const page shown =
        read_page(asked, "next_ts", all.size(), limits::list_usual, limits::list_most);
    return answer_page(asked, all, shown);
}

object conversations_members(call& asked) {
    const channel& found = asked.where();
    asked.need(scope_for(found, "read"));
    const page shown =
        read_page(asked, "user", found.members.size(), limits::list_usual, limits::list_most);
    array members;
    for (std::size_t i = shown.begin; i < shown.end; ++i)
        members.push_back(text_value(found.members[i]));
    object answer;
    answer["members"] = std::move(members);
    answer["response_metadata"] = next_page(shown);
    return answer;
}

object conversations_open(call& asked) {
    channel* found = nullptr;
    bool is_new = false;
    if (asked.args.has("channel")) {
        found = &asked.where();
        if (found->kind != channel_kind::direct && found->kind != channel_kind::group)
            throw refusal("method_not_supported_for_channel_type");
        asked.need(scope_for(*found, "write"));
    } else {
        const std::vector<const user*> people = people_named(asked);
        const bool is_group = people.size() > 1;
        asked.need(is_group ? "mpim:write" : "im:write");
        model& data = asked.in.data;
        found = is_group ? data.find_group(people) : data.find_direct(*people.front());
        is_new = found == nullptr;
        if (is_new && asked.args.flag("prevent_creation")) throw refusal("channel_not_found");
        if (is_new)
            found = is_group ? &data.group_of(people, asked.when.wall)
                             : &data.direct_with(*people.front(), asked.when.wall);
    }
    object answer;
    if (!is_new) {
        answer["no_op"] = true;
        answer["already_open"] = true;
    }
    if (asked.args.flag("return_im")) {
        answer["channel"] = channel_json(asked.in.data, *found);
    } else {
        object brief;
        brief["id"] = text_value(found->id);
        answer["channel"] = std::move(brief);
    }
    return answer;
}

object conversations_join(call& asked) {
    channel& found = asked.where();
    if (found.kind != channel_kind::open) throw refusal("method_not_supported_for_channel_type");
    if (found.is_archived) throw refusal("is_archived");
    const std::string& bot = asked.in.data.setup().app.bot_user_id;
    object answer;
    if (found.has(bot)) {
        asked.warning = "already_in_channel";
    } else {
        found.members.push_back(bot);
        message joined;
        joined.user = bot;
        joined.subtype = "channel_join";
        joined.text = "<@" + bot + "> has joined the channel";
        post_message(asked.in, found, std::move(joined), asked.when);
    }
    answer["channel"] = channel_json(asked.in.data, found);
    return answer;
}

} // namespace chatops::mocks::slack
