// What was and what is, where these differ.
#pragma once

#include "chatops/chat/reply.hpp"

#include <string>

namespace chatops::operations {

/// Adds a line, unless it was what it is.
inline void add_change(change_part& to, const char* name, const std::string& was,
                       const std::string& is) {
    if (was != is) to.lines.push_back({name, was, is});
}

} // namespace chatops::operations
