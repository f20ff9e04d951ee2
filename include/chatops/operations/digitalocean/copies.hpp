// What was copied of a droplet's disk: its backups and snapshots.
#pragma once

#include "chatops/core/asio.hpp"
#include "chatops/core/config.hpp"
#include "chatops/operations/digitalocean/choice.hpp"
#include "chatops/provider/digitalocean/client.hpp"

#include <string>
#include <vector>

namespace chatops::operations {

/// All of them, the newest first.
asio::awaitable<std::vector<digitalocean::image>> copies_of(digitalocean::client& ocean,
                                                            const digitalocean::droplet& of);

/// The one of that id, or else all of that name.
asio::awaitable<choice<digitalocean::image>> look_for_copy(digitalocean::client& ocean,
                                                           const digitalocean::droplet& of,
                                                           const std::string& which);

/// `ubuntu-24-04-x64`, or its number.
std::string code_of(const digitalocean::image& each);
/// `Ubuntu 24.04 (LTS) x64`; of one's own its name.
std::string image_title(const digitalocean::image& each);

} // namespace chatops::operations

#include CHATOPS_BODY("chatops/operations/digitalocean/copies.ipp")
