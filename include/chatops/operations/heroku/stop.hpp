// `heroku stop`, `heroku formation`: dynos that shall not run, and which process types there are.
#pragma once

#include "chatops/chat/reply.hpp"
#include "chatops/command/argument.hpp"
#include "chatops/command/info.hpp"
#include "chatops/core/asio.hpp"
#include "chatops/core/clock.hpp"
#include "chatops/provider/heroku/names.hpp"
#include "chatops/provider/heroku/types.hpp"

#include <vector>

namespace chatops {
class context;
} // namespace chatops

namespace chatops::operations {

struct heroku_stop {
    static constexpr command_info info{
        .name = "heroku stop",
        .help = "Stop a dyno, or all of a process type; a command that runs once ends so",
        .effect = effect::change,
        .aliases = {"heroku dyno stop", "heroku dyno kill"},
        .examples = {"heroku stop acme-staging run.1234", "heroku stop acme-staging worker"}};

    argument<"app", "the application", heroku::app_name> app;
    argument<"dynos", "a dyno or a process type", heroku::dyno_group> dynos;

    asio::awaitable<reply> run(context& ctx) const;
};

struct heroku_formation {
    static constexpr command_info info{.name = "heroku formation",
                                       .help = "List an application's process types, and how much "
                                               "of each shall run",
                                       .effect = effect::read,
                                       .aliases = {"heroku process list"},
                                       .examples = {"heroku formation acme-staging"}};

    argument<"app", "the application", heroku::app_name> app;

    asio::awaitable<reply> run(context& ctx) const;
};

/// Whether the dynos of `before` were stopped, as `now` shows: each is gone, down, or another one
/// that was made since.
bool were_stopped(const std::vector<heroku::dyno>& before, const std::vector<heroku::dyno>& now);

} // namespace chatops::operations

#include CHATOPS_BODY("chatops/operations/heroku/stop.ipp")
