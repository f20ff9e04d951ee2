#pragma once

#include "chatops/command/text_of.hpp"
#include "chatops/operations/heroku/pipeline_apps.hpp"
#include "chatops/operations/heroku/pipelines.hpp"
#include "chatops/provider/heroku/client.hpp"
#include "chatops/run/context.hpp"

#include <boost/describe/class.hpp>

#include <algorithm>
#include <optional>
#include <utility>

namespace chatops::operations {

namespace detail {

/// In which stage of which pipeline an application is. Small, so that it can be recorded.
struct app_place {
    std::string app_id;
    /// Nothing where it is in none.
    std::optional<heroku::coupling> coupling;
    /// The pipeline's name; its id where the account does not see it.
    std::string pipeline;
};
BOOST_DESCRIBE_STRUCT(app_place, (), (app_id, coupling, pipeline))

CHATOPS_INLINE asio::awaitable<app_place> look_at_place(heroku::client& heroku,
                                                        const heroku::app_name& of) {
    app_place place;
    const auto app = co_await heroku.app(of);
    place.app_id = app.id;
    place.coupling = co_await heroku.find_coupling(of);
    if (!place.coupling) co_return place;
    place.pipeline = place.coupling->pipeline.id;
    const auto pipeline = co_await heroku.find_pipeline(place.pipeline);
    if (pipeline) place.pipeline = pipeline->name;
    co_return place;
}

/// The one that puts it there, if there is one.
CHATOPS_INLINE asio::awaitable<std::optional<heroku::coupling>>
look_for_coupling(heroku::client& heroku, const heroku::app_name& of,
                  const heroku::coupling_order& order) {
    auto found = co_await heroku.find_coupling(of);
    if (found && (found->pipeline.id != order.pipeline || found->stage != order.stage))
        found.reset();
    co_return found;
}

CHATOPS_INLINE asio::awaitable<bool>
is_uncoupled(heroku::client& heroku, const heroku::app_name& of, const std::string& id) {
    const auto now = co_await heroku.find_coupling(of);
    co_return !now.has_value() || now->id != id;
}

/// `acme is in stage staging of the pipeline acme`
CHATOPS_INLINE std::string stage_text(const std::string& app, const std::string& stage,
                                      const std::string& pipeline) {
    return app + " is in stage " + stage + " of the pipeline " + pipeline;
}

CHATOPS_INLINE reply in_no_pipeline(const std::string& app) {
    reply answer = reply::neutral(app + " is in no pipeline: nothing was changed");
    return answer.add(text_part{"`heroku pipeline add " + app +
                                " --to PIPELINE --stage staging` puts it into one."});
}

/// Why it cannot be put there, or need not; nothing where it is in no pipeline.
CHATOPS_INLINE std::optional<reply> in_one_already(const std::string& app, const app_place& now,
                                                   const heroku::coupling_order& wanted) {
    if (!now.coupling) return std::nullopt;
    const std::string& stage = now.coupling->stage;
    const std::string where = stage_text(app, stage, now.pipeline) + " already";
    if (now.coupling->pipeline.id != wanted.pipeline) {
        reply answer = reply::bad("Nothing was changed: " + where);
        return answer.add(text_part{"It can be in one only: `heroku pipeline remove " + app +
                                    "` takes it out of that."});
    }
    if (stage == wanted.stage) return reply::neutral(where + ": nothing was changed");
    reply answer = reply::bad("Nothing was changed: " + where);
    return answer.add(text_part{"`heroku pipeline move " + app + " --stage " + wanted.stage +
                                "` puts it into that stage."});
}

} // namespace detail

CHATOPS_INLINE result<pipeline_stage> pipeline_stage::parse(std::string_view text) {
    if (std::find(words.begin(), words.end(), text) != words.end())
        return pipeline_stage{std::string(text)};
    return not_a(text, "a stage of pipelines, like staging or production");
}

CHATOPS_INLINE asio::awaitable<reply> heroku_pipeline_add::run(context& ctx) const {
    const auto chosen = co_await choose_pipeline(ctx, *to);
    if (chosen.instead) co_return *chosen.instead;
    const auto before = co_await ctx.observe(
        "before", [&](heroku::client& heroku) { return detail::look_at_place(heroku, *app); });
    const heroku::coupling_order order{before.app_id, chosen.it.id, stage->text};
    const auto why_not = detail::in_one_already(app->text, before, order);
    if (why_not) co_return *why_not;
    const auto act = [&](heroku::client& heroku) { return heroku.couple(order); };
    const auto find = [&](heroku::client& heroku, time_point) {
        return detail::look_for_coupling(heroku, *app, order);
    };
    const heroku::coupling made = co_await ctx.once("add", act, find);
    reply answer = reply::good(detail::stage_text(app->text, made.stage, chosen.it.name));
    co_return answer.add(
        text_part{"`heroku pipeline show " + chosen.it.name + "` shows what could be promoted."});
}

CHATOPS_INLINE asio::awaitable<reply> heroku_pipeline_move::run(context& ctx) const {
    const auto before = co_await ctx.observe(
        "before", [&](heroku::client& heroku) { return detail::look_at_place(heroku, *app); });
    if (!before.coupling) co_return detail::in_no_pipeline(app->text);
    const heroku::coupling& was = *before.coupling;
    if (was.stage == stage->text)
        co_return reply::neutral(detail::stage_text(app->text, was.stage, before.pipeline) +
                                 " already: nothing was changed");
    const heroku::stage_change to{stage->text};
    co_await ctx.set("move",
                     [&](heroku::client& heroku) { return heroku.move_coupling(was.id, to); });
    reply answer = reply::good(app->text + ": " + was.stage + " → " + to.stage +
                               " in the pipeline " + before.pipeline);
    co_return answer.add(text_part{"`heroku pipeline move " + app->text + " --stage " + was.stage +
                                   "` puts it back. What runs there stays as it is."});
}

CHATOPS_INLINE asio::awaitable<reply> heroku_pipeline_remove::run(context& ctx) const {
    const auto before = co_await ctx.observe(
        "before", [&](heroku::client& heroku) { return detail::look_at_place(heroku, *app); });
    if (!before.coupling) co_return detail::in_no_pipeline(app->text);
    const heroku::coupling& was = *before.coupling;
    const auto act = [&](heroku::client& heroku) { return heroku.uncouple(was.id); };
    const auto find = [&](heroku::client& heroku, time_point) {
        return detail::is_uncoupled(heroku, *app, was.id);
    };
    co_await ctx.once("remove", act, find);
    reply answer = reply::good(app->text + " is in the pipeline " + before.pipeline +
                               " no more; it runs on as it is");
    co_return answer.add(text_part{"`heroku pipeline add " + app->text + " --to " +
                                   before.pipeline + " --stage " + was.stage + "` puts it back."});
}

} // namespace chatops::operations
