// Which issues a list or a change is about.
#pragma once

#include "mocks/sentry/call.hpp"

#include <vector>

namespace chatops::mocks::sentry {

/// Those that the query's parameters mean, in the order that they ask for; of that project alone,
/// or of all. Refuses with 400 and 403 what cannot be asked for.
std::vector<issue*> asked_issues(const call& from, const project* of);

/// By what a list of issues is sorted; `date` without any. Refuses with 400.
std::int64_t score_of(const issue& which, std::string_view sort, time_point now);

/// What a change is about: those of the ids, or where there are none those of the query.
std::vector<issue*> changed_issues(const call& from, const project* of);

} // namespace chatops::mocks::sentry
