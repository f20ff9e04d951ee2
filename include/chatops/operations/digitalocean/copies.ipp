#pragma once

#include "chatops/operations/digitalocean/copies.hpp"

#include <algorithm>

namespace chatops::operations {

namespace detail {

CHATOPS_INLINE bool is_copy_of(const digitalocean::image& each, const digitalocean::droplet& of) {
    const auto has = [&](const std::optional<std::vector<std::int64_t>>& ids) {
        return ids && std::find(ids->begin(), ids->end(), each.id) != ids->end();
    };
    return has(of.backup_ids) || has(of.snapshot_ids);
}

} // namespace detail

CHATOPS_INLINE asio::awaitable<std::vector<digitalocean::image>>
copies_of(digitalocean::client& ocean, const digitalocean::droplet& of) {
    std::vector<digitalocean::image> all;
    const auto take = [&](std::vector<digitalocean::image> page) {
        for (digitalocean::image& each : page)
            if (detail::is_copy_of(each, of)) all.push_back(std::move(each));
        return true;
    };
    co_await ocean.each_page<digitalocean::image>(noun_of<digitalocean::image>.filter, take);
    std::stable_sort(all.begin(), all.end(), [](const auto& left, const auto& right) {
        return left.created_at > right.created_at;
    });
    co_return all;
}

CHATOPS_INLINE asio::awaitable<choice<digitalocean::image>>
look_for_copy(digitalocean::client& ocean, const digitalocean::droplet& of,
              const std::string& which) {
    choice<digitalocean::image> seen;
    auto all = co_await copies_of(ocean, of);
    detail::take_meant(seen, which, std::move(all));
    if (!seen.found.empty()) seen.near.clear();
    co_return seen;
}

CHATOPS_INLINE std::string code_of(const digitalocean::image& each) {
    return each.slug ? *each.slug : std::to_string(each.id);
}

CHATOPS_INLINE std::string image_title(const digitalocean::image& each) {
    const bool own = !each.slug || !each.distribution;
    return own ? each.name : *each.distribution + ' ' + each.name;
}

} // namespace chatops::operations
