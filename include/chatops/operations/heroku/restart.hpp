// `heroku restart`: start dynos anew.
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

struct heroku_restart {
    static constexpr command_info info{.name = "heroku restart",
                                       .help = "Start an application's dynos anew",
                                       .effect = effect::change,
                                       .examples = {"heroku restart acme-staging",
                                                    "heroku restart acme-staging web",
                                                    "heroku restart acme-staging web.2 --wait"}};

    argument<"app", "the application", heroku::app_name> app;
    argument<"dynos", "a process type or one dyno; all without it",
             std::optional<heroku::dyno_group>>
        dynos;
    flag<"wait", "answer only once the dynos are up"> wait;

    asio::awaitable<reply> run(context& ctx) const;
};

/// Whether the dynos of `before` were restarted since that moment of Heroku's clock, as `now`
/// shows: each that is still there is another one, made since then. One that starts anew by itself
/// is not taken for all of them.
bool were_restarted(const std::vector<heroku::dyno>& before, const std::vector<heroku::dyno>& now,
                    time_point since);

} // namespace chatops::operations

#include CHATOPS_BODY("chatops/operations/heroku/restart.ipp")
