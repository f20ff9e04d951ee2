#pragma once

#include "chatops/operations/heroku/addons.hpp"
#include "chatops/operations/heroku/once.hpp"
#include "chatops/operations/heroku/which.hpp"
#include "chatops/operations/near.hpp"
#include "chatops/operations/shown.hpp"

#include <algorithm>
#include <utility>

namespace chatops::operations {

namespace detail {

/// Those that a name may mean: one of that name or id, or else all of that service.
CHATOPS_INLINE std::vector<heroku::addon> addons_called(const std::vector<heroku::addon>& all,
                                                        const std::string& text) {
    std::vector<heroku::addon> found;
    for (const heroku::addon& each : all)
        if (each.name == text || each.id == text) return {each};
    for (const heroku::addon& each : all)
        if (each.addon_service.name == text) found.push_back(each);
    return found;
}

CHATOPS_INLINE table_part addon_table(const std::vector<heroku::addon>& all) {
    table_part table;
    table.headings = {"Add-on", "Plan"};
    std::vector<std::string> states;
    for (const heroku::addon& each : all) {
        table.rows.push_back({each.name, each.plan.name});
        states.push_back(each.state);
    }
    // Of interest where one is not what it should be.
    const bool well = std::all_of(states.begin(), states.end(),
                                  [](const std::string& each) { return each == "provisioned"; });
    if (well) return table;
    table.headings.emplace_back("State");
    for (std::size_t i = 0; i < states.size(); ++i) table.rows[i].push_back(states[i]);
    return table;
}

CHATOPS_INLINE reply no_such_addon(const std::string& app, const std::string& text,
                                   const std::vector<heroku::addon>& all) {
    std::vector<std::string> names;
    for (const heroku::addon& each : all) {
        names.push_back(each.name);
        names.push_back(each.addon_service.name);
    }
    reply answer = reply::bad(app + " has no add-on " + text);
    return answer.add(
        text_part{did_you_mean(text, names) + "`heroku addons " + app + "` lists them all."});
}

CHATOPS_INLINE std::string variables_of(const heroku::addon& each) {
    return each.config_vars ? joined_words(*each.config_vars) : "none";
}

CHATOPS_INLINE fields_part addon_fields(const heroku::addon& each) {
    return {{{"Plan", each.plan.name},
             {"State", each.state},
             {"Config vars", variables_of(each)},
             {"Created (UTC)", minute_of(each.created_at)}}};
}

/// `essential-1` is short for `heroku-postgresql:essential-1`.
CHATOPS_INLINE std::string full_plan(const heroku::addon& of, const heroku::next_plan& typed) {
    const bool has_service = typed.text.find(':') != std::string::npos;
    return has_service ? typed.text : of.addon_service.name + ':' + typed.text;
}

/// A name that only this run uses: by it we find what we made.
CHATOPS_INLINE asio::awaitable<std::string> drawn_addon_name(heroku::client& heroku,
                                                             const heroku::plan_name& plan) {
    std::string service = plan.text.substr(0, plan.text.find(':'));
    if (service.substr(0, 7) == "heroku-") service.erase(0, 7);
    co_return service + '-' + heroku.unique_word();
}

CHATOPS_INLINE asio::awaitable<bool>
is_provisioned(heroku::client& heroku, const heroku::app_name& of, const std::string& id) {
    const auto now = co_await heroku.show<heroku::addon>(of, id);
    co_return now.state != "provisioning";
}

/// What putting back a plan needs.
struct plan_before {
    heroku::app_name app;
    std::string addon_id;
    std::string plan;
};

CHATOPS_INLINE asio::awaitable<void> set_plan_again(heroku::client& heroku,
                                                    const plan_before& was) {
    const heroku::plan_change to{was.plan};
    co_await heroku.change_plan(was.app, was.addon_id, to);
}

CHATOPS_INLINE reply addon_loss(const std::string& app, const heroku::addon& each) {
    reply shown;
    shown.title = "Destroy " + each.name + " of " + app + " for good?";
    return shown.add(
        fields_part{{{"Lost", "all data in it, with the backups that Heroku keeps of it"},
                     {"Config vars that go", variables_of(each)},
                     {"Plan", each.plan.name},
                     {"Created (UTC)", minute_of(each.created_at)}}});
}

CHATOPS_INLINE asio::awaitable<std::vector<heroku::addon>> all_addons(heroku::client& heroku,
                                                                      const heroku::app_name& of) {
    auto all = co_await heroku.list<heroku::addon>(of);
    std::sort(all.begin(), all.end(), [](const heroku::addon& left, const heroku::addon& right) {
        return left.name < right.name;
    });
    co_return all;
}

/// The add-on that is meant, or what to say instead.
struct chosen_addon {
    std::optional<reply> instead;
    heroku::addon it;
};

CHATOPS_INLINE asio::awaitable<chosen_addon> choose_addon(context& ctx, const heroku::app_name& of,
                                                          const std::string& which) {
    chosen_addon chosen;
    const auto all = co_await ctx.observe(
        "addons", [&](heroku::client& heroku) { return all_addons(heroku, of); });
    auto found = addons_called(all, which);
    if (found.empty()) {
        chosen.instead = no_such_addon(of.text, which, all);
        co_return chosen;
    }
    chosen.instead = co_await ask_which_of_app(ctx, of, "add-on", "heroku addons", which, found,
                                               addon_table(found));
    if (!chosen.instead) chosen.it = std::move(found.front());
    co_return chosen;
}

} // namespace detail

CHATOPS_INLINE asio::awaitable<reply> heroku_addons::run(context& ctx) const {
    const auto all = co_await ctx.observe(
        "addons", [&](heroku::client& heroku) { return detail::all_addons(heroku, *app); });
    reply answer = reply::neutral(counted(all.size(), "add-on") + " of " + app->text);
    if (!all.empty()) answer.add(detail::addon_table(all));
    co_return answer;
}

CHATOPS_INLINE asio::awaitable<reply> heroku_addon_show::run(context& ctx) const {
    const auto chosen = co_await detail::choose_addon(ctx, *app, addon->text);
    if (chosen.instead) co_return *chosen.instead;
    const heroku::addon& it = chosen.it;
    const std::string title = it.name + " of " + app->text + " is " + it.state;
    reply answer = it.state == "provisioned" ? reply::good(title) : reply::warning(title);
    co_return answer.add(detail::addon_fields(it));
}

CHATOPS_INLINE asio::awaitable<reply> heroku_addon_create::run(context& ctx) const {
    heroku::addon_order order{plan->text, {}};
    if (*name)
        order.name = (*name)->text;
    else
        order.name = co_await ctx.observe("name", [&](heroku::client& heroku) {
            return detail::drawn_addon_name(heroku, *plan);
        });
    const auto is = [&](const heroku::addon& each) { return each.name == order.name; };
    const auto made = co_await make_once<heroku::addon>(ctx, *app, order, is);
    if (made.state == "provisioning") co_await ctx.progress("Heroku is making " + made.name);
    co_await ctx.until("provisioned", [&](heroku::client& heroku) {
        return detail::is_provisioned(heroku, *app, made.id);
    });
    const auto now = co_await ctx.observe("outcome", [&](heroku::client& heroku) {
        return heroku.show<heroku::addon>(*app, made.id);
    });
    const std::string title = app->text + " has the add-on " + now.name;
    reply answer = now.state == "provisioned" ? reply::good(title)
                                              : reply::bad(title + ", and it is " + now.state);
    co_return answer.add(detail::addon_fields(now));
}

CHATOPS_INLINE asio::awaitable<reply> heroku_addon_plan::run(context& ctx) const {
    const auto chosen = co_await detail::choose_addon(ctx, *app, addon->text);
    if (chosen.instead) co_return *chosen.instead;
    const heroku::addon& it = chosen.it;
    const heroku::plan_change to{detail::full_plan(it, *plan)};
    if (to.plan == it.plan.name)
        co_return reply::neutral(it.name + " has the plan " + to.plan +
                                 " already: nothing was changed");
    detail::plan_before before{*app, it.id, it.plan.name};
    ctx.undo("plan", std::move(before), [](heroku::client& heroku, const detail::plan_before& was) {
        return detail::set_plan_again(heroku, was);
    });
    co_await ctx.set("plan",
                     [&](heroku::client& heroku) { return heroku.change_plan(*app, it.id, to); });
    co_await ctx.until("provisioned", [&](heroku::client& heroku) {
        return detail::is_provisioned(heroku, *app, it.id);
    });
    co_return reply::good(it.name + ": " + it.plan.name + " → " + to.plan);
}

CHATOPS_INLINE asio::awaitable<reply> heroku_addon_destroy::run(context& ctx) const {
    const auto chosen = co_await detail::choose_addon(ctx, *app, addon->text);
    if (chosen.instead) co_return *chosen.instead;
    const heroku::addon& it = chosen.it;
    reply loss = detail::addon_loss(app->text, it);
    co_await ctx.confirm(std::move(loss), "Destroy " + it.name);
    // Whoever said yes said it to what was shown.
    const auto still = co_await ctx.observe("still so", [&](heroku::client& heroku) {
        return heroku.find<heroku::addon>(*app, it.id);
    });
    if (!still) co_return reply::neutral(it.name + " is gone already");
    if (still->name != it.name || still->plan != it.plan)
        co_return reply::warning(it.name + " is not any more what you were shown: nothing was "
                                           "changed. Ask again to see what it is now");
    co_await ctx.progress("Destroying " + it.name);
    co_await remove_once<heroku::addon>(ctx, *app, it.id);
    co_return reply::good(it.name + " of " + app->text + " is destroyed");
}

} // namespace chatops::operations
