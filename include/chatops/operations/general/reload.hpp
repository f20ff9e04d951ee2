// `reload`: read the configuration anew.
#pragma once

#include "chatops/chat/reply.hpp"
#include "chatops/command/info.hpp"
#include "chatops/core/asio.hpp"

namespace chatops {
class supervision;
} // namespace chatops

namespace chatops::operations {

struct reload {
    static constexpr command_info info{
        .name = "reload",
        .help = "Read people, rules, projects and providers anew from the configuration",
        .effect = effect::change,
        .examples = {"reload"}};

    asio::awaitable<reply> supervise(supervision& of) const;
};

} // namespace chatops::operations

#include CHATOPS_BODY("chatops/operations/general/reload.ipp")
