// How each thing looks in the API's JSON.
#pragma once

#include "mocks/common/json.hpp"
#include "mocks/heroku/features.hpp"
#include "mocks/heroku/state.hpp"

#include <string>
#include <vector>

namespace chatops::mocks::heroku {

// Source of the members: heroku/platform-api, schema.json (June 2026). All of them are there,
// those that can be null too.

object show(const account_state& account);
object show(const app& of, const account_state& account);
object show(const process& type, const app& of);
object show(const dyno& which, const app& of);
object show(const release& version, const app& of, std::string_view streams);
object show(const slug& code);
object show(const build& one, const app& of, std::string_view streams);
object show(const collaborator& one, const app& of);
object show(const domain& one, const app& of);
object show(const addon& one, const app& of, const account_state& account);
object show(const lab_feature& one, const app& of, const account_state& account);
object show(const pipeline& one, const account_state& account);
object show(const coupling& one);
object show(const promotion& one);
object show(const promotion_target& one, const promotion& of);
object show(const log_drain& one, const app& of);
object show(const webhook& one, const app& of);
object show(const dyno_size& size);
object show(const region& place, time_point since);
object show(const stack& one, time_point since);
object show(const variables& config);

/// Of an application's things, each.
template <class T>
array show_all(const std::vector<T>& all, const app& of) {
    array made;
    for (const T& each : all) made.push_back(show(each, of));
    return made;
}

/// `{"id":…,"name":…}`.
object id_and_name(std::string_view id, std::string_view name);
/// The platform's generation that all of these applications are of.
object cedar();
std::string feature_id(const account_state& account, const lab_feature& one);

/// All of the account, for `/_mock/state`: the token is left out, config vars show a digest.
value snapshot(const account_state& account);

} // namespace chatops::mocks::heroku
