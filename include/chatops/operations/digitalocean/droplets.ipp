#pragma once

#include "chatops/core/url.hpp"
#include "chatops/operations/digitalocean/droplets.hpp"
#include "chatops/operations/digitalocean/shown.hpp"
#include "chatops/provider/digitalocean/client.hpp"
#include "chatops/run/context.hpp"

#include <algorithm>

namespace chatops::operations {

namespace detail {

/// Those with that part in their name, by name; the rest of a page is dropped before the next one
/// comes.
CHATOPS_INLINE asio::awaitable<std::vector<digitalocean::droplet>>
droplets_with(digitalocean::client& ocean, const std::optional<std::string>& part,
              const std::optional<digitalocean::tag_name>& tag) {
    std::vector<digitalocean::droplet> chosen;
    const auto take = [&](std::vector<digitalocean::droplet> page) {
        for (digitalocean::droplet& each : page)
            if (!part || each.name.find(*part) != std::string::npos)
                chosen.push_back(std::move(each));
        return true;
    };
    std::string filter;
    if (tag) filter = "tag_name=" + percent_encode(tag->text);
    co_await ocean.each_page<digitalocean::droplet>(std::move(filter), take);
    std::sort(chosen.begin(), chosen.end(),
              [](const digitalocean::droplet& left, const digitalocean::droplet& right) {
                  return std::tie(left.name, left.id) < std::tie(right.name, right.id);
              });
    co_return chosen;
}

} // namespace detail

CHATOPS_INLINE asio::awaitable<reply> digitalocean_droplets::run(context& ctx) const {
    const auto droplets = co_await ctx.observe("droplets", [&](digitalocean::client& ocean) {
        return detail::droplets_with(ocean, *part, *tag);
    });
    std::string title = counted(droplets.size(), "droplet");
    if (*part) title += " with " + shown(**part) + " in the name";
    if (*tag) title += (*part ? " and the tag " : " with the tag ") + (*tag)->text;
    reply answer = reply::neutral(std::move(title));
    if (!droplets.empty()) answer.add(droplet_table(droplets));
    co_return answer;
}

} // namespace chatops::operations
