// `heroku domains`, `domain add`, `domain remove`: under which names an application is found.
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

struct heroku_domains {
    static constexpr command_info info{.name = "heroku domains",
                                       .help = "List an application's domains, and where their DNS "
                                               "records shall point",
                                       .effect = effect::read,
                                       .aliases = {"heroku domain list"},
                                       .examples = {"heroku domains acme-staging"}};

    argument<"app", "the application", heroku::app_name> app;

    asio::awaitable<reply> run(context& ctx) const;
};

struct heroku_domain_add {
    static constexpr command_info info{
        .name = "heroku domain add",
        .help = "Let an application be found under a domain, once its DNS record points there",
        .effect = effect::change,
        .aliases = {"heroku domain create"},
        .examples = {"heroku domain add acme-staging www.acme.example"}};

    argument<"app", "the application", heroku::app_name> app;
    argument<"domain", "the domain", heroku::domain_name> domain;

    asio::awaitable<reply> run(context& ctx) const;
};

struct heroku_domain_remove {
    static constexpr command_info info{
        .name = "heroku domain remove",
        .help = "Let an application be found under a domain no more",
        .effect = effect::destroy,
        .aliases = {"heroku domain destroy"},
        .examples = {"heroku domain remove acme-staging www.acme.example"}};
    static constexpr bool confirms_itself = true;

    argument<"app", "the application", heroku::app_name> app;
    argument<"domain", "the domain", heroku::domain_name> domain;

    asio::awaitable<reply> run(context& ctx) const;
};

} // namespace chatops::operations

#include CHATOPS_BODY("chatops/operations/heroku/domains.ipp")
