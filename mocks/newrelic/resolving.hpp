// Which function answers which field of NerdGraph.
#pragma once

#include "mocks/newrelic/graphql_execution.hpp"
#include "mocks/newrelic/state.hpp"

namespace chatops::mocks::newrelic {

/// What `account` answers at that moment.
graphql::resolver resolver_of(account_state& account, time_point now);

} // namespace chatops::mocks::newrelic
