#pragma once

#include "chatops/chat/cell_text.hpp"
#include "chatops/chat/table_text.hpp"
#include "chatops/core/utf8.hpp"

#include <algorithm>
#include <numeric>

namespace chatops {

namespace detail {

/// A column narrower than this is no column: words of it are not recognised any more.
inline constexpr std::size_t least_column = 8;

CHATOPS_INLINE std::size_t longest_line(std::string_view text) {
    std::size_t longest = 0;
    while (true) {
        const std::size_t end = text.find('\n');
        longest = std::max(longest, columns_of(text.substr(0, end)));
        if (end == std::string_view::npos) return longest;
        text.remove_prefix(end + 1);
    }
}

/// `-1,024`, `99.9%`: what reads better flush right.
CHATOPS_INLINE bool is_figure(std::string_view text) {
    return text.find_first_of("0123456789") != std::string_view::npos &&
           text.find_first_not_of("0123456789.,%+-") == std::string_view::npos;
}

struct columns {
    std::vector<std::size_t> widths;
    std::vector<bool> figures;
    bool side_by_side = true;
};

CHATOPS_INLINE columns measure(const table_part& table, std::size_t room) {
    columns made;
    const std::size_t count = table.headings.size();
    std::vector<std::size_t> least;
    for (std::size_t i = 0; i < count; ++i) {
        std::size_t width = columns_of(cell_text(table.headings[i]));
        bool figures = !table.rows.empty();
        for (const auto& row : table.rows) {
            const std::string cell = cell_text(row[i]);
            width = std::max(width, longest_line(cell));
            figures = figures && (cell.empty() || is_figure(cell));
        }
        made.widths.push_back(width);
        made.figures.push_back(figures);
        // A figure that is broken apart reads as another figure.
        least.push_back(figures ? width : std::min(width, least_column));
    }
    const std::size_t gaps = count == 0 ? 0 : (count - 1) * column_gap;
    std::size_t total = std::accumulate(made.widths.begin(), made.widths.end(), gaps);
    while (total > room) {
        std::size_t widest = count;
        for (std::size_t i = 0; i < count; ++i)
            if (made.widths[i] > least[i] &&
                (widest == count || made.widths[i] > made.widths[widest]))
                widest = i;
        if (widest == count) {
            made.side_by_side = false;
            break;
        }
        --made.widths[widest];
        --total;
    }
    return made;
}

CHATOPS_INLINE std::string lay_out_row(const std::vector<std::string>& cells,
                                       const columns& sizes) {
    std::vector<std::vector<std::string>> lines;
    std::size_t height = 1;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        lines.push_back(wrapped(cell_text(cells[i]), std::max<std::size_t>(sizes.widths[i], 1)));
        height = std::max(height, lines.back().size());
    }
    std::string text;
    for (std::size_t line = 0; line < height; ++line) {
        if (line > 0) text += '\n';
        for (std::size_t i = 0; i < cells.size(); ++i) {
            const std::string_view part =
                line < lines[i].size() ? std::string_view(lines[i][line]) : std::string_view();
            if (i > 0) text.append(column_gap, ' ');
            append_padded(text, part, sizes.widths[i], sizes.figures[i]);
        }
        text.erase(text.find_last_not_of(' ') + 1);
    }
    return text;
}

CHATOPS_INLINE std::string lay_out_as_list(const table_part& table,
                                           const std::vector<std::string>& row, std::size_t room) {
    std::string text;
    for (std::size_t i = 0; i < row.size(); ++i)
        for (const std::string& line :
             wrapped(cell_text(table.headings[i]) + ": " + cell_text(row[i]), room)) {
            if (!text.empty()) text += '\n';
            text += line;
        }
    return text;
}

} // namespace detail

CHATOPS_INLINE std::vector<std::string> wrapped(std::string_view text, std::size_t columns) {
    std::vector<std::string> lines;
    std::string line;
    std::size_t used = 0;
    std::size_t space = std::string::npos; // Of the last space in `line`.
    for (std::size_t at = 0; at < text.size();) {
        const utf8_character next = character_at(text, at);
        const std::string_view bytes = text.substr(at, next.size);
        at += next.size;
        if (next.code == '\n') {
            lines.push_back(std::move(line));
            line.clear();
            used = 0;
            space = std::string::npos;
            continue;
        }
        const std::size_t wide = columns_of(next.code);
        if (columns > 0 && used + wide > columns && used > 0) {
            if (next.code == ' ') { // It would only begin the next line.
                lines.push_back(std::move(line));
                line.clear();
                used = 0;
                space = std::string::npos;
                continue;
            }
            std::string rest;
            if (space != std::string::npos && space > 0) {
                rest = line.substr(space + 1);
                line.erase(space);
            }
            lines.push_back(std::move(line));
            line = std::move(rest);
            used = columns_of(line);
            space = std::string::npos;
        }
        if (next.code == ' ') space = line.size();
        line += bytes;
        used += wide;
    }
    lines.push_back(std::move(line));
    return lines;
}

CHATOPS_INLINE table_text lay_out(const table_part& table, std::size_t columns) {
    CHATOPS_ASSERT(columns > 0);
    for (const auto& row : table.rows) CHATOPS_ASSERT(row.size() == table.headings.size());
    const detail::columns sizes = detail::measure(table, columns);
    table_text made;
    if (sizes.side_by_side) {
        made.headings = detail::lay_out_row(table.headings, sizes) + '\n';
        for (std::size_t i = 0; i < sizes.widths.size(); ++i) {
            if (i > 0) made.headings.append(column_gap, ' ');
            made.headings.append(sizes.widths[i], '-');
        }
    }
    for (const auto& row : table.rows)
        made.rows.push_back(sizes.side_by_side ? detail::lay_out_row(row, sizes)
                                               : detail::lay_out_as_list(table, row, columns));
    return made;
}

CHATOPS_INLINE std::vector<std::string> lay_out(const change_part& changes) {
    std::size_t names = 0;
    std::size_t befores = 0;
    for (const auto& line : changes.lines) {
        names = std::max(names, columns_of(cell_text(line.name)));
        befores = std::max(befores, columns_of(cell_text(line.before)));
    }
    std::vector<std::string> made;
    for (const auto& line : changes.lines) {
        std::string& text = made.emplace_back();
        append_padded(text, cell_text(line.name), names);
        if (names > 0) text.append(column_gap, ' ');
        append_padded(text, cell_text(line.before), befores);
        text += " \xe2\x86\x92 "; // An arrow to the right.
        text += cell_text(line.after);
    }
    return made;
}

} // namespace chatops
