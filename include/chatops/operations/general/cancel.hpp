// `cancel`: end a run that goes on or waits.
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

struct cancel {
    static constexpr command_info info{.name = "cancel",
                                       .help = "End a run, and put back what it can put back",
                                       .effect = effect::change,
                                       .examples = {"cancel k3f9x2ab", "cancel k3f"}};
    static constexpr bool is_open = true;

    argument<"id", "the run's id, or a beginning of it that no other has", run_ref> id;

    asio::awaitable<reply> supervise(supervision& of) const;
};

} // namespace chatops::operations

#include CHATOPS_BODY("chatops/operations/general/cancel.ipp")
