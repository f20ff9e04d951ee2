// Whether an incident is muted by a rule.
#pragma once

#include "mocks/newrelic/state.hpp"

namespace chatops::mocks::newrelic {

/// Whether a rule that is on matches it.
bool is_muted(const account_state& account, const incident& which);

/// `ACTIVE`, `INACTIVE`, `SCHEDULED` or `ENDED`, by its schedule.
std::string_view status_of(const muting_rule& which, time_point now);

} // namespace chatops::mocks::newrelic
