// `heroku features`, `feature enable`, `disable`: what of Heroku's an application makes use of.
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

struct heroku_features {
    static constexpr command_info info{
        .name = "heroku features",
        .help = "List what of Heroku's can be switched on for an application, and what is on",
        .effect = effect::read,
        .aliases = {"heroku feature list", "heroku labs"},
        .examples = {"heroku features acme-staging"}};

    argument<"app", "the application", heroku::app_name> app;

    asio::awaitable<reply> run(context& ctx) const;
};

struct heroku_feature_enable {
    static constexpr command_info info{.name = "heroku feature enable",
                                       .help = "Switch a feature on for an application",
                                       .effect = effect::change,
                                       .aliases = {"heroku feature on"},
                                       .examples = {"heroku feature enable acme preboot"}};

    argument<"app", "the application", heroku::app_name> app;
    argument<"feature", "the feature, like preboot", heroku::feature_name> feature;

    asio::awaitable<reply> run(context& ctx) const;
};

struct heroku_feature_disable {
    static constexpr command_info info{.name = "heroku feature disable",
                                       .help = "Switch a feature off for an application",
                                       .effect = effect::change,
                                       .aliases = {"heroku feature off"},
                                       .examples = {"heroku feature disable acme preboot"}};

    argument<"app", "the application", heroku::app_name> app;
    argument<"feature", "the feature, like preboot", heroku::feature_name> feature;

    asio::awaitable<reply> run(context& ctx) const;
};

} // namespace chatops::operations

#include CHATOPS_BODY("chatops/operations/heroku/features.ipp")
