// Sentry: its client and types, for commands that act there.
#pragma once

#include "chatops/provider/sentry/client.hpp"
#include "chatops/provider/sentry/client_calls.hpp"
#include "chatops/provider/sentry/events.hpp"
#include "chatops/provider/sentry/limits.hpp"
#include "chatops/provider/sentry/members.hpp"
#include "chatops/provider/sentry/names.hpp"
#include "chatops/provider/sentry/orders.hpp"
#include "chatops/provider/sentry/sightings.hpp"
#include "chatops/provider/sentry/types.hpp"
#include "chatops/provider/sentry/watch.hpp"
