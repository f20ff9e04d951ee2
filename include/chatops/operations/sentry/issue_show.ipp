#pragma once

#include "chatops/core/ascii.hpp"
#include "chatops/operations/near.hpp"
#include "chatops/operations/sentry/chosen.hpp"
#include "chatops/operations/sentry/issue_show.hpp"
#include "chatops/operations/sentry/shown.hpp"
#include "chatops/provider/sentry/client.hpp"
#include "chatops/run/context.hpp"

#include <utility>

namespace chatops::operations {

namespace detail {

CHATOPS_INLINE std::string issue_title(const sentry::issue& each) {
    return each.name() + ": " + error_words(each.title, sentry_limits::words_in_title);
}

/// Where it happened, and what is known of it.
CHATOPS_INLINE void add_event(reply& to, const sentry::event& each) {
    std::string stack = stack_text(each);
    if (!stack.empty()) to.add(code_part{std::move(stack)});
    to.add(event_fields(each));
}

CHATOPS_INLINE table_part event_table(const std::vector<sentry::event>& all) {
    table_part table;
    table.headings = {"When (UTC)", "Event"};
    std::vector<std::string> environments;
    std::vector<std::string> releases;
    for (const sentry::event& each : all) {
        // Whole, it takes two lines, and nobody could copy it.
        table.rows.push_back(
            {minute_of(each.date_created), each.event_id.substr(0, sentry_limits::event_digits)});
        environments.push_back(
            error_words(sentry::tag_of(each, "environment"), sentry_limits::words_in_table));
        releases.push_back(
            error_words(sentry::tag_of(each, "release"), sentry_limits::words_in_table));
    }
    add_telling_column(table, "Environment", environments);
    add_telling_column(table, "Release", releases);
    return table;
}

/// As Sentry writes ids: lower-case letters, no dashes.
CHATOPS_INLINE std::string event_id_meant(const sentry::event_ref& which) {
    std::string id;
    for (const char each : which.text)
        if (each != '-') id += lower(each);
    return id;
}

/// Of the newest ones: those that begin so, of which there is one if all is well.
CHATOPS_INLINE asio::awaitable<std::vector<std::string>>
events_beginning(sentry::client& sentry, std::string issue_id, std::string beginning) {
    const std::optional<std::string> anywhere;
    const auto all = co_await sentry.events(std::move(issue_id), anywhere, sentry_limits::listed);
    std::vector<std::string> found;
    for (const sentry::event& each : all)
        if (each.event_id.compare(0, beginning.size(), beginning) == 0)
            found.push_back(each.event_id);
    co_return found;
}

} // namespace detail

CHATOPS_INLINE asio::awaitable<reply> sentry_issue_show::run(context& ctx) const {
    chosen_issues chosen = co_await look_for_issue(ctx, *issue);
    if (chosen.unclear) co_return *chosen.unclear;
    const auto only = co_await look_for_reviews(ctx, std::move(chosen.found));
    const sentry::issue& it = only.front();
    const auto latest = co_await ctx.observe(
        "event", [&](sentry::client& sentry) { return sentry.find_event(it.id, "latest"); });
    const std::string title = detail::issue_title(it);
    reply answer = it.status == "resolved"     ? reply::good(title)
                   : it.status == "unresolved" ? reply::warning(title)
                                               : reply::neutral(title);
    answer.add(issue_fields(it));
    if (latest) {
        answer.add(text_part{"The last one:"});
        detail::add_event(answer, *latest);
    }
    co_return answer;
}

CHATOPS_INLINE asio::awaitable<reply> sentry_events::run(context& ctx) const {
    const chosen_issues chosen = co_await look_for_issue(ctx, *issue);
    if (chosen.unclear) co_return *chosen.unclear;
    const sentry::issue& it = chosen.found.front();
    const std::optional<sentry::project_name> of = sentry::project_name{it.project.slug};
    const auto nowhere = co_await no_such_environment(ctx, *environment, of);
    if (nowhere) co_return *nowhere;
    std::optional<std::string> where;
    if (*environment) where = (*environment)->text;
    const auto limit = static_cast<std::size_t>(count->number);
    const auto all = co_await ctx.observe(
        "events", [&](sentry::client& sentry) { return sentry.events(it.id, where, limit); });
    reply answer =
        reply::neutral((all.size() < limit ? "" : "The last ") + counted(all.size(), "event") +
                       " of " + it.name() + (where ? " in " + *where : std::string()));
    if (!all.empty()) answer.add(detail::event_table(all));
    co_return answer;
}

CHATOPS_INLINE asio::awaitable<reply> sentry_event_show::run(context& ctx) const {
    const chosen_issues chosen = co_await look_for_issue(ctx, *issue);
    if (chosen.unclear) co_return *chosen.unclear;
    const sentry::issue& it = chosen.found.front();
    std::string which = *event ? detail::event_id_meant(**event) : std::string("latest");
    constexpr std::size_t whole = 32;
    if (*event && which.size() < whole) {
        const auto meant = co_await ctx.observe("events", [&](sentry::client& sentry) {
            return detail::events_beginning(sentry, it.id, which);
        });
        if (meant.size() > 1) {
            reply several = reply::bad(counted(meant.size(), "event") + " of " + it.name() +
                                       " begin with " + which + ": say more of it");
            co_return several.add(text_part{joined_words(meant)});
        }
        if (meant.size() == 1) which = meant.front();
    }
    std::optional<sentry::event> found;
    if (!*event || which.size() == whole)
        found = co_await ctx.observe(
            "event", [&](sentry::client& sentry) { return sentry.find_event(it.id, which); });
    if (!found) {
        reply none = reply::bad(it.name() + " has no event " + which);
        co_return none.add(text_part{"Sentry keeps single events for a time only. `sentry events " +
                                     it.name() + "` lists those that there are."});
    }
    reply answer = reply::neutral(detail::issue_title(it));
    detail::add_event(answer, *found);
    co_return answer;
}

} // namespace chatops::operations
