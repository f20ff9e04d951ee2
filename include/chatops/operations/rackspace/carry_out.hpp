// How a command has a server do something: once, and awaited in the run's message.
#pragma once

#include "chatops/chat/reply.hpp"
#include "chatops/core/asio.hpp"
#include "chatops/core/clock.hpp"
#include "chatops/core/config.hpp"
#include "chatops/provider/rackspace/client.hpp"

#include <string>
#include <vector>

namespace chatops {
class context;
} // namespace chatops

namespace chatops::operations {

/// Whether ours was begun: one of that name, newer than the one that was the newest before it, and
/// begun since that moment of Rackspace's clock. `newest` has the newest first.
bool was_begun(const std::vector<rackspace::instance_action>& newest, const std::string& name,
               const std::string& newest_before, time_point since);

/// Has the server do that, and waits until it is busy with nothing, at most so long; returns it as
/// it then is. Its steps are named for the action, so a command may carry out several of different
/// names.
///
/// `id` and `what` must live until the awaitable ends.
asio::awaitable<rackspace::server> carry_out(context& ctx, const std::string& id,
                                             const rackspace::server_action& what,
                                             duration limit = std::chrono::minutes(30));

/// What to say of a server that is not as it should be after that: `the reboot`.
reply server_failed(const rackspace::server& after, const std::string& what);

} // namespace chatops::operations

#include CHATOPS_BODY("chatops/operations/rackspace/carry_out.ipp")
