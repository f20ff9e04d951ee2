// How each thing looks in the API's JSON.
#pragma once

#include "mocks/common/json.hpp"
#include "mocks/sentry/state.hpp"

#include <string>
#include <string_view>

namespace chatops::mocks::sentry {

// Source of the members: getsentry/sentry-api-schema, openapi-derefed.json. All that it requires
// are there, those that can be null too.

object show(const user& one);
object show(const membership& one);
object show(const team& one);
object show(const project& one, const account_state& account);
/// With what only the answer about one of them has.
object show_whole(const project& one, const account_state& account);
object show(const client_key& one, const project& of);
object show_environment(std::string_view name, std::size_t number);
object show_organization_of(const account_state& account);
object show(const release& one, const account_state& account);
object show(const deploy& one);
object show(const monitor& one, const account_state& account, time_point now);
/// When it runs, and how long it is waited for.
object show_config(const monitor& one);
/// `{"type":"user","id":…}`, or null.
value show_actor(const std::optional<assignee>& who, const account_state& account);
/// What it is waiting for, or how it was resolved.
object show_status_details(const issue& one, const account_state& account);
/// Why it is for review, and since when; or null.
value show_inbox(const issue& one, time_point now);
/// Without `stats` and `inbox`.
object show(const issue& one, const account_state& account, std::string_view base);
object show_whole(const issue& one, const account_state& account, std::string_view base,
                  time_point now);
/// `[[seconds, count], …]`, so many intervals that end now.
array show_counts(const issue& one, duration interval, int intervals, time_point now);
/// Of the event of that number.
object show_event(const issue& of, std::int64_t number, const account_state& account);
/// With its stack, and which events are before and behind it.
object show_whole_event(const issue& of, std::int64_t number, const account_state& account,
                        std::string_view base);
/// Each tag of the event: environment, level and release among them.
std::vector<std::pair<std::string, std::string>> tags_of_event(const issue& of, std::int64_t number,
                                                               const account_state& account);

/// All of the organization, for `/_mock/state`: without the token, keys and what the clock counts.
value snapshot(const account_state& account);

} // namespace chatops::mocks::sentry
