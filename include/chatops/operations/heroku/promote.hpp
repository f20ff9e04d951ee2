// `heroku pipeline promote`: release at one application the code that runs at another.
#pragma once

#include "chatops/chat/reply.hpp"
#include "chatops/command/argument.hpp"
#include "chatops/command/info.hpp"
#include "chatops/command/list.hpp"
#include "chatops/core/asio.hpp"
#include "chatops/provider/heroku/names.hpp"

#include <optional>

namespace chatops {
class context;
} // namespace chatops

namespace chatops::operations {

/// Where the code goes to stands on the line, and is not found out: so that rules judge it.
struct heroku_pipeline_promote {
    static constexpr command_info info{
        .name = "heroku pipeline promote",
        .help = "Release the code that an application runs at others of its pipeline",
        .effect = effect::destroy,
        .aliases = {"heroku promote"},
        .examples = {"heroku pipeline promote acme-staging acme"}};
    static constexpr bool confirms_itself = true;

    argument<"app", "the application whose code it is", heroku::app_name> app;
    argument<"to", "where it shall run; without it you are told what there is",
             std::optional<list<heroku::app_name>>>
        to;

    asio::awaitable<reply> run(context& ctx) const;
};

} // namespace chatops::operations

#include CHATOPS_BODY("chatops/operations/heroku/promote.ipp")
