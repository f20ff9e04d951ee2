// What each sort of Papertrail's things is called, and which of them a person means.
#pragma once

#include "chatops/chat/reply.hpp"
#include "chatops/core/ascii.hpp"
#include "chatops/core/asio.hpp"
#include "chatops/core/config.hpp"
#include "chatops/operations/choice.hpp"
#include "chatops/operations/papertrail/limits.hpp"
#include "chatops/operations/which.hpp"
#include "chatops/provider/papertrail/client.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace chatops::operations {

template <>
inline constexpr noun noun_of<papertrail::system>{"system", "papertrail systems"};
template <>
inline constexpr noun noun_of<papertrail::group>{"group", "papertrail groups"};
template <>
inline constexpr noun noun_of<papertrail::saved_search>{"saved search", "papertrail searches"};
template <>
inline constexpr noun noun_of<papertrail::destination>{"destination", "papertrail destinations"};
template <>
inline constexpr noun noun_of<papertrail::user>{"person", "papertrail users", "", "Remove",
                                                "removed"};

/// Its port: a description need not be there, nor one's own.
inline std::string name_of(const papertrail::destination& it) {
    return std::to_string(it.syslog.port);
}
inline const std::string& name_of(const papertrail::user& it) { return it.email; }

/// Where a log is sent to: `logs.papertrailapp.com:39273`.
inline std::string log_address_text(const papertrail::log_address& it) {
    return it.hostname + ':' + std::to_string(it.port);
}

/// What tells those of one name apart.
table_part namesake_table(const std::vector<papertrail::system>& all);
table_part namesake_table(const std::vector<papertrail::group>& all);
table_part namesake_table(const std::vector<papertrail::saved_search>& all);
table_part namesake_table(const std::vector<papertrail::destination>& all);
table_part namesake_table(const std::vector<papertrail::user>& all);

/// The one of that id, or else all of that name; where there is none, those whose name differs in
/// case only.
template <class T>
choice<T> chosen_of(std::vector<T> all, const std::string& which) {
    choice<T> seen;
    std::vector<T> alike;
    std::vector<std::string> names;
    for (T& each : all) {
        if (std::to_string(each.id) == which) {
            seen.found = {std::move(each)};
            return seen;
        }
        names.push_back(name_of(each));
        if (names.back() == which)
            seen.found.push_back(std::move(each));
        else if (equal_ignoring_case(names.back(), which))
            alike.push_back(std::move(each));
    }
    if (seen.found.empty()) seen.found = std::move(alike);
    if (seen.found.size() > namesakes_shown) seen.found.resize(namesakes_shown);
    if (seen.found.empty()) detail::keep_nearest(seen.near, which, std::move(names));
    return seen;
}

template <class T>
asio::awaitable<choice<T>> look_for_one(papertrail::client& papertrail, std::string which) {
    std::vector<T> all = co_await papertrail.list<T>();
    co_return chosen_of<T>(std::move(all), which);
}

/// The one of that name that was not there before.
template <class T>
asio::awaitable<std::optional<T>> made_meanwhile(papertrail::client& papertrail, std::string name,
                                                 std::vector<std::int64_t> before) {
    std::vector<T> all = co_await papertrail.list<T>();
    std::optional<T> found;
    for (T& each : all) {
        bool is_old = false;
        for (const std::int64_t id : before) is_old = is_old || id == each.id;
        if (!is_old && name_of(each) == name) found.emplace(std::move(each));
    }
    co_return found;
}

/// Asks which is meant where several are called so. Nothing where `seen` is one then, otherwise
/// what to say. `step` names it where a line names several of a sort.
template <class T>
asio::awaitable<std::optional<reply>> ask_which_at_papertrail(context& ctx, std::string which,
                                                              choice<T>& seen,
                                                              std::string step = noun_of<T>.one) {
    detail::several of{noun_of<T>, std::move(step), std::move(which), namesake_table(seen.found)};
    const auto look = [](papertrail::client& papertrail, const std::string& id) {
        return look_for_one<T>(papertrail, id);
    };
    return detail::ask_which_of(ctx, std::move(of), seen, look);
}

/// Ids of all that there are.
template <class T>
std::vector<std::int64_t> ids_of(const std::vector<T>& all) {
    std::vector<std::int64_t> ids;
    for (const T& each : all) ids.push_back(each.id);
    return ids;
}

/// At most so many names, and how many more there are.
std::string some_names(const std::vector<std::string>& names);

} // namespace chatops::operations

#include CHATOPS_BODY("chatops/operations/papertrail/nouns.ipp")
