// What programs at Heroku wrote, as a record holds it, and addresses without their credentials.
#pragma once

#include "chatops/core/config.hpp"
#include "chatops/operations/output.hpp"

#include <string>
#include <string_view>

namespace chatops::operations {

/// Shown, of a long one its end, from the beginning of a line, so that a step can record it.
std::string end_of_output(std::string_view text);

/// An address without its query, in which a credential may stand.
std::string without_query(std::string_view url);

} // namespace chatops::operations

#include CHATOPS_BODY("chatops/operations/heroku/output.ipp")
