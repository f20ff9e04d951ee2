// `sentry issue resolve`, `unresolve`, `ignore`, `priority`: what becomes of issues.
#pragma once

#include "chatops/chat/reply.hpp"
#include "chatops/command/argument.hpp"
#include "chatops/command/flag.hpp"
#include "chatops/command/info.hpp"
#include "chatops/command/list.hpp"
#include "chatops/command/option.hpp"
#include "chatops/core/asio.hpp"
#include "chatops/operations/between.hpp"
#include "chatops/operations/sentry/limits.hpp"
#include "chatops/operations/span.hpp"
#include "chatops/provider/sentry/names.hpp"
#include "chatops/provider/sentry/orders.hpp"
#include "chatops/provider/sentry/types.hpp"

#include <boost/describe/enum.hpp>

#include <optional>
#include <string>
#include <vector>

namespace chatops {
class context;
} // namespace chatops

namespace chatops::operations {

namespace detail {
/// All of them or none, in one request. References must live until the awaitable ends.
asio::awaitable<void> change_issues(context& ctx, const std::vector<sentry::issue>& which,
                                    const sentry::issue_change& to);
/// `ACME-1 is`, `ACME-1 and ACME-2 are`.
std::string issues_are(const std::vector<sentry::issue>& which);
/// What they are about, a line each.
fields_part issues_named(const std::vector<sentry::issue>& which);
/// Names as they are typed again, each behind a space.
std::string issues_typed(const std::vector<sentry::issue>& which);
} // namespace detail

struct sentry_issue_resolve {
    static constexpr command_info info{
        .name = "sentry issue resolve",
        .help = "Say that an error is fixed; it comes back if it happens again",
        .effect = effect::change,
        .aliases = {"sentry resolve"},
        .examples = {"sentry issue resolve ACME-1", "sentry issue resolve ACME-1 ACME-2",
                     "sentry issue resolve ACME-1 --next-release",
                     "sentry issue resolve ACME-1 --in-release acme@1.4.2"}};

    argument<"issues", "the issues, by their short ids or ids", list<sentry::issue_ref>> issues;
    option<"in-release", "the release that fixes it: errors of older ones do not bring it back",
           std::optional<sentry::release_version>>
        in_release;
    flag<"next-release", "the next release fixes it: errors of this one do not bring it back">
        next_release;

    asio::awaitable<reply> run(context& ctx) const;
};

struct sentry_issue_unresolve {
    static constexpr command_info info{
        .name = "sentry issue unresolve",
        .help = "Say that an error is not fixed, or shall not be ignored any more",
        .effect = effect::change,
        .aliases = {"sentry unresolve", "sentry issue unignore"},
        .examples = {"sentry issue unresolve ACME-1"}};

    argument<"issues", "the issues, by their short ids or ids", list<sentry::issue_ref>> issues;

    asio::awaitable<reply> run(context& ctx) const;
};

struct sentry_issue_ignore {
    static constexpr command_info info{
        .name = "sentry issue ignore",
        .help = "Let an error be, for good or until something comes about",
        .effect = effect::change,
        .aliases = {"sentry issue archive", "sentry ignore"},
        .examples = {"sentry issue ignore ACME-1", "sentry issue ignore ACME-1 --for 2d",
                     "sentry issue ignore ACME-1 --until-count 100 --within 1h"}};

    argument<"issues", "the issues, by their short ids or ids", list<sentry::issue_ref>> issues;
    option<"for", "how long, like 2d",
           std::optional<span<sentry_limits::shortest_silence, sentry_limits::longest_silence>>>
        length;
    option<"until-count", "until it happened so many more times",
           std::optional<between<1, sentry_limits::most_until>>>
        until_count;
    option<"until-users", "until so many more people met it",
           std::optional<between<1, sentry_limits::most_until>>>
        until_users;
    option<"within", "only if all of these come within that time, like 1h",
           std::optional<span<sentry_limits::shortest_window, sentry_limits::longest_window>>>
        within;
    flag<"until-escalating", "until it happens far more often than before"> until_escalating;

    asio::awaitable<reply> run(context& ctx) const;
};

/// As Sentry's own interface has them. Source: sentry, types/group.py, PriorityLevel.
enum class error_priority { high, medium, low };
BOOST_DESCRIBE_ENUM(error_priority, high, medium, low)

struct sentry_issue_priority {
    static constexpr command_info info{.name = "sentry issue priority",
                                       .help = "Say how much an error matters",
                                       .effect = effect::change,
                                       .aliases = {"sentry issue prioritize"},
                                       .examples = {"sentry issue priority high ACME-1",
                                                    "sentry issue priority low ACME-2 ACME-3"}};

    argument<"priority", "how much", error_priority> priority;
    argument<"issues", "the issues, by their short ids or ids", list<sentry::issue_ref>> issues;

    asio::awaitable<reply> run(context& ctx) const;
};

} // namespace chatops::operations

#include CHATOPS_BODY("chatops/operations/sentry/issue_state.ipp")
