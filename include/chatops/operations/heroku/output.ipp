#pragma once

#include "chatops/operations/heroku/limits.hpp"
#include "chatops/operations/heroku/output.hpp"

namespace chatops::operations {

CHATOPS_INLINE std::string end_of_output(std::string_view text) {
    std::string shown = shown_output(text);
    if (shown.size() <= heroku_limits::recorded_output_bytes) return shown;
    shown.erase(0, shown.size() - heroku_limits::recorded_output_bytes);
    const auto line = shown.find('\n');
    return "…\n" + shown.substr(line == std::string::npos ? 0 : line + 1);
}

CHATOPS_INLINE std::string without_query(std::string_view url) {
    const auto query = url.find_first_of("?#");
    if (query == std::string_view::npos) return std::string(url);
    return std::string(url.substr(0, query)) + "?…";
}

} // namespace chatops::operations
