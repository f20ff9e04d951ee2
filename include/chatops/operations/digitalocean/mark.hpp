// A word that only one run uses: by it we find what we made, and people which run made it.
#pragma once

#include "chatops/core/asio.hpp"
#include "chatops/core/config.hpp"
#include "chatops/provider/digitalocean/client.hpp"

#include <string>

namespace chatops::operations {

/// `chatops-7f3k9q2x`, drawn anew each time: a step that records it keeps it.
asio::awaitable<std::string> drawn_mark(digitalocean::client& ocean);

} // namespace chatops::operations

#include CHATOPS_BODY("chatops/operations/digitalocean/mark.ipp")
