#pragma once

#include "chatops/chat/cell_text.hpp"
#include "chatops/chat/chart_text.hpp"
#include "chatops/chat/table_text.hpp"
#include "chatops/chat/terminal.hpp"
#include "chatops/core/utf8.hpp"

#include <algorithm>
#include <string_view>
#include <variant>

namespace chatops {

namespace detail {

inline constexpr std::size_t part_indent = 2;
inline constexpr std::string_view bold = "\x1b[1m";
inline constexpr std::string_view faint = "\x1b[2m";
inline constexpr std::string_view normal = "\x1b[0m";

struct tone_look {
    std::string_view symbol;
    std::string_view colour;
};

CHATOPS_INLINE tone_look look_of(tone how) {
    switch (how) {
    case tone::working: return {"… ", "\x1b[36m"};
    case tone::waiting: return {"? ", "\x1b[35m"};
    case tone::good: return {"✓ ", "\x1b[32m"};
    case tone::warning: return {"! ", "\x1b[33m"};
    case tone::bad: return {"✗ ", "\x1b[31m"};
    case tone::neutral: break;
    }
    return {"", ""};
}

/// Writes parts, one after the other.
class terminal_writer {
  public:
    explicit terminal_writer(const terminal_style& style)
        : style_(style), room_(style.columns > part_indent + 1 ? style.columns - part_indent : 1) {}

    void operator()(const text_part& part) {
        for (const std::string& each : wrapped(shown_text(part.text), room_)) line(each);
    }

    void operator()(const fields_part& part) {
        std::size_t names = 0;
        for (const auto& field : part.fields) names = std::max(names, columns_of(field.first));
        for (const auto& field : part.fields) {
            std::string name = shown_text(field.first);
            name.append(names - std::min(names, columns_of(name)) + column_gap, ' ');
            const std::size_t taken = columns_of(name);
            // Beside a long name there is too little room: the value then begins on its own line.
            const bool beside = taken + least_column <= room_;
            const std::size_t rest = beside ? room_ - taken : room_;
            std::string start = styled(faint, name);
            if (!beside) line(start);
            for (const std::string& each : wrapped(shown_text(field.second), rest)) {
                line(beside ? start + each : each);
                if (beside) start.assign(taken, ' ');
            }
        }
    }

    void operator()(const table_part& part) {
        const table_text table = lay_out(part, room_);
        if (!table.headings.empty()) lines(table.headings, faint);
        for (std::size_t i = 0; i < table.rows.size(); ++i) {
            if (table.headings.empty() && i > 0) text_ += '\n';
            lines(table.rows[i]);
        }
    }

    void operator()(const change_part& part) {
        for (const std::string& each : lay_out(part)) line(each);
    }

    void operator()(const chart_part& part) {
        for (const std::string& each : lay_out(part, room_)) line(each);
    }

    void operator()(const code_part& part) {
        std::string code = shown_text(part.text);
        while (!code.empty() && code.back() == '\n') code.pop_back();
        lines(code);
    }

    void operator()(const file_part& part) {
        line(shown_text(part.name) + ":", faint);
        (*this)(code_part{part.text});
    }

    void title(tone how, std::string_view title) {
        const tone_look look = look_of(how);
        bool first = true;
        for (const std::string& each :
             wrapped(shown_text(title),
                     std::max<std::size_t>(style_.columns, 3) - columns_of(look.symbol))) {
            text_ += first ? styled(look.colour, look.symbol)
                           : std::string(columns_of(look.symbol), ' ');
            text_ += styled(bold, each);
            text_ += '\n';
            first = false;
        }
    }

    void buttons(const std::vector<button>& all) {
        std::string row;
        for (const button& each : all) {
            if (!row.empty()) row += "  ";
            row += '[' + shown_text(each.label) + ']';
        }
        if (!row.empty()) line(row);
    }

    std::string take() { return std::move(text_); }

  private:
    [[nodiscard]] std::string styled(std::string_view how, std::string_view text) const {
        if (!style_.colours || how.empty() || text.empty()) return std::string(text);
        return std::string(how).append(text).append(normal);
    }

    void line(std::string_view text, std::string_view how = {}) {
        if (!text.empty()) text_.append(part_indent, ' ');
        text_ += styled(how, text);
        text_ += '\n';
    }

    void lines(std::string_view text, std::string_view how = {}) {
        for (const std::string& each : wrapped(text, 0)) line(each, how);
    }

    const terminal_style& style_;
    std::size_t room_;
    std::string text_;
};

} // namespace detail

CHATOPS_INLINE std::string terminal_text(const reply& what, const terminal_style& style) {
    detail::terminal_writer writer(style);
    writer.title(what.how, what.title);
    for (const part& each : what.parts) std::visit(writer, each);
    writer.buttons(what.buttons);
    return writer.take();
}

} // namespace chatops
