#pragma once

#include "chatops/operations/heroku/features.hpp"
#include "chatops/operations/near.hpp"
#include "chatops/operations/shown.hpp"
#include "chatops/provider/heroku/client.hpp"
#include "chatops/run/context.hpp"

#include <boost/describe/class.hpp>

#include <algorithm>
#include <utility>

namespace chatops::operations {

namespace detail {

CHATOPS_INLINE asio::awaitable<std::vector<heroku::feature>>
all_features(heroku::client& heroku, const heroku::app_name& of) {
    auto all = co_await heroku.list<heroku::feature>(of);
    std::sort(all.begin(), all.end(),
              [](const auto& left, const auto& right) { return left.name < right.name; });
    co_return all;
}

CHATOPS_INLINE const heroku::feature* feature_called(const std::vector<heroku::feature>& all,
                                                     const std::string& name) {
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const auto& each) { return each.name == name; });
    return found == all.end() ? nullptr : &*found;
}

CHATOPS_INLINE reply no_such_feature(const std::string& app, const std::string& name,
                                     const std::vector<heroku::feature>& all) {
    std::vector<std::string> names;
    for (const heroku::feature& each : all) names.push_back(each.name);
    reply answer = reply::bad("There is no feature " + name + ": nothing was changed");
    return answer.add(
        text_part{did_you_mean(name, names) + "`heroku features " + app + "` lists them all."});
}

/// What putting back needs.
struct feature_before {
    heroku::app_name app;
    std::string feature;
    bool was_on = false;
};

CHATOPS_INLINE asio::awaitable<void> switch_back(heroku::client& heroku,
                                                 const feature_before& was) {
    const heroku::feature_change to{was.was_on};
    co_await heroku.switch_feature(was.app, was.feature, to);
}

CHATOPS_INLINE reply feature_switched(const std::string& app, const heroku::feature& now) {
    reply answer = reply::good(now.name + " is " + (now.enabled ? "on" : "off") + " for " + app);
    fields_part facts;
    if (now.description) facts.fields.emplace_back("What it does", *now.description);
    if (now.doc_url) facts.fields.emplace_back("About it", *now.doc_url);
    if (!facts.fields.empty()) answer.add(std::move(facts));
    return answer.add(text_part{"Some features begin only when the dynos start anew: "
                                "`heroku restart " +
                                app + "` does that."});
}

CHATOPS_INLINE asio::awaitable<reply> switch_feature(context& ctx, const heroku::app_name& of,
                                                     const std::string& name, bool on) {
    const auto all = co_await ctx.observe(
        "features", [&](heroku::client& heroku) { return all_features(heroku, of); });
    const heroku::feature* const it = feature_called(all, name);
    if (it == nullptr) co_return no_such_feature(of.text, name, all);
    if (it->enabled == on)
        co_return reply::neutral(name + " is " + (on ? "on" : "off") + " for " + of.text +
                                 " already: nothing was changed");
    feature_before before{of, name, it->enabled};
    ctx.undo("feature", std::move(before), [](heroku::client& heroku, const feature_before& was) {
        return switch_back(heroku, was);
    });
    const heroku::feature_change to{on};
    const auto now = co_await ctx.set(
        "feature", [&](heroku::client& heroku) { return heroku.switch_feature(of, name, to); });
    co_return feature_switched(of.text, now);
}

} // namespace detail

CHATOPS_INLINE asio::awaitable<reply> heroku_features::run(context& ctx) const {
    const auto all = co_await ctx.observe(
        "features", [&](heroku::client& heroku) { return detail::all_features(heroku, *app); });
    std::size_t on = 0;
    table_part table;
    table.headings = {"Feature", "State", "What it does"};
    for (const heroku::feature& each : all) {
        if (each.enabled) ++on;
        table.rows.push_back(
            {each.name, each.enabled ? "on" : "off", each.description.value_or("–")});
    }
    reply answer =
        reply::neutral(counted(all.size(), "feature") + " for " + app->text + ", " +
                       (on == 0 ? "none" : std::to_string(on)) + (on == 1 ? " is on" : " are on"));
    if (!all.empty()) answer.add(std::move(table));
    co_return answer;
}

CHATOPS_INLINE asio::awaitable<reply> heroku_feature_enable::run(context& ctx) const {
    return detail::switch_feature(ctx, *app, feature->text, true);
}

CHATOPS_INLINE asio::awaitable<reply> heroku_feature_disable::run(context& ctx) const {
    return detail::switch_feature(ctx, *app, feature->text, false);
}

} // namespace chatops::operations
