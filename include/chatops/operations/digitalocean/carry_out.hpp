// How a command has an action of a droplet, a volume or an address carried out: once, and awaited
// in the run's message.
#pragma once

#include "chatops/chat/reply.hpp"
#include "chatops/core/asio.hpp"
#include "chatops/core/clock.hpp"
#include "chatops/core/config.hpp"
#include "chatops/provider/digitalocean/client.hpp"

#include <string>
#include <vector>

namespace chatops {
class context;
} // namespace chatops

namespace chatops::operations {

/// The action that ours began, if it did: of that type, not there before, and begun since that
/// moment of DigitalOcean's clock; null if there is none. `newest` is in any order.
const digitalocean::action* find_action(const std::vector<digitalocean::action>& newest,
                                        const std::string& type, std::int64_t newest_before,
                                        time_point since);

/// Begins an action of the thing of that path, and waits for its end, at most so long; returns it
/// as it then is. Its steps are named for the action's type, so a command may carry out several of
/// different types.
///
/// `on` and `what` must live until the awaitable ends.
asio::awaitable<digitalocean::action> carry_out(context& ctx, const std::string& on,
                                                const digitalocean::action_order& what,
                                                duration limit = std::chrono::minutes(10));

/// Whether it did what it should.
bool has_succeeded(const digitalocean::action& ended);

/// What to say of one that did not.
reply action_failed(const std::string& thing, const digitalocean::action& ended);

} // namespace chatops::operations

#include CHATOPS_BODY("chatops/operations/digitalocean/carry_out.ipp")
