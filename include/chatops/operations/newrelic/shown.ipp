#pragma once

#include "chatops/core/ascii.hpp"
#include "chatops/core/utf8.hpp"
#include "chatops/operations/near.hpp"
#include "chatops/operations/newrelic/limits.hpp"
#include "chatops/operations/newrelic/shown.hpp"
#include "chatops/operations/shown.hpp"

#include <algorithm>
#include <cmath>

namespace chatops::operations {

CHATOPS_INLINE std::string short_relic_id(const std::string& id) {
    return id.substr(0, newrelic_limits::short_id);
}

CHATOPS_INLINE std::string title_of(const boost::json::value& title) {
    if (title.is_string()) return std::string(title.get_string());
    std::string all;
    if (const boost::json::array* const list = title.if_array())
        for (const boost::json::value& each : *list)
            if (each.is_string()) {
                if (!all.empty()) all += "; ";
                all += each.get_string();
            }
    return all.empty() ? "without a title" : all;
}

CHATOPS_INLINE std::string names_text(const std::optional<std::vector<std::string>>& names) {
    return names && !names->empty() ? joined_words(*names) : "–";
}

CHATOPS_INLINE std::string number_text(double number, int places) {
    constexpr double most = 1e15;
    if (!std::isfinite(number) || std::abs(number) > most) return "–";
    std::int64_t scale = 1;
    for (int i = 0; i < places; ++i) scale *= 10;
    const auto scaled =
        static_cast<std::int64_t>(std::llround(std::abs(number) * static_cast<double>(scale)));
    std::string text = std::to_string(scaled / scale);
    std::string rest = std::to_string(scaled % scale + scale).substr(1);
    while (!rest.empty() && rest.back() == '0') rest.pop_back();
    if (!rest.empty()) text += '.' + rest;
    return number < 0 && scaled != 0 ? '-' + text : text;
}

CHATOPS_INLINE std::string number_or_dash(const std::optional<double>& number, double times,
                                          int places) {
    return number ? number_text(*number * times, places) : "–";
}

CHATOPS_INLINE std::string goal_text(const std::optional<double>& seconds) {
    return seconds ? number_text(*seconds, 3) + " s" : "none";
}

CHATOPS_INLINE std::string word_text(const std::string& constant) {
    std::string text;
    for (const char c : constant) text += c == '_' ? ' ' : lower(c);
    return text;
}

CHATOPS_INLINE std::string health_text(const newrelic::app& it) {
    if (it.reporting && !*it.reporting) return "silent";
    const std::string severity = it.alert_severity.value_or("");
    if (severity.empty()) return "–";
    if (severity == "NOT_ALERTING") return "ok";
    if (severity == "NOT_CONFIGURED") return "no alerts";
    return word_text(severity);
}

CHATOPS_INLINE std::string state_text(const newrelic::issue& it) {
    std::string text = it.state == "CREATED" ? "new" : "open";
    if (it.acknowledged_at) text = "acknowledged";
    if (!it.is_open()) text = it.state == "DEACTIVATED" ? "over" : word_text(it.state);
    const std::string muting = it.muting_state.value_or("");
    if (muting == "FULLY_MUTED") text += ", muted";
    if (muting == "PARTIALLY_MUTED") text += ", partly muted";
    return text;
}

CHATOPS_INLINE table_part relic_app_table(const std::vector<newrelic::app>& apps) {
    table_part table;
    table.headings = {"Application", "Health", "ms", "rpm", "Err %"};
    std::vector<std::string> accounts;
    constexpr double milliseconds = 1'000;
    for (const newrelic::app& each : apps) {
        const newrelic::numbers seen = each.numbers.value_or(newrelic::numbers());
        table.rows.push_back(
            {each.name, health_text(each), number_or_dash(seen.response_time, milliseconds, 0),
             number_or_dash(seen.throughput, 1, 0), number_or_dash(seen.error_rate, 1, 2)});
        accounts.push_back(each.account_id ? std::to_string(*each.account_id) : "–");
    }
    add_telling_column(table, "Account", accounts);
    return table;
}

CHATOPS_INLINE fields_part relic_app_fields(const newrelic::app& it) {
    fields_part made;
    const auto add = [&](const char* name, std::string value) {
        if (!value.empty()) made.fields.emplace_back(name, std::move(value));
    };
    constexpr double milliseconds = 1'000;
    const newrelic::numbers seen = it.numbers.value_or(newrelic::numbers());
    if (seen.response_time)
        add("Response time", number_text(*seen.response_time * milliseconds, 0) + " ms");
    if (seen.throughput) add("Throughput", number_text(*seen.throughput, 1) + " requests a minute");
    if (seen.error_rate) add("Errors", number_text(*seen.error_rate, 2) + " %");
    if (seen.apdex_score) {
        std::string apdex = number_text(*seen.apdex_score, 2);
        if (it.settings && it.settings->apdex_target)
            apdex += " (goal: " + goal_text(it.settings->apdex_target) + ')';
        add("Apdex", std::move(apdex));
    }
    if (seen.host_count) add("Hosts", std::to_string(*seen.host_count));
    if (seen.instance_count) add("Instances", std::to_string(*seen.instance_count));
    add("Language", it.language.value_or(""));
    std::string tags;
    for (const newrelic::tag& each : it.tags ? *it.tags : std::vector<newrelic::tag>())
        for (const std::string& value : each.values)
            tags += (tags.empty() ? "" : ", ") + each.key + ':' + value;
    add("Tags", std::string(utf8_beginning(tags, limits::slack_asked_bytes)));
    add("Guid", it.guid);
    add("Address", it.permalink.value_or(""));
    return made;
}

CHATOPS_INLINE table_part relic_issue_table(const std::vector<newrelic::issue>& issues,
                                            time_point now) {
    table_part table;
    table.headings = {"Id", "Severity", "What", "For"};
    std::vector<std::string> states;
    for (const newrelic::issue& each : issues) {
        const auto began = each.activated_at ? each.activated_at : each.created_at;
        const auto over = each.closed_at ? each.closed_at : each.updated_at;
        const time_point ended = over && !each.is_open() ? newrelic::moment_of(*over) : now;
        table.rows.push_back(
            {short_relic_id(each.issue_id), word_text(each.priority.value_or("–")),
             title_of(each.title),
             began ? age_text(ended - newrelic::moment_of(*began)) : std::string("–")});
        states.push_back(state_text(each));
    }
    add_telling_column(table, "State", states);
    return table;
}

CHATOPS_INLINE table_part deployment_table(const std::vector<newrelic::deployment>& all) {
    table_part table;
    table.headings = {"Version", "When (UTC)"};
    std::vector<std::string> who;
    std::vector<std::string> what;
    for (const newrelic::deployment& each : all) {
        table.rows.push_back({each.version, minute_of(newrelic::moment_of(each.timestamp))});
        // Of an address, a phone has room for who it is.
        const std::string user = each.user.value_or("–");
        who.push_back(user.substr(0, user.find('@')));
        what.push_back(each.description ? *each.description
                       : each.changelog ? *each.changelog
                                        : each.commit.value_or("–"));
    }
    if (std::any_of(who.begin(), who.end(), [](const auto& each) { return each != "–"; })) {
        table.headings.emplace_back("By");
        for (std::size_t i = 0; i < who.size(); ++i) table.rows[i].push_back(who[i]);
    }
    if (std::any_of(what.begin(), what.end(), [](const auto& each) { return each != "–"; })) {
        table.headings.emplace_back("What");
        for (std::size_t i = 0; i < what.size(); ++i) table.rows[i].push_back(what[i]);
    }
    return table;
}

CHATOPS_INLINE void add_missing(reply& answer, const std::vector<std::string>& missing) {
    if (missing.empty()) return;
    std::string text = "Not all could be seen. New Relic says: ";
    for (std::size_t i = 0; i < missing.size(); ++i) text += (i == 0 ? "" : "; ") + missing[i];
    answer.add(text_part{text + '.'});
    if (answer.how == tone::good || answer.how == tone::neutral) answer.how = tone::warning;
}

} // namespace chatops::operations
