// Which of Rackspace's things is meant by a name or an id.
#pragma once

#include "chatops/chat/reply.hpp"
#include "chatops/core/asio.hpp"
#include "chatops/core/config.hpp"
#include "chatops/operations/choice.hpp"
#include "chatops/operations/rackspace/nouns.hpp"
#include "chatops/operations/which.hpp"
#include "chatops/provider/rackspace/client.hpp"
#include "chatops/run/context.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace chatops::operations {

/// The one of that id, or else all of that name, over all pages of what the filter lets through.
template <class T>
asio::awaitable<choice<T>> look_for(rackspace::client& cloud, std::string which,
                                    std::string filter = {}) {
    choice<T> seen;
    const auto look = [&](std::vector<T> page) {
        return detail::take_meant(seen, which, std::move(page));
    };
    co_await cloud.each_page<T>(std::move(filter), look);
    if (!seen.found.empty()) seen.near.clear();
    co_return seen;
}

/// The server of that id, or else all of that name: Rackspace is asked for the name.
asio::awaitable<choice<rackspace::server>> look_for_server(rackspace::client& cloud,
                                                           const rackspace::server_ref& which);

/// The flavor of that id, or else all of that name.
asio::awaitable<choice<rackspace::flavor>> look_for_flavor(rackspace::client& cloud,
                                                           const rackspace::flavor_ref& which);

/// The key of that name.
asio::awaitable<choice<rackspace::keypair>> look_for_key(rackspace::client& cloud,
                                                         const rackspace::key_ref& which);

namespace detail {
template <class T>
asio::awaitable<choice<T>> look_by_id_at_rackspace(rackspace::client& cloud, std::string id) {
    choice<T> seen;
    auto found = co_await cloud.find<T>(std::move(id));
    if (found) seen.found.push_back(std::move(*found));
    co_return seen;
}
} // namespace detail

/// Asks which is meant where several are called so. Nothing where `seen` is one then, otherwise
/// what to say. `step` names it where a line names several of a sort.
template <class T>
requires requires { T::at.detail; }
asio::awaitable<std::optional<reply>> ask_which(context& ctx, std::string which, choice<T>& seen,
                                                std::string_view step = noun_of<T>.one) {
    detail::several of{noun_of<T>, std::string(step), std::move(which), namesake_table(seen.found)};
    const auto look = [](rackspace::client& cloud, const std::string& id) {
        return detail::look_by_id_at_rackspace<T>(cloud, id);
    };
    return detail::ask_which_of<T>(ctx, std::move(of), seen, look);
}

} // namespace chatops::operations

#include CHATOPS_BODY("chatops/operations/rackspace/choice.ipp")
