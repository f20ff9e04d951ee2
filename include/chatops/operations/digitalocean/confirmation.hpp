// The last question before something is lost: it says exactly what.
#pragma once

#include "chatops/chat/reply.hpp"
#include "chatops/core/asio.hpp"
#include "chatops/core/config.hpp"

#include <optional>
#include <string>

namespace chatops {
class context;
} // namespace chatops

namespace chatops::operations {

/// Shows it with a button named `yes` and one that leaves things as they are. Nothing if that was
/// pressed in time, or else what to answer; a press that comes later than a confirmation holds
/// counts as none.
asio::awaitable<std::optional<reply>> not_confirmed(context& ctx, reply shown, std::string yes);

} // namespace chatops::operations

#include CHATOPS_BODY("chatops/operations/digitalocean/confirmation.ipp")
