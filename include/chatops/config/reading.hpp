// What a configuration's text says, without what reads it.
#pragma once

#include "chatops/config/configuration.hpp"
#include "chatops/config/configuration_error.hpp"

#include <vector>

namespace chatops::config {

/// What was read, or everything that is wrong with it, in the order of the file.
struct reading {
    configuration value;
    std::vector<configuration_error> errors;
    /// What can have no effect; whoever knows the commands adds it (`warnings_of`).
    std::vector<configuration_error> warnings;
};

} // namespace chatops::config
