// Rackspace: its client and types, for commands that act there.
#pragma once

#include "chatops/provider/rackspace/client.hpp"
#include "chatops/provider/rackspace/client_calls.hpp"
#include "chatops/provider/rackspace/dns_client.hpp"
#include "chatops/provider/rackspace/dns_types.hpp"
#include "chatops/provider/rackspace/filters.hpp"
#include "chatops/provider/rackspace/identity_types.hpp"
#include "chatops/provider/rackspace/load_balancer_client.hpp"
#include "chatops/provider/rackspace/load_balancer_types.hpp"
#include "chatops/provider/rackspace/names.hpp"
#include "chatops/provider/rackspace/network_names.hpp"
#include "chatops/provider/rackspace/orders.hpp"
#include "chatops/provider/rackspace/session.hpp"
#include "chatops/provider/rackspace/types.hpp"
