// Of droplets that are to be made: where and with what, and what is said of it.
#pragma once

#include "chatops/chat/reply.hpp"
#include "chatops/core/asio.hpp"
#include "chatops/core/config.hpp"
#include "chatops/provider/digitalocean/client.hpp"

#include <optional>
#include <string>
#include <vector>

namespace chatops {
class context;
} // namespace chatops

namespace chatops::operations {

struct digitalocean_droplet_create;

/// Where they are made and what they get, or what to say instead.
struct droplet_place {
    std::optional<reply> instead;
    /// Nothing where DigitalOcean chooses.
    std::optional<std::string> region;
    /// An id.
    std::optional<std::string> vpc;
    std::vector<digitalocean::volume> volumes;
};

/// Looks for the network and the volumes that the line names: they are of one region, and the
/// droplets are made there. `asked` must live until the awaitable ends.
asio::awaitable<droplet_place> look_for_place(context& ctx,
                                              const digitalocean_droplet_create& asked);

/// What to say where so many cannot be made, or one is named twice.
std::optional<reply> wrong_names(const digitalocean_droplet_create& asked);

/// Of each of the names a droplet that has it, if there is one.
asio::awaitable<std::vector<digitalocean::droplet>>
droplets_called(digitalocean::client& ocean, const std::vector<digitalocean::droplet_name>& names);
/// What to say where there are such.
reply called_already(const std::vector<digitalocean::droplet>& namesakes);

/// What to say of those that were made, as they are now; `mark` is the tag that they were known by.
reply made_droplets(const std::vector<digitalocean::droplet>& now, const droplet_place& where,
                    const std::string& mark);

} // namespace chatops::operations

#include CHATOPS_BODY("chatops/operations/digitalocean/droplet_create_parts.ipp")
