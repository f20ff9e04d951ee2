#pragma once

#include "chatops/config/rules.hpp"

#include <algorithm>

namespace chatops::config {

CHATOPS_INLINE const member* rules::find(std::string_view chat_id) const {
    const auto found = std::find_if(members.begin(), members.end(),
                                    [&](const member& each) { return each.chat_id == chat_id; });
    return found == members.end() ? nullptr : &*found;
}

CHATOPS_INLINE const member* rules::find_named(std::string_view name) const {
    const auto found = std::find_if(members.begin(), members.end(),
                                    [&](const member& each) { return each.name == name; });
    return found == members.end() ? nullptr : &*found;
}

} // namespace chatops::config
