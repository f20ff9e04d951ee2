// `heroku releases`, `heroku release show`: what ran and runs.
#pragma once

#include "chatops/chat/reply.hpp"
#include "chatops/command/argument.hpp"
#include "chatops/command/info.hpp"
#include "chatops/command/option.hpp"
#include "chatops/core/asio.hpp"
#include "chatops/operations/between.hpp"
#include "chatops/operations/heroku/limits.hpp"
#include "chatops/provider/heroku/names.hpp"

#include <optional>

namespace chatops {
class context;
} // namespace chatops

namespace chatops::operations {

struct heroku_releases {
    static constexpr command_info info{
        .name = "heroku releases",
        .help = "List what was released of an application, the newest first",
        .effect = effect::read,
        .aliases = {"heroku release list"},
        .examples = {"heroku releases acme-staging", "heroku releases acme-staging -n 30"}};

    argument<"app", "the application", heroku::app_name> app;
    option<"count", "how many at most", between<1, heroku_limits::listed>, 'n'> count{{15}};

    asio::awaitable<reply> run(context& ctx) const;
};

struct heroku_release_show {
    static constexpr command_info info{
        .name = "heroku release show",
        .help = "Show one release of an application, with all that its release phase wrote",
        .effect = effect::read,
        .aliases = {"heroku release info", "heroku release output"},
        .examples = {"heroku release show acme-staging", "heroku release show acme-staging v42"}};

    argument<"app", "the application", heroku::app_name> app;
    argument<"release", "the release, like v42; the newest without it",
             std::optional<heroku::release_version>>
        release;

    asio::awaitable<reply> run(context& ctx) const;
};

} // namespace chatops::operations

#include CHATOPS_BODY("chatops/operations/heroku/releases.ipp")
