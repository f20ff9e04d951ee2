// `heroku rollback`: run an earlier release again.
#pragma once

#include "chatops/chat/reply.hpp"
#include "chatops/command/argument.hpp"
#include "chatops/command/flag.hpp"
#include "chatops/command/info.hpp"
#include "chatops/core/asio.hpp"
#include "chatops/core/clock.hpp"
#include "chatops/provider/heroku/names.hpp"
#include "chatops/provider/heroku/types.hpp"

#include <optional>
#include <vector>

namespace chatops {
class context;
} // namespace chatops

namespace chatops::operations {

struct heroku_rollback {
    static constexpr command_info info{
        .name = "heroku rollback",
        .help = "Run an earlier release of an application again, with its config vars",
        .effect = effect::destroy,
        .examples = {"heroku rollback acme-staging", "heroku rollback acme-staging v42 --wait"}};
    static constexpr bool confirms_itself = true;

    argument<"app", "the application", heroku::app_name> app;
    argument<"release", "the release, like v42; the one before without it",
             std::optional<heroku::release_version>>
        release;
    flag<"wait", "answer only once the release has ended and the dynos are up"> wait;

    asio::awaitable<reply> run(context& ctx) const;
};

/// The release that runs: the one that says so, else the newest that succeeded; null if there is
/// none. `newest` begins with the newest.
const heroku::release* current_of(const std::vector<heroku::release>& newest);

/// What to go back to when nobody says it: the last one before the current one that succeeded and
/// can be gone back to; null if there is none.
const heroku::release* one_before(const std::vector<heroku::release>& newest);

/// The release that our rollback made, if it did: made since that moment of Heroku's clock.
const heroku::release* find_rollback(const std::vector<heroku::release>& newest,
                                     const heroku::release& to, std::int64_t newest_before,
                                     time_point since);

} // namespace chatops::operations

#include CHATOPS_BODY("chatops/operations/heroku/rollback.ipp")
