// What each sort of New Relic's things is called, and which of them a person means.
#pragma once

#include "chatops/chat/reply.hpp"
#include "chatops/core/asio.hpp"
#include "chatops/core/config.hpp"
#include "chatops/operations/choice.hpp"
#include "chatops/provider/newrelic/client.hpp"
#include "chatops/run/context.hpp"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace chatops::operations {

template <>
inline constexpr noun noun_of<newrelic::app>{"application", "newrelic apps"};
template <>
inline constexpr noun noun_of<newrelic::issue>{"issue", "newrelic issues"};
template <>
inline constexpr noun noun_of<newrelic::incident>{"incident", "newrelic incidents"};
template <>
inline constexpr noun noun_of<newrelic::policy>{"alert policy", "newrelic policies"};
template <>
inline constexpr noun noun_of<newrelic::muting_rule>{"muting rule", "newrelic muting list", "",
                                                     "Remove", "removed"};

/// By what each is known to New Relic.
inline const std::string& relic_id(const newrelic::app& it) { return it.guid; }
inline const std::string& relic_id(const newrelic::issue& it) { return it.issue_id; }
inline const std::string& relic_id(const newrelic::incident& it) { return it.incident_id; }
inline const std::string& relic_id(const newrelic::policy& it) { return it.id; }
inline const std::string& relic_id(const newrelic::muting_rule& it) { return it.id; }

/// What tells one from others that are called so, on a button.
std::string telling_label(const newrelic::app& it);
std::string telling_label(const newrelic::issue& it);
std::string telling_label(const newrelic::incident& it);
std::string telling_label(const newrelic::policy& it);
std::string telling_label(const newrelic::muting_rule& it);

// The one of that id, or else all of that name or that beginning of an id.

asio::awaitable<choice<newrelic::app>> look_for_app(newrelic::client& relic, std::string which);
asio::awaitable<choice<newrelic::issue>> look_for_relic_issue(newrelic::client& relic,
                                                              std::string which, time_point now);
asio::awaitable<choice<newrelic::incident>> look_for_incident(newrelic::client& relic,
                                                              std::string which, time_point now);
asio::awaitable<choice<newrelic::policy>> look_for_policy(newrelic::client& relic,
                                                          std::string which);
asio::awaitable<choice<newrelic::muting_rule>> look_for_muting(newrelic::client& relic,
                                                               std::string which);

/// One, or what to say where there is none.
template <class T>
struct chosen_one {
    std::optional<T> it;
    reply unclear;
};

namespace detail {
reply which_one(const noun& sort, const std::string& which,
                const std::vector<std::pair<std::string, std::string>>& ids_and_labels);
reply none_called(const noun& sort, const std::string& which, const std::vector<std::string>& near);
} // namespace detail

/// The only one, or the one that a person then chooses with a button.
template <class T>
asio::awaitable<chosen_one<T>> choose_one(context& ctx, std::string which, choice<T> seen) {
    constexpr const noun& sort = noun_of<T>;
    chosen_one<T> made;
    if (seen.found.empty()) made.unclear = detail::none_called(sort, which, seen.near);
    if (seen.is_one()) made.it = std::move(seen.found.front());
    if (seen.found.size() < 2) co_return made;
    std::vector<std::pair<std::string, std::string>> labels;
    for (const T& each : seen.found) labels.emplace_back(relic_id(each), telling_label(each));
    reply question = detail::which_one(sort, which, labels);
    const std::string step = std::string("which ") + sort.one;
    const std::string id = co_await ctx.ask(step, std::move(question));
    for (T& each : seen.found)
        if (relic_id(each) == id) made.it = std::move(each);
    if (!made.it)
        made.unclear = reply::neutral("None of the " + std::string(sort.one) + "s called " +
                                      shown(which) + " was meant: nothing was done");
    co_return made;
}

/// Which application is meant.
asio::awaitable<chosen_one<newrelic::app>> choose_app(context& ctx, std::string which);
asio::awaitable<chosen_one<newrelic::issue>> choose_issue(context& ctx, std::string which);
asio::awaitable<chosen_one<newrelic::policy>> choose_policy(context& ctx, std::string which);

} // namespace chatops::operations

#include CHATOPS_BODY("chatops/operations/newrelic/nouns.ipp")
