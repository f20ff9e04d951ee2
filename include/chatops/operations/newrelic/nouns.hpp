// What each sort of New Relic's things is called, and which of them a person means.
#pragma once

#include "chatops/chat/reply.hpp"
#include "chatops/core/asio.hpp"
#include "chatops/core/config.hpp"
#include "chatops/operations/choice.hpp"
#include "chatops/operations/which.hpp"
#include "chatops/provider/newrelic/client.hpp"
#include "chatops/run/context.hpp"

#include <cstdint>
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
template <>
inline constexpr noun noun_of<newrelic::marker>{"deployment", "newrelic deployments", "", "Remove",
                                                "removed"};

/// What tells one from others that are called so, on a button.
std::string telling_label(const newrelic::app& it);
std::string telling_label(const newrelic::issue& it);
std::string telling_label(const newrelic::incident& it);
std::string telling_label(const newrelic::policy& it);
std::string telling_label(const newrelic::muting_rule& it);
std::string telling_label(const newrelic::marker& it);

// The one of that id, or else all of that name or that beginning of an id.

/// By guid only, and without its tags, for which a record has no room; nothing where it is gone.
asio::awaitable<std::optional<newrelic::app>> app_with_guid(newrelic::client& relic,
                                                            std::string guid);
asio::awaitable<choice<newrelic::app>> look_for_app(newrelic::client& relic, std::string which);
asio::awaitable<choice<newrelic::issue>> look_for_relic_issue(newrelic::client& relic,
                                                              std::string which, time_point now);
asio::awaitable<choice<newrelic::incident>> look_for_incident(newrelic::client& relic,
                                                              std::string which, time_point now);
asio::awaitable<choice<newrelic::policy>> look_for_policy(newrelic::client& relic,
                                                          std::string which);
asio::awaitable<choice<newrelic::muting_rule>> look_for_muting(newrelic::client& relic,
                                                               std::string which);
/// Of an application, by REST v2's number for it; those of that version.
asio::awaitable<choice<newrelic::marker>>
look_for_marker(newrelic::client& relic, std::int64_t application_id, std::string which);

/// One, or what to say where there is none.
template <class T>
struct chosen_one {
    std::optional<reply> instead;
    std::optional<T> it;
};

/// The only one, or the one that a person then chooses with a button. `look(client, id)` looks for
/// one by its id.
template <class T, class Look>
asio::awaitable<chosen_one<T>> choose_one(context& ctx, std::string which, choice<T> seen,
                                          Look look) {
    constexpr const noun& sort = noun_of<T>;
    detail::several several{sort, sort.one, std::move(which), {}};
    for (const T& each : seen.found) several.rows.rows.push_back({telling_label(each)});
    chosen_one<T> made;
    made.instead = co_await detail::ask_which_of(ctx, std::move(several), seen, std::move(look));
    if (!made.instead) made.it = std::move(seen.found.front());
    co_return made;
}

// Which one is meant; where it is none, what to say.

asio::awaitable<chosen_one<newrelic::app>> choose_app(context& ctx, std::string which);
asio::awaitable<chosen_one<newrelic::issue>> choose_issue(context& ctx, std::string which);
asio::awaitable<chosen_one<newrelic::incident>> choose_incident(context& ctx, std::string which);
asio::awaitable<chosen_one<newrelic::policy>> choose_policy(context& ctx, std::string which);
asio::awaitable<chosen_one<newrelic::muting_rule>> choose_muting(context& ctx, std::string which);

} // namespace chatops::operations

#include CHATOPS_BODY("chatops/operations/newrelic/nouns.ipp")
