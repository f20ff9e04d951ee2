// What droplets cost: by the hour, and never more than a month's price.
#pragma once

#include "mocks/digitalocean/state.hpp"

namespace chatops::mocks::digitalocean {

/// What this month has cost until then, in US dollars.
double usage_of_month(const account_state& account, time_point now);

/// Remembers what a droplet cost this month that is about to go.
void charge(account_state& account, const droplet& gone, time_point at);

} // namespace chatops::mocks::digitalocean
