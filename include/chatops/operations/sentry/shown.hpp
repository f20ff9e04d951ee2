// How Sentry's things look in a reply, the same in each of its commands.
#pragma once

#include "chatops/chat/reply.hpp"
#include "chatops/core/clock.hpp"
#include "chatops/core/config.hpp"
#include "chatops/operations/shown.hpp"
#include "chatops/provider/sentry/events.hpp"
#include "chatops/provider/sentry/types.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace chatops::operations {

/// An error's own words on one line, no more than so many characters of them: it may be anything.
std::string error_words(std::string_view text, std::size_t characters);

/// `1 more time`, `3 more times`.
std::string more_of(std::int64_t count, const char* one, const char* many);

/// ` within 1 h`, or nothing.
std::string within_text(const std::optional<std::int64_t>& minutes);

/// `unresolved, it came back`; `ignored until 2024-02-29 12:00`.
std::string issue_state(const sentry::issue& each);

/// `it is new, since 2024-02-29 12:00 UTC`; empty where nobody is to look at it.
std::string review_text(const sentry::issue& each);

/// What became of a job's run, `missed_checkin` as people say it; and whether that is a failure.
std::string check_in_state(const std::string& status);
bool is_failed_check_in(const std::string& state);

/// `Devi Nair`, `team backend`, `nobody`.
std::string assignee_text(const sentry::issue& each);

/// What tells issues apart at a glance; ages count from `now`.
table_part issue_table(const std::vector<sentry::issue>& issues, time_point now);

/// `ACME-1A`, or `ACME-1A, ACME-2 and ACME-7`.
std::string names_of_issues(const std::vector<sentry::issue>& issues);

/// All of one.
fields_part issue_fields(const sentry::issue& each);

/// When it was, of which release, and what else was noted; the stack stands apart.
fields_part event_fields(const sentry::event& each);

/// The calls of its stack, the innermost first, a line each; empty where it has none.
std::string stack_text(const sentry::event& each);

} // namespace chatops::operations

#include CHATOPS_BODY("chatops/operations/sentry/shown.ipp")
