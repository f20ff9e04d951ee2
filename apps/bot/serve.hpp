// The bot among the operating system's clock, sockets and disk.
#pragma once

#include "chatops/config/configuration.hpp"

#include <string>

namespace chatops::apps {

/// Serves until it is told to end (0), or cannot any more (1, after saying why).
int serve(const config::configuration& configuration, const std::string& configuration_path);

} // namespace chatops::apps
