// `run`: all that is known of one run.
#pragma once

#include "chatops/chat/reply.hpp"
#include "chatops/command/argument.hpp"
#include "chatops/command/info.hpp"
#include "chatops/core/asio.hpp"
#include "chatops/operations/general/names.hpp"

namespace chatops {
class supervision;
} // namespace chatops

namespace chatops::operations {

struct run {
    static constexpr command_info info{
        .name = "run",
        .help = "Tell all of one run: who asked for what, why it was allowed, each step",
        .effect = effect::read,
        .examples = {"run k3f9x2ab", "run k3f"}};
    static constexpr bool is_open = true;

    argument<"id", "the run's id, or a beginning of it that no other has", run_ref> id;

    asio::awaitable<reply> supervise(supervision& of) const;
};

} // namespace chatops::operations

#include CHATOPS_BODY("chatops/operations/general/run.ipp")
