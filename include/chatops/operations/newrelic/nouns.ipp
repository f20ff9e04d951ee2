#pragma once

#include "chatops/command/text_of.hpp"
#include "chatops/core/ascii.hpp"
#include "chatops/core/errors.hpp"
#include "chatops/core/time.hpp"
#include "chatops/operations/near.hpp"
#include "chatops/operations/newrelic/nouns.hpp"
#include "chatops/operations/newrelic/shown.hpp"
#include "chatops/operations/shown.hpp"
#include "chatops/provider/newrelic/limits.hpp"

#include <utility>

namespace chatops::operations {

// ---- how they are told apart

CHATOPS_INLINE std::string telling_label(const newrelic::app& it) {
    std::string label = it.name;
    if (it.language) label += ", " + *it.language;
    if (it.account_id) label += ", account " + std::to_string(*it.account_id);
    return label + ", …" +
           it.guid.substr(it.guid.size() - std::min<std::size_t>(it.guid.size(), 6));
}

CHATOPS_INLINE std::string telling_label(const newrelic::issue& it) {
    return short_relic_id(it.issue_id) + ": " + title_of(it.title);
}

CHATOPS_INLINE std::string telling_label(const newrelic::incident& it) {
    return short_relic_id(it.incident_id) + ": " + title_of(it.title);
}

CHATOPS_INLINE std::string telling_label(const newrelic::policy& it) {
    return it.name + ", id " + it.id;
}

CHATOPS_INLINE std::string telling_label(const newrelic::muting_rule& it) {
    return it.name + ", id " + it.id;
}

CHATOPS_INLINE std::string telling_label(const newrelic::marker& it) {
    const auto when = read_time(it.timestamp.value_or(""));
    std::string label = it.revision;
    if (when) label += ", " + minute_of(*when);
    if (it.user) label += ", by " + *it.user;
    return label + ", id " + std::to_string(it.id);
}

// ---- how they are looked for

namespace detail {

/// Of all that there are: what stands for a name that nobody has.
CHATOPS_INLINE asio::awaitable<void>
add_near_apps(newrelic::client& relic, const std::string& which, choice<newrelic::app>& seen) {
    newrelic::page_look<newrelic::app> compare = [&](std::vector<newrelic::app> page) {
        std::vector<std::string> names;
        for (newrelic::app& each : page) {
            if (equal_ignoring_case(each.name, which) && seen.found.size() < namesakes_shown)
                seen.found.push_back(each);
            names.push_back(std::move(each.name));
        }
        keep_nearest(seen.near, which, std::move(names));
        return true;
    };
    co_await relic.each_page_of_apps({}, std::move(compare));
}

/// Whether the id is that, or begins so.
CHATOPS_INLINE bool begins_so(const std::string& id, const std::string& which) {
    return id.size() >= which.size() && equal_ignoring_case(id.substr(0, which.size()), which);
}

/// An id whole, as New Relic writes one: it can be asked for.
CHATOPS_INLINE bool is_whole_id(const std::string& which) {
    constexpr std::size_t uuid_characters = 36;
    return which.size() == uuid_characters;
}

CHATOPS_INLINE newrelic::issue_filter all_lately(const std::string& which, time_point now) {
    newrelic::issue_filter lately;
    lately.open = false;
    lately.since = now - newrelic::limits::issue_window;
    lately.until = now;
    if (is_whole_id(which)) lately.ids.push_back(which);
    return lately;
}

template <class T>
newrelic::page_look<T> take_begun_so(choice<T>& seen, const std::string& which) {
    return [&seen, &which](std::vector<T> page) {
        for (T& each : page)
            if (begins_so(id_of(each), which) && seen.found.size() < namesakes_shown)
                seen.found.push_back(std::move(each));
        return true;
    };
}

/// The one of that id, or else all of that name; where there is none, those whose name differs in
/// case only.
template <class T>
void take_called_so(choice<T>& seen, std::vector<T>& alike, const std::string& which,
                    std::vector<T> page) {
    std::vector<std::string> names;
    for (T& each : page) {
        names.push_back(each.name);
        if (each.id == which) {
            seen.found = {std::move(each)};
            seen.near.clear();
            return;
        }
        std::vector<T>& to = each.name == which ? seen.found : alike;
        if (equal_ignoring_case(each.name, which) && to.size() < namesakes_shown)
            to.push_back(std::move(each));
    }
    keep_nearest(seen.near, which, std::move(names));
}

} // namespace detail

CHATOPS_INLINE asio::awaitable<std::optional<newrelic::app>> app_with_guid(newrelic::client& relic,
                                                                           std::string guid) {
    std::optional<newrelic::app> found;
    std::optional<provider_error> refusal;
    try {
        found = co_await relic.find_app(std::move(guid));
    } catch (const provider_error& refused) {
        refusal.emplace(refused);
    }
    // What only looks like a guid is a name.
    if (refusal && refusal->status() != 404 && refusal->status() != 422) throw *refusal;
    if (found) found->tags.reset();
    co_return found;
}

CHATOPS_INLINE asio::awaitable<choice<newrelic::app>> look_for_app(newrelic::client& relic,
                                                                   std::string which) {
    choice<newrelic::app> seen;
    if (newrelic::is_guid(which)) {
        auto found = co_await app_with_guid(relic, which);
        if (found) {
            seen.found.push_back(std::move(*found));
            co_return seen;
        }
    }
    seen.found = co_await relic.apps_named(which);
    if (seen.found.size() > namesakes_shown) seen.found.resize(namesakes_shown);
    if (seen.found.empty()) co_await detail::add_near_apps(relic, which, seen);
    if (!seen.found.empty()) seen.near.clear();
    co_return seen;
}

CHATOPS_INLINE asio::awaitable<choice<newrelic::issue>>
look_for_relic_issue(newrelic::client& relic, std::string which, time_point now) {
    choice<newrelic::issue> seen;
    auto take = detail::take_begun_so<newrelic::issue>(seen, which);
    newrelic::issue_filter lately = detail::all_lately(which, now);
    co_await relic.each_page_of_issues(std::move(lately), std::move(take));
    co_return seen;
}

CHATOPS_INLINE asio::awaitable<choice<newrelic::incident>>
look_for_incident(newrelic::client& relic, std::string which, time_point now) {
    choice<newrelic::incident> seen;
    auto take = detail::take_begun_so<newrelic::incident>(seen, which);
    newrelic::issue_filter lately = detail::all_lately(which, now);
    co_await relic.each_page_of_incidents(std::move(lately), std::move(take));
    co_return seen;
}

CHATOPS_INLINE asio::awaitable<choice<newrelic::policy>> look_for_policy(newrelic::client& relic,
                                                                         std::string which) {
    choice<newrelic::policy> seen;
    std::vector<newrelic::policy> alike;
    newrelic::page_look<newrelic::policy> take = [&](std::vector<newrelic::policy> page) {
        detail::take_called_so(seen, alike, which, std::move(page));
        return seen.found.size() != 1 || seen.found.front().id != which;
    };
    co_await relic.each_page_of_policies(std::move(take));
    if (seen.found.empty()) seen.found = std::move(alike);
    if (!seen.found.empty()) seen.near.clear();
    co_return seen;
}

CHATOPS_INLINE asio::awaitable<choice<newrelic::muting_rule>>
look_for_muting(newrelic::client& relic, std::string which) {
    newrelic::listing<newrelic::muting_rule> all = co_await relic.muting_rules();
    choice<newrelic::muting_rule> seen;
    std::vector<newrelic::muting_rule> alike;
    detail::take_called_so(seen, alike, which, std::move(all.items));
    if (seen.found.empty()) seen.found = std::move(alike);
    if (!seen.found.empty()) seen.near.clear();
    co_return seen;
}

CHATOPS_INLINE asio::awaitable<choice<newrelic::marker>>
look_for_marker(newrelic::client& relic, std::int64_t application_id, std::string which) {
    const auto all = co_await relic.markers(application_id);
    choice<newrelic::marker> seen;
    std::vector<std::string> versions;
    for (const newrelic::marker& each : all) {
        if (std::to_string(each.id) == which) {
            seen.found = {each};
            co_return seen;
        }
        if (each.revision == which && seen.found.size() < namesakes_shown)
            seen.found.push_back(each);
        versions.push_back(each.revision);
    }
    if (seen.found.empty()) detail::keep_nearest(seen.near, which, std::move(versions));
    co_return seen;
}

// ---- the steps of a command

CHATOPS_INLINE asio::awaitable<chosen_one<newrelic::app>> choose_app(context& ctx,
                                                                     std::string which) {
    const auto look = [](newrelic::client& relic, const std::string& called) {
        return look_for_app(relic, called);
    };
    auto seen =
        co_await ctx.observe("app", [&](newrelic::client& relic) { return look(relic, which); });
    auto made = co_await choose_one(ctx, std::move(which), std::move(seen), look);
    co_return made;
}

CHATOPS_INLINE asio::awaitable<chosen_one<newrelic::issue>> choose_issue(context& ctx,
                                                                         std::string which) {
    const time_point now = ctx.now();
    const auto look = [now](newrelic::client& relic, const std::string& called) {
        return look_for_relic_issue(relic, called, now);
    };
    auto seen =
        co_await ctx.observe("issue", [&](newrelic::client& relic) { return look(relic, which); });
    auto made = co_await choose_one(ctx, std::move(which), std::move(seen), look);
    co_return made;
}

CHATOPS_INLINE asio::awaitable<chosen_one<newrelic::incident>> choose_incident(context& ctx,
                                                                               std::string which) {
    const time_point now = ctx.now();
    const auto look = [now](newrelic::client& relic, const std::string& called) {
        return look_for_incident(relic, called, now);
    };
    auto seen = co_await ctx.observe("incident",
                                     [&](newrelic::client& relic) { return look(relic, which); });
    auto made = co_await choose_one(ctx, std::move(which), std::move(seen), look);
    co_return made;
}

CHATOPS_INLINE asio::awaitable<chosen_one<newrelic::policy>> choose_policy(context& ctx,
                                                                           std::string which) {
    const auto look = [](newrelic::client& relic, const std::string& called) {
        return look_for_policy(relic, called);
    };
    auto seen =
        co_await ctx.observe("policy", [&](newrelic::client& relic) { return look(relic, which); });
    auto made = co_await choose_one(ctx, std::move(which), std::move(seen), look);
    co_return made;
}

CHATOPS_INLINE asio::awaitable<chosen_one<newrelic::muting_rule>> choose_muting(context& ctx,
                                                                                std::string which) {
    const auto look = [](newrelic::client& relic, const std::string& called) {
        return look_for_muting(relic, called);
    };
    auto seen =
        co_await ctx.observe("rule", [&](newrelic::client& relic) { return look(relic, which); });
    auto made = co_await choose_one(ctx, std::move(which), std::move(seen), look);
    co_return made;
}

} // namespace chatops::operations
