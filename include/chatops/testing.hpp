// Everything that runs anywhere, the commands, and a world to try them in: for tests.
#pragma once

#include "chatops/chatops.hpp"
#include "chatops/sim/mock.hpp"
#include "mocks/heroku/heroku.hpp"
