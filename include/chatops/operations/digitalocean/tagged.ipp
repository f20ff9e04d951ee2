#pragma once

#include "chatops/core/url.hpp"
#include "chatops/operations/digitalocean/carry_out.hpp"
#include "chatops/operations/digitalocean/choice.hpp"
#include "chatops/operations/digitalocean/droplet_change.hpp"
#include "chatops/operations/digitalocean/shown.hpp"
#include "chatops/operations/digitalocean/tagged.hpp"
#include "chatops/operations/near.hpp"
#include "chatops/provider/digitalocean/client.hpp"
#include "chatops/run/context.hpp"

#include <boost/describe/class.hpp>

#include <algorithm>
#include <tuple>

namespace chatops::operations {

namespace detail {

/// What a person says yes to fits into a message, and what is recorded of it into a step.
inline constexpr std::size_t tagged_at_most = 50;

/// A droplet that has the tag: as much of it as a person says yes to.
struct tagged_droplet {
    std::int64_t id = 0;
    std::string name;
    std::string status;

    friend bool operator==(const tagged_droplet&, const tagged_droplet&) = default;
};
BOOST_DESCRIBE_STRUCT(tagged_droplet, (), (id, name, status))

using actions_begun = std::vector<digitalocean::action>;

/// What is to be done with them.
struct tagged_deed {
    std::string tag;
    digitalocean::action_order order;
    /// `Switch off`
    const char* deed;
    /// `switched off`
    const char* done;
    /// What a person should know who says yes.
    const char* warning;
    duration limit = std::chrono::minutes(10);
};

/// By name; one more than may be, to see that there are more.
CHATOPS_INLINE asio::awaitable<std::vector<digitalocean::droplet>>
list_tagged(digitalocean::client& ocean, const std::string& tag) {
    auto all = co_await ocean.list<digitalocean::droplet>("tag_name=" + percent_encode(tag),
                                                          tagged_at_most + 1);
    std::sort(all.begin(), all.end(), [](const auto& left, const auto& right) {
        return std::tie(left.name, left.id) < std::tie(right.name, right.id);
    });
    co_return all;
}

CHATOPS_INLINE asio::awaitable<std::vector<tagged_droplet>>
droplets_tagged(digitalocean::client& ocean, const std::string& tag) {
    const auto all = co_await list_tagged(ocean, tag);
    std::vector<tagged_droplet> made;
    for (const digitalocean::droplet& each : all) made.push_back({each.id, each.name, each.status});
    co_return made;
}

/// The newest actions of the account: ours are among them.
CHATOPS_INLINE asio::awaitable<actions_begun> newest_actions(digitalocean::client& ocean) {
    actions_begun newest;
    const auto take = [&](actions_begun page) {
        newest = std::move(page);
        return false;
    };
    co_await ocean.each_page<digitalocean::action>({}, take);
    co_return newest;
}

CHATOPS_INLINE asio::awaitable<std::int64_t> newest_action_id(digitalocean::client& ocean) {
    const actions_begun newest = co_await newest_actions(ocean);
    std::int64_t last = 0;
    for (const digitalocean::action& each : newest) last = std::max(last, each.id);
    co_return last;
}

/// Those that ours began, if it did: of that type, of these droplets, not there before, and begun
/// since that moment of DigitalOcean's clock.
CHATOPS_INLINE asio::awaitable<std::optional<actions_begun>>
look_for_actions(digitalocean::client& ocean, const std::vector<tagged_droplet>& of,
                 const std::string& type, std::int64_t newest_before, time_point since) {
    const actions_begun newest = co_await newest_actions(ocean);
    actions_begun ours;
    for (const digitalocean::action& each : newest) {
        const bool is_of_them = std::any_of(of.begin(), of.end(), [&](const auto& one) {
            return each.resource_type == "droplet" && each.resource_id == one.id;
        });
        if (is_of_them && each.type == type && each.id > newest_before && each.started_at >= since)
            ours.push_back(each);
    }
    std::optional<actions_begun> found;
    if (!ours.empty()) found = std::move(ours);
    co_return found;
}

/// As they are now.
CHATOPS_INLINE asio::awaitable<actions_begun> actions_now(digitalocean::client& ocean,
                                                          const actions_begun& begun) {
    actions_begun now;
    for (const digitalocean::action& each : begun) {
        auto one = co_await ocean.show<digitalocean::action>(std::to_string(each.id));
        now.push_back(std::move(one));
    }
    co_return now;
}

CHATOPS_INLINE asio::awaitable<bool> have_all_ended(digitalocean::client& ocean,
                                                    const actions_begun& begun) {
    for (const digitalocean::action& each : begun) {
        const auto now = co_await ocean.show<digitalocean::action>(std::to_string(each.id));
        if (now.status == "in-progress") co_return false;
    }
    co_return true;
}

CHATOPS_INLINE reply tagged_question(const std::vector<tagged_droplet>& all,
                                     const tagged_deed& what) {
    reply question;
    question.title =
        what.deed + (' ' + counted(all.size(), "droplet")) + " with the tag " + what.tag + '?';
    question.add(text_part{what.warning});
    table_part table;
    table.headings = {"Droplet", "State"};
    for (const tagged_droplet& each : all) table.rows.push_back({each.name, each.status});
    return question.add(std::move(table));
}

/// What became of each: an action that is not there was not begun.
CHATOPS_INLINE reply tagged_outcome(const std::vector<tagged_droplet>& all,
                                    const actions_begun& ended, const tagged_deed& what) {
    std::vector<std::string> good;
    std::vector<std::string> bad;
    for (const tagged_droplet& each : all) {
        const auto of_it = std::find_if(ended.begin(), ended.end(), [&](const auto& one) {
            return one.resource_id == each.id;
        });
        const bool succeeded = of_it != ended.end() && has_succeeded(*of_it);
        (succeeded ? good : bad).push_back(each.name);
    }
    const std::string done =
        counted(good.size(), "droplet") + (good.size() == 1 ? " was " : " were ") + what.done;
    if (bad.empty()) {
        reply answer = reply::good(done);
        return answer.add(text_part{joined_words(good)});
    }
    reply answer = reply::bad(done + ", and " + std::to_string(bad.size()) + " not");
    answer.add(fields_part{{{"Done", joined_words(good)}, {"Not done", joined_words(bad)}}});
    return answer.add(text_part{"`do actions` shows how they ended; `do droplet show` how they are "
                                "now."});
}

CHATOPS_INLINE reply nothing_tagged(const std::string& tag) {
    reply answer = reply::bad("No droplet has the tag " + tag + ": nothing was done");
    return answer.add(text_part{"`do tags` lists the tags."});
}

CHATOPS_INLINE reply too_many_tagged(const std::string& tag) {
    return reply::bad("More than " + std::to_string(tagged_at_most) + " droplets have the tag " +
                      tag + ": so many are not told at once. Nothing was done");
}

CHATOPS_INLINE reply tagged_otherwise(const std::string& tag) {
    return reply::warning("The droplets with the tag " + tag +
                          " are not any more what you were shown: nothing was done. Ask again to "
                          "see which they are now");
}

CHATOPS_INLINE asio::awaitable<reply> act_on_all_tagged(context& ctx, const tagged_deed& what) {
    const auto all = co_await ctx.observe(
        "droplets", [&](digitalocean::client& ocean) { return droplets_tagged(ocean, what.tag); });
    if (all.empty()) co_return nothing_tagged(what.tag);
    if (all.size() > tagged_at_most) co_return too_many_tagged(what.tag);
    reply question = tagged_question(all, what);
    co_await ctx.confirm(std::move(question), what.deed + (' ' + counted(all.size(), "droplet")));
    // Whoever said yes said it to what was shown.
    const auto still = co_await ctx.observe(
        "still so", [&](digitalocean::client& ocean) { return droplets_tagged(ocean, what.tag); });
    if (still != all) co_return tagged_otherwise(what.tag);
    const std::int64_t before = co_await ctx.observe(
        "before", [&](digitalocean::client& ocean) { return newest_action_id(ocean); });
    const auto act = [&](digitalocean::client& ocean) {
        return ocean.act_on_tagged(what.tag, what.order);
    };
    const auto find = [&](digitalocean::client& ocean, time_point since) {
        return look_for_actions(ocean, all, what.order.type, before, since);
    };
    const actions_begun begun = co_await ctx.once(what.order.type, act, find);
    co_await ctx.progress(counted(begun.size(), "droplet") + " being " + what.done);
    co_await ctx.until(
        "end", [&](digitalocean::client& ocean) { return have_all_ended(ocean, begun); },
        what.limit);
    const actions_begun ended = co_await ctx.observe(
        "outcome", [&](digitalocean::client& ocean) { return actions_now(ocean, begun); });
    co_return tagged_outcome(all, ended, what);
}

CHATOPS_INLINE tagged_deed power_deed(const std::string& tag, power state) {
    const char* const order = words_of(state).type;
    switch (state) {
    case power::on:
        return {tag, digitalocean::action_order(order), "Switch on", "switched on",
                "One that runs already may make DigitalOcean refuse it all."};
    case power::off:
        return {tag, digitalocean::action_order(order), "Switch off", "switched off",
                "They go off at once, as by their buttons: what was not written is lost. One that "
                "is off already may make DigitalOcean refuse it all."};
    case power::cycle: break;
    }
    return {tag, digitalocean::action_order(order), "Switch off and on again",
            "switched off and on again",
            "They go off at once, as by their buttons: what was not written is lost."};
}

} // namespace detail

CHATOPS_INLINE asio::awaitable<reply> digitalocean_tag_power::run(context& ctx) const {
    const detail::tagged_deed what = detail::power_deed(tag->text, *state);
    reply answer = co_await detail::act_on_all_tagged(ctx, what);
    co_return answer;
}

CHATOPS_INLINE asio::awaitable<reply> digitalocean_tag_shutdown::run(context& ctx) const {
    const detail::tagged_deed what{
        tag->text, digitalocean::action_order("shutdown"), "Shut down", "told to shut down",
        "Their systems stop by themselves, if they listen; they are paid for all the same."};
    reply answer = co_await detail::act_on_all_tagged(ctx, what);
    co_return answer;
}

CHATOPS_INLINE asio::awaitable<reply> digitalocean_tag_snapshot::run(context& ctx) const {
    const time_point now = co_await ctx.observe(
        "time", [&](digitalocean::client& ocean) { return ocean.provider_time(); });
    digitalocean::action_order snapshot("snapshot");
    snapshot.name = tag->text + ' ' + minute_of(now);
    const detail::tagged_deed what{tag->text,
                                   snapshot,
                                   "Copy",
                                   "copied",
                                   "Each becomes a snapshot, which costs by its size.",
                                   detail::snapshot_takes};
    reply answer = co_await detail::act_on_all_tagged(ctx, what);
    co_return answer;
}

} // namespace chatops::operations
