#pragma once

#include "chatops/operations/papertrail/gone.hpp"
#include "chatops/operations/papertrail/groups.hpp"
#include "chatops/operations/papertrail/nouns.hpp"
#include "chatops/operations/papertrail/renamed.hpp"
#include "chatops/operations/shown.hpp"
#include "chatops/run/context.hpp"

#include <algorithm>

namespace chatops::operations {

namespace detail {

CHATOPS_INLINE std::vector<std::string> system_names(const papertrail::group& of) {
    std::vector<std::string> names;
    for (const papertrail::named& each : of.systems) names.push_back(each.name);
    std::sort(names.begin(), names.end());
    return names;
}

CHATOPS_INLINE fields_part group_fields(const papertrail::group& it) {
    fields_part made;
    made.fields = {{"Id", std::to_string(it.id)},
                   {"Wildcard", it.system_wildcard.value_or("none")},
                   {"Systems", some_names(system_names(it))}};
    return made;
}

CHATOPS_INLINE fields_part group_losses(const papertrail::group& it) {
    fields_part lost = group_fields(it);
    lost.fields.insert(lost.fields.begin(), {{"Lost", "this group, and the searches saved in it"},
                                             {"Kept", "its systems, and what they wrote"}});
    return lost;
}

/// Those that a line names among all, or what to say where one is none or several.
struct named_systems {
    std::vector<std::int64_t> ids;
    std::optional<reply> problem;
};

CHATOPS_INLINE asio::awaitable<named_systems>
systems_named(context& ctx, const std::vector<papertrail::system>& all,
              const std::vector<papertrail::system_ref>& names) {
    named_systems made;
    for (const papertrail::system_ref& each : names) {
        auto choice = chosen_of(all, each.text);
        made.problem =
            co_await ask_which_at_papertrail(ctx, each.text, choice, "system " + each.text);
        if (made.problem) co_return made;
        made.ids.push_back(choice.one().id);
    }
    co_return made;
}

} // namespace detail

CHATOPS_INLINE asio::awaitable<reply> papertrail_groups::run(context& ctx) const {
    auto groups = co_await ctx.observe("groups", [&](papertrail::client& papertrail) {
        return papertrail.list<papertrail::group>();
    });
    std::stable_sort(groups.begin(), groups.end(),
                     [](const auto& left, const auto& right) { return left.name < right.name; });
    table_part table;
    table.headings = {"Group", "Systems"};
    std::vector<std::string> wildcards;
    for (const papertrail::group& each : groups) {
        table.rows.push_back({each.name, std::to_string(each.systems.size())});
        wildcards.push_back(each.system_wildcard.value_or("–"));
    }
    if (!groups.empty()) add_telling_column(table, "Wildcard", wildcards);
    reply answer = reply::neutral(counted(groups.size(), "group"));
    if (!groups.empty()) answer.add(std::move(table));
    co_return answer;
}

CHATOPS_INLINE asio::awaitable<reply> papertrail_group_show::run(context& ctx) const {
    auto choice = co_await ctx.observe("group", [&](papertrail::client& papertrail) {
        return look_for_one<papertrail::group>(papertrail, group->text);
    });
    const auto unclear = co_await ask_which_at_papertrail(ctx, group->text, choice);
    if (unclear) co_return *unclear;
    const papertrail::group& it = choice.one();
    reply answer =
        reply::neutral("The group " + it.name + " has " + counted(it.systems.size(), "system"));
    answer.add(detail::group_fields(it));
    co_return answer.add(
        text_part{"`papertrail search QUERY --group \"" + it.name + "\"` looks into their logs."});
}

CHATOPS_INLINE asio::awaitable<reply> papertrail_group_create::run(context& ctx) const {
    const auto groups = co_await ctx.observe("groups", [&](papertrail::client& papertrail) {
        return papertrail.list<papertrail::group>();
    });
    for (const papertrail::group& each : groups)
        if (each.name == name->text)
            co_return reply::bad("Nothing was made: there is a group " + each.name + " already");
    papertrail::group_order order;
    order.name = name->text;
    if (*wildcard) order.system_wildcard = (*wildcard)->text;
    if (!systems->empty()) {
        const auto all = co_await ctx.observe("systems", [&](papertrail::client& papertrail) {
            return papertrail.list<papertrail::system>();
        });
        detail::named_systems named = co_await detail::systems_named(ctx, all, *systems);
        if (named.problem) co_return std::move(*named.problem);
        order.system_ids = std::move(named.ids);
    }
    const std::vector<std::int64_t> before = ids_of(groups);
    const auto act = [&](papertrail::client& papertrail) {
        return papertrail.create<papertrail::group>(order);
    };
    const auto find = [&](papertrail::client& papertrail, time_point) {
        return made_meanwhile<papertrail::group>(papertrail, order.name, before);
    };
    const papertrail::group made = co_await ctx.once("create", act, find);
    reply answer = reply::good("There is a group " + made.name + " with " +
                               counted(made.systems.size(), "system"));
    co_return answer.add(detail::group_fields(made));
}

CHATOPS_INLINE asio::awaitable<reply> papertrail_group_rename::run(context& ctx) const {
    return rename_at_papertrail<papertrail::group>(ctx, group->text, name->text);
}

CHATOPS_INLINE asio::awaitable<reply> papertrail_group_change::run(context& ctx) const {
    if (wildcard->has_value() == *no_wildcard) {
        reply answer = reply::bad("Nothing was changed: say one wildcard, or that it has none");
        co_return answer.add(text_part{"Give `--wildcard` or `--no-wildcard`."});
    }
    auto choice = co_await ctx.observe("group", [&](papertrail::client& papertrail) {
        return look_for_one<papertrail::group>(papertrail, group->text);
    });
    const auto unclear = co_await ask_which_at_papertrail(ctx, group->text, choice);
    if (unclear) co_return *unclear;
    const papertrail::group& it = choice.one();
    papertrail::wildcard_change order;
    if (*wildcard) order.system_wildcard = (*wildcard)->text;
    const std::string before = it.system_wildcard.value_or(std::string());
    if (before == order.system_wildcard)
        co_return reply::neutral("The group " + it.name + " has " +
                                 (before.empty() ? "no wildcard" : "the wildcard " + before) +
                                 " already: nothing was changed");
    const papertrail::group after = co_await ctx.set("change", [&](papertrail::client& papertrail) {
        return papertrail.change<papertrail::group>(it.id, order);
    });
    reply answer =
        reply::good("The group " + it.name + " has " + counted(after.systems.size(), "system"));
    change_part change;
    change.lines = {
        {"wildcard", before.empty() ? "none" : before, after.system_wildcard.value_or("none")},
        {"systems", std::to_string(it.systems.size()), std::to_string(after.systems.size())}};
    answer.add(std::move(change));
    co_return answer.add(
        text_part{"Systems that were put into it by hand stay: `papertrail system leave`."});
}

CHATOPS_INLINE asio::awaitable<reply> papertrail_group_destroy::run(context& ctx) const {
    return destroy_at_papertrail<papertrail::group>(ctx, group->text, detail::group_losses);
}

} // namespace chatops::operations
