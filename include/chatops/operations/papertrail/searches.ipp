#pragma once

#include "chatops/operations/papertrail/gone.hpp"
#include "chatops/operations/papertrail/lines.hpp"
#include "chatops/operations/papertrail/nouns.hpp"
#include "chatops/operations/papertrail/renamed.hpp"
#include "chatops/operations/papertrail/searches.hpp"
#include "chatops/operations/shown.hpp"
#include "chatops/run/context.hpp"

#include <algorithm>

namespace chatops::operations {

namespace detail {

CHATOPS_INLINE std::string place_of(const papertrail::saved_search& it) {
    return it.group ? it.group->name : "all systems";
}

CHATOPS_INLINE fields_part search_losses(const papertrail::saved_search& it) {
    return {{{"Lost", "this search, and the alerts that go by it"},
             {"Kept", "every line of the log"},
             {"Query", it.query},
             {"Group", place_of(it)}}};
}

/// The one of that name in that group, if there is one.
CHATOPS_INLINE std::optional<papertrail::saved_search>
search_called(const std::vector<papertrail::saved_search>& all, const std::string& name,
              std::optional<std::int64_t> group_id) {
    for (const papertrail::saved_search& each : all) {
        const bool is_there = !group_id || (each.group && each.group->id == *group_id);
        if (each.name == name && is_there) return each;
    }
    return std::nullopt;
}

} // namespace detail

CHATOPS_INLINE asio::awaitable<reply> papertrail_searches::run(context& ctx) const {
    auto searches = co_await ctx.observe("searches", [&](papertrail::client& papertrail) {
        return papertrail.list<papertrail::saved_search>();
    });
    std::stable_sort(searches.begin(), searches.end(),
                     [](const auto& left, const auto& right) { return left.name < right.name; });
    table_part table;
    table.headings = {"Search", "Query"};
    std::vector<std::string> groups;
    for (const papertrail::saved_search& each : searches) {
        table.rows.push_back({each.name, each.query});
        groups.push_back(each.group ? each.group->name : "–");
    }
    if (!searches.empty()) add_telling_column(table, "Group", groups);
    reply answer = reply::neutral(counted(searches.size(), "saved search"));
    if (searches.empty()) co_return answer;
    answer.add(std::move(table));
    co_return answer.add(text_part{"`papertrail saved run NAME` runs one."});
}

CHATOPS_INLINE asio::awaitable<reply> papertrail_saved_create::run(context& ctx) const {
    const search_place place = co_await look_for_place(ctx, std::nullopt, *group);
    if (place.problem) co_return *place.problem;
    const std::string text = search_text(*query);
    const auto all = co_await ctx.observe("searches", [&](papertrail::client& papertrail) {
        return papertrail.list<papertrail::saved_search>();
    });
    const auto same = detail::search_called(all, name->text, place.order.group_id);
    if (same && same->query == text)
        co_return reply::neutral(same->name + " searches for that already: nothing was changed");
    if (same) {
        reply answer =
            reply::bad("Nothing was saved: there is a saved search " + same->name + " already");
        answer.add(fields_part{{{"Its query", same->query}}});
        co_return answer.add(
            text_part{"`papertrail saved change \"" + same->name + "\" QUERY` gives it another."});
    }
    papertrail::search_save order;
    order.name = name->text;
    order.query = text;
    order.group_id = place.order.group_id;
    const std::vector<std::int64_t> before = ids_of(all);
    const auto act = [&](papertrail::client& papertrail) {
        return papertrail.create<papertrail::saved_search>(order);
    };
    const auto find = [&](papertrail::client& papertrail, time_point) {
        return made_meanwhile<papertrail::saved_search>(papertrail, order.name, before);
    };
    const papertrail::saved_search made = co_await ctx.once("create", act, find);
    reply answer = reply::good("The search is saved as " + made.name);
    answer.add(fields_part{{{"Query", made.query}, {"Group", detail::place_of(made)}}});
    co_return answer.add(text_part{"`papertrail saved run \"" + made.name + "\"` runs it."});
}

CHATOPS_INLINE asio::awaitable<reply> papertrail_saved_run::run(context& ctx) const {
    auto choice = co_await ctx.observe("search", [&](papertrail::client& papertrail) {
        return look_for_one<papertrail::saved_search>(papertrail, search->text);
    });
    const auto unclear = co_await ask_which_at_papertrail(ctx, search->text, choice);
    if (unclear) co_return *unclear;
    const papertrail::saved_search& it = choice.one();
    papertrail::search_order order;
    order.query = it.query;
    if (it.group) order.group_id = it.group->id;
    if (const auto problem = take_range(order, {*since, *until, *back}, ctx.now()))
        co_return *problem;
    const auto most = static_cast<std::size_t>(limit->number);
    const found_lines found = co_await look_for_lines(ctx, order, most);
    const std::string place = it.group ? " of the group " + it.group->name : std::string();
    co_return lines_answer(found, order, place, most);
}

CHATOPS_INLINE asio::awaitable<reply> papertrail_saved_rename::run(context& ctx) const {
    return rename_at_papertrail<papertrail::saved_search>(ctx, search->text, name->text);
}

CHATOPS_INLINE asio::awaitable<reply> papertrail_saved_change::run(context& ctx) const {
    if (!*query && !*group) {
        reply answer = reply::bad("Nothing was changed: say what it is to search for, or where");
        co_return answer.add(text_part{"Give a query, or `--group`, or both."});
    }
    const search_place place = co_await look_for_place(ctx, std::nullopt, *group);
    if (place.problem) co_return *place.problem;
    auto choice = co_await ctx.observe("search", [&](papertrail::client& papertrail) {
        return look_for_one<papertrail::saved_search>(papertrail, search->text);
    });
    const auto unclear = co_await ask_which_at_papertrail(ctx, search->text, choice);
    if (unclear) co_return *unclear;
    const papertrail::saved_search& it = choice.one();
    papertrail::search_change order;
    if (*query) order.query = search_text(*query);
    order.group_id = place.order.group_id;
    const bool is_elsewhere = order.group_id && (!it.group || it.group->id != *order.group_id);
    if ((!order.query || *order.query == it.query) && !is_elsewhere)
        co_return reply::neutral(it.name + " searches for that already: nothing was changed");
    const papertrail::saved_search after =
        co_await ctx.set("change", [&](papertrail::client& papertrail) {
            return papertrail.change<papertrail::saved_search>(it.id, order);
        });
    reply answer = reply::good("The saved search " + it.name + " is changed");
    change_part change;
    if (after.query != it.query) change.lines.push_back({"query", it.query, after.query});
    if (is_elsewhere)
        change.lines.push_back({"group", detail::place_of(it), detail::place_of(after)});
    co_return answer.add(std::move(change));
}

CHATOPS_INLINE asio::awaitable<reply> papertrail_saved_destroy::run(context& ctx) const {
    return destroy_at_papertrail<papertrail::saved_search>(ctx, search->text,
                                                           detail::search_losses);
}

} // namespace chatops::operations
