// What programs at Heroku wrote, as it is shown: without what a terminal would obey.
#pragma once

#include "chatops/core/config.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace chatops::operations {

/// Without colours and other control characters.
std::string shown_output(std::string_view text);

/// The same; of a long one its end, from the beginning of a line, so that a step can record it.
std::string end_of_output(std::string_view text);

/// An address without its query, in which a credential may stand.
std::string without_query(std::string_view url);

} // namespace chatops::operations

#include CHATOPS_BODY("chatops/operations/heroku/output.ipp")
