// `heroku drains`, `drain add`, `drain remove`: where an application's log is sent to as well.
#pragma once

#include "chatops/chat/reply.hpp"
#include "chatops/command/argument.hpp"
#include "chatops/command/info.hpp"
#include "chatops/core/asio.hpp"
#include "chatops/provider/heroku/names.hpp"
#include "chatops/provider/heroku/secret_url.hpp"

namespace chatops {
class context;
} // namespace chatops

namespace chatops::operations {

struct heroku_drains {
    static constexpr command_info info{
        .name = "heroku drains",
        .help = "List where an application's log is sent to; what may be a credential is hidden",
        .effect = effect::read,
        .aliases = {"heroku drain list"},
        .examples = {"heroku drains acme-staging"}};

    argument<"app", "the application", heroku::app_name> app;

    asio::awaitable<reply> run(context& ctx) const;
};

struct heroku_drain_add {
    static constexpr command_info info{
        .name = "heroku drain add",
        .help = "Send an application's log to an address, from now on",
        .effect = effect::change,
        .aliases = {"heroku drain create"},
        .examples = {"heroku drain add acme-staging https://logs.example/drain?key=0123456789ab"}};

    argument<"app", "the application", heroku::app_name> app;
    argument<"url", "where to; but for the host it is hidden wherever it would be shown",
             heroku::drain_url>
        url;

    asio::awaitable<reply> run(context& ctx) const;
};

struct heroku_drain_remove {
    static constexpr command_info info{.name = "heroku drain remove",
                                       .help = "Send an application's log to an address no more",
                                       .effect = effect::destroy,
                                       .aliases = {"heroku drain destroy"},
                                       .examples = {"heroku drain remove acme-staging logs.example",
                                                    "heroku drain remove acme-staging 4f1e9a02"}};
    static constexpr bool confirms_itself = true;

    argument<"app", "the application", heroku::app_name> app;
    argument<"drain", "the host that it sends to, or the beginning of its id", heroku::drain_ref>
        drain;

    asio::awaitable<reply> run(context& ctx) const;
};

} // namespace chatops::operations

#include CHATOPS_BODY("chatops/operations/heroku/drains.ipp")
