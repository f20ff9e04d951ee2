// Every operation of the API that this mock has, one function each; routing.cpp says which path is
// whose.
#pragma once

#include "mocks/digitalocean/call.hpp"

namespace chatops::mocks::digitalocean {

// account.cpp
answer show_account(call& from);
answer show_balance(call& from);

// actions.cpp
answer list_actions(call& from);
answer show_action(call& from);
answer list_droplet_actions(call& from);
answer show_droplet_action(call& from);

// droplets.cpp
answer list_droplets(call& from);
answer show_droplet(call& from);
answer destroy_droplet(call& from);
answer destroy_tagged_droplets(call& from);

// droplet_creation.cpp
answer create_droplets(call& from);

// droplet_actions.cpp
answer act_on_droplet(call& from);
answer act_on_tagged_droplets(call& from);

} // namespace chatops::mocks::digitalocean
