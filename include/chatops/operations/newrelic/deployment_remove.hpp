// `newrelic deployment remove`: takes the mark of a deployment away again.
#pragma once

#include "chatops/chat/reply.hpp"
#include "chatops/command/argument.hpp"
#include "chatops/command/info.hpp"
#include "chatops/core/asio.hpp"
#include "chatops/provider/newrelic/names.hpp"

namespace chatops {
class context;
} // namespace chatops

namespace chatops::operations {

struct newrelic_deployment_remove {
    static constexpr command_info info{
        .name = "newrelic deployment remove",
        .help = "Take the mark of a deployment out of an application's charts",
        .effect = effect::destroy,
        .aliases = {"nr deployment remove", "newrelic deployment delete", "nr deployment delete"},
        .examples = {"newrelic deployment remove acme v42"}};
    static constexpr bool confirms_itself = true;

    argument<"app", "the application", newrelic::app_ref> app;
    argument<"deployment", "its version, or its id", newrelic::marker_ref> deployment;

    asio::awaitable<reply> run(context& ctx) const;
};

} // namespace chatops::operations

#include CHATOPS_BODY("chatops/operations/newrelic/deployment_remove.ipp")
