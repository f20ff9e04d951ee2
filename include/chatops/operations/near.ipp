#pragma once

#include "chatops/line/suggest.hpp"
#include "chatops/operations/near.hpp"

namespace chatops::operations {

CHATOPS_INLINE std::string did_you_mean(std::string_view typed,
                                        const std::vector<std::string>& names) {
    const std::vector<std::string_view> all(names.begin(), names.end());
    std::vector<std::string> near;
    for (const std::string_view each : line::nearest(typed, all)) near.emplace_back(each);
    return near.empty() ? std::string() : "Did you mean " + joined_words(near) + "? ";
}

CHATOPS_INLINE std::string joined_words(const std::vector<std::string>& words) {
    std::string text;
    for (const std::string& each : words) text += (text.empty() ? "" : ", ") + each;
    return text.empty() ? "none" : text;
}

} // namespace chatops::operations
