// Heroku: its client and types, for commands that act there.
#pragma once

#include "chatops/provider/heroku/client.hpp"
#include "chatops/provider/heroku/client_calls.hpp"
#include "chatops/provider/heroku/drains.hpp"
#include "chatops/provider/heroku/names.hpp"
#include "chatops/provider/heroku/offers.hpp"
#include "chatops/provider/heroku/orders.hpp"
#include "chatops/provider/heroku/pipelines.hpp"
#include "chatops/provider/heroku/refusal.hpp"
#include "chatops/provider/heroku/secret_url.hpp"
#include "chatops/provider/heroku/types.hpp"
