#pragma once

#include "chatops/operations/heroku/pipeline_changes.hpp"
#include "chatops/operations/heroku/pipelines.hpp"
#include "chatops/operations/shown.hpp"
#include "chatops/provider/heroku/client.hpp"
#include "chatops/run/context.hpp"

#include <optional>
#include <string>
#include <utility>

namespace chatops::operations {

namespace detail {

/// The one of that name that was made since then: before, there was none that we see.
CHATOPS_INLINE asio::awaitable<std::optional<heroku::pipeline>>
look_for_pipeline_made(heroku::client& heroku, const std::string& name, time_point since) {
    auto all = co_await heroku.pipelines();
    std::optional<heroku::pipeline> found;
    for (heroku::pipeline& each : all)
        if (each.name == name && each.created_at >= since) found.emplace(std::move(each));
    co_return found;
}

/// As it is by now; nothing where it is gone.
CHATOPS_INLINE asio::awaitable<std::optional<pipeline_seen>>
look_at_stages_again(heroku::client& heroku, const std::string& id) {
    std::optional<pipeline_seen> seen;
    auto now = co_await heroku.find_pipeline(id);
    if (now) seen = co_await look_at_stages(heroku, std::move(*now));
    co_return seen;
}

CHATOPS_INLINE asio::awaitable<bool> is_pipeline_gone(heroku::client& heroku,
                                                      const std::string& id) {
    const auto there = co_await heroku.find_pipeline(id);
    co_return !there.has_value();
}

CHATOPS_INLINE reply pipeline_loss(const pipeline_seen& of) {
    reply shown;
    shown.title = "Destroy the pipeline " + of.pipeline.name + " for good?";
    fields_part facts{{{"Lost", "which application comes before which: none can be promoted"},
                       {"Stays", "its applications, with their code and their data"}}};
    for (auto& stage : names_by_stage(of.apps)) facts.fields.push_back(std::move(stage));
    facts.fields.emplace_back("Made (UTC)", minute_of(of.pipeline.created_at));
    return shown.add(std::move(facts));
}

} // namespace detail

CHATOPS_INLINE asio::awaitable<reply> heroku_pipeline_create::run(context& ctx) const {
    const auto before = co_await ctx.observe(
        "before", [&](heroku::client& heroku) { return look_for_pipeline(heroku, name->text); });
    if (!before.found.empty())
        co_return reply::bad("Nothing was made: there is a pipeline " + name->text + " already");
    const heroku::pipeline_order order{name->text};
    const auto act = [&](heroku::client& heroku) { return heroku.create_pipeline(order); };
    const auto find = [&](heroku::client& heroku, time_point since) {
        return detail::look_for_pipeline_made(heroku, order.name, since);
    };
    const heroku::pipeline made = co_await ctx.once("create", act, find);
    reply answer =
        reply::good("There is a pipeline " + made.name + ", without applications as yet");
    co_return answer.add(text_part{"`heroku pipeline add APP --to " + made.name +
                                   " --stage staging` puts one into it."});
}

CHATOPS_INLINE asio::awaitable<reply> heroku_pipeline_rename::run(context& ctx) const {
    const auto chosen = co_await choose_pipeline(ctx, *pipeline);
    if (chosen.instead) co_return *chosen.instead;
    const heroku::pipeline& it = chosen.it;
    if (it.name == name->text)
        co_return reply::neutral("The pipeline " + it.name +
                                 " is called that already: nothing was changed");
    const heroku::pipeline_order to{name->text};
    const heroku::pipeline now = co_await ctx.set(
        "rename", [&](heroku::client& heroku) { return heroku.change_pipeline(it.id, to); });
    co_return reply::good("The pipeline " + it.name + " is now called " + now.name);
}

CHATOPS_INLINE asio::awaitable<reply> heroku_pipeline_destroy::run(context& ctx) const {
    const auto chosen = co_await choose_pipeline(ctx, *pipeline);
    if (chosen.instead) co_return *chosen.instead;
    const std::string called = "The pipeline " + chosen.it.name;
    const auto seen = co_await ctx.observe(
        "stages", [&](heroku::client& heroku) { return look_at_stages(heroku, chosen.it); });
    reply loss = detail::pipeline_loss(seen);
    co_await ctx.confirm(std::move(loss), "Destroy this pipeline");
    // Whoever said yes said it to what was shown.
    const std::string id = chosen.it.id;
    const auto still = co_await ctx.observe("still so", [&](heroku::client& heroku) {
        return detail::look_at_stages_again(heroku, id);
    });
    if (!still) co_return reply::neutral(called + " is gone already");
    if (still->pipeline.name != chosen.it.name || still->apps != seen.apps)
        co_return reply::warning(called + " is not any more what you were shown: nothing was "
                                          "changed. Ask again to see what it is now");
    const auto act = [&](heroku::client& heroku) { return heroku.destroy_pipeline(id); };
    const auto find = [&](heroku::client& heroku, time_point) {
        return detail::is_pipeline_gone(heroku, id);
    };
    co_await ctx.once("destroy", act, find);
    co_return reply::good(called + " is destroyed");
}

} // namespace chatops::operations
