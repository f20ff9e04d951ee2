// The events that a query is asked of.
#pragma once

#include "mocks/common/json.hpp"
#include "mocks/newrelic/nrql_query.hpp"
#include "mocks/newrelic/state.hpp"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace chatops::mocks::newrelic::nrql {

struct event {
    time_point at;
    /// For how many it stands: more than one where there are too many to look at each.
    double weight = 1;
    std::vector<std::pair<std::string_view, datum>> has = {};

    [[nodiscard]] const datum& get(std::string_view name) const;
};

/// Which are looked at.
struct scope {
    time_point since;
    time_point until;
    /// Empty for all applications.
    std::string_view app_guid = {};
};

/// Of those types, by their moments; none of a type that nobody reports: `Transaction`,
/// `TransactionError`, `Metric` (what an agent measures of transactions), `Deployment`,
/// `NrAiIssue`, `NrAiIncident`.
std::vector<event> events_of(const account_state& account, const std::vector<std::string>& types,
                             const scope& in);

boost::json::value json_of(const datum& given);

} // namespace chatops::mocks::newrelic::nrql
