// Which thing is meant by a name or an id.
#pragma once

#include "chatops/chat/reply.hpp"
#include "chatops/command/text_of.hpp"
#include "chatops/core/asio.hpp"
#include "chatops/core/config.hpp"
#include "chatops/operations/choice.hpp"
#include "chatops/operations/digitalocean/nouns.hpp"
#include "chatops/operations/shown.hpp"
#include "chatops/provider/digitalocean/client.hpp"

#include <boost/describe/class.hpp>

#include <algorithm>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace chatops::operations {

/// The one of that id, or else all of that name, over all pages.
template <class T>
asio::awaitable<choice<T>> look_for(digitalocean::client& ocean, std::string which) {
    choice<T> seen;
    const auto look = [&](std::vector<T> page) {
        return detail::take_meant(seen, which, std::move(page));
    };
    co_await ocean.each_page<T>(noun_of<T>.filter, look);
    if (!seen.found.empty()) seen.near.clear();
    co_return seen;
}

/// The droplet of that id, or else all of that name: there may be thousands, so DigitalOcean is
/// asked for the name.
asio::awaitable<choice<digitalocean::droplet>>
look_for_droplet(digitalocean::client& ocean, const digitalocean::droplet_ref& which);

/// The one of that id, or nothing.
template <class T>
asio::awaitable<std::optional<T>> with_id(digitalocean::client& ocean, std::string id) {
    std::optional<T> found;
    std::optional<provider_error> refusal;
    try {
        found = co_await ocean.show<T>(id);
    } catch (const provider_error& refused) {
        refusal.emplace(refused);
    }
    if (refusal && refusal->status() != 404) throw *refusal;
    co_return found;
}

/// The one of that name, or nothing: of what has its name to itself.
template <class T>
asio::awaitable<std::optional<T>> with_name(digitalocean::client& ocean, std::string name) {
    std::optional<T> found;
    const auto look = [&](std::vector<T> page) {
        for (T& each : page)
            if (name_of(each) == name) found = std::move(each);
        return !found;
    };
    co_await ocean.each_page<T>({}, look);
    co_return found;
}

/// The same, if it was made since that moment of DigitalOcean's clock.
template <class T>
asio::awaitable<std::optional<T>> made_since(digitalocean::client& ocean, std::string name,
                                             time_point since) {
    auto found = co_await with_name<T>(ocean, std::move(name));
    if (found && found->created_at < since) found.reset();
    co_return found;
}

/// What droplets of those ids are called; of one that is gone, its id.
asio::awaitable<std::map<std::string, std::string>> droplet_names(digitalocean::client& ocean,
                                                                  std::vector<std::int64_t> ids);
asio::awaitable<std::string> droplet_name(digitalocean::client& ocean, std::int64_t id);

/// What to say where it is none or several.
template <class T>
reply not_one(const std::string& which, const choice<T>& seen) {
    return detail::not_one(noun_of<T>, which, seen.found.size(), seen.near,
                           namesake_table(seen.found));
}

} // namespace chatops::operations

#include CHATOPS_BODY("chatops/operations/digitalocean/choice.ipp")
