#pragma once

#include "chatops/operations/choice.hpp"
#include "chatops/operations/heroku/addon_offers.hpp"
#include "chatops/operations/heroku/shown.hpp"
#include "chatops/provider/heroku/client.hpp"
#include "chatops/run/context.hpp"

#include <utility>
#include <vector>

namespace chatops::operations {

template <>
inline constexpr noun noun_of<heroku::addon_service>{"add-on service", "heroku addon services"};

namespace detail {

/// What is sold to everyone, as people say it.
CHATOPS_INLINE std::string sold_text(const std::string& state) {
    return state == "ga" ? "for all" : state;
}

/// How an application gets one of them.
CHATOPS_INLINE std::string how_to_add(const std::string& service,
                                      const std::vector<heroku::addon_plan>& plans) {
    std::string text =
        "`heroku addon create APP " + service + ":PLAN` gives an application an add-on of it";
    for (const heroku::addon_plan& each : plans)
        if (each.default_.value_or(false))
            return text + "; without PLAN it is `" + each.short_name() + "`.";
    return text + '.';
}

} // namespace detail

CHATOPS_INLINE asio::awaitable<reply> heroku_addon_services::run(context& ctx) const {
    auto all = co_await ctx.observe(
        "services", [&](heroku::client& heroku) { return heroku.offers<heroku::addon_service>(); });
    keep_with_part(all, *part);
    table_part table;
    table.headings = {"Service", "Name"};
    std::vector<std::string> states;
    for (const heroku::addon_service& each : all) {
        table.rows.push_back({each.name, each.human_name});
        states.push_back(detail::sold_text(each.state));
    }
    reply answer = reply::neutral(counted_with_part<heroku::addon_service>(all.size(), *part));
    if (all.empty()) co_return answer;
    add_telling_column(table, "State", states);
    answer.add(std::move(table));
    co_return answer.add(text_part{"`heroku addon plans SERVICE` lists what one costs."});
}

CHATOPS_INLINE asio::awaitable<reply> heroku_addon_plans::run(context& ctx) const {
    const auto all = co_await ctx.observe(
        "plans", [&](heroku::client& heroku) { return heroku.plans_of(*service); });
    table_part table;
    table.headings = {"Plan", "$ a month"};
    std::vector<std::string> states;
    for (const heroku::addon_plan& each : all) {
        table.rows.push_back({each.short_name(), monthly_price(each.price)});
        states.push_back(detail::sold_text(each.state));
    }
    reply answer = reply::neutral(counted(all.size(), "plan") + " of " + service->text);
    if (all.empty()) co_return answer;
    add_telling_column(table, "State", states);
    answer.add(std::move(table));
    co_return answer.add(text_part{detail::how_to_add(service->text, all)});
}

} // namespace chatops::operations
