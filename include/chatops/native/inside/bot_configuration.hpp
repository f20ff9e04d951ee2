// chatops.toml as it is on the disk, with what this program knows of its commands.
#pragma once

#include "chatops/config/read.hpp"
#include "chatops/run/catalogue.hpp"

#include <string>

namespace chatops::native {

/// A file that cannot be read is an error like any other, without a line.
config::reading read_configuration(const std::string& path, const catalogue& commands);

/// Where the journal is: relative to the configuration's folder.
std::string store_path(const config::configuration& from, const std::string& configuration_path);

} // namespace chatops::native

#include CHATOPS_BODY("chatops/native/inside/bot_configuration.ipp")
