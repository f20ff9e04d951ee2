#pragma once

#include "chatops/core/time.hpp"
#include "chatops/operations/shown.hpp"

#include <algorithm>

namespace chatops::operations {

CHATOPS_INLINE std::string plural_of(std::string_view one) {
    std::string text(one);
    const auto before_y = one.size() < 2 ? '\0' : one[one.size() - 2];
    constexpr std::string_view vowels = "aeiou";
    if (!text.empty() && text.back() == 'y' && vowels.find(before_y) == std::string_view::npos) {
        text.pop_back();
        return text + "ies";
    }
    const bool hisses = one.ends_with('s') || one.ends_with("ch") || one.ends_with("sh");
    return text + (hisses ? "es" : "s");
}

CHATOPS_INLINE std::string counted(std::size_t count, std::string_view what) {
    return std::to_string(count) + ' ' + (count == 1 ? std::string(what) : plural_of(what));
}

CHATOPS_INLINE std::string memory_text(std::int64_t mebibytes) {
    constexpr std::int64_t gibibyte = 1'024;
    if (mebibytes % gibibyte != 0) return std::to_string(mebibytes) + " MB";
    return std::to_string(mebibytes / gibibyte) + " GB";
}

CHATOPS_INLINE std::string minute_of(time_point when) {
    std::string text = format_time(when).substr(0, 16);
    text[10] = ' ';
    return text;
}

CHATOPS_INLINE std::string age_text(duration age) {
    // The provider's clock may be ahead of ours.
    const auto seconds =
        std::max<std::int64_t>(0, std::chrono::duration_cast<std::chrono::seconds>(age).count());
    constexpr std::int64_t minute = 60;
    constexpr std::int64_t hour = 60 * minute;
    constexpr std::int64_t day = 24 * hour;
    if (seconds < minute) return std::to_string(seconds) + " s";
    if (seconds < hour) return std::to_string(seconds / minute) + " min";
    if (seconds < 2 * day) return std::to_string(seconds / hour) + " h";
    return std::to_string(seconds / day) + " d";
}

CHATOPS_INLINE void add_telling_column(table_part& table, const char* heading,
                                       const std::vector<std::string>& column) {
    const bool tells = std::any_of(column.begin(), column.end(),
                                   [&](const std::string& each) { return each != column.front(); });
    if (!tells) return;
    table.headings.emplace_back(heading);
    for (std::size_t i = 0; i < column.size(); ++i) table.rows[i].push_back(column[i]);
}

} // namespace chatops::operations
