// What happens at Sentry by itself: events come, what was resolved comes back, what was ignored is
// not any more.
#pragma once

#include "mocks/sentry/state.hpp"

namespace chatops::mocks::sentry {

/// Lets happen all that is due by then. Nobody needs to ask in between: it is the same whenever and
/// however often it is asked for.
void settle(account_state& account, time_point now);

/// One more event of the issue, which somebody told to happen.
void happen(account_state& account, issue& which, told_event what, time_point now);

/// Changes an issue's state as a person would.
void resolve(issue& which, resolution how);
void ignore(issue& which, snooze until, std::string substatus, time_point now);
void reopen(issue& which, std::string substatus, time_point now);

} // namespace chatops::mocks::sentry
