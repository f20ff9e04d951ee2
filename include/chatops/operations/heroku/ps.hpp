// `heroku ps`: what of an application runs, and whether it is well.
#pragma once

#include "chatops/chat/reply.hpp"
#include "chatops/command/argument.hpp"
#include "chatops/command/info.hpp"
#include "chatops/core/asio.hpp"
#include "chatops/provider/heroku/names.hpp"

namespace chatops {
class context;
} // namespace chatops

namespace chatops::operations {

struct heroku_ps {
    static constexpr command_info info{.name = "heroku ps",
                                       .help = "Show what of an application runs",
                                       .effect = effect::read,
                                       .examples = {"heroku ps acme-staging"}};

    argument<"app", "the application", heroku::app_name> app;

    asio::awaitable<reply> run(context& ctx) const;
};

} // namespace chatops::operations

#include CHATOPS_BODY("chatops/operations/heroku/ps.ipp")
