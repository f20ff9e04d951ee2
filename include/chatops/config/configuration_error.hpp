// What is wrong with a configuration: the place, the key, and what was expected there.
#pragma once

#include <string>

namespace chatops::config {

struct configuration_error {
    int line = 0;
    int column = 0;
    /// Dotted: `people.lead.roles`.
    std::string key;
    std::string message;
};

} // namespace chatops::config
