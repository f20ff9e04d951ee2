// The rules of a firewall, as they are given and as they are kept.
#pragma once

#include "mocks/digitalocean/call.hpp"

#include <string_view>

namespace chatops::mocks::digitalocean {

/// Reads `inbound_rules` or `outbound_rules`; empty when absent or null. Refuses with 422.
array rules_in(const call& from, std::string_view member);

} // namespace chatops::mocks::digitalocean
