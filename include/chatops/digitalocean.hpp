// DigitalOcean: its client and types, for commands that act there.
#pragma once

#include "chatops/provider/digitalocean/client.hpp"
#include "chatops/provider/digitalocean/client_calls.hpp"
#include "chatops/provider/digitalocean/forwarding.hpp"
#include "chatops/provider/digitalocean/load_balancer_change.hpp"
#include "chatops/provider/digitalocean/names.hpp"
#include "chatops/provider/digitalocean/network_types.hpp"
#include "chatops/provider/digitalocean/orders.hpp"
#include "chatops/provider/digitalocean/traffic_rule.hpp"
#include "chatops/provider/digitalocean/types.hpp"
