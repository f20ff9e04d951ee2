// How a command ends something of Rackspace's for good: what is lost is shown and confirmed; once,
// and until it is gone.
#pragma once

#include "chatops/chat/reply.hpp"
#include "chatops/core/asio.hpp"
#include "chatops/core/config.hpp"
#include "chatops/operations/rackspace/choice.hpp"
#include "chatops/run/context.hpp"

#include <string>

namespace chatops::operations {

/// `Destroy the image before for good?`, with what is lost.
reply loss_question(const noun& sort, const std::string& name, const facts& lost);

/// What is said where it is not any more what was shown.
reply is_changed(const std::string& called);

/// Ends the thing of that id, and waits until it is gone.
template <class T>
asio::awaitable<void> destroy_for_good(context& ctx, const std::string& id) {
    const auto act = [&](rackspace::client& cloud) { return cloud.destroy<T>(id); };
    const auto find = [&](rackspace::client& cloud, time_point) { return cloud.is_gone<T>(id); };
    co_await ctx.once("destroy", act, find);
    co_await ctx.until("gone", [&](rackspace::client& cloud) { return cloud.is_gone<T>(id); });
}

} // namespace chatops::operations

#include CHATOPS_BODY("chatops/operations/rackspace/gone.ipp")
