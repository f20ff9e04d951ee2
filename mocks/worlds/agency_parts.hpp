// What the agency has at each vendor, a file for each.
#pragma once

#include "mocks/newrelic/seed.hpp"
#include "mocks/papertrail/seed.hpp"
#include "mocks/rackspace/seed.hpp"
#include "mocks/sentry/seed.hpp"

namespace chatops::mocks::worlds {

rackspace::seed rackspace_account();
newrelic::seed newrelic_account();
papertrail::seed papertrail_account();
sentry::seed sentry_account();

} // namespace chatops::mocks::worlds
