// What may be said about a droplet, wherever it is said.
#pragma once

#include "mocks/digitalocean/call.hpp"

#include <string_view>

namespace chatops::mocks::digitalocean {

/// Refuses with 422 what cannot be a droplet's name.
void check_droplet_name(std::string_view name);

/// Refuses with 422 what cannot be a tag.
void check_tag(std::string_view tag);

/// Reads `backup_policy`; daily when it is absent. Refuses with 422.
backup_policy backup_policy_in(const object& body);

} // namespace chatops::mocks::digitalocean
