// What happens in an application: dynos start and stop, releases and builds settle.
#pragma once

#include "mocks/heroku/state.hpp"

#include <string>
#include <string_view>

namespace chatops::mocks::heroku {

/// A release about to be made. What it does not name it takes over from the newest one.
struct release_draft {
    std::string description;
    std::string slug_id;
    variables config_vars;
    person user;
    /// New code runs only once its release phase is over; a changed variable runs at once.
    bool brings_code = false;
};

/// The next release, of the newest one's code and variables.
release_draft draft_of(const account_state& account, const app& of, std::string description);

/// Makes the next version. It becomes current, and the dynos restart, when it succeeds. The
/// reference holds until the next release of that app.
release& make_release(account_state& account, app& of, release_draft draft, time_point now);

/// The command of its release phase; empty where it has none.
std::string_view phase_of(const app& of, const release& which);

/// Starts or stops dynos until as many run as the process type asks for; those of the highest
/// number stop first.
void follow_formation(account_state& account, app& of, const process& type, time_point now);

/// Gives the dyno a new id, and starts it with the current release.
void start_dyno(account_state& account, app& of, dyno& which, time_point now);

/// Replaces a dyno: the same name, a new id, `starting`.
void restart(account_state& account, app& of, dyno& which, time_point now);
/// Replaces every dyno of the formation, or those of one type.
void restart_all(account_state& account, app& of, std::string_view type, time_point now);

/// Does everything that is due by then, in the order of its moments.
void settle(account_state& account, time_point now);

/// Adds a line to the application's log.
void note(app& of, time_point at, std::string_view source, std::string_view process,
          std::string text);

} // namespace chatops::mocks::heroku
