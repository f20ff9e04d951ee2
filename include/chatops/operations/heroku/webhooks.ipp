#pragma once

#include "chatops/command/text_of.hpp"
#include "chatops/operations/changes.hpp"
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

/// As Heroku calls them, each once.
CHATOPS_INLINE std::vector<std::string> api_names(const std::vector<webhook_event>& events) {
    std::vector<std::string> names;
    for (const webhook_event& each : events) {
        std::string name = each.api_name();
        if (std::find(names.begin(), names.end(), name) == names.end())
            names.push_back(std::move(name));
    }
    return names;
}

CHATOPS_INLINE heroku::webhook_order order_of(const heroku_webhook_add& asked) {
    heroku::webhook_order order;
    order.url = asked.url->url;
    order.include = api_names(*asked.events);
    order.level = *asked.sync ? "sync" : "notify";
    order.signing_secret = *asked.signing;
    return order;
}

/// What differs from what it is; nothing where that is all.
CHATOPS_INLINE heroku::webhook_change change_of(const heroku_webhook_change& asked,
                                                const heroku::webhook& now) {
    heroku::webhook_change to;
    auto names = api_names(*asked.events);
    const bool is_same =
        std::is_permutation(names.begin(), names.end(), now.include.begin(), now.include.end());
    if (!names.empty() && !is_same) to.include = std::move(names);
    const std::string level = *asked.sync ? "sync" : "notify";
    if ((*asked.sync || *asked.no_sync) && level != now.level) to.level = level;
    return to;
}

CHATOPS_INLINE change_part webhook_difference(const heroku::webhook& before,
                                              const heroku::webhook& after) {
    change_part change;
    add_change(change, "events", joined_words(before.include), joined_words(after.include));
    add_change(change, "tries", before.level == "sync" ? "until taken" : "once",
               after.level == "sync" ? "until taken" : "once");
    return change;
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

CHATOPS_INLINE asio::awaitable<reply> heroku_webhook_change::run(context& ctx) const {
    if ((events->empty() && !*sync && !*no_sync) || (*sync && *no_sync)) {
        reply answer = reply::bad("Nothing was changed: say what is to be different");
        co_return answer.add(text_part{"Give `--event`, and `--sync` or `--no-sync`."});
    }
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
    const heroku::webhook_change to = detail::change_of(*this, it);
    if (!to.include && !to.level)
        co_return reply::neutral("Heroku tells " + it.url.text + " of " + joined_words(it.include) +
                                 " of " + app->text + " already: nothing was changed");
    const heroku::webhook now = co_await ctx.set(
        "change", [&](heroku::client& heroku) { return heroku.change_webhook(*app, it.id, to); });
    reply answer = reply::good("Heroku tells " + now.url.text + " of " + joined_words(now.include) +
                               " of " + app->text);
    co_return answer.add(detail::webhook_difference(it, now));
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
