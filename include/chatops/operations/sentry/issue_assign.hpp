// `sentry issue assign`: who works on an issue.
#pragma once

#include "chatops/chat/reply.hpp"
#include "chatops/command/argument.hpp"
#include "chatops/command/info.hpp"
#include "chatops/core/asio.hpp"
#include "chatops/core/config.hpp"
#include "chatops/provider/sentry/names.hpp"
#include "chatops/provider/sentry/types.hpp"

#include <boost/describe/class.hpp>

#include <string>
#include <vector>

namespace chatops {
class context;
} // namespace chatops

namespace chatops::operations {

struct sentry_issue_assign {
    static constexpr command_info info{.name = "sentry issue assign",
                                       .help =
                                           "Say who works on an error: a person, a team, or nobody",
                                       .effect = effect::change,
                                       .aliases = {"sentry assign"},
                                       .examples = {"sentry issue assign ACME-1 dev@agency.example",
                                                    "sentry issue assign ACME-1 team:backend",
                                                    "sentry issue assign ACME-1 nobody"}};

    argument<"issue", "the issue, by its short id or id", sentry::issue_ref> issue;
    argument<"to", "an email address, a name, team:NAME, or nobody", sentry::assignee_ref> to;

    asio::awaitable<reply> run(context& ctx) const;
};

/// Somebody to whom an issue can be assigned.
struct assignee_found {
    /// As Sentry reads it: `user:17`; empty for nobody.
    std::string id;
    /// `Devi Nair (dev@agency.example)`.
    std::string name;
    /// What tells them apart when it is typed again.
    std::string typed;
};
BOOST_DESCRIBE_STRUCT(assignee_found, (), (id, name, typed))

struct assignee_choice {
    std::vector<assignee_found> found;
    /// If there is nobody: who is nearly called so.
    std::vector<std::string> near;
};
BOOST_DESCRIBE_STRUCT(assignee_choice, (), (found, near))

/// Who is meant by an address, a name, an id, or a team; or else by a part of a name, `devi`.
assignee_choice assignees_called(const std::string& text,
                                 const std::vector<sentry::membership>& members,
                                 const std::vector<sentry::team>& teams);

} // namespace chatops::operations

#include CHATOPS_BODY("chatops/operations/sentry/issue_assign.ipp")
