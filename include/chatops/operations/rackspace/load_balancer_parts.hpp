// Which load balancer of Rackspace's is meant, how one reads, and how it is changed: one change
// after the other.
#pragma once

#include "chatops/chat/reply.hpp"
#include "chatops/core/asio.hpp"
#include "chatops/core/config.hpp"
#include "chatops/operations/choice.hpp"
#include "chatops/provider/rackspace/load_balancer_client.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace chatops {
class context;
} // namespace chatops

namespace chatops::operations {

template <>
inline constexpr noun noun_of<rackspace::load_balancer>{"load balancer",
                                                        "rackspace load-balancers"};

/// The one that is meant, with its nodes; or what to say instead.
struct chosen_balancer {
    std::optional<reply> instead;
    rackspace::load_balancer it;
};

/// The one of that id, or of that name; as it is when nothing goes on with it, if `is_changed`
/// says that it is to be changed. Both must live until the awaitable ends.
asio::awaitable<chosen_balancer> choose_balancer(context& ctx, const std::string& which,
                                                 bool is_changed);

/// Waits until nothing goes on with it any more; the step's name.
asio::awaitable<rackspace::load_balancer> settled_balancer(context& ctx, std::int64_t id,
                                                           const std::string& step);

/// The same after a change, as the step `after`. One that ends in ERROR ends the run.
asio::awaitable<rackspace::load_balancer> changed_balancer(context& ctx, std::int64_t id);

/// Whether it gets new connections; whether it gets none only because it does not answer the health
/// monitor.
bool gets_connections(const rackspace::balanced_node& node);
bool is_unreached(const rackspace::balanced_node& node);

/// Whether its algorithm looks at the weight of nodes.
bool is_weighted(const rackspace::load_balancer& it);
/// `active`, `pending update`: as people say it.
std::string balancer_state(const rackspace::load_balancer& it);
/// All of its addresses.
std::vector<std::string> balancer_addresses(const rackspace::load_balancer& it);
/// Its public address of version 4, or else its first; `none`.
std::string balancer_address(const rackspace::load_balancer& it);
/// `10.208.0.7:80`.
std::string place_text(const std::string& address, std::int64_t port);
/// `http, path /, every 10 s; out after 3 failures`.
std::string monitor_text(const rackspace::health_monitor& monitor);
/// `HTTP 80`.
std::string listening_text(const rackspace::load_balancer& it);

/// What servers' addresses are called.
using server_names = std::map<std::string, std::string>;

/// All of one, under what it is just now; nodes that are wanted and do not answer come first.
reply rackspace_balancer_reply(const rackspace::load_balancer& it, const server_names& names);

} // namespace chatops::operations

#include CHATOPS_BODY("chatops/operations/rackspace/load_balancer_parts.ipp")
