// `heroku scale`: run more or fewer dynos.
#pragma once

#include "chatops/chat/reply.hpp"
#include "chatops/command/argument.hpp"
#include "chatops/command/flag.hpp"
#include "chatops/command/info.hpp"
#include "chatops/command/list.hpp"
#include "chatops/core/asio.hpp"
#include "chatops/provider/heroku/names.hpp"

namespace chatops {
class context;
} // namespace chatops

namespace chatops::operations {

struct heroku_scale {
    static constexpr command_info info{.name = "heroku scale",
                                       .help = "Run more or fewer dynos of an application",
                                       .effect = effect::change,
                                       .examples = {"heroku scale acme-staging web=3",
                                                    "heroku scale acme-staging web=2:standard-2x "
                                                    "worker=1 --wait"}};

    argument<"app", "the application", heroku::app_name> app;
    argument<"formation", "what to run, as process=quantity or process=quantity:size",
             list<heroku::quantity>>
        formation;
    flag<"wait", "answer only once the dynos are up"> wait;

    asio::awaitable<reply> run(context& ctx) const;
};

} // namespace chatops::operations

#include CHATOPS_BODY("chatops/operations/heroku/scale.ipp")
