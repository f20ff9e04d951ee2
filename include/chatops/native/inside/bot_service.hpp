// The bot among the operating system's clock, sockets and disk.
#pragma once

#include "chatops/config/configuration.hpp"
#include "chatops/run/catalogue.hpp"

#include <string>

namespace chatops::native {

/// Serves until it is told to end (0), or cannot any more (1, after saying why); throws what keeps
/// it from beginning. SIGHUP makes it read its configuration anew.
int serve_bot(const config::configuration& configuration, const std::string& configuration_path,
              const catalogue& commands);

} // namespace chatops::native

#include CHATOPS_BODY("chatops/native/inside/bot_service.ipp")
