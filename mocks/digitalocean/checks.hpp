// What may be said about a droplet, wherever it is said.
#pragma once

#include "mocks/digitalocean/call.hpp"

#include <initializer_list>
#include <string_view>

namespace chatops::mocks::digitalocean {

/// Refuses with 422 what cannot be a droplet's name.
void check_droplet_name(std::string_view name);

/// Refuses with 422 what cannot be a tag.
void check_tag(std::string_view tag);

/// Refuses with 422 while an action of the droplet goes on.
void check_free(const account_state& account, const droplet& which);

/// The droplet that `droplet_id` of the body names. Refuses with 422 when it is absent or busy, 404
/// when there is none.
const droplet& free_droplet_in(const call& from);

/// The network that `vpc_uuid` names, or else the default one of the region. Refuses with 404 when
/// there is none in that region.
const vpc& vpc_in(const call& from, const region& where);

bool is_one_of(std::string_view text, std::initializer_list<std::string_view> all);

/// Reads `backup_policy`; daily when it is absent. Refuses with 422.
backup_policy backup_policy_in(const object& body);

} // namespace chatops::mocks::digitalocean
