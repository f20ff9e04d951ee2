// What tables, changes and charts share: a cell's text, and how cells stand beside each other.
#pragma once

#include "chatops/core/config.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace chatops {

inline constexpr std::size_t column_gap = 2;

/// Without what has no place in a cell: control characters, tabs, line ends at the end.
std::string cell_text(std::string_view cell);

/// Adds a text and as many spaces as it is narrower than `width` columns; before it if `right`.
void append_padded(std::string& to, std::string_view text, std::size_t width, bool right = false);

} // namespace chatops

#include CHATOPS_BODY("chatops/chat/cell_text.ipp")
