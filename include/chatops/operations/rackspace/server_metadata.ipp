#pragma once

#include "chatops/line/write.hpp"
#include "chatops/operations/changes.hpp"
#include "chatops/operations/near.hpp"
#include "chatops/operations/rackspace/choice.hpp"
#include "chatops/operations/rackspace/server_metadata.hpp"
#include "chatops/operations/rackspace/shown.hpp"
#include "chatops/run/context.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace chatops::operations {

namespace detail {

using noted_items = std::map<std::string, std::string>;

/// What people see of it.
CHATOPS_INLINE noted_items shown_metadata(const rackspace::server& of) {
    noted_items all = of.metadata;
    all.erase(own_mark);
    return all;
}

CHATOPS_INLINE table_part metadata_table(const noted_items& all) {
    table_part table{{"Name", "Value"}, {}};
    for (const auto& [name, value] : all) table.rows.push_back({name, value});
    return table;
}

/// One that is empty is shown as that.
CHATOPS_INLINE std::string value_in(const noted_items& all, const std::string& name) {
    const auto found = all.find(name);
    if (found == all.end()) return "none";
    return found->second.empty() ? "empty" : found->second;
}

CHATOPS_INLINE reply no_such_metadata(const rackspace::server& it, const std::string& name,
                                      const noted_items& all) {
    reply no = reply::bad("The metadata of " + it.name + " has no " + shown(name) +
                          ": nothing was changed");
    std::vector<std::string> names;
    for (const auto& [each, value] : all) names.push_back(each);
    return no.add(text_part{did_you_mean(name, names) + "`rackspace metadata show " +
                            line::quoted(it.name) + "` lists all."});
}

} // namespace detail

CHATOPS_INLINE std::optional<reply> is_own_mark(const rackspace::metadata_name& name,
                                                std::string_view what) {
    if (name.text != own_mark) return std::nullopt;
    reply no = reply::bad("Nothing was " + std::string(what) + ": the name " + own_mark +
                          " is the bot's own");
    return no.add(text_part{"By it the bot finds again what it made. Take another name."});
}

CHATOPS_INLINE asio::awaitable<reply> rackspace_metadata_show::run(context& ctx) const {
    auto choice = co_await ctx.observe(
        "server", [&](rackspace::client& cloud) { return look_for_server(cloud, *server); });
    const auto unclear = co_await ask_which(ctx, server->text, choice);
    if (unclear) co_return *unclear;
    const rackspace::server& it = choice.one();
    const detail::noted_items all = detail::shown_metadata(it);
    if (all.empty()) co_return reply::neutral(it.name + " has no metadata");
    reply answer = reply::neutral("The metadata of " + it.name);
    co_return answer.add(detail::metadata_table(all));
}

CHATOPS_INLINE asio::awaitable<reply> rackspace_metadata_set::run(context& ctx) const {
    detail::noted_items wanted;
    for (const rackspace::metadata_item& each : *items) {
        if (const auto no = is_own_mark(each.name, "changed")) co_return *no;
        wanted[each.name.text] = each.value;
    }
    auto choice = co_await ctx.observe(
        "server", [&](rackspace::client& cloud) { return look_for_server(cloud, *server); });
    const auto unclear = co_await ask_which(ctx, server->text, choice);
    if (unclear) co_return *unclear;
    const rackspace::server& it = choice.one();
    change_part change;
    for (const auto& [name, value] : wanted)
        add_change(change, name.c_str(), detail::value_in(it.metadata, name),
                   detail::value_in(wanted, name));
    if (change.lines.empty()) co_return reply::neutral("That is so already: nothing was changed");
    co_await ctx.set("set",
                     [&](rackspace::client& cloud) { return cloud.set_metadata(it.id, wanted); });
    reply answer = reply::good("The metadata of " + it.name + " is changed");
    co_return answer.add(std::move(change));
}

CHATOPS_INLINE asio::awaitable<reply> rackspace_metadata_remove::run(context& ctx) const {
    for (const rackspace::metadata_name& each : *names)
        if (const auto no = is_own_mark(each, "changed")) co_return *no;
    auto choice = co_await ctx.observe(
        "server", [&](rackspace::client& cloud) { return look_for_server(cloud, *server); });
    const auto unclear = co_await ask_which(ctx, server->text, choice);
    if (unclear) co_return *unclear;
    const rackspace::server& it = choice.one();
    const detail::noted_items all = detail::shown_metadata(it);
    std::vector<std::string> doomed;
    change_part change;
    for (const rackspace::metadata_name& each : *names) {
        if (all.find(each.text) == all.end())
            co_return detail::no_such_metadata(it, each.text, all);
        if (std::find(doomed.begin(), doomed.end(), each.text) != doomed.end()) continue;
        doomed.push_back(each.text);
        change.lines.push_back({each.text, detail::value_in(all, each.text), "none"});
    }
    // A step each: where one is refused, those before it are told.
    for (const std::string& each : doomed) {
        const std::string step = "remove " + each;
        co_await ctx.set(
            step, [&](rackspace::client& cloud) { return cloud.remove_metadata(it.id, each); });
    }
    reply answer = reply::good("The metadata of " + it.name + " is changed");
    co_return answer.add(std::move(change));
}

} // namespace chatops::operations
