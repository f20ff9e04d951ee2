#pragma once

#include "chatops/core/utf8.hpp"
#include "chatops/operations/heroku/limits.hpp"
#include "chatops/operations/heroku/output.hpp"

#include <algorithm>

namespace chatops::operations {

CHATOPS_INLINE std::string shown_output(std::string_view text) {
    // ECMA-48: a control sequence is ESC [, parameters, and one letter or sign from @ to ~.
    std::string plain;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text.substr(at, 2) == "\x1b[") {
            at += 2;
            while (at < text.size() && (text[at] < '@' || text[at] > '~')) ++at;
            continue;
        }
        plain += text[at];
    }
    return shown_text(plain);
}

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
