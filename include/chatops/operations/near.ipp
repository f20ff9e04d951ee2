#pragma once

#include "chatops/line/suggest.hpp"
#include "chatops/operations/near.hpp"

namespace chatops::operations {

CHATOPS_INLINE std::string did_you_mean_one_of(const std::vector<std::string>& names) {
    const std::string question = line::did_you_mean(names);
    return question.empty() ? question : question + ' ';
}

CHATOPS_INLINE std::string did_you_mean(std::string_view typed,
                                        const std::vector<std::string>& names) {
    const std::vector<std::string_view> all(names.begin(), names.end());
    const std::vector<std::string_view> near = line::nearest(typed, all);
    return did_you_mean_one_of({near.begin(), near.end()});
}

CHATOPS_INLINE std::string joined_words(const std::vector<std::string>& words) {
    std::string text;
    for (const std::string& each : words) text += (text.empty() ? "" : ", ") + each;
    return text.empty() ? "none" : text;
}

} // namespace chatops::operations
