// Which of Rackspace's things is meant by a name or an id.
#pragma once

#include "chatops/chat/reply.hpp"
#include "chatops/core/asio.hpp"
#include "chatops/core/config.hpp"
#include "chatops/operations/choice.hpp"
#include "chatops/operations/rackspace/nouns.hpp"
#include "chatops/provider/rackspace/client.hpp"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace chatops::operations {

/// The one of that id, or nothing.
template <class T>
asio::awaitable<std::optional<T>> with_id(rackspace::client& cloud, std::string id) {
    std::optional<T> found;
    std::optional<provider_error> refusal;
    try {
        found = co_await cloud.show<T>(id);
    } catch (const provider_error& refused) {
        refusal.emplace(refused);
    }
    if (refusal && refusal->status() != 404) throw *refusal;
    if (refusal && refusal->id() == "no_such_region") throw *refusal;
    co_return found;
}

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

/// The key of that name.
asio::awaitable<choice<rackspace::keypair>> look_for_key(rackspace::client& cloud,
                                                         const rackspace::key_ref& which);

/// What is said of a thing of Rackspace's where it is none or several.
template <class T>
requires requires { T::at.detail; }
reply not_one(const std::string& which, const choice<T>& seen) {
    return detail::not_one(noun_of<T>, which, seen.found.size(), seen.near,
                           namesake_table(seen.found));
}

} // namespace chatops::operations

#include CHATOPS_BODY("chatops/operations/rackspace/choice.ipp")
