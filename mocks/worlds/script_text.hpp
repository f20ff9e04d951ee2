// Text in scripts: what their reading and their showing share.
#pragma once

#include "mocks/common/json.hpp"

#include <string>
#include <string_view>

namespace chatops::mocks::worlds {

inline std::string_view trimmed(std::string_view text) {
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t' || text.back() == '\r'))
        text.remove_suffix(1);
    return text;
}

inline std::string member_text(const value& of, std::string_view name) {
    if (!of.is_object()) return {};
    const value* const found = of.as_object().if_contains(name);
    return found != nullptr && found->is_string() ? std::string(found->as_string()) : std::string();
}

inline const value* member(const value& of, std::string_view name) {
    return of.is_object() ? of.as_object().if_contains(name) : nullptr;
}

inline void add_lines(std::string& to, std::string_view text) {
    while (!text.empty()) {
        const auto end = text.find('\n');
        to += "    ";
        to += text.substr(0, end);
        to += '\n';
        if (end == std::string_view::npos) return;
        text.remove_prefix(end + 1);
    }
}

/// A block as a reader sees it; buttons as `[Confirm]`.
std::string text_of_block(const value& block);

} // namespace chatops::mocks::worlds
