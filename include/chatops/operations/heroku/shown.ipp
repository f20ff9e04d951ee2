#pragma once

#include "chatops/operations/heroku/shown.hpp"

#include <algorithm>

namespace chatops::operations {

namespace detail {

CHATOPS_INLINE const heroku::formation_entry*
find_type(const std::vector<heroku::formation_entry>& in, const std::string& type) {
    const auto found =
        std::find_if(in.begin(), in.end(), [&](const auto& each) { return each.type == type; });
    return found == in.end() ? nullptr : &*found;
}

/// `3`, or `3 × Standard-2X` where the size is of interest.
CHATOPS_INLINE std::string quantity_text(const heroku::formation_entry* of, bool with_size) {
    if (of == nullptr) return "none";
    std::string text = std::to_string(of->quantity);
    if (with_size && of->size) text += " × " + *of->size;
    return text;
}

} // namespace detail

CHATOPS_INLINE std::string formation_text(const std::vector<heroku::formation_entry>& formation) {
    std::string text;
    for (const auto& each : formation)
        if (each.quantity > 0)
            text += (text.empty() ? "" : ", ") + each.type + ' ' + std::to_string(each.quantity);
    return text.empty() ? "nothing runs" : text;
}

CHATOPS_INLINE change_part formation_change(const std::vector<heroku::formation_entry>& before,
                                            const std::vector<heroku::formation_entry>& after) {
    change_part change;
    for (const auto& now : after) {
        const heroku::formation_entry* const was = detail::find_type(before, now.type);
        const bool size_differs = was != nullptr && was->size != now.size;
        if (was != nullptr && was->quantity == now.quantity && !size_differs) continue;
        change.lines.push_back({now.type, detail::quantity_text(was, size_differs),
                                detail::quantity_text(&now, size_differs)});
    }
    return change;
}

CHATOPS_INLINE table_part dyno_table(const std::vector<heroku::dyno>& dynos, time_point now) {
    table_part table;
    table.headings = {"Dyno", "State", "For", "Size", "Code"};
    for (const heroku::dyno& each : dynos)
        table.rows.push_back({each.name, each.state, age_text(now - each.updated_at), each.size,
                              "v" + std::to_string(each.release.version)});
    return table;
}

CHATOPS_INLINE bool is_of_formation(const heroku::dyno& each) {
    return each.type != "run" && each.type != "release" && each.type != "scheduler";
}

CHATOPS_INLINE std::vector<heroku::dyno> dynos_of(const std::vector<heroku::dyno>& all,
                                                  const std::optional<heroku::dyno_group>& which) {
    std::vector<heroku::dyno> chosen;
    for (const heroku::dyno& each : all) {
        if (!is_of_formation(each)) continue;
        const bool named = !which || (which->number ? each.name == which->to_text()
                                                    : each.type == which->process.text);
        if (named) chosen.push_back(each);
    }
    return chosen;
}

CHATOPS_INLINE std::string release_text(const heroku::release& each) {
    return "v" + std::to_string(each.version) + " by " + each.user.email + ", " +
           minute_of(each.created_at) + ": " + each.description;
}

CHATOPS_INLINE std::string monthly_price(const std::optional<heroku::cost>& of) {
    if (of && of->contract.value_or(false)) return "by contract";
    if (!of || of->unit != "month") return "not said";
    const std::string rest = std::to_string(of->cents % 100);
    return std::to_string(of->cents / 100) + '.' + (rest.size() < 2 ? "0" + rest : rest);
}

CHATOPS_INLINE table_part release_table(const std::vector<heroku::release>& releases) {
    table_part table;
    table.headings = {"Release", "When (UTC)", "What"};
    for (const heroku::release& each : releases) {
        const bool current = each.current.value_or(false);
        const std::string state = current                      ? " (current)"
                                  : each.status == "succeeded" ? ""
                                                               : " (" + each.status + ")";
        table.rows.push_back({"v" + std::to_string(each.version), minute_of(each.created_at),
                              each.description + state});
    }
    return table;
}

CHATOPS_INLINE std::string maintenance_text(const std::string& name, bool on) {
    return on ? name + " is in maintenance: visitors see Heroku's maintenance page"
              : name + " is open to visitors";
}

} // namespace chatops::operations
