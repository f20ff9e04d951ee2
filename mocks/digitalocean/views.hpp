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

/// Whether the action is one of that droplet's.
bool is_about(const action& one, const droplet& which);

/// Those that are wanted, the newest first.
array show_actions(const account_state& account, const std::function<bool(const action&)>& wanted);

/// All of the account, for `/_mock/state`; the token is left out.
value snapshot(const account_state& account);

} // namespace chatops::mocks::digitalocean
