#pragma once

#include "chatops/core/json.hpp"
#include "chatops/core/time.hpp"
#include "chatops/core/utf8.hpp"
#include "chatops/operations/near.hpp"
#include "chatops/operations/newrelic/limits.hpp"
#include "chatops/operations/newrelic/query.hpp"
#include "chatops/operations/newrelic/shown.hpp"
#include "chatops/operations/shown.hpp"
#include "chatops/provider/newrelic/client.hpp"
#include "chatops/run/context.hpp"

#include <algorithm>

namespace chatops::operations {

namespace detail {

/// `2024-02-29 12:00:05`
CHATOPS_INLINE std::string second_of(std::int64_t milliseconds) {
    std::string text = format_time(newrelic::moment_of(milliseconds)).substr(0, 19);
    text[10] = ' ';
    return text;
}

CHATOPS_INLINE std::string nrql_cell(std::string_view column, const boost::json::value& value) {
    if (value.is_null()) return "–";
    if (value.is_string()) {
        const auto& text = value.get_string();
        return std::string(utf8_beginning({text.data(), text.size()}, newrelic_limits::cell_bytes));
    }
    if (value.is_bool()) return value.get_bool() ? "true" : "false";
    if (value.is_number()) {
        // Nobody reads milliseconds since 1970.
        constexpr std::int64_t second = 1'000;
        const auto number = value.to_number<double>();
        if (column == "timestamp") return second_of(static_cast<std::int64_t>(number));
        if (column == "beginTimeSeconds" || column == "endTimeSeconds")
            return second_of(static_cast<std::int64_t>(number) * second);
        return number_text(number, 3);
    }
    return std::string(utf8_beginning(json::text(value), newrelic_limits::cell_bytes));
}

/// A result's members as cells; of an object within (`percentile.duration`) its members.
CHATOPS_INLINE std::vector<std::pair<std::string, std::string>>
nrql_cells(const boost::json::value& result) {
    std::vector<std::pair<std::string, std::string>> cells;
    const boost::json::object* const object = result.if_object();
    if (object == nullptr) {
        cells.emplace_back("value", nrql_cell("value", result));
        return cells;
    }
    // Beside `facet`, each attribute of it is there by its own name.
    const bool has_others = object->size() > 2;
    for (const auto& each : *object) {
        const std::string name(each.key());
        if (name == "facet" && has_others) continue;
        const boost::json::object* const inner = each.value().if_object();
        if (inner == nullptr) {
            cells.emplace_back(name, nrql_cell(name, each.value()));
            continue;
        }
        for (const auto& member : *inner) {
            std::string path = name + '.' + std::string(member.key());
            cells.emplace_back(std::move(path), nrql_cell({}, member.value()));
        }
    }
    return cells;
}

} // namespace detail

CHATOPS_INLINE table_part nrql_table(const newrelic::nrql_answer& found) {
    table_part table;
    if (!found.results) return table;
    std::vector<std::vector<std::pair<std::string, std::string>>> rows;
    for (const boost::json::value& each : *found.results) {
        if (rows.size() == newrelic_limits::query_rows) break;
        rows.push_back(detail::nrql_cells(each));
        for (const auto& [name, cell] : rows.back())
            if (std::find(table.headings.begin(), table.headings.end(), name) ==
                    table.headings.end() &&
                table.headings.size() < newrelic_limits::query_columns)
                table.headings.push_back(name);
    }
    for (const auto& row : rows) {
        std::vector<std::string> cells(table.headings.size(), "–");
        for (const auto& [name, cell] : row) {
            const auto at = std::find(table.headings.begin(), table.headings.end(), name);
            if (at != table.headings.end())
                cells[static_cast<std::size_t>(at - table.headings.begin())] = cell;
        }
        table.rows.push_back(std::move(cells));
    }
    return table;
}

CHATOPS_INLINE asio::awaitable<reply> newrelic_query::run(context& ctx) const {
    const auto found = co_await ctx.observe(
        "query", [&](newrelic::client& relic) { return relic.query(query->text); });
    const std::size_t count = found.results ? found.results->size() : 0;
    std::string title = counted(count, "row");
    if (found.metadata && found.metadata->time_window) {
        const newrelic::nrql_window& window = *found.metadata->time_window;
        if (window.begin && window.end)
            title += ", " + detail::second_of(*window.begin) + " to " +
                     detail::second_of(*window.end) + " (UTC)";
    }
    reply answer = reply::neutral(std::move(title));
    table_part table = nrql_table(found);
    const std::size_t shown_rows = table.rows.size();
    if (!table.headings.empty()) answer.add(std::move(table));
    if (count > shown_rows)
        answer.add(text_part{"These are the first " + std::to_string(shown_rows) +
                             ". `FACET`, `LIMIT` and `SINCE` narrow it down."});
    if (found.metadata && found.metadata->messages && !found.metadata->messages->empty())
        answer.add(text_part{"New Relic says: " + joined_words(*found.metadata->messages) + '.'});
    co_return answer;
}

} // namespace chatops::operations
