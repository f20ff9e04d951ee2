// What is computed of events.
#pragma once

#include "mocks/common/json.hpp"
#include "mocks/newrelic/nrql_events.hpp"
#include "mocks/newrelic/nrql_query.hpp"

#include <vector>

namespace chatops::mocks::newrelic::nrql {

using rows = std::vector<const event*>;

/// An aggregate of all of them, over so long a time; null where there is nothing to say.
boost::json::value computed(const expression& what, const rows& of, duration window);

/// Of one event: an attribute, or an arithmetic of such.
datum evaluated(const expression& what, const event& of);

/// Those of which it holds.
rows those_of(const rows& all, const condition& what);

} // namespace chatops::mocks::newrelic::nrql
