// Which issues, which project and which monitor of Sentry's a line means.
#pragma once

#include "chatops/chat/reply.hpp"
#include "chatops/core/asio.hpp"
#include "chatops/core/config.hpp"
#include "chatops/provider/sentry/names.hpp"
#include "chatops/provider/sentry/types.hpp"

#include <optional>
#include <string>
#include <vector>

namespace chatops {
class context;
} // namespace chatops

namespace chatops::operations {

struct chosen_issues {
    /// What to say where one of them is none, or there are too many.
    std::optional<reply> unclear;
    std::vector<sentry::issue> found;
};

/// Each in a step of its own; one that is named twice is looked for once. `which` must live until
/// the awaitable ends.
asio::awaitable<chosen_issues> look_for_issues(context& ctx,
                                               const std::vector<sentry::issue_ref>& which);

/// The same of one.
asio::awaitable<chosen_issues> look_for_issue(context& ctx, const sentry::issue_ref& which);

/// The same issues, each with why it is for review, if it is.
asio::awaitable<std::vector<sentry::issue>> look_for_reviews(context& ctx,
                                                             std::vector<sentry::issue> all);

struct chosen_project {
    /// What to say where there is none.
    std::optional<reply> unclear;
    /// Nothing where none was named.
    std::optional<sentry::project> found;

    [[nodiscard]] std::optional<std::string> id() const {
        return found ? std::optional<std::string>(found->id) : std::nullopt;
    }
};

asio::awaitable<chosen_project> look_for_project(context& ctx,
                                                 const std::optional<sentry::project_name>& which);

struct chosen_monitor {
    /// What to say where there is none.
    std::optional<reply> unclear;
    std::optional<sentry::monitor> found;
};

/// `which` must live until the awaitable ends.
asio::awaitable<chosen_monitor> look_for_monitor(context& ctx, const sentry::monitor_name& which);

/// What to say where nothing ever came from that environment, of a project or of all; nothing where
/// something did, or none is named. References must live until the awaitable ends.
asio::awaitable<std::optional<reply>>
no_such_environment(context& ctx, const std::optional<sentry::environment_name>& which,
                    const std::optional<sentry::project_name>& of);

/// That there is none of that name, and which are nearly called so.
reply no_such_project(const std::string& which, const std::vector<std::string>& names);

} // namespace chatops::operations

#include CHATOPS_BODY("chatops/operations/sentry/chosen.ipp")
