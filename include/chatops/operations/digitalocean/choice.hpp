// Which thing is meant by a name or an id.
#pragma once

#include "chatops/chat/reply.hpp"
#include "chatops/command/text_of.hpp"
#include "chatops/core/asio.hpp"
#include "chatops/core/config.hpp"
#include "chatops/operations/choice.hpp"
#include "chatops/operations/digitalocean/nouns.hpp"
#include "chatops/operations/shown.hpp"
#include "chatops/operations/which.hpp"
#include "chatops/provider/digitalocean/client.hpp"
#include "chatops/run/context.hpp"

#include <boost/describe/class.hpp>

#include <algorithm>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
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

/// Of droplets there may be thousands: DigitalOcean is asked for the name.
template <>
asio::awaitable<choice<digitalocean::droplet>>
look_for<digitalocean::droplet>(digitalocean::client& ocean, std::string which);

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

namespace detail {
template <class T>
asio::awaitable<choice<T>> look_by_id_at_digitalocean(digitalocean::client& ocean, std::string id) {
    choice<T> seen;
    if constexpr (std::is_same_v<T, digitalocean::droplet>) {
        auto found = co_await ocean.find<T>(std::move(id));
        if (found) seen.found.push_back(std::move(*found));
    } else {
        seen = co_await look_for<T>(ocean, std::move(id));
    }
    co_return seen;
}
} // namespace detail

/// Asks which is meant where several are called so. Nothing where `seen` is one then, otherwise
/// what to say. `step` names it where a line names several of a sort.
template <class T>
asio::awaitable<std::optional<reply>> ask_which(context& ctx, std::string which, choice<T>& seen,
                                                std::string_view step = noun_of<T>.one) {
    const auto look = [](digitalocean::client& ocean, const std::string& id) {
        return detail::look_by_id_at_digitalocean<T>(ocean, id);
    };
    detail::several of{noun_of<T>, std::string(step), std::move(which), namesake_table(seen.found)};
    return detail::ask_which_of<T>(ctx, std::move(of), seen, look);
}

} // namespace chatops::operations

#include CHATOPS_BODY("chatops/operations/digitalocean/choice.ipp")
