// New Relic: its client and types, for commands that act there.
#pragma once

#include "chatops/provider/newrelic/client.hpp"
#include "chatops/provider/newrelic/client_calls.hpp"
#include "chatops/provider/newrelic/graph.hpp"
#include "chatops/provider/newrelic/limits.hpp"
#include "chatops/provider/newrelic/names.hpp"
#include "chatops/provider/newrelic/orders.hpp"
#include "chatops/provider/newrelic/queries.hpp"
#include "chatops/provider/newrelic/turns.hpp"
#include "chatops/provider/newrelic/types.hpp"
#include "chatops/provider/newrelic/watch.hpp"
