// What a query in NRQL answers.
#pragma once

#include "mocks/common/json.hpp"
#include "mocks/newrelic/nrql_query.hpp"
#include "mocks/newrelic/state.hpp"

#include <string_view>

namespace chatops::mocks::newrelic::nrql {

/// As NerdGraph's `NrdbResultContainer`, all of it; throws `wrong_query`. Of one application where
/// a guid is given.
object answer(const account_state& account, std::string_view text, time_point now,
              std::string_view app_guid = {});

} // namespace chatops::mocks::newrelic::nrql
