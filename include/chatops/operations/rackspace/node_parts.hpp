// Where nodes are that a person names by their servers.
#pragma once

#include "chatops/chat/reply.hpp"
#include "chatops/core/asio.hpp"
#include "chatops/core/config.hpp"
#include "chatops/provider/rackspace/load_balancer_types.hpp"
#include "chatops/provider/rackspace/network_names.hpp"

#include <optional>
#include <string>
#include <vector>

namespace chatops {
class context;
} // namespace chatops

namespace chatops::operations {

/// The places that are meant, or what to say instead.
struct meant_places {
    std::optional<reply> instead;
    std::vector<rackspace::node_order> nodes;
};

/// A server stands for its address within ServiceNet. The list must live until the awaitable ends.
asio::awaitable<meant_places> look_for_places(context& ctx,
                                              const std::vector<rackspace::node_place>& asked);

/// The nodes that are meant, or what to say instead.
struct meant_nodes {
    std::optional<reply> instead;
    std::vector<rackspace::balanced_node> nodes;
    /// As they were typed.
    std::vector<std::string> words;
};

/// By id, by address, by address and port, or by the name of the server behind it. Both must live
/// until the awaitable ends.
asio::awaitable<meant_nodes> look_for_nodes(context& ctx, const rackspace::load_balancer& of,
                                            const std::vector<rackspace::node_ref>& asked);

} // namespace chatops::operations

#include CHATOPS_BODY("chatops/operations/rackspace/node_parts.ipp")
