#pragma once

#include "chatops/core/ascii.hpp"
#include "chatops/line/suggest.hpp"
#include "chatops/operations/near.hpp"
#include "chatops/operations/sentry/chosen.hpp"
#include "chatops/operations/sentry/issue_assign.hpp"
#include "chatops/operations/sentry/limits.hpp"
#include "chatops/operations/sentry/shown.hpp"
#include "chatops/provider/sentry/client.hpp"
#include "chatops/run/context.hpp"

#include <algorithm>
#include <utility>

namespace chatops::operations {

namespace detail {

/// ASCII, as addresses and slugs are.
CHATOPS_INLINE std::string lower_text(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(), [](char c) { return lower(c); });
    return text;
}

/// The name of a team, where one is meant: `team:backend`, `#backend`; else nothing.
CHATOPS_INLINE std::string team_meant(const std::string& text) {
    constexpr std::string_view prefix = "team:";
    if (text.compare(0, prefix.size(), prefix) == 0) return text.substr(prefix.size());
    return !text.empty() && text.front() == '#' ? text.substr(1) : std::string();
}

/// Whether that is a word of the person's name, or what stands before the @ of their address.
CHATOPS_INLINE bool is_called_for_short(const sentry::membership& each, const std::string& wanted) {
    const std::string address = lower_text(each.email);
    if (address.substr(0, address.find('@')) == wanted) return true;
    const std::string name = ' ' + lower_text(each.name.value_or(std::string())) + ' ';
    return name.find(' ' + wanted + ' ') != std::string::npos;
}

CHATOPS_INLINE assignee_found found_team(const sentry::team& each) {
    return {"team:" + each.id, "team " + each.slug, "team:" + each.slug};
}

CHATOPS_INLINE assignee_found found_member(const sentry::membership& each) {
    const std::string name = each.name.value_or(std::string());
    const bool has_name = !name.empty() && name != each.email;
    return {"user:" + each.user->id, has_name ? name + " (" + each.email + ")" : each.email,
            each.email};
}

CHATOPS_INLINE asio::awaitable<assignee_choice> look_for_assignee(sentry::client& sentry,
                                                                  std::string text) {
    const auto members = co_await sentry.members();
    const auto teams = co_await sentry.teams();
    co_return assignees_called(text, members, teams);
}

CHATOPS_INLINE reply not_one_assignee(const std::string& text, const assignee_choice& seen) {
    if (seen.found.empty()) {
        reply none =
            reply::bad("Nobody at Sentry is called " + shown(text) + ": nothing was changed");
        return none.add(text_part{did_you_mean_one_of(seen.near) +
                                  "`sentry members` and `sentry teams` list them all."});
    }
    reply several = reply::bad(std::to_string(seen.found.size()) + " are called " + shown(text) +
                               ": nothing was changed");
    table_part table;
    table.headings = {"Who", "Type"};
    for (const assignee_found& each : seen.found) table.rows.push_back({each.name, each.typed});
    several.add(text_part{"Say which one you mean."});
    return several.add(std::move(table));
}

} // namespace detail

CHATOPS_INLINE assignee_choice assignees_called(const std::string& text,
                                                const std::vector<sentry::membership>& members,
                                                const std::vector<sentry::team>& teams) {
    assignee_choice seen;
    const std::string wanted = detail::lower_text(text);
    const std::string wanted_team = detail::lower_text(detail::team_meant(text));
    std::vector<std::string> names;
    for (const sentry::team& each : teams) {
        names.push_back("team:" + each.slug);
        if (each.slug == wanted_team || (wanted_team.empty() && each.slug == wanted))
            seen.found.push_back(detail::found_team(each));
    }
    for (const sentry::membership& each : members) {
        // Who was only invited can work on nothing yet.
        if (!each.user || each.pending.value_or(false)) continue;
        names.push_back(each.email);
        // An address is one person's, whatever others are called.
        if (detail::lower_text(each.email) == wanted) {
            seen.found = {detail::found_member(each)};
            return seen;
        }
        if (wanted_team.empty() &&
            (detail::lower_text(each.name.value_or(std::string())) == wanted ||
             each.user->id == text))
            seen.found.push_back(detail::found_member(each));
    }
    if (!seen.found.empty()) return seen;
    for (const sentry::membership& each : members)
        if (wanted_team.empty() && each.user && !each.pending.value_or(false) &&
            detail::is_called_for_short(each, wanted))
            seen.found.push_back(detail::found_member(each));
    if (!seen.found.empty()) return seen;
    const std::vector<std::string_view> all(names.begin(), names.end());
    for (const std::string_view each : line::nearest(text, all)) seen.near.emplace_back(each);
    return seen;
}

CHATOPS_INLINE asio::awaitable<reply> sentry_issue_assign::run(context& ctx) const {
    const chosen_issues chosen = co_await look_for_issue(ctx, *issue);
    if (chosen.unclear) co_return *chosen.unclear;
    const sentry::issue& it = chosen.found.front();
    assignee_choice who;
    if (to->text == "nobody")
        who.found.push_back({"", "nobody", "nobody"});
    else
        who = co_await ctx.observe("who", [&](sentry::client& sentry) {
            return detail::look_for_assignee(sentry, to->text);
        });
    if (who.found.size() != 1) co_return detail::not_one_assignee(to->text, who);
    const std::string before =
        it.assigned_to ? it.assigned_to->type + ':' + it.assigned_to->id : "";
    const assignee_found& whose = who.found.front();
    if (before == whose.id)
        co_return reply::neutral(it.name() + " is assigned to " + whose.name +
                                 " already: nothing was changed");
    sentry::issue_change change;
    change.assigned_to = whose.id;
    co_await ctx.set("assign",
                     [&](sentry::client& sentry) { return sentry.change_issue(it.id, change); });
    reply answer = reply::good(it.name() + " is assigned to " + whose.name);
    change_part changed;
    changed.lines.push_back({"Assigned to", assignee_text(it), whose.name});
    answer.add(std::move(changed));
    co_return answer.add(
        fields_part{{{it.name(), error_words(it.title, sentry_limits::words_in_title)}}});
}

} // namespace chatops::operations
