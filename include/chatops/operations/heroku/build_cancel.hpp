// `heroku build cancel`: end a build before it releases something.
#pragma once

#include "chatops/chat/reply.hpp"
#include "chatops/command/argument.hpp"
#include "chatops/command/info.hpp"
#include "chatops/core/asio.hpp"
#include "chatops/provider/heroku/names.hpp"

#include <optional>

namespace chatops {
class context;
} // namespace chatops

namespace chatops::operations {

struct heroku_build_cancel {
    static constexpr command_info info{
        .name = "heroku build cancel",
        .help = "End a build of an application before it releases something",
        .effect = effect::change,
        .aliases = {"heroku build stop"},
        .examples = {"heroku build cancel acme-staging",
                     "heroku build cancel acme-staging 4f1e9a02"}};

    argument<"app", "the application", heroku::app_name> app;
    argument<"build", "its id or the beginning of it; the newest without it",
             std::optional<heroku::build_ref>>
        build;

    asio::awaitable<reply> run(context& ctx) const;
};

} // namespace chatops::operations

#include CHATOPS_BODY("chatops/operations/heroku/build_cancel.ipp")
