// Issues: looked for, and one by one.
#include "mocks/sentry/handlers.hpp"
#include "mocks/sentry/issue_query.hpp"
#include "mocks/sentry/search.hpp"
#include "mocks/sentry/views.hpp"

#include <algorithm>
#include <charconv>
#include <map>

namespace chatops::mocks::sentry {
namespace {

/// Ids of projects; nothing for all of them.
std::vector<std::string> projects_asked(const call& from) {
    std::vector<std::string> slugs;
    for (const std::string& each : from.all_asked("project")) {
        std::int64_t number = 0;
        const auto read = std::from_chars(each.data(), each.data() + each.size(), number);
        if (read.ec != std::errc() || read.ptr != each.data() + each.size())
            throw bad_request("Invalid project parameter. Values must be numbers.");
        if (number == -1) return {};
        const project* const of = from.account.find_project(each);
        if (of == nullptr || of->id != each) throw forbidden();
        slugs.push_back(of->slug);
    }
    return slugs;
}

/// From when on: nothing where all are meant.
std::optional<time_point> oldest_asked(const call& from, bool is_of_project) {
    const std::string_view period = from.asked("statsPeriod");
    if (is_of_project) {
        if (!period.empty() && period != "24h" && period != "14d" && period != "auto")
            throw bad_request("Invalid stats_period. Valid choices are '', '24h', and '14d'");
        return std::nullopt;
    }
    if (period.empty()) return from.now - limits::issue_age_hours;
    const auto length = period_said(period);
    if (!length) throw bad_request("Invalid statsPeriod: '" + std::string(period) + "'");
    return from.now - *length;
}

/// Source: the spec's default.
std::string query_asked(const call& from) {
    return from.has("query") ? std::string(from.asked("query")) : "is:unresolved";
}

bool is_in_environments(const issue& which, const std::vector<std::string>& names) {
    if (names.empty()) return true;
    const auto has = [&](const std::string& name) {
        return std::find(names.begin(), names.end(), name) != names.end();
    };
    return std::any_of(which.environments.begin(), which.environments.end(), has) ||
           std::any_of(which.told.begin(), which.told.end(), [&](const auto& each) {
               return each.second.environment && has(*each.second.environment);
           });
}

/// Source: sentry/api/helpers/environments.py: 404 where one of them is not the organization's. A
/// project's list is empty instead.
void check_environments(const call& from, const std::vector<std::string>& names) {
    for (const std::string& name : names) {
        const bool is_known = std::any_of(
            from.account.projects.begin(), from.account.projects.end(), [&](const project& each) {
                const auto& known = each.environments;
                return std::find(known.begin(), known.end(), name) != known.end();
            });
        if (!is_known) throw not_found();
    }
}

bool is_asked(const call& from, std::string_view name, std::string_view part) {
    const auto all = from.all_asked(name);
    return std::find(all.begin(), all.end(), part) != all.end();
}

object shown_in_list(const call& from, const issue& which) {
    object made = show(which, from.account, own_url(from.what));
    if (is_asked(from, "expand", "inbox")) made["inbox"] = show_inbox(which, from.now);
    if (is_asked(from, "collapse", "stats")) return made;
    const bool daily =
        from.asked("groupStatsPeriod") == "14d" || from.asked("statsPeriod") == "14d";
    object stats;
    if (daily)
        stats["14d"] = show_counts(which, std::chrono::hours(24), 14, from.now);
    else
        stats["24h"] = show_counts(which, std::chrono::hours(1), 24, from.now);
    made["stats"] = std::move(stats);
    return made;
}

/// Those of that ids, whatever else is asked for; not in pages.
answer issues_by_id(const call& from, const std::vector<std::string>& ids) {
    for (const std::string& each : ids)
        if (!std::all_of(each.begin(), each.end(), [](char c) { return c >= '0' && c <= '9'; }))
            throw bad_request("Group ids must be integers");
    array all;
    for (const issue& each : from.account.issues)
        if (std::find(ids.begin(), ids.end(), each.id) != ids.end())
            all.push_back(shown_in_list(from, each));
    return {200, std::move(all)};
}

/// Source: issues/endpoints/organization_group_index.py, inbox_search.
void check_inbox_search(const std::vector<search_term>& wanted) {
    bool is_for_review = false;
    bool is_unresolved = false;
    for (const search_term& each : wanted) {
        if (each.key != "is" && each.key != "assigned_to")
            throw bad_request("Invalid search terms for 'inbox' search: ['" + each.key + "']");
        const bool is_state = each.key == "is" && !each.is_negated;
        is_for_review = is_for_review || (is_state && each.values.front() == "for_review");
        is_unresolved = is_unresolved || (is_state && each.values.front() == "unresolved");
    }
    if (!is_for_review) throw bad_request("Sort key 'inbox' only supported for inbox search");
    if (!is_unresolved) throw bad_request("Inbox search only works for 'unresolved' status");
}

answer issue_list(call& from, const project* of) {
    const std::string query = query_asked(from);
    if (from.asked("shortIdLookup") == "1" || from.asked("shortIdLookup") == "true")
        if (const issue* const direct = from.account.find_issue_called(trimmed(query))) {
            answer made{200, array{shown_in_list(from, *direct)}};
            made.headers.add("X-Sentry-Direct-Hit", "1");
            return made;
        }
    const auto ids = from.all_asked("group");
    if (of == nullptr && !ids.empty()) return issues_by_id(from, ids);
    const std::string_view sort = from.asked("sort");
    const auto found = asked_issues(from, of);
    // Source: group_index.py: more than a page is cut to one, and not refused.
    const bool has_limit = !from.asked("limit").empty();
    std::size_t limit = limits::page_items;
    if (has_limit) {
        std::size_t number = 0;
        const std::string_view text = from.asked("limit");
        const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
        if (read.ec != std::errc() || read.ptr != text.data() + text.size())
            throw bad_request("Invalid limit parameter.");
        limit = std::clamp<std::size_t>(number, 1, limits::page_items);
    } else {
        limit = page_limit(from);
    }
    const auto score = [&](std::size_t i) { return score_of(*found[i], sort, from.now); };
    const auto write = [&](std::size_t i) { return shown_in_list(from, *found[i]); };
    answer made = listed_by_score(from, found.size(), limit, score, write);
    made.headers.add("X-Hits", std::to_string(found.size()));
    made.headers.add("X-Max-Hits", std::to_string(limits::bulk_issues));
    return made;
}

} // namespace

std::int64_t score_of(const issue& which, std::string_view sort, time_point now) {
    if (sort.empty() || sort == "date" || sort == "recommended")
        return which.last_seen().time_since_epoch().count();
    if (sort == "inbox") return which.inbox ? which.inbox->since.time_since_epoch().count() : 0;
    if (sort == "new") return which.first_seen().time_since_epoch().count();
    if (sort == "freq") return which.count();
    if (sort == "user") return which.user_count();
    if (sort == "trends") return which.events_between(now - std::chrono::hours(24), now);
    throw bad_request("Invalid sort parameter: " + std::string(sort)); // [?] The text.
}

std::vector<issue*> asked_issues(const call& from, const project* of) {
    const auto wanted = read_search(query_asked(from));
    const std::vector<std::string> slugs =
        of != nullptr ? std::vector<std::string>{of->slug} : projects_asked(from);
    const auto oldest = oldest_asked(from, of != nullptr);
    const std::vector<std::string> environments = from.all_asked("environment");
    if (of == nullptr) check_environments(from, environments);
    const std::string_view sort = from.asked("sort");
    if (sort == "inbox") check_inbox_search(wanted);
    std::vector<std::pair<std::int64_t, issue*>> found;
    for (issue& each : from.account.issues) {
        if (!slugs.empty() && std::find(slugs.begin(), slugs.end(), each.project) == slugs.end())
            continue;
        if (oldest && each.last_seen() < *oldest) continue;
        if (!is_in_environments(each, environments)) continue;
        if (!matches(wanted, each, from.account, from.now)) continue;
        found.emplace_back(score_of(each, sort, from.now), &each);
    }
    std::stable_sort(found.begin(), found.end(), [](const auto& left, const auto& right) {
        return left.first != right.first ? left.first > right.first
                                         : left.second->id > right.second->id;
    });
    std::vector<issue*> ordered;
    for (const auto& [score, each] : found) ordered.push_back(each);
    return ordered;
}

std::vector<issue*> changed_issues(const call& from, const project* of) {
    if (!from.has("id")) {
        std::vector<issue*> all = asked_issues(from, of);
        if (all.size() > limits::bulk_issues) all.resize(limits::bulk_issues);
        return all;
    }
    std::vector<issue*> all;
    for (const std::string& each : from.all_asked("id")) {
        std::int64_t number = 0;
        const auto read = std::from_chars(each.data(), each.data() + each.size(), number);
        if (read.ec != std::errc() || read.ptr != each.data() + each.size())
            throw bad_request("Invalid id parameter."); // [?] The text.
        issue* const found = from.account.find_issue(each);
        if (found == nullptr || (of != nullptr && found->project != of->slug)) continue;
        if (std::find(all.begin(), all.end(), found) == all.end()) all.push_back(found);
    }
    return all;
}

answer list_issues(call& from) { return issue_list(from, nullptr); }

answer list_issues_of_project(call& from) {
    const project& of = from.project_at(1);
    return issue_list(from, &of);
}

answer show_issue(call& from) {
    const issue& which = from.issue_at(1);
    object made = show_whole(which, from.account, own_url(from.what), from.now);
    if (is_asked(from, "expand", "inbox")) made["inbox"] = show_inbox(which, from.now);
    return {200, std::move(made)};
}

answer show_short_id(call& from) {
    const issue* const found = from.account.find_issue_called(from.words.at(1));
    if (found == nullptr) throw not_found();
    return {200, object{{"organizationSlug", from.account.organization},
                        {"projectSlug", found->project},
                        {"groupId", found->id},
                        {"group", show(*found, from.account, own_url(from.what))},
                        {"shortId", from.account.short_id_of(*found)}}};
}

answer list_tags_of_issue(call& from) {
    const issue& of = from.issue_at(1);
    std::map<std::string, std::map<std::string, std::int64_t>> counts;
    const std::int64_t count = of.count();
    for (std::int64_t event = std::max<std::int64_t>(0, count - limits::events_kept); event < count;
         ++event)
        for (const auto& [key, given] : tags_of_event(of, event, from.account))
            ++counts[key][given];
    array all;
    for (const auto& [key, values] : counts) {
        array top;
        std::int64_t total = 0;
        for (const auto& [given, times] : values) {
            total += times;
            top.push_back(object{{"name", given}, {"value", given}, {"count", times}});
        }
        all.push_back(object{{"key", key},
                             {"name", key},
                             {"uniqueValues", values.size()},
                             {"totalValues", total},
                             {"topValues", std::move(top)}});
    }
    return {200, std::move(all)};
}

} // namespace chatops::mocks::sentry
