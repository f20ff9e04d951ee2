// What a load balancer does, as it is given and as it is kept.
#pragma once

#include "mocks/digitalocean/call.hpp"

namespace chatops::mocks::digitalocean {

/// Rules, health check, sessions and flags, with the vendor's defaults for what is not given.
/// Refuses with 422.
object settings_in(const object& body);

/// `forwarding_rules`, at least one. Refuses with 422.
array forwarding_rules_in(const object& body);

/// Refuses with 422 where two of them listen on one port.
void check_ports(const array& rules);

} // namespace chatops::mocks::digitalocean
