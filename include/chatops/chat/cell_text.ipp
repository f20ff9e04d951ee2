#pragma once

#include "chatops/chat/cell_text.hpp"
#include "chatops/core/utf8.hpp"

#include <algorithm>

namespace chatops {

CHATOPS_INLINE std::string cell_text(std::string_view cell) {
    std::string text = shown_text(cell);
    std::replace(text.begin(), text.end(), '\t', ' ');
    while (!text.empty() && text.back() == '\n') text.pop_back();
    return text;
}

CHATOPS_INLINE void append_padded(std::string& to, std::string_view text, std::size_t width,
                                  bool right) {
    const std::size_t taken = columns_of(text);
    const std::string space(width > taken ? width - taken : 0, ' ');
    if (right) to += space;
    to += text;
    if (!right) to += space;
}

} // namespace chatops
