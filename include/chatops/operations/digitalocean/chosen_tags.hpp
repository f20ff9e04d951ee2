// Several tags that one command names: whether there are any such.
#pragma once

#include "chatops/chat/reply.hpp"
#include "chatops/core/asio.hpp"
#include "chatops/core/config.hpp"

#include <optional>
#include <string>
#include <vector>

namespace chatops {
class context;
} // namespace chatops

namespace chatops::operations {

/// Looks for each in a step of its own; nothing if all are there, or else what to say. One that is
/// named twice is looked for once. `which` must live until the awaitable ends.
asio::awaitable<std::optional<reply>> look_for_tags(context& ctx,
                                                    const std::vector<std::string>& which);

} // namespace chatops::operations

#include CHATOPS_BODY("chatops/operations/digitalocean/chosen_tags.ipp")
