// Which of an application's things is meant, where a name or the beginning of an id means several.
#pragma once

#include "chatops/chat/reply.hpp"
#include "chatops/core/asio.hpp"
#include "chatops/operations/which.hpp"
#include "chatops/provider/heroku/client.hpp"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace chatops::operations {

namespace detail {
template <class T>
asio::awaitable<choice<T>> look_for_app_part(heroku::client& heroku, const heroku::app_name& of,
                                             const std::string& id) {
    choice<T> seen;
    auto found = co_await heroku.find<T>(of, id);
    if (found) seen.found.push_back(std::move(*found));
    co_return seen;
}
} // namespace detail

/// Where several were found, narrows them to the one that a person chooses; otherwise what to say.
/// Finding none is the command's to answer. `one` is `add-on`, `list` the command that lists them.
template <class T>
asio::awaitable<std::optional<reply>>
ask_which_of_app(context& ctx, heroku::app_name of, const char* one, std::string list,
                 std::string which, std::vector<T>& found, table_part rows) {
    std::optional<reply> instead;
    if (found.size() < 2) co_return instead;
    list += ' ' + of.text;
    if (found.size() > namesakes_shown) found.resize(namesakes_shown);
    choice<T> seen;
    seen.found = std::move(found);
    const auto look = [&](heroku::client& heroku, const std::string& id) {
        return detail::look_for_app_part<T>(heroku, of, id);
    };
    detail::several several{{one, list.c_str()}, one, std::move(which), std::move(rows)};
    instead = co_await detail::ask_which_of(ctx, std::move(several), seen, look);
    found = std::move(seen.found);
    co_return instead;
}

} // namespace chatops::operations
