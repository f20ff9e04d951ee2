#pragma once

#include "chatops/core/errors.hpp"
#include "chatops/core/sleep.hpp"
#include "chatops/provider/newrelic/client.hpp"
#include "chatops/provider/newrelic/limits.hpp"
#include "chatops/provider/newrelic/watch.hpp"

#include <algorithm>
#include <utility>

namespace chatops::newrelic {

namespace detail {

CHATOPS_INLINE turn standing_of(const issue& it) {
    if (!it.is_open()) return turn::closed;
    return it.acknowledged_at ? turn::acknowledged : turn::opened;
}

/// What is new of it, if anything.
CHATOPS_INLINE std::optional<turn> news_of(const issue& it, const watched_issues& seen) {
    const turn now = standing_of(it);
    const auto before = seen.known.find(it.issue_id);
    if (before == seen.known.end()) return now;
    if (before->second == now) return std::nullopt;
    return now == turn::opened ? turn::unacknowledged : now;
}

} // namespace detail

CHATOPS_INLINE asio::awaitable<std::vector<issue_turn>>
look_for_turns(client& relic, issue_filter which, time_point now, watched_issues& seen) {
    which.open = false;
    which.since = now - limits::watch_window;
    // Their clock may be ahead of ours.
    which.until = now + std::chrono::hours(1);
    watched_issues after;
    after.has_looked = true;
    std::vector<issue_turn> news;
    page_look<issue> take = [&](std::vector<issue> page) {
        for (issue& each : page) {
            after.known[each.issue_id] = detail::standing_of(each);
            const auto what = detail::news_of(each, seen);
            if (what && seen.has_looked) news.push_back({*what, std::move(each)});
        }
        return true;
    };
    co_await relic.each_page_of_issues(std::move(which), std::move(take));
    // Only now: a look that failed halfway has told nothing.
    seen = std::move(after);
    std::stable_sort(news.begin(), news.end(), [](const issue_turn& left, const issue_turn& right) {
        return left.issue.created_at < right.issue.created_at;
    });
    co_return news;
}

CHATOPS_INLINE watch_stream::watch_stream(const chatops::provider::connection& through,
                                          issue_filter which, issue_writer write,
                                          std::shared_ptr<watched_issues> seen, std::string first)
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
        std::vector<issue_turn> news;
        try {
            client relic(through_);
            issue_filter which = which_;
            const time_point now = through_.time.now();
            news = co_await look_for_turns(relic, std::move(which), now, *seen_);
        } catch (const provider_error& refused) {
            refusal = refused.what();
        }
        // Whoever opens another hears it from New Relic itself.
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

CHATOPS_INLINE asio::awaitable<std::unique_ptr<http::stream>>
client::watch(issue_filter which, issue_writer write, std::shared_ptr<watched_issues> seen) {
    // What came between two streams is told at once.
    issue_filter same = which;
    const time_point now = through_.time.now();
    const std::vector<issue_turn> news =
        co_await look_for_turns(*this, std::move(same), now, *seen);
    std::string first;
    if (!news.empty()) first = write(news);
    co_return std::make_unique<watch_stream>(through_, std::move(which), std::move(write),
                                             std::move(seen), std::move(first));
}

} // namespace chatops::newrelic
