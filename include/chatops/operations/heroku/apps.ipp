#pragma once

#include "chatops/operations/heroku/apps.hpp"
#include "chatops/operations/heroku/shown.hpp"
#include "chatops/provider/heroku/client.hpp"
#include "chatops/run/context.hpp"

namespace chatops::operations {

namespace detail {

CHATOPS_INLINE table_part app_table(const std::vector<heroku::app>& apps) {
    std::vector<std::string> regions;
    std::vector<std::string> teams;
    for (const heroku::app& each : apps) {
        regions.push_back(each.region.name);
        teams.push_back(each.team ? each.team->name : "–");
    }
    table_part table;
    table.headings = {"Application", "State", "Released (UTC)"};
    for (const heroku::app& each : apps)
        table.rows.push_back({each.name, each.maintenance ? "maintenance" : "open",
                              each.released_at ? minute_of(*each.released_at) : "never"});
    add_telling_column(table, "Region", regions);
    add_telling_column(table, "Team", teams);
    return table;
}

} // namespace detail

CHATOPS_INLINE asio::awaitable<reply> heroku_apps::run(context& ctx) const {
    auto apps = co_await ctx.observe("apps", [&](heroku::client& heroku) { return heroku.apps(); });
    if (*part)
        std::erase_if(apps, [&](const heroku::app& each) {
            return each.name.find(**part) == std::string::npos;
        });
    std::string title = counted(apps.size(), "application");
    if (*part) title += " with " + shown(**part) + " in the name";
    reply answer = reply::neutral(std::move(title));
    if (!apps.empty()) answer.add(detail::app_table(apps));
    co_return answer;
}

} // namespace chatops::operations
