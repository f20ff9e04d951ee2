// Events: single errors, as they happened.
#include "mocks/sentry/handlers.hpp"
#include "mocks/sentry/views.hpp"

#include <algorithm>
#include <utility>

namespace chatops::mocks::sentry {
namespace {

/// Whether the list is to have whole events.
bool asks_for_whole(const call& from) {
    const std::string_view full = from.asked("full");
    return full == "1" || full == "true";
}

bool came_from(const issue& of, std::int64_t number, const call& from) {
    const auto names = from.all_asked("environment");
    if (names.empty()) return true;
    for (const auto& [key, given] : tags_of_event(of, number, from.account))
        if (key == "environment")
            return std::find(names.begin(), names.end(), given) != names.end();
    return false;
}

/// The newest first; of a project they are not asked for by environment.
/// Source: sentry/issues/endpoints/project_events.py.
std::vector<std::int64_t> numbers_of(const issue& of, const call& from,
                                     bool is_of_project = false) {
    const std::string_view period = from.asked("statsPeriod");
    const auto length = period_said(period);
    if (!period.empty() && !length)
        throw bad_request("Invalid statsPeriod: '" + std::string(period) + "'");
    const std::string part = lower(trimmed(from.asked("query")));
    std::vector<std::int64_t> numbers;
    const std::int64_t count = of.count();
    const bool is_sought = part.empty() || lower(of.title()).find(part) != std::string::npos;
    if (!is_sought) return numbers;
    for (std::int64_t event = count;
         event-- > std::max<std::int64_t>(0, count - limits::events_kept);)
        if ((is_of_project || came_from(of, event, from)) &&
            (!length || of.time_of(event) >= from.now - *length))
            numbers.push_back(event);
    return numbers;
}

object shown_event(const issue& of, std::int64_t number, const call& from) {
    return asks_for_whole(from) ? show_whole_event(of, number, from.account, own_url(from.what))
                                : show_event(of, number, from.account);
}

/// Those of a project whose events it lists: the deleted ones' go a while later.
std::vector<const issue*> issues_with_events(const project& of, const call& from) {
    std::vector<const issue*> all;
    for (const issue& each : from.account.issues)
        if (each.project == of.slug) all.push_back(&each);
    for (const gone_issue& each : from.account.gone)
        if (each.project_id == of.id && from.now < each.events_until) all.push_back(&each.it);
    return all;
}

/// Source: sentry/issues/endpoints/group_event_details.py.
std::int64_t named_event(const issue& of, const std::string& name, const call& from) {
    const auto numbers = numbers_of(of, from);
    if (name == "latest" || name == "recommended" || name == "oldest") {
        if (numbers.empty()) throw refused(404, "No matching event");
        return name == "oldest" ? numbers.back() : numbers.front();
    }
    const auto found = find_event(of, name);
    if (!found) throw refused(404, "Event not found");
    return *found;
}

} // namespace

answer list_events_of_issue(call& from) {
    const issue& of = from.issue_at(1);
    const auto numbers = numbers_of(of, from);
    const auto when = [&](std::size_t i) {
        return static_cast<std::int64_t>(of.time_of(numbers[i]).time_since_epoch().count());
    };
    const auto write = [&](std::size_t i) { return shown_event(of, numbers[i], from); };
    return listed_by_score(from, numbers.size(), page_limit(from), when, write);
}

answer show_event_of_issue(call& from) {
    const issue& of = from.issue_at(1);
    const std::int64_t number = named_event(of, from.words.at(2), from);
    return {200, show_whole_event(of, number, from.account, own_url(from.what))};
}

answer list_events_of_project(call& from) {
    const project& of = from.project_at(1);
    std::vector<std::pair<const issue*, std::int64_t>> all;
    for (const issue* const each : issues_with_events(of, from))
        for (const std::int64_t number : numbers_of(*each, from, true))
            all.emplace_back(each, number);
    std::stable_sort(all.begin(), all.end(), [](const auto& left, const auto& right) {
        return left.first->time_of(left.second) > right.first->time_of(right.second);
    });
    const auto when = [&](std::size_t i) {
        return static_cast<std::int64_t>(
            all[i].first->time_of(all[i].second).time_since_epoch().count());
    };
    const auto write = [&](std::size_t i) {
        return shown_event(*all[i].first, all[i].second, from);
    };
    return listed_by_score(from, all.size(), page_limit(from), when, write);
}

answer show_event_of_project(call& from) {
    const project& of = from.project_at(1);
    for (const issue* const each : issues_with_events(of, from))
        if (const auto number = find_event(*each, from.words.at(2)))
            return {200, show_whole_event(*each, *number, from.account, own_url(from.what))};
    throw refused(404, "Event not found");
}

} // namespace chatops::mocks::sentry
