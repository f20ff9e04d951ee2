#pragma once

#include "chatops/core/errors.hpp"
#include "chatops/operations/digitalocean/choice.hpp"
#include "chatops/operations/digitalocean/shown.hpp"

namespace chatops::operations {

namespace detail {

/// More than so many are asked for page by page.
inline constexpr std::size_t droplets_one_by_one = 5;

CHATOPS_INLINE asio::awaitable<std::vector<std::string>>
droplet_names_near(digitalocean::client& ocean, const std::string& text) {
    std::vector<std::string> near;
    const auto compare = [&](const std::vector<digitalocean::droplet>& page) {
        std::vector<std::string> names;
        for (const digitalocean::droplet& each : page) names.push_back(each.name);
        keep_nearest(near, text, std::move(names));
        return true;
    };
    co_await ocean.each_page<digitalocean::droplet>({}, compare);
    co_return near;
}

} // namespace detail

template <>
CHATOPS_INLINE asio::awaitable<choice<digitalocean::droplet>>
look_for<digitalocean::droplet>(digitalocean::client& ocean, std::string which) {
    choice<digitalocean::droplet> seen;
    if (digitalocean::id_in(which)) {
        auto found = co_await ocean.find<digitalocean::droplet>(which);
        if (found) seen.found.push_back(std::move(*found));
    }
    if (seen.found.empty()) seen.found = co_await ocean.droplets_named(which, namesakes_shown);
    if (seen.found.empty()) seen.near = co_await detail::droplet_names_near(ocean, which);
    co_return seen;
}

CHATOPS_INLINE asio::awaitable<std::string> droplet_name(digitalocean::client& ocean,
                                                         std::int64_t id) {
    const auto found = co_await ocean.find<digitalocean::droplet>(std::to_string(id));
    co_return found ? found->name : std::to_string(id);
}

CHATOPS_INLINE asio::awaitable<std::map<std::string, std::string>>
droplet_names(digitalocean::client& ocean, std::vector<std::int64_t> ids) {
    std::map<std::string, std::string> names;
    for (const std::int64_t each : ids) names[std::to_string(each)] = std::to_string(each);
    if (names.size() <= detail::droplets_one_by_one) {
        for (auto& [id, name] : names) {
            const auto found = co_await ocean.find<digitalocean::droplet>(id);
            if (found) name = found->name;
        }
        co_return names;
    }
    const auto look = [&](const std::vector<digitalocean::droplet>& page) {
        for (const digitalocean::droplet& each : page)
            if (const auto known = names.find(std::to_string(each.id)); known != names.end())
                known->second = each.name;
        return true;
    };
    co_await ocean.each_page<digitalocean::droplet>({}, look);
    co_return names;
}

} // namespace chatops::operations
