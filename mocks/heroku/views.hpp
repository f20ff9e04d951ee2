// How each thing looks in the API's JSON.
#pragma once

#include "mocks/common/json.hpp"
#include "mocks/heroku/state.hpp"

namespace chatops::mocks::heroku {

// Source of the members: heroku/platform-api, schema.json (June 2026). All of them are there,
// those that can be null too.

object show(const account_state& account);
object show(const app& of, const account_state& account);
object show(const process& type, const app& of);
object show(const dyno& which, const app& of);
object show(const release& version, const app& of);
object show(const slug& code);
object show(const build& one, const app& of, std::string_view streams);
object show(const collaborator& one, const app& of);
object show(const domain& one, const app& of);
object show(const addon& one, const app& of, const account_state& account);
object show(const dyno_size& size);
object show(const region& place, time_point since);
object show(const stack& one, time_point since);
object show(const variables& config);

/// `{"id":…,"name":…}`.
object id_and_name(std::string_view id, std::string_view name);

/// All of the account, for `/_mock/state`: the token is left out, config vars show a digest.
value snapshot(const account_state& account);

} // namespace chatops::mocks::heroku
