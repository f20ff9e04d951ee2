#pragma once

#include "chatops/operations/heroku/app.hpp"
#include "chatops/operations/heroku/belongings.hpp"
#include "chatops/operations/heroku/once.hpp"
#include "chatops/operations/heroku/shown.hpp"

#include <utility>

namespace chatops::operations {

namespace detail {

/// The one of that name, if it was made since then: before, there was none that we see.
CHATOPS_INLINE asio::awaitable<std::optional<heroku::app>>
look_for_app_made(heroku::client& heroku, const std::string& name, time_point since) {
    auto found = co_await heroku.find_app(name);
    if (found && found->created_at < since) found.reset();
    co_return found;
}

CHATOPS_INLINE asio::awaitable<bool> is_app_gone(heroku::client& heroku, const std::string& id) {
    const auto there = co_await heroku.find_app(id);
    co_return !there;
}

CHATOPS_INLINE reply app_loss(const app_belongings& of) {
    reply shown;
    shown.title = "Destroy " + of.app.name + " for good?";
    fields_part facts{
        {{"Lost", "its code, its config vars, its releases" +
                      std::string(of.addons.empty() ? "" : ", and all data in its add-ons")}}};
    for (auto& each : belonging_fields(of).fields) facts.fields.push_back(std::move(each));
    return shown.add(std::move(facts));
}

CHATOPS_INLINE fields_part address_of(const heroku::app& each) {
    fields_part made;
    if (each.web_url) made.fields.emplace_back("Address", *each.web_url);
    return made;
}

} // namespace detail

CHATOPS_INLINE asio::awaitable<reply> heroku_app_show::run(context& ctx) const {
    const auto seen = co_await ctx.observe(
        "app", [&](heroku::client& heroku) { return look_at_app(heroku, *app); });
    const std::string title = maintenance_text(app->text, seen.app.maintenance);
    reply answer = seen.app.maintenance ? reply::warning(title) : reply::good(title);
    co_return answer.add(belonging_fields(seen));
}

CHATOPS_INLINE asio::awaitable<reply> heroku_app_create::run(context& ctx) const {
    const auto there = co_await ctx.observe(
        "before", [&](heroku::client& heroku) { return heroku.find_app(app->text); });
    if (there)
        co_return reply::bad("Nothing was made: there is an application " + app->text + " already");
    heroku::app_order order;
    order.name = app->text;
    if (*region) order.region = (*region)->text;
    if (*stack) order.stack = (*stack)->text;
    const auto act = [&](heroku::client& heroku) { return heroku.create_app(order); };
    const auto find = [&](heroku::client& heroku, time_point since) {
        return detail::look_for_app_made(heroku, order.name, since);
    };
    const heroku::app made = co_await ctx.once("create", act, find);
    reply answer = reply::good("There is an application " + made.name + ", without code as yet");
    answer.add(detail::address_of(made));
    co_return answer.add(
        text_part{"`heroku build create " + made.name + "` brings code from an address."});
}

CHATOPS_INLINE asio::awaitable<reply> heroku_app_rename::run(context& ctx) const {
    const auto before =
        co_await ctx.observe("before", [&](heroku::client& heroku) { return heroku.app(*app); });
    if (before.name == name->text)
        co_return reply::neutral(before.name + " is called that already: nothing was changed");
    heroku::app_change to;
    to.name = name->text;
    // By its id, so that asking again after it was renamed finds it still.
    const heroku::app now = co_await ctx.set(
        "rename", [&](heroku::client& heroku) { return heroku.change_app(before.id, to); });
    reply answer = reply::good(before.name + " is now called " + now.name);
    answer.add(detail::address_of(now));
    co_return answer.add(text_part{"Its address at Heroku before is nobody's now, and Git remotes "
                                   "must be changed; its own domains go on."});
}

CHATOPS_INLINE asio::awaitable<reply> heroku_app_destroy::run(context& ctx) const {
    const auto shown = co_await ctx.observe(
        "app", [&](heroku::client& heroku) { return look_at_app(heroku, *app); });
    reply loss = detail::app_loss(shown);
    co_await ctx.confirm(std::move(loss), "Destroy " + app->text);
    // Whoever said yes said it to what was shown.
    const auto still = co_await ctx.observe(
        "still so", [&](heroku::client& heroku) { return look_at_app(heroku, *app); });
    if (still.app.id != shown.app.id || still.addons != shown.addons ||
        still.domains != shown.domains)
        co_return reply::warning(app->text + " is not any more what you were shown: nothing was "
                                             "changed. Ask again to see what it is now");
    co_await ctx.progress("Destroying " + app->text);
    const std::string id = shown.app.id;
    const auto act = [&](heroku::client& heroku) { return heroku.destroy_app(id); };
    const auto find = [&](heroku::client& heroku, time_point) {
        return detail::is_app_gone(heroku, id);
    };
    co_await ctx.once("destroy", act, find);
    co_return reply::good(app->text + " is destroyed");
}

} // namespace chatops::operations
