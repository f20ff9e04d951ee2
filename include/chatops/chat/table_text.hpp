// A table as text in a fixed-width font: columns aligned, and no wider than there is room.
#pragma once

#include "chatops/chat/reply.hpp"
#include "chatops/core/config.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace chatops {

/// Nothing is cut: what does not fit is continued on the next line of its cell.
struct table_text {
    /// The headings and a rule beneath; empty when there are too many columns to stand side by
    /// side, and each row is a list of `heading: value` instead.
    std::string headings;
    /// One text a row, each of one or more lines, without a line end at its end.
    std::vector<std::string> rows;
};

/// `columns` is the room, at least 1. What has no place in a cell (a tab, a line end) is a space or
/// a new line.
table_text lay_out(const table_part& table, std::size_t columns);

/// `web     1 → 3`: names aligned, and before them as well.
std::vector<std::string> lay_out(const change_part& changes);

/// Lines of at most `columns` columns, broken at spaces where there are any. 0: not broken, but at
/// line ends.
std::vector<std::string> wrapped(std::string_view text, std::size_t columns);

} // namespace chatops

#include CHATOPS_BODY("chatops/chat/table_text.ipp")
