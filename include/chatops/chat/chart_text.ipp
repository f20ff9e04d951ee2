#pragma once

#include "chatops/chat/cell_text.hpp"
#include "chatops/chat/chart_text.hpp"
#include "chatops/chat/table_text.hpp"
#include "chatops/core/utf8.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <limits>
#include <optional>
#include <utility>

namespace chatops {

namespace detail {

inline constexpr std::array<std::string_view, 8> chart_blocks{"▁", "▂", "▃", "▄",
                                                              "▅", "▆", "▇", "█"};
/// A course shorter than this shows nothing.
inline constexpr std::size_t least_course = 6;
/// Beyond this a double has no whole numbers between, and nobody reads the figures.
inline constexpr double largest_shown = 1e15;

CHATOPS_INLINE bool is_point(const std::optional<double>& point) {
    return point && std::isfinite(*point);
}

struct scale {
    double lowest = 0;
    double highest = 0;
    bool any = false;
};

CHATOPS_INLINE scale scale_of(const chart_part& chart) {
    scale made;
    for (const auto& course : chart.courses)
        for (const auto& point : course.points) {
            if (!is_point(point)) continue;
            made.highest = made.any ? std::max(made.highest, *point) : *point;
            made.lowest = std::min(made.lowest, *point);
            made.any = true;
        }
    return made;
}

CHATOPS_INLINE std::string_view block_of(double point, const scale& within) {
    // By halves: the whole distance of two doubles may be no double.
    const double height = within.highest / 2 - within.lowest / 2;
    const double share = height > 0 ? (point / 2 - within.lowest / 2) / height : 0;
    const double level = std::clamp(share, 0.0, 1.0) * static_cast<double>(chart_blocks.size());
    return chart_blocks[std::min(static_cast<std::size_t>(level), chart_blocks.size() - 1)];
}

CHATOPS_INLINE std::string course_text(const std::vector<std::optional<double>>& points,
                                       const scale& within, std::size_t columns) {
    std::string text;
    const std::size_t shown = std::min(points.size(), columns);
    for (std::size_t i = 0; i < shown; ++i) {
        std::optional<double> highest;
        for (std::size_t at = i * points.size() / shown; at < (i + 1) * points.size() / shown; ++at)
            if (is_point(points[at]))
                highest = highest ? std::max(*highest, *points[at]) : *points[at];
        text += highest ? block_of(*highest, within) : std::string_view(" ");
    }
    return text;
}

CHATOPS_INLINE std::string last_of(const chart_part::course& course) {
    const auto last = std::find_if(course.points.rbegin(), course.points.rend(), is_point);
    return last == course.points.rend() ? "–" : short_number(**last);
}

/// `0 to 97 %, 14:00 to now`.
CHATOPS_INLINE std::string legend_of(const chart_part& chart, const scale& within) {
    std::string text = within.any
                           ? short_number(within.lowest) + " to " + short_number(within.highest)
                           : std::string("no values");
    if (within.any && !chart.unit.empty()) text += ' ' + cell_text(chart.unit);
    if (!chart.begins.empty() || !chart.ends.empty())
        text += ", " + cell_text(chart.begins) + " to " + cell_text(chart.ends);
    return text;
}

} // namespace detail

CHATOPS_INLINE std::string short_number(double number) {
    if (!std::isfinite(number)) return "–";
    const double size = std::abs(number);
    if (size >= detail::largest_shown) return number < 0 ? "below -10^15" : "over 10^15";
    const int decimals = size >= 100 ? 0 : size >= 10 ? 1 : 2;
    const auto unit = static_cast<std::int64_t>(std::pow(10, decimals));
    const std::int64_t rounded = std::llround(size * static_cast<double>(unit));
    std::string text = std::to_string(rounded / unit);
    for (std::size_t at = text.size(); at > 3;) text.insert(at -= 3, 1, ',');
    std::string fraction = std::to_string(unit + rounded % unit).substr(1);
    fraction.erase(fraction.find_last_not_of('0') + 1);
    if (!fraction.empty()) text += '.' + fraction;
    return number < 0 && rounded > 0 ? '-' + text : text;
}

CHATOPS_INLINE std::vector<std::string> lay_out(const chart_part& chart, std::size_t columns) {
    CHATOPS_ASSERT(columns > 0);
    const detail::scale scale = detail::scale_of(chart);
    std::size_t names = 0;
    std::size_t figures = 0;
    for (const auto& course : chart.courses) {
        names = std::max(names, columns_of(cell_text(course.name)));
        figures = std::max(figures, columns_of(detail::last_of(course)));
    }
    const std::size_t name_gap = names > 0 ? column_gap : 0;
    const std::size_t taken = name_gap + column_gap + figures;
    // Too little room beside the names: they then stand above.
    const bool above = names > 0 && names + taken + detail::least_course > columns;
    const std::size_t beside = above ? column_gap + figures : names + taken;
    const std::size_t room = columns > beside ? columns - beside : 1;
    std::vector<std::string> made;
    for (const auto& course : chart.courses) {
        const std::string name = cell_text(course.name);
        if (above)
            for (std::string& each : wrapped(name, columns)) made.push_back(std::move(each));
        std::string line;
        if (!above) append_padded(line, name, names + name_gap);
        const std::string drawn = detail::course_text(course.points, scale, room);
        line += drawn + std::string(column_gap, ' ');
        line += detail::last_of(course);
        made.push_back(std::move(line));
    }
    for (std::string& each : wrapped(detail::legend_of(chart, scale), columns))
        made.push_back(std::move(each));
    return made;
}

} // namespace chatops
