// `heroku sizes`, `regions`, `stacks`, `stack set`, `account`: what applications can be made of,
// and whose they are.
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

struct heroku_sizes {
    static constexpr command_info info{.name = "heroku sizes",
                                       .help = "List the sizes that dynos can have, and prices",
                                       .effect = effect::read,
                                       .aliases = {"heroku size list", "heroku dyno-sizes"},
                                       .examples = {"heroku sizes"}};

    asio::awaitable<reply> run(context& ctx) const;
};

struct heroku_regions {
    static constexpr command_info info{.name = "heroku regions",
                                       .help = "List the regions that applications can be in",
                                       .effect = effect::read,
                                       .aliases = {"heroku region list"},
                                       .examples = {"heroku regions"}};

    asio::awaitable<reply> run(context& ctx) const;
};

struct heroku_stacks {
    static constexpr command_info info{.name = "heroku stacks",
                                       .help = "List the systems that applications can run on",
                                       .effect = effect::read,
                                       .aliases = {"heroku stack list"},
                                       .examples = {"heroku stacks"}};

    asio::awaitable<reply> run(context& ctx) const;
};

struct heroku_stack_set {
    static constexpr command_info info{
        .name = "heroku stack set",
        .help = "Have an application run on another system from its next build on",
        .effect = effect::change,
        .aliases = {"heroku app stack"},
        .examples = {"heroku stack set acme-staging heroku-24"}};

    argument<"app", "the application", heroku::app_name> app;
    argument<"stack", "the system, like heroku-24", heroku::stack_name> stack;

    asio::awaitable<reply> run(context& ctx) const;
};

struct heroku_account {
    static constexpr command_info info{
        .name = "heroku account",
        .help = "Show whose account this is, and how many requests it has left",
        .effect = effect::read,
        .aliases = {"heroku whoami"},
        .examples = {"heroku account"}};

    asio::awaitable<reply> run(context& ctx) const;
};

} // namespace chatops::operations

#include CHATOPS_BODY("chatops/operations/heroku/offers.ipp")
