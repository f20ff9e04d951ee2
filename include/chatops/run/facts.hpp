// What the rules are asked about a line that was read.
#pragma once

#include "chatops/config/configuration.hpp"
#include "chatops/core/config.hpp"
#include "chatops/gate/facts.hpp"
#include "chatops/run/catalogue.hpp"
#include "chatops/run/request.hpp"

namespace chatops {

/// All facts of it: who asks and where is in `asked`, what its values name in the configuration.
gate::facts facts_of(const read_line& what, const config::configuration& known,
                     const accepted_request& asked);

} // namespace chatops

#include CHATOPS_BODY("chatops/run/facts.ipp")
