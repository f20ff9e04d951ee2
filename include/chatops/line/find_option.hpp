// Which field, or which of the common options, a typed name means.
#pragma once

#include "chatops/command/description.hpp"
#include "chatops/line/common.hpp"
#include "chatops/line/words.hpp"

namespace chatops::line {

/// The place of the field that is named, or the number of fields if there is none. Arguments may be
/// named too. Case is ignored in long names, for phones write capitals.
std::size_t find_field(std::span<const field_description> fields, const word& typed);

/// The common option that is named, or null.
const common_option* find_common(const word& typed);

} // namespace chatops::line

#include CHATOPS_BODY("chatops/line/find_option.ipp")
