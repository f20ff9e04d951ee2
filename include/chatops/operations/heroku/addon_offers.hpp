// `heroku addon services`, `addon plans`: which add-ons there are to be had, and what they cost.
#pragma once

#include "chatops/chat/reply.hpp"
#include "chatops/command/argument.hpp"
#include "chatops/command/info.hpp"
#include "chatops/core/asio.hpp"
#include "chatops/provider/heroku/names.hpp"

#include <optional>
#include <string>

namespace chatops {
class context;
} // namespace chatops

namespace chatops::operations {

struct heroku_addon_services {
    static constexpr command_info info{
        .name = "heroku addon services",
        .help = "List the services whose add-ons applications can have",
        .effect = effect::read,
        .examples = {"heroku addon services", "heroku addon services postgres"}};

    argument<"part", "only those with this in their name", std::optional<std::string>> part;

    asio::awaitable<reply> run(context& ctx) const;
};

struct heroku_addon_plans {
    static constexpr command_info info{.name = "heroku addon plans",
                                       .help = "List the plans of a service, and prices",
                                       .effect = effect::read,
                                       .examples = {"heroku addon plans heroku-postgresql"}};

    argument<"service", "the service, like heroku-postgresql", heroku::service_name> service;

    asio::awaitable<reply> run(context& ctx) const;
};

} // namespace chatops::operations

#include CHATOPS_BODY("chatops/operations/heroku/addon_offers.ipp")
