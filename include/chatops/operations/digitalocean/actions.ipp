#pragma once

#include "chatops/operations/digitalocean/actions.hpp"
#include "chatops/operations/digitalocean/choice.hpp"
#include "chatops/operations/digitalocean/shown.hpp"
#include "chatops/provider/digitalocean/client.hpp"
#include "chatops/run/context.hpp"

namespace chatops::operations {

namespace detail {

/// A person reads no more of them.
inline constexpr std::size_t account_actions_shown = 20;

CHATOPS_INLINE asio::awaitable<std::vector<digitalocean::action>>
last_actions(digitalocean::client& ocean, bool pending) {
    std::vector<digitalocean::action> newest;
    // The newest come first. One that goes on is not far back.
    const auto take = [&](std::vector<digitalocean::action> page) {
        for (digitalocean::action& each : page)
            if (newest.size() < account_actions_shown && (!pending || each.status == "in-progress"))
                newest.push_back(std::move(each));
        return false;
    };
    co_await ocean.each_page<digitalocean::action>({}, take);
    co_return newest;
}

/// What it is about: `droplet web-1`, `volume`.
CHATOPS_INLINE asio::awaitable<std::string> subject_of(digitalocean::client& ocean,
                                                       digitalocean::action of) {
    std::string sort = of.resource_type.value_or("unknown");
    if (!of.resource_id) co_return sort;
    if (sort != "droplet") co_return sort + ' ' + std::to_string(*of.resource_id);
    const std::string name = co_await droplet_name(ocean, *of.resource_id);
    co_return sort + ' ' + name;
}

/// The droplets that they are about.
CHATOPS_INLINE std::vector<std::int64_t>
droplets_of(const std::vector<digitalocean::action>& actions) {
    std::vector<std::int64_t> ids;
    for (const digitalocean::action& each : actions)
        if (each.resource_type == "droplet" && each.resource_id) ids.push_back(*each.resource_id);
    return ids;
}

/// What each is about: a droplet's name, or what sort of thing.
CHATOPS_INLINE std::string subject_in(const std::map<std::string, std::string>& names,
                                      const digitalocean::action& of) {
    const std::string sort = of.resource_type.value_or("unknown");
    if (sort != "droplet" || !of.resource_id) return sort;
    return names.at(std::to_string(*of.resource_id));
}

} // namespace detail

CHATOPS_INLINE asio::awaitable<reply> digitalocean_actions::run(context& ctx) const {
    const auto newest = co_await ctx.observe("actions", [&](digitalocean::client& ocean) {
        return detail::last_actions(ocean, *pending);
    });
    if (newest.empty())
        co_return reply::neutral(*pending ? "Nothing goes on" : "Nothing was ever done");
    const auto ids = detail::droplets_of(newest);
    const auto names = co_await ctx.observe(
        "droplets", [&](digitalocean::client& ocean) { return droplet_names(ocean, ids); });
    table_part table;
    table.headings = {"Id", "What", "Ago"};
    std::vector<std::string> states;
    for (const digitalocean::action& each : newest) {
        table.rows.push_back({id_of(each), each.type + ' ' + detail::subject_in(names, each),
                              age_text(ctx.now() - each.started_at)});
        states.push_back(each.status);
    }
    add_telling_column(table, "State", states);
    reply answer = reply::neutral(*pending ? counted(newest.size(), "action") +
                                                 (newest.size() == 1 ? " goes on" : " go on")
                                           : "The last " + counted(newest.size(), "action"));
    co_return answer.add(std::move(table));
}

CHATOPS_INLINE asio::awaitable<reply> digitalocean_action_show::run(context& ctx) const {
    const auto it = co_await ctx.observe("action", [&](digitalocean::client& ocean) {
        return ocean.find<digitalocean::action>(action->text);
    });
    if (!it) {
        reply answer = reply::bad("There is no action " + shown(action->text));
        co_return answer.add(text_part{"`do actions` lists the last ones."});
    }
    const std::string about = co_await ctx.observe(
        "subject", [&](digitalocean::client& ocean) { return detail::subject_of(ocean, *it); });
    const std::string title = it->type + " of " + about + ": " + it->status;
    reply answer = it->status == "errored" ? reply::bad(title) : reply::neutral(title);
    fields_part facts{{{"Id", id_of(*it)}, {"Began (UTC)", minute_of(it->started_at)}}};
    if (it->completed_at) facts.fields.emplace_back("Ended (UTC)", minute_of(*it->completed_at));
    if (!it->completed_at)
        facts.fields.emplace_back("Goes on for", age_text(ctx.now() - it->started_at));
    if (it->region_slug) facts.fields.emplace_back("Region", *it->region_slug);
    co_return answer.add(std::move(facts));
}

} // namespace chatops::operations
