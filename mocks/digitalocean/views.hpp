// How each thing looks in the API's JSON.
#pragma once

#include "mocks/common/json.hpp"
#include "mocks/digitalocean/state.hpp"

#include <functional>

namespace chatops::mocks::digitalocean {

// Source of the members: digitalocean/openapi, specification/resources/*/models (August 2026).

object show(const account_state& account);
object show(const droplet& which, const account_state& account);
object show(const action& one);
object show(const image& one);
object show(const size& one);
object show(const region& one);
object show(const ssh_key& one);
object show(const domain& one);
object show(const domain_record& one);
object show(const firewall& one);
object show(const load_balancer& one, const account_state& account);
object show(const volume& one);
object show(const volume_snapshot& one);
object show(const reserved_ip& one, const account_state& account);
object show(const vpc& one);
object show(const project& one, const account_state& account);
/// An image as `/v2/snapshots` shows it.
object show_snapshot(const image& one);
/// `{"droplet_id":…,"backup_enabled":…,"backup_policy":…,"next_backup_window":…}`.
object show_policy(const droplet& of, const account_state& account);

array texts(const std::vector<std::string>& all);

/// Whether the action is one of that droplet's.
bool is_about(const action& one, const droplet& which);

/// Those that are wanted, the newest first.
array show_actions(const account_state& account, const std::function<bool(const action&)>& wanted);

/// All of the account, for `/_mock/state`; the token is left out.
value snapshot(const account_state& account);

} // namespace chatops::mocks::digitalocean
