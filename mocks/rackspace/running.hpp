// What happens in an account: tasks begin, and what they do is done when they end.
#pragma once

#include "mocks/rackspace/state.hpp"

#include <string>
#include <string_view>

namespace chatops::mocks::rackspace {

/// The server is busy with that from then on. What `draft` leaves empty are times and chance.
task& begin(account_state& account, server& on, task draft, time_point at, duration takes);

/// Told by `os-instance-actions` from now on.
void note_action(account_state& account, const server& on, std::string_view action,
                 const std::string& request_id);

/// Gives it the addresses that a server has once it is built.
void give_addresses(account_state& account, server& to);

/// Does everything that is due by then, in the order of its moments.
void settle(account_state& account, time_point now);

} // namespace chatops::mocks::rackspace
