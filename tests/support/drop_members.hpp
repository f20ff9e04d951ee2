// What is drawn by chance or is a time, left out of a state that is compared with another.
#pragma once

#include <boost/json/value.hpp>

#include <string_view>
#include <vector>

namespace chatops::support {

/// Of every object in it, however deep.
inline void drop_members(boost::json::value& from, const std::vector<std::string_view>& names) {
    if (from.is_array())
        for (auto& each : from.get_array()) drop_members(each, names);
    if (!from.is_object()) return;
    for (const std::string_view name : names)
        from.get_object().erase(boost::json::string_view(name.data(), name.size()));
    for (auto& each : from.get_object()) drop_members(each.value(), names);
}

} // namespace chatops::support
