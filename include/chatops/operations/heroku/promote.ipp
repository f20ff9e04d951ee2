#pragma once

#include "chatops/operations/heroku/limits.hpp"
#include "chatops/operations/heroku/pipelines.hpp"
#include "chatops/operations/heroku/promote.hpp"
#include "chatops/operations/heroku/shown.hpp"
#include "chatops/operations/near.hpp"
#include "chatops/provider/heroku/client.hpp"
#include "chatops/run/context.hpp"

#include <boost/describe/class.hpp>

#include <algorithm>
#include <utility>

namespace chatops::operations {

namespace detail {

/// Release phases may migrate a large database.
inline constexpr duration promotion_takes = std::chrono::minutes(60);

/// From where to where. Small, so that it can be recorded.
struct promotion_plan {
    /// Empty where the source is in none.
    std::string pipeline_id;
    staged_app source;
    std::vector<staged_app> targets;
    /// Of those asked for, what is not in the pipeline.
    std::vector<std::string> strangers;
    /// What else is in it; looked for where a target is missing.
    std::vector<staged_app> others;
};
BOOST_DESCRIBE_STRUCT(promotion_plan, (), (pipeline_id, source, targets, strangers, others))

/// What has begun. Heroku lists no promotions: one whose answer was lost is known by the releases
/// that it made, in the order of the targets.
struct promotion_begun {
    std::optional<std::string> id;
    std::vector<std::string> releases;
};
BOOST_DESCRIBE_STRUCT(promotion_begun, (), (id, releases))

/// What has become of one target.
struct promotion_end {
    std::string app;
    bool succeeded = false;
    std::optional<heroku::release> release;
    std::string error;
};
BOOST_DESCRIBE_STRUCT(promotion_end, (), (app, succeeded, release, error))

CHATOPS_INLINE const heroku::coupling* coupling_in(const std::vector<heroku::coupling>& all,
                                                   const std::string& app_id) {
    const auto found = std::find_if(all.begin(), all.end(),
                                    [&](const auto& each) { return each.app.id == app_id; });
    return found == all.end() ? nullptr : &*found;
}

CHATOPS_INLINE asio::awaitable<void> add_target(heroku::client& heroku, promotion_plan& plan,
                                                const std::vector<heroku::coupling>& couplings,
                                                const heroku::app_name& name) {
    const auto app = co_await heroku.find_app(name.text);
    const heroku::coupling* const place = app ? coupling_in(couplings, app->id) : nullptr;
    if (place == nullptr) {
        plan.strangers.push_back(name.text);
        co_return;
    }
    const bool is_known = std::any_of(plan.targets.begin(), plan.targets.end(),
                                      [&](const staged_app& each) { return each.id == app->id; });
    if (is_known) co_return;
    staged_app target{app->id, app->name, place->stage, std::nullopt};
    target.runs = co_await running_release(heroku, target.name);
    plan.targets.push_back(std::move(target));
}

CHATOPS_INLINE asio::awaitable<promotion_plan>
look_at_promotion(heroku::client& heroku, const heroku::app_name& from,
                  const std::vector<heroku::app_name>& to) {
    promotion_plan plan;
    const auto app = co_await heroku.app(from);
    plan.source.id = app.id;
    plan.source.name = app.name;
    const auto coupling = co_await heroku.find_coupling(from);
    if (!coupling) co_return plan;
    plan.pipeline_id = coupling->pipeline.id;
    plan.source.stage = coupling->stage;
    plan.source.runs = co_await running_release(heroku, app.name);
    const auto couplings = co_await heroku.couplings_of(plan.pipeline_id);
    for (const heroku::app_name& each : to) co_await add_target(heroku, plan, couplings, each);
    if (!to.empty() && plan.strangers.empty()) co_return plan;
    auto others = co_await apps_in(heroku, couplings);
    for (staged_app& each : others)
        if (each.id != app.id && each.id != each.name) plan.others.push_back(std::move(each));
    co_return plan;
}

/// `acme, acme-eu`
CHATOPS_INLINE std::string names_of(const std::vector<staged_app>& apps) {
    std::vector<std::string> names;
    for (const staged_app& each : apps) names.push_back(each.name);
    return joined_words(names);
}

/// The line that would do it, for those of the next stage.
CHATOPS_INLINE std::string how_to_promote(const promotion_plan& plan) {
    std::string names;
    for (const staged_app& each : plan.others)
        if (rank_of_stage(each.stage) == rank_of_stage(plan.source.stage) + 1)
            names += ' ' + each.name;
    if (names.empty()) return {};
    return "`heroku pipeline promote " + plan.source.name + names +
           "` brings it to the next stage.";
}

CHATOPS_INLINE reply not_to_be_promoted(const promotion_plan& plan) {
    if (plan.pipeline_id.empty()) {
        reply answer = reply::bad(plan.source.name + " is in no pipeline: nothing was promoted");
        return answer.add(text_part{"`heroku pipelines` lists what is in which."});
    }
    reply answer;
    if (!plan.strangers.empty())
        answer = reply::bad(
            joined_words(plan.strangers) + (plan.strangers.size() == 1 ? " is" : " are") +
            " not in the pipeline of " + plan.source.name + ": nothing was promoted");
    else
        answer = reply::bad("Nothing was promoted: say where the code of " + plan.source.name +
                            " shall run");
    if (plan.others.empty())
        return answer.add(text_part{"There is no other application in its pipeline."});
    table_part table;
    table.headings = {"Application", "Stage"};
    for (const staged_app& each : plan.others) table.rows.push_back({each.name, each.stage});
    answer.add(std::move(table));
    const std::string how = how_to_promote(plan);
    if (!how.empty()) answer.add(text_part{how});
    return answer;
}

/// Why there is nothing to do, though all is there; nothing where there is.
CHATOPS_INLINE std::optional<reply> needless(const promotion_plan& plan) {
    const std::string& name = plan.source.name;
    for (const staged_app& each : plan.targets)
        if (each.id == plan.source.id)
            return reply::bad(name + " cannot be promoted to itself: nothing was promoted");
    if (!plan.source.runs)
        return reply::bad(name + " runs no code yet: there is nothing to promote");
    const bool all_run_it =
        std::all_of(plan.targets.begin(), plan.targets.end(),
                    [&](const staged_app& each) { return run_the_same(each, plan.source); });
    if (!all_run_it) return std::nullopt;
    return reply::neutral(names_of(plan.targets) + (plan.targets.size() == 1 ? " runs" : " run") +
                          " what " + name + " runs already: nothing was promoted");
}

/// `v4 of acme-staging`
CHATOPS_INLINE std::string promoted_text(const promotion_plan& plan) {
    return "v" + std::to_string(plan.source.runs->version) + " of " + plan.source.name;
}

CHATOPS_INLINE reply promotion_question(const promotion_plan& plan) {
    reply shown;
    shown.title = "Promote " + promoted_text(plan) + " to " + names_of(plan.targets) + "?";
    fields_part facts{{{"Code", release_text(*plan.source.runs)}}};
    for (const staged_app& each : plan.targets)
        facts.fields.emplace_back(each.name + " (" + each.stage + ") runs",
                                  each.runs ? release_text(*each.runs) : "no code yet");
    facts.fields.emplace_back("Stays", "config vars and add-ons are as they are there");
    return shown.add(std::move(facts));
}

CHATOPS_INLINE heroku::promotion_order order_of(const promotion_plan& plan) {
    heroku::promotion_order order;
    order.pipeline.id = plan.pipeline_id;
    order.source.app.id = plan.source.id;
    // The one that was shown, whatever runs there by now.
    order.source.release = heroku::with_id{plan.source.runs->id};
    for (const staged_app& each : plan.targets) order.targets.push_back({{each.id}});
    return order;
}

CHATOPS_INLINE asio::awaitable<promotion_begun>
begin_promotion(heroku::client& heroku, const heroku::promotion_order& order) {
    const auto made = co_await heroku.promote(order);
    promotion_begun begun;
    begun.id = made.id;
    co_return begun;
}

/// Those releases of that code that came after what the targets run, one at each.
CHATOPS_INLINE asio::awaitable<std::optional<promotion_begun>>
look_for_promotion(heroku::client& heroku, const promotion_plan& plan, time_point since) {
    promotion_begun begun;
    for (const staged_app& each : plan.targets) {
        const heroku::app_name of{each.name};
        const auto newest = co_await heroku.releases(of, heroku_limits::releases_seen);
        const auto is_ours = [&](const heroku::release& one) {
            return one.created_at >= since && one.slug == plan.source.runs->slug &&
                   (!each.runs || one.version > each.runs->version);
        };
        const auto made = std::find_if(newest.begin(), newest.end(), is_ours);
        if (made == newest.end()) co_return std::nullopt;
        begun.releases.push_back(made->id);
    }
    co_return std::optional<promotion_begun>(std::move(begun));
}

CHATOPS_INLINE asio::awaitable<bool> promotion_has_ended(heroku::client& heroku,
                                                         const promotion_plan& plan,
                                                         const promotion_begun& begun) {
    if (begun.id) {
        const auto now = co_await heroku.show_promotion(*begun.id);
        co_return now.status != "pending";
    }
    for (std::size_t i = 0; i < begun.releases.size(); ++i) {
        const heroku::app_name of{plan.targets[i].name};
        const auto release = co_await heroku.release_with_id(of, begun.releases[i]);
        if (release.status == "pending") co_return false;
    }
    co_return true;
}

/// What Heroku says of the target; its release is told apart.
CHATOPS_INLINE promotion_end end_of(const staged_app& target,
                                    const std::vector<heroku::promotion_target>& told) {
    promotion_end end{target.name, false, std::nullopt, {}};
    for (const heroku::promotion_target& each : told)
        if (each.app.id == target.id) {
            end.succeeded = each.status == "succeeded";
            end.error = each.error_message.value_or("");
        }
    return end;
}

CHATOPS_INLINE asio::awaitable<std::vector<promotion_end>>
look_at_ends(heroku::client& heroku, const promotion_plan& plan, const promotion_begun& begun) {
    std::vector<heroku::promotion_target> told;
    if (begun.id) told = co_await heroku.promotion_targets(*begun.id);
    std::vector<promotion_end> ends;
    for (std::size_t i = 0; i < plan.targets.size(); ++i) {
        promotion_end end = end_of(plan.targets[i], told);
        std::string release = begun.id ? std::string() : begun.releases.at(i);
        for (const heroku::promotion_target& each : told)
            if (each.app.id == plan.targets[i].id && each.release) release = each.release->id;
        if (!release.empty()) {
            const heroku::app_name of{end.app};
            end.release = co_await heroku.release_with_id(of, release);
            if (!begun.id) end.succeeded = end.release->status == "succeeded";
        }
        ends.push_back(std::move(end));
    }
    co_return ends;
}

/// How it ended at one of several.
CHATOPS_INLINE std::string end_text(const promotion_end& end) {
    if (end.succeeded && end.release) return "runs it as v" + std::to_string(end.release->version);
    return "what ran before still runs" + (end.error.empty() ? "" : ": " + end.error);
}

/// How to get back what ran at each, a line for each.
CHATOPS_INLINE std::string ways_back(const promotion_plan& plan,
                                     const std::vector<promotion_end>& ends) {
    std::string text;
    for (std::size_t i = 0; i < ends.size(); ++i) {
        const auto& before = plan.targets[i].runs;
        if (!ends[i].succeeded || !before) continue;
        const std::string version = "v" + std::to_string(before->version);
        text += (text.empty() ? "`heroku rollback " : "\n`heroku rollback ") + ends[i].app + ' ' +
                version + "` runs what " + ends[i].app + " ran before, with the config vars of " +
                version + ".";
    }
    return text;
}

/// How to see why a release failed, a line for each.
CHATOPS_INLINE std::string ways_to_see_why(const std::vector<promotion_end>& ends) {
    std::string text;
    for (const promotion_end& each : ends) {
        if (!each.release || !each.release->has_failed()) continue;
        text += (text.empty() ? "`heroku release output " : "\n`heroku release output ") +
                each.app + " v" + std::to_string(each.release->version) +
                "` shows what its release phase wrote.";
    }
    return text;
}

CHATOPS_INLINE reply promoted(const promotion_plan& plan, const std::vector<promotion_end>& ends) {
    const auto good = static_cast<std::size_t>(
        std::count_if(ends.begin(), ends.end(), [](const auto& each) { return each.succeeded; }));
    const std::string what = promoted_text(plan);
    const std::string& first = ends.front().app;
    reply answer;
    if (good == ends.size())
        answer = reply::good(
            ends.size() == 1 && ends.front().release
                ? first + " runs " + what + ", as v" +
                      std::to_string(ends.front().release->version) + "; the dynos start anew"
                : what + " is promoted to " + names_of(plan.targets) + "; the dynos start anew");
    else if (ends.size() == 1)
        answer = reply::bad(first + ": the promotion of " + what +
                            " failed; what ran before still runs");
    else
        answer = reply::bad(what + " is promoted to " + std::to_string(good) + " of " +
                            counted(ends.size(), "application"));
    if (ends.size() > 1) {
        fields_part facts;
        for (const promotion_end& each : ends) facts.fields.emplace_back(each.app, end_text(each));
        answer.add(std::move(facts));
    } else if (!ends.front().error.empty()) {
        answer.add(fields_part{{{"Heroku says", ends.front().error}}});
    }
    const std::string why = ways_to_see_why(ends);
    if (!why.empty()) answer.add(text_part{why});
    const std::string back = ways_back(plan, ends);
    if (!back.empty()) answer.add(text_part{back});
    return answer;
}

} // namespace detail

CHATOPS_INLINE asio::awaitable<reply> heroku_pipeline_promote::run(context& ctx) const {
    const std::vector<heroku::app_name> goals = to->value_or(list<heroku::app_name>());
    const auto plan = co_await ctx.observe("plan", [&](heroku::client& heroku) {
        return detail::look_at_promotion(heroku, *app, goals);
    });
    if (plan.targets.empty() || !plan.strangers.empty()) co_return detail::not_to_be_promoted(plan);
    if (const auto why = detail::needless(plan)) co_return *why;
    reply question = detail::promotion_question(plan);
    co_await ctx.confirm(std::move(question),
                         "Promote v" + std::to_string(plan.source.runs->version));
    // Whoever said yes said it to what was shown.
    const auto still = co_await ctx.observe("still so", [&](heroku::client& heroku) {
        return detail::look_at_promotion(heroku, *app, goals);
    });
    if (still.pipeline_id != plan.pipeline_id || still.targets != plan.targets)
        co_return reply::warning("It is not any more as you were shown where " + app->text +
                                 " shall go: nothing was promoted. Ask again to see how it is now");
    const heroku::promotion_order order = detail::order_of(plan);
    const auto act = [&](heroku::client& heroku) { return detail::begin_promotion(heroku, order); };
    const auto find = [&](heroku::client& heroku, time_point since) {
        return detail::look_for_promotion(heroku, plan, since);
    };
    const detail::promotion_begun begun = co_await ctx.once("promote", act, find);
    co_await ctx.progress("Heroku promotes " + detail::promoted_text(plan) + " to " +
                          detail::names_of(plan.targets));
    co_await ctx.until(
        "end of promotion",
        [&](heroku::client& heroku) { return detail::promotion_has_ended(heroku, plan, begun); },
        detail::promotion_takes);
    const auto ends = co_await ctx.observe("outcome", [&](heroku::client& heroku) {
        return detail::look_at_ends(heroku, plan, begun);
    });
    co_return detail::promoted(plan, ends);
}

} // namespace chatops::operations
