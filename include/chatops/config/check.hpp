// What of a configuration can have no effect, as far as one knows which commands there are.
#pragma once

#include "chatops/command/description.hpp"
#include "chatops/config/configuration.hpp"
#include "chatops/config/configuration_error.hpp"
#include "chatops/core/config.hpp"

#include <span>
#include <vector>

namespace chatops::config {

/// Rules that can never match (of nobody's role; for no command; over an argument that none of
/// their commands has), holdings at providers that are not configured, and providers whose name is
/// nearly one that we know. In the order of their lines. They are no errors: a role may be given
/// tomorrow.
std::vector<configuration_error> warnings_of(const configuration& of,
                                             std::span<const command_description* const> commands);

} // namespace chatops::config

#include CHATOPS_BODY("chatops/config/check.ipp")
