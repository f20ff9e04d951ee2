// `newrelic issues`, `newrelic issue show`: what people are woken for.
#pragma once

#include "chatops/chat/reply.hpp"
#include "chatops/command/argument.hpp"
#include "chatops/command/flag.hpp"
#include "chatops/command/info.hpp"
#include "chatops/command/option.hpp"
#include "chatops/core/asio.hpp"
#include "chatops/core/config.hpp"
#include "chatops/operations/newrelic/limits.hpp"
#include "chatops/operations/span.hpp"
#include "chatops/provider/newrelic/names.hpp"
#include "chatops/provider/newrelic/orders.hpp"

#include <boost/describe/enum.hpp>

#include <optional>
#include <string>

namespace chatops {
class context;
} // namespace chatops

namespace chatops::operations {

/// How much an issue matters, by New Relic's words.
enum class issue_priority { critical, high, medium, low };
BOOST_DESCRIBE_ENUM(issue_priority, critical, high, medium, low)

/// How far back issues and incidents are looked for.
using relic_back = span<newrelic_limits::shortest_back, newrelic_limits::longest_back>;

/// Which issues or incidents are asked for, and how a title says it.
struct relic_asked {
    /// What to say where the application is none.
    std::optional<reply> instead;
    newrelic::issue_filter which;
    /// `critical open issue`
    std::string sort;
    /// ` of acme`
    std::string of;
    /// ` in the last 3 d`; nothing where all that is open is meant.
    std::string lately;
};

/// `one` is `issue` or `incident`. References must live until the awaitable ends.
asio::awaitable<relic_asked> what_is_asked(context& ctx, const char* one, bool all,
                                           const std::optional<issue_priority>& priority,
                                           const std::optional<newrelic::app_ref>& app,
                                           const std::optional<relic_back>& back);

struct newrelic_issues {
    static constexpr command_info info{
        .name = "newrelic issues",
        .help = "List the issues that are open, the worst and newest first",
        .effect = effect::read,
        .aliases = {"nr issues", "newrelic issue list", "nr issue list"},
        .examples = {"newrelic issues", "nr issues --priority critical", "nr issues --app acme",
                     "nr issues --unacknowledged", "nr issues --all --for 3d"}};

    flag<"all", "those that are closed as well, of the last day"> all;
    option<"priority", "only those that matter so much", std::optional<issue_priority>> priority;
    option<"app", "only those of this application", std::optional<newrelic::app_ref>> app;
    flag<"unacknowledged", "only those that nobody has taken on"> unacknowledged;
    option<"for", "how far back, like 3d; 30 days without it, and with --all a day",
           std::optional<relic_back>>
        back;

    asio::awaitable<reply> run(context& ctx) const;
};

struct newrelic_issue_show {
    static constexpr command_info info{
        .name = "newrelic issue show",
        .help = "Show one issue: what is wrong, since when, and who has taken it on",
        .effect = effect::read,
        .aliases = {"nr issue show"},
        .examples = {"newrelic issue show 0ea2df1c"}};

    argument<"issue", "its id, or the beginning of it", newrelic::issue_ref> issue;

    asio::awaitable<reply> run(context& ctx) const;
};

} // namespace chatops::operations

#include CHATOPS_BODY("chatops/operations/newrelic/issues.ipp")
