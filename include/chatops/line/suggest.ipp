#pragma once

#include "chatops/core/ascii.hpp"
#include "chatops/line/suggest.hpp"

#include <algorithm>
#include <array>

namespace chatops::line {

CHATOPS_INLINE std::size_t plausible_distance(std::string_view typed) {
    const std::size_t third = (typed.size() + 1) / 3;
    return third < 1 ? 1 : third > 3 ? 3 : third;
}

CHATOPS_INLINE std::size_t distance_between(std::string_view left, std::string_view right,
                                            std::size_t limit) {
    if (left.size() < right.size()) return distance_between(right, left, limit);
    const std::size_t far = limit + 1;
    if (left.size() - right.size() > limit || left.size() > detail::longest_name) return far;
    // Three rows of the table: this letter's, the last one's, and the one before for swaps.
    std::array<std::array<std::size_t, detail::longest_name + 1>, 3> rows;
    for (std::size_t j = 0; j <= right.size(); ++j) rows[0][j] = j;
    for (std::size_t i = 1; i <= left.size(); ++i) {
        auto& row = rows[i % 3];
        const auto& last = rows[(i - 1) % 3];
        const auto& before = rows[(i + 1) % 3];
        row[0] = i;
        std::size_t least = i;
        const char here = lower(left[i - 1]);
        for (std::size_t j = 1; j <= right.size(); ++j) {
            const char there = lower(right[j - 1]);
            std::size_t best = last[j - 1] + (here == there ? 0 : 1);
            if (last[j] + 1 < best) best = last[j] + 1;
            if (row[j - 1] + 1 < best) best = row[j - 1] + 1;
            const bool swapped = i > 1 && j > 1 && here == lower(right[j - 2]) &&
                                 lower(left[i - 2]) == there && here != there;
            if (swapped && before[j - 2] + 1 < best) best = before[j - 2] + 1;
            row[j] = best;
            if (best < least) least = best;
        }
        // A swap reaches back two rows and costs one, so the least may still shrink by none.
        if (least > far) return far;
    }
    const std::size_t distance = rows[left.size() % 3][right.size()];
    return distance > limit ? far : distance;
}

CHATOPS_INLINE std::optional<std::size_t> distance_if_meant(std::string_view typed,
                                                            std::string_view name) {
    if (typed.empty() || typed.size() > detail::longest_name) return std::nullopt;
    const std::size_t limit = plausible_distance(typed);
    const std::size_t distance = distance_between(typed, name, limit);
    const bool begins = typed.size() >= 2 && name.size() > typed.size() &&
                        equal_ignoring_case(typed, name.substr(0, typed.size()));
    if (begins) return std::min<std::size_t>(distance, 1);
    if (distance > limit) return std::nullopt;
    return distance;
}

CHATOPS_INLINE std::vector<std::string_view>
nearest(std::string_view typed, std::span<const std::string_view> names, std::size_t most) {
    std::array<std::vector<std::string_view>, 4> found; // By distance, 0 to 3.
    for (const std::string_view name : names)
        if (const auto distance = distance_if_meant(typed, name)) found[*distance].push_back(name);
    std::vector<std::string_view> all;
    for (const auto& same : found)
        for (const std::string_view name : same)
            if (all.size() < most && std::find(all.begin(), all.end(), name) == all.end())
                all.push_back(name);
    return all;
}

CHATOPS_INLINE std::string_view nearest_one(std::string_view typed,
                                            std::span<const std::string_view> names) {
    const auto found = nearest(typed, names, 1);
    return found.empty() ? std::string_view() : found.front();
}

CHATOPS_INLINE std::string either(std::string_view suggestion) {
    constexpr std::string_view comma = ", ";
    std::string text;
    while (!suggestion.empty()) {
        const std::size_t end = std::min(suggestion.find(comma), suggestion.size());
        const std::string_view rest = suggestion.substr(std::min(end + 2, suggestion.size()));
        if (!text.empty()) text += rest.empty() ? " or " : ", ";
        text += '`';
        text += suggestion.substr(0, end);
        text += '`';
        suggestion = rest;
    }
    return text;
}

CHATOPS_INLINE std::string did_you_mean(const std::vector<std::string>& names) {
    std::string list;
    for (const std::string& each : names) list += (list.empty() ? "" : ", ") + each;
    return list.empty() ? list : "Did you mean " + either(list) + "?";
}

} // namespace chatops::line
