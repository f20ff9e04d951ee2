// What programs wrote, whoever kept it, as it is shown: without what a terminal would obey.
#pragma once

#include "chatops/core/config.hpp"

#include <string>
#include <string_view>

namespace chatops::operations {

/// Without colours and other control characters.
std::string shown_output(std::string_view text);

} // namespace chatops::operations

#include CHATOPS_BODY("chatops/operations/output.ipp")
