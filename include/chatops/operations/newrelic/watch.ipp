#pragma once

#include "chatops/core/utf8.hpp"
#include "chatops/operations/capitals.hpp"
#include "chatops/operations/newrelic/limits.hpp"
#include "chatops/operations/newrelic/nouns.hpp"
#include "chatops/operations/newrelic/shown.hpp"
#include "chatops/operations/newrelic/watch.hpp"
#include "chatops/operations/shown.hpp"

#include <algorithm>
#include <memory>

namespace chatops::operations {

namespace detail {

CHATOPS_INLINE std::string_view turn_word(newrelic::turn what) {
    switch (what) {
    case newrelic::turn::opened: return "opened        ";
    case newrelic::turn::acknowledged: return "acknowledged  ";
    case newrelic::turn::unacknowledged: return "given back    ";
    case newrelic::turn::closed: break;
    }
    return "closed        ";
}

} // namespace detail

CHATOPS_INLINE std::string turns_text(const std::vector<newrelic::issue_turn>& news) {
    std::string text;
    for (const newrelic::issue_turn& each : news) {
        const newrelic::issue& it = each.issue;
        std::string line(detail::turn_word(each.what));
        line += short_relic_id(it.issue_id) + "  " + word_text(it.priority.value_or("–")) + "  ";
        line += std::string(utf8_beginning(title_of(it.title), newrelic_limits::cell_bytes));
        if (it.entity_names && !it.entity_names->empty())
            line += " (" + names_text(it.entity_names) + ')';
        // One line each, whatever is in a title.
        line = shown_text(line);
        std::replace(line.begin(), line.end(), '\n', ' ');
        text += line + '\n';
    }
    return text;
}

CHATOPS_INLINE asio::awaitable<reply> newrelic_watch::run(context& ctx) const {
    newrelic::issue_filter which;
    follow_order how;
    how.what = "issues";
    how.name = "newrelic";
    if (*priority) {
        which.priority = in_capitals(**priority);
        how.what = word_text(*which.priority) + " issues";
    }
    if (*app) {
        const auto chosen = co_await choose_app(ctx, (*app)->text);
        if (chosen.instead) co_return *chosen.instead;
        which.entity_guids.push_back(chosen.it->guid);
        how.what += " of " + chosen.it->name;
    }
    how.limit = *limit ? duration((*limit)->length) : duration(newrelic_limits::usual_watch);
    how.shown = [](std::string_view text) { return std::string(text); };
    const auto seen = std::make_shared<newrelic::watched_issues>();
    const newrelic::issue_writer write = turns_text;
    const followed over = co_await ctx.follow(
        how, [&](newrelic::client& relic, bool) { return relic.watch(which, write, seen); });
    reply answer = reply::neutral("Watched " + how.what + " for " + age_text(over.lasted) + ": " +
                                  counted(over.lines, "line") + " in the thread");
    answer.add(text_part{over.stopped_by.empty() ? "Its time was up."
                                                 : "Stopped by " + over.stopped_by + "."});
    co_return answer;
}

} // namespace chatops::operations
