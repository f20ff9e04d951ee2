#pragma once

#include "chatops/command/text_of.hpp"
#include "chatops/line/suggest.hpp"
#include "chatops/operations/digitalocean/choice.hpp"
#include "chatops/operations/digitalocean/shown.hpp"

namespace chatops::operations {

namespace detail {

/// Names that are nearly so, over all pages.
CHATOPS_INLINE asio::awaitable<std::vector<std::string>>
droplet_names_near(digitalocean::client& ocean, const std::string& text) {
    std::vector<std::string> near;
    const auto compare = [&](const std::vector<digitalocean::droplet>& page) {
        std::vector<std::string_view> names(near.begin(), near.end());
        for (const digitalocean::droplet& each : page) names.emplace_back(each.name);
        std::vector<std::string> nearer;
        for (const std::string_view each : line::nearest(text, names)) nearer.emplace_back(each);
        near = std::move(nearer);
        return true;
    };
    co_await ocean.each_page<digitalocean::droplet>({}, compare);
    co_return near;
}

} // namespace detail

CHATOPS_INLINE asio::awaitable<std::optional<digitalocean::droplet>>
droplet_with_id(digitalocean::client& ocean, std::int64_t id) {
    std::optional<digitalocean::droplet> found;
    std::optional<provider_error> refusal;
    try {
        found = co_await ocean.show<digitalocean::droplet>(std::to_string(id));
    } catch (const provider_error& refused) {
        refusal.emplace(refused);
    }
    if (refusal && refusal->status() != 404) throw *refusal;
    co_return found;
}

CHATOPS_INLINE asio::awaitable<droplet_choice>
look_for_droplet(digitalocean::client& ocean, const digitalocean::droplet_ref& which) {
    droplet_choice seen;
    if (const auto id = digitalocean::id_in(which.text)) {
        auto found = co_await droplet_with_id(ocean, *id);
        if (found) seen.found.push_back(std::move(*found));
    }
    if (seen.found.empty()) seen.found = co_await ocean.droplets_named(which.text, namesakes_shown);
    if (seen.found.empty()) seen.near = co_await detail::droplet_names_near(ocean, which.text);
    co_return seen;
}

CHATOPS_INLINE reply not_one(const digitalocean::droplet_ref& which, const droplet_choice& seen) {
    if (seen.found.empty()) {
        reply answer = reply::bad("There is no droplet " + shown(which.text));
        const std::string advice =
            seen.near.empty() ? std::string() : "Did you mean " + listed(seen.near) + "? ";
        return answer.add(text_part{advice + "`do droplets` lists them all."});
    }
    reply answer = reply::bad(counted(seen.found.size(), "droplet") + " have the name " +
                              shown(which.text) + ": nothing was done");
    answer.add(text_part{"Say which one you mean by its id."});
    return answer.add(namesake_table(seen.found));
}

} // namespace chatops::operations
