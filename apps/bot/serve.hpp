// The bot among the operating system's clock, sockets and disk.
#pragma once

#include "chatops/config/configuration.hpp"
#include "chatops/run/catalogue.hpp"

#include <string>

namespace chatops::apps {

/// Serves until it is told to end (0), or cannot any more (1, after saying why).
/// SIGHUP makes it read its configuration anew.
int serve(const config::configuration& configuration, const std::string& configuration_path,
          const catalogue& commands);

} // namespace chatops::apps
