#pragma once

#include "chatops/operations/near.hpp"
#include "chatops/operations/sentry/chosen.hpp"
#include "chatops/operations/sentry/limits.hpp"
#include "chatops/operations/sentry/projects.hpp"
#include "chatops/operations/sentry/shown.hpp"
#include "chatops/provider/sentry/client.hpp"
#include "chatops/run/context.hpp"

#include <algorithm>

namespace chatops::operations {

namespace detail {

CHATOPS_INLINE std::string teams_of(const sentry::project& each) {
    std::vector<std::string> names;
    if (each.teams)
        for (const sentry::named_team& of : *each.teams) names.push_back(of.slug);
    return joined_words(names);
}

/// What is asked about a project beside itself.
struct project_facts {
    std::vector<sentry::environment> environments;
    std::vector<sentry::release> newest_release;
    std::vector<sentry::issue> open_issues;
};
BOOST_DESCRIBE_STRUCT(project_facts, (), (environments, newest_release, open_issues))

CHATOPS_INLINE asio::awaitable<project_facts> look_at_project(sentry::client& sentry,
                                                              const sentry::project& of) {
    project_facts seen;
    std::optional<sentry::project_name> name = sentry::project_name{of.slug};
    seen.environments = co_await sentry.environments(std::move(name));
    std::optional<std::string> id = of.id;
    seen.newest_release = co_await sentry.releases(std::move(id), 1);
    sentry::issue_search open;
    open.project_id = of.id;
    seen.open_issues = co_await sentry.issues(std::move(open), sentry_limits::listed);
    co_return seen;
}

CHATOPS_INLINE std::vector<std::string>
environment_names(const std::vector<sentry::environment>& all) {
    std::vector<std::string> names;
    // Events without one are in one without a name.
    for (const sentry::environment& each : all)
        if (!each.name.empty()) names.push_back(each.name);
    return names;
}

CHATOPS_INLINE std::string role_of(const sentry::membership& each) {
    std::string role = each.org_role ? *each.org_role : each.role.value_or(std::string());
    if (each.pending.value_or(false)) role += " (invited)";
    return role;
}

} // namespace detail

CHATOPS_INLINE asio::awaitable<reply> sentry_projects::run(context& ctx) const {
    auto all =
        co_await ctx.observe("projects", [&](sentry::client& sentry) { return sentry.projects(); });
    std::erase_if(all, [&](const sentry::project& each) {
        return *part && each.slug.find(**part) == std::string::npos;
    });
    std::sort(all.begin(), all.end(),
              [](const auto& left, const auto& right) { return left.slug < right.slug; });
    reply answer =
        reply::neutral(counted(all.size(), "project") +
                       (*part ? " with " + shown(**part) + " in the name" : std::string()));
    if (all.empty()) co_return answer;
    table_part table;
    table.headings = {"Project", "Platform", "Teams"};
    for (const sentry::project& each : all)
        table.rows.push_back(
            {each.slug, each.platform.value_or("not known"), detail::teams_of(each)});
    co_return answer.add(std::move(table));
}

CHATOPS_INLINE asio::awaitable<reply> sentry_project_show::run(context& ctx) const {
    const chosen_project chosen = co_await look_for_project(ctx, *project);
    if (chosen.unclear) co_return *chosen.unclear;
    const sentry::project& it = *chosen.found;
    const auto seen = co_await ctx.observe(
        "facts", [&](sentry::client& sentry) { return detail::look_at_project(sentry, it); });
    const std::size_t open = seen.open_issues.size();
    const std::string issues =
        (open == sentry_limits::listed ? "at least " : "") + counted(open, "unresolved issue");
    reply answer = open == 0 ? reply::good(it.slug + ": no unresolved issue")
                             : reply::warning(it.slug + ": " + issues);
    const std::string release =
        seen.newest_release.empty() ? std::string("none") : seen.newest_release.front().version;
    answer.add(fields_part{
        {{"Platform", it.platform.value_or("not known")},
         {"Teams", detail::teams_of(it)},
         {"Environments", joined_words(detail::environment_names(seen.environments))},
         {"Newest release", release},
         {"First event (UTC)", it.first_event ? minute_of(*it.first_event) : "none yet"}}});
    if (open == 0) co_return answer;
    co_return answer.add(text_part{"`sentry issues " + it.slug + "` lists them."});
}

CHATOPS_INLINE asio::awaitable<reply> sentry_teams::run(context& ctx) const {
    const auto all =
        co_await ctx.observe("teams", [&](sentry::client& sentry) { return sentry.teams(); });
    reply answer = reply::neutral(counted(all.size(), "team"));
    if (all.empty()) co_return answer;
    table_part table;
    table.headings = {"Team", "People", "Projects"};
    for (const sentry::team& each : all) {
        std::vector<std::string> projects;
        if (each.projects)
            for (const auto& of : *each.projects) projects.push_back(of.slug);
        table.rows.push_back(
            {each.slug, std::to_string(each.member_count.value_or(0)), joined_words(projects)});
    }
    co_return answer.add(std::move(table));
}

CHATOPS_INLINE asio::awaitable<reply> sentry_members::run(context& ctx) const {
    const auto all =
        co_await ctx.observe("members", [&](sentry::client& sentry) { return sentry.members(); });
    reply answer =
        reply::neutral(all.size() == 1 ? "1 person" : std::to_string(all.size()) + " people");
    if (all.empty()) co_return answer;
    table_part table;
    table.headings = {"Email", "Name", "Role"};
    for (const sentry::membership& each : all)
        table.rows.push_back(
            {each.email,
             error_words(each.name.value_or(std::string()), sentry_limits::words_in_table),
             detail::role_of(each)});
    co_return answer.add(std::move(table));
}

CHATOPS_INLINE asio::awaitable<reply> sentry_environments::run(context& ctx) const {
    const chosen_project of = co_await look_for_project(ctx, *project);
    if (of.unclear) co_return *of.unclear;
    const auto all = co_await ctx.observe(
        "environments", [&](sentry::client& sentry) { return sentry.environments(*project); });
    const auto names = detail::environment_names(all);
    reply answer = reply::neutral(counted(names.size(), "environment") +
                                  (*project ? " of " + (*project)->text : std::string()));
    if (names.empty()) co_return answer;
    co_return answer.add(text_part{joined_words(names)});
}

} // namespace chatops::operations
