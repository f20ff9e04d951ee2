#pragma once

#include "chatops/core/utf8.hpp"
#include "chatops/operations/sentry/limits.hpp"
#include "chatops/operations/sentry/shown.hpp"

#include <algorithm>

namespace chatops::operations {

namespace detail {

/// Of UTF-8.
CHATOPS_INLINE std::size_t bytes_of_characters(std::string_view text, std::size_t characters) {
    for (std::size_t i = 0; i < text.size(); ++i) {
        if ((static_cast<unsigned char>(text[i]) & 0xC0U) == 0x80U) continue;
        if (characters-- == 0) return i;
    }
    return text.size();
}

CHATOPS_INLINE std::string frame_text(const sentry::frame& each) {
    std::string text = each.filename ? *each.filename : each.module.value_or("?");
    if (each.line_no) text += ':' + std::to_string(*each.line_no);
    if (each.function && !each.function->empty()) text += " in " + *each.function;
    return text;
}

} // namespace detail

CHATOPS_INLINE std::string error_words(std::string_view text, std::size_t characters) {
    std::string line(text);
    for (char& c : line)
        if (c == '\n' || c == '\r' || c == '\t') c = ' ';
    line = shown_text(line);
    const std::size_t whole = detail::bytes_of_characters(line, characters);
    if (whole == line.size()) return line;
    return line.substr(0, detail::bytes_of_characters(line, characters - 1)) + "…";
}

CHATOPS_INLINE std::string more_of(std::int64_t count, const char* one, const char* many) {
    return std::to_string(std::max<std::int64_t>(0, count)) + " more " + (count == 1 ? one : many);
}

CHATOPS_INLINE std::string within_text(const std::optional<std::int64_t>& minutes) {
    return minutes ? " within " + age_text(std::chrono::minutes(*minutes)) : std::string();
}

CHATOPS_INLINE std::string issue_state(const sentry::issue& each) {
    const sentry::status_details& how = each.status_details;
    const std::string sub = each.substatus.value_or(std::string());
    if (each.status == "resolved") {
        if (how.in_next_release.value_or(false)) return "resolved in the next release";
        return how.in_release ? "resolved in " + *how.in_release : "resolved";
    }
    if (each.status == "unresolved") {
        if (sub == "regressed") return "unresolved, it came back";
        return sub.empty() || sub == "ongoing" ? "unresolved" : "unresolved, " + sub;
    }
    if (each.status != "ignored") return each.status;
    if (how.ignore_until) return "ignored until " + minute_of(*how.ignore_until);
    if (how.ignore_count)
        return "ignored until it happens " + more_of(*how.ignore_count, "time", "times") +
               within_text(how.ignore_window);
    if (how.ignore_user_count)
        return "ignored until " + more_of(*how.ignore_user_count, "person", "people") + " met it" +
               within_text(how.ignore_user_window);
    if (sub == "archived_until_escalating") return "ignored until there are many more";
    return "ignored";
}

CHATOPS_INLINE std::string review_text(const sentry::issue& each) {
    if (!each.inbox || each.status != "unresolved") return {};
    static constexpr const char* reasons[] = {"it is new",
                                              "it is not ignored any more",
                                              "it came back",
                                              "somebody asked for it",
                                              "it was processed again",
                                              "it happens far more often",
                                              "it goes on"};
    const auto reason = static_cast<std::size_t>(each.inbox->reason);
    std::string text = reason < std::size(reasons) ? reasons[reason] : "yes";
    if (each.inbox->date_added) text += ", since " + minute_of(*each.inbox->date_added) + " UTC";
    return text;
}

CHATOPS_INLINE std::string check_in_state(const std::string& status) {
    if (status == "missed_checkin" || status == "missed") return "did not run";
    if (status == "timeout") return "took too long";
    if (status == "error") return "failed";
    if (status == "in_progress") return "is running";
    return status == "disabled" ? "off" : status;
}

CHATOPS_INLINE bool is_failed_check_in(const std::string& state) {
    return state == "failed" || state == "did not run" || state == "took too long";
}

CHATOPS_INLINE std::string assignee_text(const sentry::issue& each) {
    if (!each.assigned_to) return "nobody";
    const sentry::actor& who = *each.assigned_to;
    const std::string name = who.name ? *who.name : who.email.value_or(who.id);
    return who.type == "team" ? "team " + name : name;
}

CHATOPS_INLINE table_part issue_table(const std::vector<sentry::issue>& issues, time_point now) {
    table_part table;
    table.headings = {"Issue", "What", "Times", "Last seen"};
    std::vector<std::string> states;
    for (const sentry::issue& each : issues) {
        const std::string last =
            each.last_seen ? age_text(now - *each.last_seen) + " ago" : "never";
        table.rows.push_back({each.name(), error_words(each.title, sentry_limits::words_in_table),
                              each.count, last});
        states.push_back(each.inbox ? "for review" : each.status);
    }
    // Where all are in one state, who looked at which is not worth a column: that has its own list.
    const bool differ = std::any_of(issues.begin(), issues.end(), [&](const sentry::issue& each) {
        return each.status != issues.front().status;
    });
    if (differ) add_telling_column(table, "State", states);
    return table;
}

CHATOPS_INLINE std::string names_of_issues(const std::vector<sentry::issue>& issues) {
    std::string text;
    for (std::size_t i = 0; i < issues.size(); ++i) {
        if (i > 0) text += i + 1 == issues.size() ? " and " : ", ";
        text += issues[i].name();
    }
    return text;
}

CHATOPS_INLINE fields_part issue_fields(const sentry::issue& each) {
    fields_part facts;
    const auto add = [&](const char* name, std::string text) {
        if (!text.empty()) facts.fields.emplace_back(name, std::move(text));
    };
    add("State", issue_state(each));
    add("For review", review_text(each));
    add("Where", error_words(each.culprit.value_or(std::string()), sentry_limits::words_in_title));
    add("Project", each.project.slug);
    add("Level", each.level);
    add("Times", each.count);
    add("People", std::to_string(each.user_count));
    add("First seen (UTC)", each.first_seen ? minute_of(*each.first_seen) : std::string());
    add("Last seen (UTC)", each.last_seen ? minute_of(*each.last_seen) : std::string());
    add("Assigned to", assignee_text(each));
    add("Priority", each.priority.value_or(std::string()));
    const bool is_followed = each.is_subscribed.value_or(false);
    if (each.is_bookmarked.value_or(false))
        add("Marked", is_followed ? "bookmarked, subscribed to" : "bookmarked");
    else
        add("Marked", is_followed ? "subscribed to" : "");
    add("Link", each.permalink);
    return facts;
}

CHATOPS_INLINE fields_part event_fields(const sentry::event& each) {
    fields_part facts;
    facts.fields.emplace_back("When (UTC)", minute_of(each.date_created));
    facts.fields.emplace_back("Event", each.event_id);
    if (each.user) {
        const sentry::event_user& who = *each.user;
        std::string name = who.email ? *who.email : who.username.value_or(who.id.value_or(""));
        if (name.empty()) name = who.ip_address.value_or(std::string());
        if (!name.empty())
            facts.fields.emplace_back("Met by", error_words(name, sentry_limits::words_in_title));
    }
    if (!each.tags) return facts;
    std::size_t shown = 0;
    for (const sentry::tag& tag : *each.tags) {
        if (tag.key == "level" || !tag.value) continue;
        if (++shown > sentry_limits::tags) break;
        facts.fields.emplace_back(error_words(tag.key, sentry_limits::words_in_table),
                                  error_words(*tag.value, sentry_limits::words_in_title));
    }
    return facts;
}

CHATOPS_INLINE std::string stack_text(const sentry::event& each) {
    const std::vector<sentry::frame> stack = sentry::stack_of(each);
    // What is the application's own tells more than what it is built on, if there is any.
    const bool has_own = std::any_of(stack.begin(), stack.end(), [](const sentry::frame& one) {
        return one.in_app.value_or(false);
    });
    std::string text;
    std::size_t shown = 0;
    std::size_t left_out = 0;
    for (const sentry::frame& one : stack) {
        if ((has_own && !one.in_app.value_or(false)) || shown == sentry_limits::frames) {
            ++left_out;
            continue;
        }
        ++shown;
        text += error_words(detail::frame_text(one), sentry_limits::words_in_title) + '\n';
    }
    if (left_out > 0) text += "(and " + counted(left_out, "call") + " more)\n";
    return text;
}

} // namespace chatops::operations
