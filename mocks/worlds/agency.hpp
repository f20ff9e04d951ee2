// The world `agency`: a company of four people with three clients, `acme`, `globex` and `initech`.
#pragma once

#include "mocks/worlds/world.hpp"

namespace chatops::mocks::worlds {

/// People are named for their roles: `lead`, `dev`, `pm`, and `guest`, who may do nothing. The bot
/// `ops` is in every channel but #general. Each client has two Heroku applications, one of them
/// `…-staging`, and droplets at DigitalOcean that are tagged with the client's name.
world agency();

} // namespace chatops::mocks::worlds
