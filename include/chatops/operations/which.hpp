// Where several are called by one name: a person is asked which is meant, with a button each.
#pragma once

#include "chatops/chat/reply.hpp"
#include "chatops/core/asio.hpp"
#include "chatops/core/config.hpp"
#include "chatops/operations/choice.hpp"
#include "chatops/run/context.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

namespace chatops::operations::detail {

/// `2 droplets are called “web”: which one do you mean?`; a button's choice is the id, its label
/// the row that tells it from the others. The last one is none of them.
reply which_question(const noun& sort, const std::string& which,
                     const std::vector<std::string>& ids, const table_part& rows);

/// What is said where none of them was meant, and where the chosen one is not there any more.
reply none_meant(const noun& sort, const std::string& which);
reply chosen_is_gone(const noun& sort, const std::string& which, const std::string& id);

/// Whether it is the one that was shown. Under another name it is not: what a rule allows was
/// decided by the name that was typed.
template <class T>
bool is_as_shown(const T& now, const T& shown) {
    if constexpr (requires { now.name; })
        if (now.name != shown.name) return false;
    return id_of(now) == id_of(shown);
}

/// What is looked for, and how it is asked about where there are several.
struct several {
    noun sort;
    /// Names the steps: in a list of names, each has its own.
    std::string step;
    std::string which;
    /// What tells them apart: a row for each.
    table_part rows;
};

/// Where several were seen, narrows them to the one that a person chooses, as it is once it is
/// chosen: hours may have passed. Nothing, if it is one then; otherwise what to say: there is none,
/// the chosen one is gone, or none of them was meant. `look(client, id)` looks for one by its id.
template <class T, class Look>
asio::awaitable<std::optional<reply>> ask_which_of(context& ctx, several of, choice<T>& seen,
                                                   Look look) {
    static_assert(std::is_trivially_destructible_v<Look>,
                  "look captures an object by value. Capture by reference ([&]).");
    using client = chatops::detail::client_of<Look>;
    std::optional<reply> instead;
    if (seen.found.empty()) instead = none_called(of.sort, of.which, seen.near);
    if (seen.found.size() < 2) co_return instead;
    std::vector<std::string> ids;
    for (const T& each : seen.found) ids.push_back(id_of(each));
    reply question = which_question(of.sort, of.which, ids, of.rows);
    const std::string asked = "which " + of.step;
    const std::string id = co_await ctx.ask(asked, std::move(question));
    const auto chosen = std::find(ids.begin(), ids.end(), id);
    if (chosen == ids.end()) {
        instead = none_meant(of.sort, of.which);
        co_return instead;
    }
    const std::string again = "chosen " + of.step;
    auto now = co_await ctx.observe(again, [&](client& from) { return look(from, id); });
    const T& shown = seen.found[static_cast<std::size_t>(chosen - ids.begin())];
    std::erase_if(now.found, [&](const T& each) { return !is_as_shown(each, shown); });
    if (now.is_one())
        seen = std::move(now);
    else
        instead = chosen_is_gone(of.sort, of.which, id);
    co_return instead;
}

} // namespace chatops::operations::detail

#include CHATOPS_BODY("chatops/operations/which.ipp")
