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

/// One pipeline, or several of a name, with what is in it.
struct pipeline_seen {
    heroku::pipeline pipeline;
    std::vector<staged_app> apps;
};
BOOST_DESCRIBE_STRUCT(pipeline_seen, (), (pipeline, apps))

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

/// Pipelines of that name or id; of a single one also what runs in it. What is only tried out, for
/// a review or a test, is not looked at.
CHATOPS_INLINE asio::awaitable<std::vector<pipeline_seen>>
look_at_pipeline(heroku::client& heroku, const std::string& which) {
    auto all = co_await heroku.pipelines();
    std::vector<pipeline_seen> seen;
    for (heroku::pipeline& each : all)
        if (each.id == which || each.name == which) seen.push_back({std::move(each), {}});
    if (seen.size() != 1) {
        if (seen.empty())
            for (heroku::pipeline& each : all) seen.push_back({std::move(each), {}});
        co_return seen;
    }
    auto couplings = co_await heroku.couplings_of(seen.front().pipeline.id);
    seen.front().apps = co_await apps_in(heroku, std::move(couplings));
    for (staged_app& each : seen.front().apps)
        if (rank_of_stage(each.stage) > 0 && each.name != each.id)
            each.runs = co_await running_release(heroku, each.name);
    co_return seen;
}

CHATOPS_INLINE void add_stages(table_part& table, const pipeline_seen& of) {
    if (of.apps.empty()) table.rows.push_back({of.pipeline.name, "–", "–"});
    for (auto each = of.apps.begin(); each != of.apps.end();) {
        std::vector<std::string> names;
        const std::string& stage = each->stage;
        for (; each != of.apps.end() && each->stage == stage; ++each) names.push_back(each->name);
        table.rows.push_back({of.pipeline.name, stage, joined_words(names)});
    }
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

CHATOPS_INLINE reply no_such_pipeline(const std::string& which,
                                      const std::vector<pipeline_seen>& all) {
    std::vector<std::string> names;
    for (const pipeline_seen& each : all) names.push_back(each.pipeline.name);
    reply answer = reply::bad("There is no pipeline " + which);
    return answer.add(text_part{did_you_mean(which, names) + "`heroku pipelines` lists them all."});
}

CHATOPS_INLINE reply several_pipelines(const std::string& which,
                                       const std::vector<pipeline_seen>& found) {
    reply answer = reply::bad(which + " is " + counted(found.size(), "pipeline"));
    answer.add(text_part{"Say which one you mean by its id."});
    table_part table;
    table.headings = {"Id", "Made (UTC)"};
    for (const pipeline_seen& each : found)
        table.rows.push_back({each.pipeline.id, minute_of(each.pipeline.created_at)});
    return answer.add(std::move(table));
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
    for (const detail::pipeline_seen& each : all) detail::add_stages(table, each);
    if (!all.empty()) answer.add(std::move(table));
    co_return answer;
}

CHATOPS_INLINE asio::awaitable<reply> heroku_pipeline_show::run(context& ctx) const {
    const std::string& which = pipeline->text;
    const auto seen = co_await ctx.observe("pipeline", [&](heroku::client& heroku) {
        return detail::look_at_pipeline(heroku, which);
    });
    const auto is_it = [&](const detail::pipeline_seen& each) {
        return each.pipeline.id == which || each.pipeline.name == which;
    };
    if (seen.empty() || !is_it(seen.front())) co_return detail::no_such_pipeline(which, seen);
    if (seen.size() > 1) co_return detail::several_pipelines(which, seen);
    co_return detail::pipeline_shown(seen.front());
}

} // namespace chatops::operations
