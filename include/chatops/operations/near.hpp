// What to say where a name is nobody's: those that are nearly so.
#pragma once

#include "chatops/core/config.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace chatops::operations {

/// ``Did you mean `web` or `worker`? ``, with a space at the end; empty if there is none.
std::string did_you_mean_one_of(const std::vector<std::string>& names);

/// The same of those that are near to what was typed.
std::string did_you_mean(std::string_view typed, const std::vector<std::string>& names);

/// `a, b, c`; `none` for an empty list.
std::string joined_words(const std::vector<std::string>& words);

} // namespace chatops::operations

#include CHATOPS_BODY("chatops/operations/near.ipp")
