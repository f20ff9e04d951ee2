#pragma once

#include "chatops/operations/heroku/drains.hpp"
#include "chatops/operations/heroku/endpoints.hpp"
#include "chatops/operations/heroku/limits.hpp"
#include "chatops/operations/heroku/once.hpp"
#include "chatops/operations/heroku/which.hpp"
#include "chatops/operations/shown.hpp"

#include <utility>

namespace chatops::operations {

namespace detail {

CHATOPS_INLINE table_part drain_table(const std::vector<heroku::log_drain>& all) {
    table_part table;
    table.headings = {"Drain", "Sends to"};
    std::vector<std::string> addons;
    for (const heroku::log_drain& each : all) {
        table.rows.push_back({each.id.substr(0, heroku_limits::short_id), each.url.text});
        addons.push_back(each.addon ? each.addon->name : "–");
    }
    add_telling_column(table, "Add-on", addons);
    return table;
}

CHATOPS_INLINE reply drain_loss(const std::string& app, const heroku::log_drain& each) {
    reply shown;
    shown.title = "Send the log of " + app + " to " + each.url.text + " no more?";
    return shown.add(fields_part{
        {{"Lost", "what " + app + " writes from now on is not there; what was sent stays"},
         {"Address", "is lost, too: to send there again, you need it with what is hidden here"},
         {"Drain", each.id},
         {"Since (UTC)", minute_of(each.created_at)}}});
}

} // namespace detail

CHATOPS_INLINE asio::awaitable<reply> heroku_drains::run(context& ctx) const {
    const auto all = co_await ctx.observe(
        "drains", [&](heroku::client& heroku) { return heroku.list<heroku::log_drain>(*app); });
    reply answer = reply::neutral(counted(all.size(), "log drain") + " of " + app->text);
    if (!all.empty()) answer.add(detail::drain_table(all));
    co_return answer;
}

CHATOPS_INLINE asio::awaitable<reply> heroku_drain_add::run(context& ctx) const {
    const auto before = co_await ctx.observe(
        "drains", [&](heroku::client& heroku) { return heroku.list<heroku::log_drain>(*app); });
    const std::string visible = heroku::visible_part(url->url.reveal());
    const auto is_ours = [&](const heroku::log_drain& each) {
        return each.url.text == visible && is_new(each, before);
    };
    const auto act = [&](heroku::client& heroku) { return heroku.create_drain(*app, url->url); };
    const auto find = [&](heroku::client& heroku, time_point since) {
        return detail::look_for_made<heroku::log_drain>(heroku, *app, is_ours, since);
    };
    const heroku::log_drain made = co_await ctx.once("create", act, find);
    reply answer = reply::good("What " + app->text + " writes is sent to " + made.url.text);
    answer.add(fields_part{{{"Drain", made.id}}});
    co_return answer.add(text_part{"`heroku drain remove " + app->text + ' ' +
                                   made.id.substr(0, heroku_limits::short_id) + "` ends that."});
}

CHATOPS_INLINE asio::awaitable<reply> heroku_drain_remove::run(context& ctx) const {
    const auto all = co_await ctx.observe(
        "drains", [&](heroku::client& heroku) { return heroku.list<heroku::log_drain>(*app); });
    auto found = endpoints_called(all, drain->text);
    if (found.empty())
        co_return no_such_endpoint(app->text, drain->text, "log drain", "heroku drains");
    const auto unclear = co_await ask_which_of_app(ctx, *app, "log drain", "heroku drains",
                                                   drain->text, found, detail::drain_table(found));
    if (unclear) co_return *unclear;
    const heroku::log_drain& it = found.front();
    if (it.addon) {
        reply answer = reply::bad("The drain to " + it.url.text + " stays: it belongs to the " +
                                  "add-on " + it.addon->name);
        co_return answer.add(text_part{"`heroku addon destroy " + app->text + ' ' + it.addon->name +
                                       "` ends both."});
    }
    reply loss = detail::drain_loss(app->text, it);
    co_await ctx.confirm(std::move(loss), "Remove it");
    co_await remove_once<heroku::log_drain>(ctx, *app, it.id);
    co_return reply::good("What " + app->text + " writes is sent to " + it.url.text + " no more");
}

} // namespace chatops::operations
