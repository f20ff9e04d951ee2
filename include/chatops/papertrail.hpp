// Papertrail: its client and types, for commands that act there.
#pragma once

#include "chatops/provider/papertrail/client.hpp"
#include "chatops/provider/papertrail/client_calls.hpp"
#include "chatops/provider/papertrail/events.hpp"
#include "chatops/provider/papertrail/limits.hpp"
#include "chatops/provider/papertrail/names.hpp"
#include "chatops/provider/papertrail/orders.hpp"
#include "chatops/provider/papertrail/tail.hpp"
#include "chatops/provider/papertrail/types.hpp"
