#include "mocks/slack/content.hpp"
#include "mocks/slack/events.hpp"
#include "mocks/slack/limits.hpp"
#include "mocks/slack/methods.hpp"
#include "mocks/slack/paging.hpp"
#include "mocks/slack/posting.hpp"
#include "mocks/slack/scheduled.hpp"

#include <algorithm>
#include <chrono>
#include <limits>
#include <utility>
#include <vector>

namespace chatops::mocks::slack {

namespace {

time_point posted_at(const scheduled_message& what) {
    return time_point{std::chrono::seconds(what.post_at_s)};
}

/// Whether one more at that time makes too many in some window of Slack's.
bool is_crowded(const model& data, const channel& where, std::int64_t at_s) {
    constexpr std::int64_t window_s = limits::scheduling_window_seconds.count();
    std::vector<std::int64_t> times{at_s};
    for (const scheduled_message& each : data.scheduled)
        if (each.channel == where.id && each.post_at_s > at_s - window_s &&
            each.post_at_s < at_s + window_s)
            times.push_back(each.post_at_s);
    std::sort(times.begin(), times.end());
    return std::any_of(times.begin(), times.end(), [&](std::int64_t first) {
        const auto begin = std::lower_bound(times.begin(), times.end(), first);
        const auto end = std::lower_bound(times.begin(), times.end(), first + window_s);
        return first <= at_s && at_s < first + window_s &&
               end - begin > static_cast<std::ptrdiff_t>(limits::scheduled_in_window);
    });
}

/// Throws `invalid_time`, `time_in_past`, `time_too_far`.
std::int64_t time_asked_for(const call& asked) {
    if (!asked.args.has("post_at")) throw wrong_argument("missing required field: post_at");
    const std::int64_t at_s = asked.args.number("post_at", 0, "invalid_time");
    const std::int64_t now_s = seconds_of(asked.when.now);
    if (at_s <= now_s) throw refusal("time_in_past");
    constexpr std::chrono::seconds most = limits::scheduling_days;
    if (at_s > now_s + most.count()) throw refusal("time_too_far");
    return at_s;
}

void keep(model& data, scheduled_message what) {
    const auto later = [](const scheduled_message& left, const scheduled_message& right) {
        return left.post_at_s < right.post_at_s;
    };
    const auto at = std::upper_bound(data.scheduled.begin(), data.scheduled.end(), what, later);
    data.scheduled.insert(at, std::move(what));
}

object delayed_json(const model& data, const message& what) {
    object made;
    made["text"] = text_value(what.text);
    made["username"] = text_value(data.setup().app.name);
    made["bot_id"] = text_value(data.setup().app.bot_id);
    if (!what.blocks.empty()) made["blocks"] = what.blocks;
    if (!what.attachments.empty()) made["attachments"] = what.attachments;
    made["type"] = "delayed_message";
    made["subtype"] = "bot_message";
    return made;
}

} // namespace

object chat_schedule_message(call& asked) {
    channel& where = posting_target(asked);
    const std::int64_t at_s = time_asked_for(asked);
    content what = read_content(asked.in.data, asked.args);
    if (what.empty()) throw refusal("no_text");
    if (what.is_truncated) throw refusal("msg_too_long");
    if (is_crowded(asked.in.data, where, at_s)) throw refusal("restricted_too_many");
    scheduled_message made;
    made.id = asked.in.data.new_id("Q", 10);
    made.channel = where.id;
    made.post_at_s = at_s;
    made.created_s = seconds_of(asked.when.now);
    made.what = bot_message(asked);
    made.what.thread_ts = thread_of(asked, where);
    made.what.broadcast = !made.what.thread_ts.empty() && asked.args.flag("reply_broadcast");
    if (made.what.broadcast) made.what.subtype = "thread_broadcast";
    apply(std::move(what), made.what);
    object answer;
    answer["channel"] = text_value(where.id);
    answer["scheduled_message_id"] = text_value(made.id);
    answer["post_at"] = at_s;
    answer["message"] = delayed_json(asked.in.data, made.what);
    keep(asked.in.data, std::move(made));
    return answer;
}

object chat_delete_scheduled_message(call& asked) {
    const channel& where = asked.where();
    const std::string id = asked.args.required("scheduled_message_id");
    auto& all = asked.in.data.scheduled;
    const auto at = std::find_if(all.begin(), all.end(), [&](const scheduled_message& each) {
        return each.id == id && each.channel == where.id;
    });
    // Source: Slack, "chat.deleteScheduledMessage": within a minute it is on its way.
    if (at == all.end() || posted_at(*at) - asked.when.now <= limits::scheduled_is_sent_seconds)
        throw refusal("invalid_scheduled_message_id");
    all.erase(at);
    return {};
}

object chat_scheduled_messages_list(call& asked) {
    const std::string named = asked.args.text("channel");
    const channel* const where = named.empty() ? nullptr : asked.in.data.find_channel(named);
    if (!named.empty() && where == nullptr) throw refusal("invalid_channel");
    constexpr std::int64_t forever = std::numeric_limits<std::int64_t>::max();
    const std::int64_t oldest = asked.args.number("oldest", 0, "invalid_arguments");
    const std::int64_t latest = asked.args.number("latest", forever, "invalid_arguments");
    if (oldest >= latest) throw wrong_argument("oldest must be less than latest");
    std::vector<const scheduled_message*> found;
    for (const scheduled_message& each : asked.in.data.scheduled)
        if ((where == nullptr || each.channel == where->id) && each.post_at_s >= oldest &&
            each.post_at_s <= latest)
            found.push_back(&each);
    const page shown =
        read_page(asked, "scheduled", found.size(), limits::list_usual, limits::list_most);
    array messages;
    for (std::size_t i = shown.begin; i < shown.end; ++i) {
        const scheduled_message& each = *found[i];
        object one;
        one["id"] = text_value(each.id);
        one["channel_id"] = text_value(each.channel);
        one["post_at"] = each.post_at_s;
        one["date_created"] = each.created_s;
        one["text"] = text_value(each.what.text);
        messages.push_back(std::move(one));
    }
    object answer;
    answer["scheduled_messages"] = std::move(messages);
    answer["response_metadata"] = next_page(shown);
    return answer;
}

std::optional<time_point> next_scheduled(const parts& in) {
    if (in.data.scheduled.empty()) return std::nullopt;
    return posted_at(in.data.scheduled.front());
}

void post_scheduled(parts& in, sim::moment when) {
    auto& all = in.data.scheduled;
    while (!all.empty() && posted_at(all.front()) <= when.now) {
        scheduled_message next = std::move(all.front());
        all.erase(all.begin());
        channel& where = *in.data.find_channel(next.channel);
        // Source: Slack, "chat.scheduleMessage", a known bug: one with metadata is never posted.
        const bool is_posted = where.has(in.data.setup().app.bot_user_id) && !where.is_archived &&
                               !next.what.metadata.is_object();
        if (is_posted) post_message(in, where, std::move(next.what), when);
    }
}

} // namespace chatops::mocks::slack
