#pragma once

#include "chatops/command/text_of.hpp"
#include "chatops/operations/heroku/endpoints.hpp"
#include "chatops/operations/heroku/limits.hpp"
#include "chatops/operations/heroku/once.hpp"
#include "chatops/operations/heroku/webhooks.hpp"
#include "chatops/operations/heroku/which.hpp"
#include "chatops/operations/near.hpp"
#include "chatops/operations/shown.hpp"

#include <algorithm>
#include <utility>

namespace chatops::operations {

namespace detail {

CHATOPS_INLINE table_part webhook_table(const std::vector<heroku::webhook>& all) {
    table_part table;
    table.headings = {"Webhook", "Tells", "Of"};
    for (const heroku::webhook& each : all)
        table.rows.push_back({each.id.substr(0, heroku_limits::short_id), each.url.text,
                              joined_words(each.include)});
    return table;
}

CHATOPS_INLINE heroku::webhook_order order_of(const heroku_webhook_add& asked) {
    heroku::webhook_order order;
    order.url = asked.url->url;
    for (const webhook_event& each : *asked.events) {
        std::string name = each.api_name();
        if (std::find(order.include.begin(), order.include.end(), name) == order.include.end())
            order.include.push_back(std::move(name));
    }
    order.level = *asked.sync ? "sync" : "notify";
    order.signing_secret = *asked.signing;
    return order;
}

CHATOPS_INLINE reply webhook_loss(const std::string& app, const heroku::webhook& each) {
    reply shown;
    shown.title = "Tell " + each.url.text + " nothing more of " + app + "?";
    return shown.add(fields_part{
        {{"Lost", "it is not told any more of " + joined_words(each.include)},
         {"Address", "is lost, too: to tell it again, you need it with what is hidden here"},
         {"Webhook", each.id},
         {"Since (UTC)", minute_of(each.created_at)}}});
}

} // namespace detail

CHATOPS_INLINE result<webhook_event> webhook_event::parse(std::string_view text) {
    if (std::find(words.begin(), words.end(), text) != words.end())
        return webhook_event{std::string(text)};
    return not_a(text, "something that Heroku tells of, like release or build");
}

CHATOPS_INLINE asio::awaitable<reply> heroku_webhooks::run(context& ctx) const {
    const auto all = co_await ctx.observe(
        "webhooks", [&](heroku::client& heroku) { return heroku.list<heroku::webhook>(*app); });
    reply answer = reply::neutral(counted(all.size(), "webhook") + " of " + app->text);
    if (!all.empty()) answer.add(detail::webhook_table(all));
    co_return answer;
}

CHATOPS_INLINE asio::awaitable<reply> heroku_webhook_add::run(context& ctx) const {
    const auto before = co_await ctx.observe(
        "webhooks", [&](heroku::client& heroku) { return heroku.list<heroku::webhook>(*app); });
    const heroku::webhook_order order = detail::order_of(*this);
    const std::string visible = heroku::visible_part(order.url.reveal());
    const auto is_ours = [&](const heroku::webhook& each) {
        return each.url.text == visible && each.level == order.level && is_new(each, before);
    };
    const auto act = [&](heroku::client& heroku) { return heroku.create_webhook(*app, order); };
    const auto find = [&](heroku::client& heroku, time_point since) {
        return detail::look_for_made<heroku::webhook>(heroku, *app, is_ours, since);
    };
    const heroku::webhook made = co_await ctx.once("create", act, find);
    reply answer = reply::good("Heroku tells " + made.url.text + " of " +
                               joined_words(made.include) + " of " + app->text);
    answer.add(fields_part{{{"Webhook", made.id}}});
    co_return answer.add(text_part{"`heroku webhook remove " + app->text + ' ' +
                                   made.id.substr(0, heroku_limits::short_id) + "` ends that."});
}

CHATOPS_INLINE asio::awaitable<reply> heroku_webhook_remove::run(context& ctx) const {
    const auto all = co_await ctx.observe(
        "webhooks", [&](heroku::client& heroku) { return heroku.list<heroku::webhook>(*app); });
    auto found = endpoints_called(all, webhook->text);
    if (found.empty())
        co_return no_such_endpoint(app->text, webhook->text, "webhook", "heroku webhooks");
    const auto unclear =
        co_await ask_which_of_app(ctx, *app, "webhook", "heroku webhooks", webhook->text, found,
                                  detail::webhook_table(found));
    if (unclear) co_return *unclear;
    const heroku::webhook& it = found.front();
    reply loss = detail::webhook_loss(app->text, it);
    co_await ctx.confirm(std::move(loss), "Remove it");
    co_await remove_once<heroku::webhook>(ctx, *app, it.id);
    co_return reply::good("Heroku tells " + it.url.text + " nothing more of " + app->text);
}

} // namespace chatops::operations
