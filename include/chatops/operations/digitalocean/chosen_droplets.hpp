// Several droplets that one command names, each by a name or an id.
#pragma once

#include "chatops/chat/reply.hpp"
#include "chatops/core/asio.hpp"
#include "chatops/core/config.hpp"
#include "chatops/provider/digitalocean/client.hpp"

#include <optional>
#include <vector>

namespace chatops {
class context;
} // namespace chatops

namespace chatops::operations {

struct chosen_droplets {
    /// What to say where one of them is none or several.
    std::optional<reply> unclear;
    std::vector<digitalocean::droplet> found;
};

/// Each in a step of its own; one that is named twice is looked for once. `which` must live until
/// the awaitable ends.
asio::awaitable<chosen_droplets>
look_for_droplets(context& ctx, const std::vector<digitalocean::droplet_ref>& which);

} // namespace chatops::operations

#include CHATOPS_BODY("chatops/operations/digitalocean/chosen_droplets.ipp")
