#pragma once

#include "chatops/core/errors.hpp"
#include "chatops/core/sleep.hpp"
#include "chatops/core/time.hpp"
#include "chatops/provider/sentry/client.hpp"
#include "chatops/provider/sentry/limits.hpp"
#include "chatops/provider/sentry/watch.hpp"

#include <algorithm>
#include <utility>

namespace chatops::sentry {

namespace detail {

/// Those that came back, the one with the newest event first; whether these are all.
CHATOPS_INLINE asio::awaitable<std::vector<issue>> issues_that_came_back(client& sentry,
                                                                         issue_search which) {
    which.query += (which.query.empty() ? "" : " ") + std::string("is:regressed");
    which.sort = "date";
    return sentry.issues(std::move(which), limits::watched_issues);
}

/// Those that were first seen since then and are not known, the newest first.
CHATOPS_INLINE asio::awaitable<std::vector<issue>> new_issues(client& sentry, issue_search which,
                                                              const watched& seen) {
    // To the second: what came in the same one is known by its id.
    const std::string since = format_time(*seen.began_at).substr(0, 19);
    which.query += (which.query.empty() ? "" : " ") + ("firstSeen:>=" + since);
    which.sort = "new";
    std::vector<issue> found;
    const auto look = [&](std::vector<issue> page) {
        const std::size_t before = found.size();
        for (issue& each : page)
            if (!seen.known.contains(each.id)) found.push_back(std::move(each));
        // A page without one has only older ones behind it.
        return found.size() > before;
    };
    co_await sentry.each_page_of_issues(std::move(which), limits::page_items, look);
    co_return found;
}

} // namespace detail

CHATOPS_INLINE asio::awaitable<void> look_around(client& sentry, issue_search which,
                                                 watched& seen) {
    const time_point began = co_await sentry.provider_time();
    issue_search same = which;
    const auto back = co_await detail::issues_that_came_back(sentry, std::move(same));
    seen.began_at = began;
    // Those of the very second in which it began were there before.
    const auto there = co_await detail::new_issues(sentry, std::move(which), seen);
    for (const issue& each : there) seen.known.insert(each.id);
    for (const issue& each : back) seen.back.insert(each.id);
}

CHATOPS_INLINE asio::awaitable<std::vector<sighting>>
look_for_news(client& sentry, issue_search which, watched& seen) {
    issue_search same = which;
    auto fresh = co_await detail::new_issues(sentry, std::move(same), seen);
    auto back = co_await detail::issues_that_came_back(sentry, std::move(which));
    std::vector<sighting> news;
    std::set<std::string> still;
    for (issue& each : back) {
        still.insert(each.id);
        if (!seen.back.contains(each.id)) news.push_back({sight::came_back, std::move(each)});
    }
    // Where there are more than were asked for, those that are missing may be among the rest.
    if (back.size() >= limits::watched_issues) still.insert(seen.back.begin(), seen.back.end());
    seen.back = std::move(still);
    for (issue& each : fresh) {
        seen.known.insert(each.id);
        news.push_back({sight::is_new, std::move(each)});
    }
    std::reverse(news.begin(), news.end());
    co_return news;
}

CHATOPS_INLINE watch_stream::watch_stream(const chatops::provider::connection& through,
                                          issue_search which, issue_writer write,
                                          std::shared_ptr<watched> seen, std::string first)
    : where_(through.where), through_{through.transport, through.time,   through.chance,  where_,
                                      through.known,     through.policy, through.patience},
      which_(std::move(which)), write_(std::move(write)), seen_(std::move(seen)),
      first_(std::move(first)) {}

CHATOPS_INLINE asio::awaitable<std::optional<std::string>> watch_stream::receive() {
    if (!first_.empty()) co_return std::exchange(first_, {});
    std::optional<std::string> refusal;
    while (!is_closed_) {
        co_await sleep_for(through_.time, limits::watch_pause_seconds);
        if (is_closed_) break;
        std::vector<sighting> news;
        try {
            client sentry(through_);
            issue_search which = which_;
            news = co_await look_for_news(sentry, std::move(which), *seen_);
        } catch (const provider_error& refused) {
            refusal = refused.what();
        }
        // Whoever opens another hears it from Sentry itself.
        if (refusal)
            throw unavailable(std::string(client::provider), *refusal,
                              effect_known::did_not_happen);
        if (is_closed_) break;
        if (news.empty()) continue;
        std::string text = write_(news);
        if (!text.empty()) co_return text;
    }
    co_return std::nullopt;
}

} // namespace chatops::sentry
