#pragma once

#include "chatops/operations/heroku/limits.hpp"
#include "chatops/operations/heroku/pipelines.hpp"
#include "chatops/operations/heroku/rollback.hpp"
#include "chatops/operations/near.hpp"
#include "chatops/operations/shown.hpp"
#include "chatops/provider/heroku/client.hpp"
#include "chatops/run/context.hpp"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

namespace chatops::operations {

namespace detail {

/// What the account calls its applications, by id.
CHATOPS_INLINE asio::awaitable<std::map<std::string, std::string>>
names_of_apps(heroku::client& heroku) {
    const auto all = co_await heroku.apps();
    std::map<std::string, std::string> names;
    for (const heroku::app& each : all) names.emplace(each.id, each.name);
    co_return names;
}

CHATOPS_INLINE std::vector<staged_app> staged(const std::vector<heroku::coupling>& couplings,
                                              const std::map<std::string, std::string>& names) {
    std::vector<staged_app> apps;
    for (const heroku::coupling& each : couplings) {
        const auto name = names.find(each.app.id);
        apps.push_back({each.app.id, name == names.end() ? each.app.id : name->second, each.stage,
                        std::nullopt});
    }
    std::sort(apps.begin(), apps.end(), [](const staged_app& left, const staged_app& right) {
        return std::make_tuple(rank_of_stage(left.stage), std::string_view(left.name)) <
               std::make_tuple(rank_of_stage(right.stage), std::string_view(right.name));
    });
    return apps;
}

CHATOPS_INLINE asio::awaitable<std::vector<pipeline_seen>>
look_at_pipelines(heroku::client& heroku) {
    const auto pipelines = co_await heroku.pipelines();
    const auto couplings = co_await heroku.couplings();
    const auto names = co_await names_of_apps(heroku);
    std::vector<pipeline_seen> seen;
    for (const heroku::pipeline& each : pipelines) {
        std::vector<heroku::coupling> own;
        for (const heroku::coupling& one : couplings)
            if (one.pipeline.id == each.id) own.push_back(one);
        seen.push_back({each, staged(own, names)});
    }
    co_return seen;
}

/// With what runs in it. What is only tried out, for a review or a test, is not looked at.
CHATOPS_INLINE asio::awaitable<pipeline_seen> look_at_pipeline(heroku::client& heroku,
                                                               const heroku::pipeline& which) {
    pipeline_seen seen = co_await look_at_stages(heroku, which);
    for (staged_app& each : seen.apps)
        if (rank_of_stage(each.stage) > 0 && each.name != each.id)
            each.runs = co_await running_release(heroku, each.name);
    co_return seen;
}

CHATOPS_INLINE void add_stages(table_part& table, const pipeline_seen& of) {
    if (of.apps.empty()) table.rows.push_back({of.pipeline.name, "–", "–"});
    for (const auto& [stage, names] : names_by_stage(of.apps))
        table.rows.push_back({of.pipeline.name, stage, names});
}

CHATOPS_INLINE std::string runs_text(const staged_app& each) {
    if (!each.runs) return "–";
    return "v" + std::to_string(each.runs->version) + ": " + each.runs->description;
}

/// A line for each that could be promoted: those of the next stage run something else.
CHATOPS_INLINE std::string promotions_text(const std::vector<staged_app>& apps) {
    std::string text;
    for (const staged_app& from : apps) {
        if (!from.runs) continue;
        std::string goals;
        for (const staged_app& to : apps)
            if (rank_of_stage(to.stage) == rank_of_stage(from.stage) + 1 && to.name != to.id &&
                !run_the_same(from, to))
                goals += ' ' + to.name;
        if (goals.empty()) continue;
        text += (text.empty() ? "`heroku pipeline promote " : "\n`heroku pipeline promote ") +
                from.name + goals + "` brings there what " + from.name + " runs.";
    }
    return text;
}

/// What tells those of one name apart.
CHATOPS_INLINE table_part namesake_rows(const std::vector<heroku::pipeline>& all) {
    table_part table;
    table.headings = {"Id", "Made (UTC)"};
    for (const heroku::pipeline& each : all)
        table.rows.push_back({each.id, minute_of(each.created_at)});
    return table;
}

CHATOPS_INLINE reply pipeline_shown(const pipeline_seen& seen) {
    reply answer = reply::neutral("Pipeline " + seen.pipeline.name + ": " +
                                  counted(seen.apps.size(), "application"));
    if (seen.apps.empty()) return answer;
    table_part table;
    table.headings = {"Application", "Stage", "Runs"};
    for (const staged_app& each : seen.apps)
        table.rows.push_back({each.name, each.stage, runs_text(each)});
    answer.add(std::move(table));
    const std::string text = promotions_text(seen.apps);
    return answer.add(text_part{text.empty() ? "There is nothing to promote." : text});
}

} // namespace detail

CHATOPS_INLINE int rank_of_stage(std::string_view stage) {
    if (stage == "development") return 1;
    if (stage == "staging") return 2;
    return stage == "production" ? 3 : 0;
}

CHATOPS_INLINE asio::awaitable<choice<heroku::pipeline>> look_for_pipeline(heroku::client& heroku,
                                                                           std::string which) {
    choice<heroku::pipeline> seen;
    auto all = co_await heroku.pipelines();
    detail::take_meant(seen, which, std::move(all));
    co_return seen;
}

CHATOPS_INLINE asio::awaitable<chosen_pipeline> choose_pipeline(context& ctx,
                                                                heroku::pipeline_ref which) {
    chosen_pipeline chosen;
    auto seen = co_await ctx.observe(
        "pipeline", [&](heroku::client& heroku) { return look_for_pipeline(heroku, which.text); });
    detail::several of{noun_of<heroku::pipeline>, "pipeline", which.text,
                       detail::namesake_rows(seen.found)};
    const auto look = [](heroku::client& heroku, const std::string& id) {
        return look_for_pipeline(heroku, id);
    };
    chosen.instead = co_await detail::ask_which_of(ctx, std::move(of), seen, look);
    if (!chosen.instead) chosen.it = seen.one();
    co_return chosen;
}

CHATOPS_INLINE asio::awaitable<pipeline_seen> look_at_stages(heroku::client& heroku,
                                                             heroku::pipeline which) {
    pipeline_seen seen;
    auto couplings = co_await heroku.couplings_of(which.id);
    seen.apps = co_await apps_in(heroku, std::move(couplings));
    seen.pipeline = std::move(which);
    co_return seen;
}

CHATOPS_INLINE std::vector<std::pair<std::string, std::string>>
names_by_stage(const std::vector<staged_app>& apps) {
    std::vector<std::pair<std::string, std::string>> all;
    for (auto each = apps.begin(); each != apps.end();) {
        std::vector<std::string> names;
        const std::string& stage = each->stage;
        for (; each != apps.end() && each->stage == stage; ++each) names.push_back(each->name);
        all.emplace_back(stage, joined_words(names));
    }
    return all;
}

CHATOPS_INLINE asio::awaitable<std::vector<staged_app>>
apps_in(heroku::client& heroku, std::vector<heroku::coupling> couplings) {
    const auto names = co_await detail::names_of_apps(heroku);
    co_return detail::staged(couplings, names);
}

CHATOPS_INLINE asio::awaitable<std::optional<heroku::release>>
running_release(heroku::client& heroku, std::string app) {
    const heroku::app_name of{std::move(app)};
    const auto newest = co_await heroku.releases(of, heroku_limits::releases_seen);
    std::optional<heroku::release> runs;
    const heroku::release* const current = current_of(newest);
    if (current != nullptr && current->slug) runs = *current;
    co_return runs;
}

CHATOPS_INLINE bool run_the_same(const staged_app& one, const staged_app& other) {
    return one.runs && other.runs && one.runs->slug && one.runs->slug == other.runs->slug;
}

CHATOPS_INLINE asio::awaitable<reply> heroku_pipelines::run(context& ctx) const {
    const auto all = co_await ctx.observe(
        "pipelines", [&](heroku::client& heroku) { return detail::look_at_pipelines(heroku); });
    reply answer = reply::neutral(counted(all.size(), "pipeline"));
    table_part table;
    table.headings = {"Pipeline", "Stage", "Applications"};
    for (const pipeline_seen& each : all) detail::add_stages(table, each);
    if (!all.empty()) answer.add(std::move(table));
    co_return answer;
}

CHATOPS_INLINE asio::awaitable<reply> heroku_pipeline_show::run(context& ctx) const {
    const auto chosen = co_await choose_pipeline(ctx, *pipeline);
    if (chosen.instead) co_return *chosen.instead;
    const auto seen = co_await ctx.observe("what runs", [&](heroku::client& heroku) {
        return detail::look_at_pipeline(heroku, chosen.it);
    });
    co_return detail::pipeline_shown(seen);
}

} // namespace chatops::operations
