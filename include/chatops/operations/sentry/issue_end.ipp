#pragma once

#include "chatops/operations/sentry/chosen.hpp"
#include "chatops/operations/sentry/issue_end.hpp"
#include "chatops/operations/sentry/limits.hpp"
#include "chatops/operations/sentry/shown.hpp"
#include "chatops/provider/sentry/client.hpp"
#include "chatops/run/context.hpp"

#include <algorithm>
#include <utility>

namespace chatops::operations {

namespace detail {

/// What became of them, if they are one by now.
CHATOPS_INLINE asio::awaitable<std::optional<sentry::merged>>
look_for_merged(sentry::client& sentry, const std::vector<std::string>& ids) {
    std::optional<sentry::merged> found;
    sentry::merged now;
    for (const std::string& each : ids) {
        sentry::issue_ref which{each};
        const auto it = co_await sentry.find_issue(std::move(which));
        if (!it || (!now.parent.empty() && it->id != now.parent)) co_return found;
        now.parent = it->id;
        if (it->id != each) now.children.push_back(each);
    }
    if (now.children.size() + 1 == ids.size()) found = std::move(now);
    co_return found;
}

CHATOPS_INLINE asio::awaitable<bool> is_issue_gone(sentry::client& sentry, const std::string& id) {
    sentry::issue_ref which{id};
    const auto it = co_await sentry.find_issue(std::move(which));
    co_return !it;
}

CHATOPS_INLINE reply issue_loss(const sentry::issue& each) {
    reply shown;
    shown.title = "Destroy " + each.name() + " for good?";
    return shown.add(fields_part{
        {{"Lost", each.count + (each.count == "1" ? " event" : " events") +
                      " with all that was noted; if it happens again, it is a new issue"},
         {"What", error_words(each.title, sentry_limits::words_in_title)},
         {"Project", each.project.slug},
         {"State", issue_state(each)}}});
}

} // namespace detail

CHATOPS_INLINE asio::awaitable<reply> sentry_issue_merge::run(context& ctx) const {
    std::vector<sentry::issue_ref> named{*issue};
    named.insert(named.end(), others->begin(), others->end());
    const chosen_issues chosen = co_await look_for_issues(ctx, named);
    if (chosen.unclear) co_return *chosen.unclear;
    const auto& all = chosen.found;
    if (all.size() < 2)
        co_return reply::neutral("These are one issue already, " + all.front().name() +
                                 ": nothing was changed");
    const bool is_one_project = std::all_of(all.begin(), all.end(), [&](const auto& each) {
        return each.project.id == all.front().project.id;
    });
    if (!is_one_project)
        co_return reply::bad("Issues of different projects cannot be merged: nothing was changed");
    std::vector<std::string> ids;
    for (const sentry::issue& each : all) ids.push_back(each.id);
    const auto act = [&](sentry::client& sentry) { return sentry.merge_issues(ids); };
    const auto find = [&](sentry::client& sentry, time_point) {
        return detail::look_for_merged(sentry, ids);
    };
    const sentry::merged done = co_await ctx.once("merge", act, find);
    const auto parent = std::find_if(
        all.begin(), all.end(), [&](const sentry::issue& each) { return each.id == done.parent; });
    const std::string name = parent == all.end() ? done.parent : parent->name();
    reply answer = reply::good(names_of_issues(all) + " are one issue now: " + name);
    co_return answer.add(text_part{"It has the events of all of them, and the others' names lead "
                                   "to it. They can be taken apart again only at Sentry itself."});
}

CHATOPS_INLINE asio::awaitable<reply> sentry_issue_destroy::run(context& ctx) const {
    const chosen_issues chosen = co_await look_for_issue(ctx, *issue);
    if (chosen.unclear) co_return *chosen.unclear;
    const sentry::issue& it = chosen.found.front();
    reply loss = detail::issue_loss(it);
    co_await ctx.confirm(std::move(loss), "Destroy " + it.name());
    const std::string id = it.id;
    const auto act = [&](sentry::client& sentry) { return sentry.destroy_issue(id); };
    const auto find = [&](sentry::client& sentry, time_point) {
        return detail::is_issue_gone(sentry, id);
    };
    co_await ctx.once("destroy", act, find);
    co_return reply::good(it.name() + " is destroyed");
}

} // namespace chatops::operations
