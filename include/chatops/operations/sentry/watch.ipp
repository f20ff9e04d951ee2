#pragma once

#include "chatops/operations/sentry/chosen.hpp"
#include "chatops/operations/sentry/shown.hpp"
#include "chatops/operations/sentry/watch.hpp"
#include "chatops/provider/sentry/client.hpp"
#include "chatops/run/context.hpp"

#include <memory>

namespace chatops::operations {

CHATOPS_INLINE std::string sightings_text(const std::vector<sentry::sighting>& news) {
    std::string text;
    for (const sentry::sighting& each : news) {
        const sentry::issue& it = each.issue;
        text += each.what == sentry::sight::is_new ? "new        " : "came back  ";
        text += it.name() + "  " + it.level + "  " +
                error_words(it.title, sentry_limits::words_in_title) + "  (" + it.count +
                (it.count == "1" ? " time)" : " times)") + '\n';
    }
    return text;
}

CHATOPS_INLINE asio::awaitable<reply> sentry_watch::run(context& ctx) const {
    const chosen_project of = co_await look_for_project(ctx, *project);
    if (of.unclear) co_return *of.unclear;
    const auto nowhere = co_await no_such_environment(ctx, *environment, *project);
    if (nowhere) co_return *nowhere;
    sentry::issue_search which;
    which.query = query->value_or(std::string());
    which.project_id = of.id();
    if (*environment) which.environment = (*environment)->text;
    follow_order how;
    how.what = "new errors";
    how.name = "sentry";
    if (*project) {
        how.what += " of " + (*project)->text;
        how.name = (*project)->text;
    }
    if (*environment) how.what += " in " + (*environment)->text;
    how.limit = *limit ? (*limit)->length : sentry_limits::usual_watch;
    how.shown = [](std::string_view text) { return std::string(text); };
    // One for all streams of this command: the next goes on where the last one ended.
    const auto seen = std::make_shared<sentry::watched>();
    const sentry::issue_writer write = sightings_text;
    const followed over = co_await ctx.follow(
        how, [&](sentry::client& sentry, bool) { return sentry.watch(which, write, seen); });
    reply answer = reply::neutral("Watched for " + how.what + " for " + age_text(over.lasted) +
                                  ": " + counted(over.lines, "issue") + " in the thread");
    answer.add(text_part{over.stopped_by.empty() ? "Its time was up."
                                                 : "Stopped by " + over.stopped_by + "."});
    co_return answer;
}

} // namespace chatops::operations
