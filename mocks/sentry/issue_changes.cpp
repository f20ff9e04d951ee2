// What is done with issues: resolved, ignored, assigned, merged, deleted.
#include "mocks/sentry/arrivals.hpp"
#include "mocks/sentry/handlers.hpp"
#include "mocks/sentry/issue_query.hpp"
#include "mocks/sentry/times.hpp"
#include "mocks/sentry/views.hpp"

#include <algorithm>

namespace chatops::mocks::sentry {
namespace {

/// A change as it was asked for, read before anything is done.
struct issue_change {
    std::string status;
    std::string substatus;
    bool has_resolution = false;
    sentry::resolution resolution;
    sentry::snooze snooze;
    bool assigns = false;
    std::optional<assignee> assigned_to;
    std::optional<std::string> priority;
    std::optional<bool> has_seen;
    std::optional<bool> is_bookmarked;
    std::optional<bool> is_subscribed;
    std::optional<bool> is_public;
    std::optional<bool> in_inbox;
    bool merges = false;
    bool discards = false;
};

bool is_one_of(std::string_view text, std::initializer_list<std::string_view> all) {
    return std::find(all.begin(), all.end(), text) != all.end();
}

std::optional<std::int64_t> whole_number(const object& in, std::string_view name,
                                         std::int64_t most) {
    const value* const found = member(in, name);
    if (found == nullptr || found->is_null()) return std::nullopt;
    if (!found->is_int64()) throw invalid_status_detail(name, "A valid integer is required.");
    const std::int64_t number = found->get_int64();
    if (number < 1)
        throw invalid_status_detail(name, "Ensure this value is greater than or equal to 1.");
    if (number > most)
        throw invalid_status_detail(name, "Ensure this value is less than or equal to " +
                                              std::to_string(most) + ".");
    return number;
}

std::optional<duration> minutes_in(const object& in, std::string_view name, std::int64_t most) {
    const auto number = whole_number(in, name, most);
    if (!number) return std::nullopt;
    return duration(std::chrono::minutes(*number));
}

/// Source: api/helpers/group_index/validators/status_details.py.
void read_resolution(issue_change& into, const object& details, const call& from,
                     const std::vector<std::string>& projects) {
    const std::string text = "No release data present in the system to form a basis for 'Next "
                             "Release'";
    const auto in_release = text_parameter(details, "inRelease");
    const bool in_next =
        is_true(details, "inNextRelease") || into.status == "resolvedInNextRelease";
    if (details.contains("inCommit"))
        throw invalid_status_detail("inCommit", "Unable to find the given repository.");
    if (!in_release && !in_next) return;
    // Source: update.py: only within one project.
    if (projects.size() > 1) throw bad_request("Cannot set resolved for multiple projects.");
    const std::string& of = projects.front();
    into.has_resolution = true;
    const release* const newest = from.account.release_at(of, time_point::max());
    if (in_next || *in_release == "latest") {
        if (newest == nullptr)
            throw invalid_status_detail(in_next ? "inNextRelease" : "inRelease", text);
        into.resolution.in_next_release = in_next;
        if (!in_next) into.resolution.in_release = newest->version;
        return;
    }
    const release* const named = from.account.find_release(*in_release);
    if (named == nullptr || !named->is_of(of))
        throw invalid_status_detail("inRelease",
                                    "Unable to find a release with the given version.");
    into.resolution.in_release = named->version;
}

void read_snooze(issue_change& into, const object& details, const call& from) {
    snooze& quiet = into.snooze;
    quiet.by = from.account.owner().id;
    if (const auto length = minutes_in(details, "ignoreDuration", limits::snooze_minutes))
        quiet.until = from.now + *length;
    // As older clients say it. Source: sentry-cli sends it with null.
    if (const value* const old = member(from.body, "snoozeDuration"); old && old->is_int64())
        if (const auto length = minutes_in(from.body, "snoozeDuration", limits::snooze_minutes))
            quiet.until = from.now + *length;
    quiet.count = whole_number(details, "ignoreCount", limits::snooze_count);
    quiet.window = minutes_in(details, "ignoreWindow", limits::snooze_window_minutes);
    quiet.users = whole_number(details, "ignoreUserCount", limits::snooze_count);
    quiet.user_window = minutes_in(details, "ignoreUserWindow", limits::snooze_window_minutes);
}

/// Source: sentry/api/fields/actor.py; [?] for the texts.
void read_assignee(issue_change& into, const call& from) {
    const value* const given = member(from.body, "assignedTo");
    if (given == nullptr) return;
    into.assigns = true;
    const std::string who = text_parameter(from.body, "assignedTo").value_or(std::string());
    if (who.empty()) return;
    constexpr std::string_view team_prefix = "team:";
    constexpr std::string_view user_prefix = "user:";
    const std::string_view text(who);
    const bool is_team = text.substr(0, team_prefix.size()) == team_prefix || text.front() == '#';
    if (is_team) {
        const team* const found =
            from.account.find_team(text.substr(text.front() == '#' ? 1 : team_prefix.size()));
        if (found == nullptr) throw invalid_field("assignedTo", "Team does not exist");
        into.assigned_to = assignee{true, found->id};
        return;
    }
    const bool has_prefix = text.substr(0, user_prefix.size()) == user_prefix;
    const membership* const found =
        from.account.find_member(has_prefix ? text.substr(user_prefix.size()) : text);
    if (found == nullptr || found->pending)
        throw invalid_field("assignedTo", "User does not exist");
    into.assigned_to = assignee{false, found->user.id};
}

void read_states(issue_change& into, const call& from) {
    into.status = text_parameter(from.body, "status").value_or(std::string());
    if (!into.status.empty() && !is_one_of(into.status, {"resolved", "unresolved", "ignored",
                                                         "resolvedInNextRelease", "muted"}))
        throw invalid_field("status", "\"" + into.status + "\" is not a valid choice.");
    into.substatus = text_parameter(from.body, "substatus").value_or(std::string());
    const bool archives = into.substatus.substr(0, 9) == "archived_";
    if (!into.substatus.empty() &&
        !is_one_of(into.substatus,
                   {"archived_until_escalating", "archived_until_condition_met", "archived_forever",
                    "escalating", "ongoing", "regressed", "new"}))
        throw invalid_field("substatus", "\"" + into.substatus + "\" is not a valid choice.");
    const bool ignores = into.status == "ignored" || into.status == "muted";
    if (!into.substatus.empty() && !into.status.empty() && archives != ignores)
        throw invalid_field("substatus", "substatus and status do not go together");
    into.priority = text_parameter(from.body, "priority");
    if (into.priority && !is_one_of(*into.priority, {"high", "medium", "low"}))
        throw invalid_field("priority", "\"" + *into.priority + "\" is not a valid choice.");
}

issue_change read_change(const call& from, const std::vector<issue*>& of) {
    issue_change made;
    read_states(made, from);
    std::vector<std::string> projects;
    for (const issue* const each : of)
        if (std::find(projects.begin(), projects.end(), each->project) == projects.end())
            projects.push_back(each->project);
    const value* const given = member(from.body, "statusDetails");
    if (given != nullptr && !given->is_null() && !given->is_object())
        throw invalid_field("statusDetails",
                            "Invalid data. Expected a dictionary, but got something else.");
    const object none;
    const object& details = given != nullptr && given->is_object() ? given->get_object() : none;
    made.resolution.at = from.now;
    made.resolution.by = from.account.owner().id;
    if (made.status.substr(0, 8) == "resolved") read_resolution(made, details, from, projects);
    if (made.status == "ignored" || made.status == "muted") read_snooze(made, details, from);
    read_assignee(made, from);
    made.has_seen = flag_parameter(from.body, "hasSeen");
    made.is_bookmarked = flag_parameter(from.body, "isBookmarked");
    made.is_subscribed = flag_parameter(from.body, "isSubscribed");
    made.is_public = flag_parameter(from.body, "isPublic");
    made.in_inbox = flag_parameter(from.body, "inbox");
    made.merges = flag_parameter(from.body, "merge").value_or(false);
    made.discards = flag_parameter(from.body, "discard").value_or(false);
    if (made.merges && projects.size() > 1)
        throw bad_request("Merging across multiple projects is not supported");
    return made;
}

std::string archive_substatus(const issue_change& what) {
    if (!what.substatus.empty()) return what.substatus;
    const snooze& quiet = what.snooze;
    return quiet.until || quiet.count || quiet.users ? "archived_until_condition_met"
                                                     : "archived_forever";
}

/// Source: sentry/issues/update_inbox.py.
void review(issue& which, bool in_inbox, time_point now) {
    if (in_inbox && !which.is_for_review(now)) which.inbox = inbox_entry{inbox_entry::manual, now};
    if (in_inbox) return;
    which.inbox.reset();
    if (which.status == "unresolved") which.substatus = "ongoing";
}

void change_one(issue& which, const issue_change& what, time_point now) {
    // What is resolved already stays as it was. Source: update.py: only where the status differs.
    if (what.status.substr(0, 8) == "resolved" && which.status != "resolved")
        resolve(which, what.resolution);
    if (what.status == "unresolved" && which.status != "unresolved")
        reopen(which, what.substatus.empty() ? "ongoing" : what.substatus, now);
    if (what.status == "ignored" || what.status == "muted")
        ignore(which, what.snooze, archive_substatus(what), now);
    if (what.assigns) which.assigned_to = what.assigned_to;
    if (what.priority) which.priority = *what.priority;
    if (what.has_seen) which.has_seen = *what.has_seen;
    if (what.is_bookmarked) which.is_bookmarked = *what.is_bookmarked;
    if (what.is_subscribed) which.is_subscribed = *what.is_subscribed;
    if (what.is_public) which.is_public = *what.is_public;
    if (what.in_inbox) review(which, *what.in_inbox, now);
}

/// All events in the order of their time; what comes by itself goes on for the one that stays.
void take_over(issue& into, const issue& other) {
    for (const series& each : other.events) into.events.push_back(each);
    std::stable_sort(
        into.events.begin(), into.events.end(),
        [](const series& left, const series& right) { return left.first < right.first; });
    into.told.clear();
    into.users = std::max(into.users, other.users);
    if (!into.comes_every) {
        into.comes_every = other.comes_every;
        into.comes_next = other.comes_next;
    }
    for (const std::string& each : other.environments)
        if (std::find(into.environments.begin(), into.environments.end(), each) ==
            into.environments.end())
            into.environments.push_back(each);
}

/// Into the one that was seen most often. Source: sentry/api/helpers/group_index/update.py,
/// handle_merge.
object merge(call& from, const std::vector<issue*>& all) {
    const issue* const largest =
        *std::max_element(all.begin(), all.end(), [](const issue* left, const issue* right) {
            return left->count() != right->count() ? left->count() < right->count()
                                                   : left->id < right->id;
        });
    const std::string parent = largest->id;
    std::vector<std::string> children;
    for (const issue* const each : all)
        if (each->id != parent) children.push_back(each->id);
    array shown;
    for (const std::string& each : children) {
        take_over(*from.account.find_issue(parent), *from.account.find_issue(each));
        for (auto& [old, now] : from.account.merged)
            if (now == each) now = parent;
        std::erase_if(from.account.issues, [&](const issue& one) { return one.id == each; });
        from.account.merged[each] = parent;
        shown.push_back(text_value(each));
    }
    return {{"parent", parent}, {"children", std::move(shown)}};
}

/// What was changed, as it was asked for. Source: update.py: the result of a bulk change.
object echo_of(const issue_change& what, const account_state& account) {
    object made;
    if (!what.status.empty()) {
        const bool resolves = what.status.substr(0, 8) == "resolved";
        made["status"] = resolves                 ? std::string("resolved")
                         : what.status == "muted" ? std::string("ignored")
                                                  : what.status;
        object details;
        if (what.resolution.in_next_release) details["inNextRelease"] = true;
        if (what.resolution.in_release) details["inRelease"] = *what.resolution.in_release;
        const snooze& quiet = what.snooze;
        if (quiet.until) details["ignoreUntil"] = iso_time(*quiet.until);
        if (quiet.count) details["ignoreCount"] = *quiet.count;
        if (quiet.users) details["ignoreUserCount"] = *quiet.users;
        made["statusDetails"] = std::move(details);
        made["substatus"] = resolves ? value() : value(text_value(what.substatus));
        if (what.status != "unresolved") made["inbox"] = nullptr;
    }
    if (what.assigns) made["assignedTo"] = show_actor(what.assigned_to, account);
    if (what.priority) made["priority"] = *what.priority;
    if (what.has_seen) made["hasSeen"] = *what.has_seen;
    if (what.is_bookmarked) made["isBookmarked"] = *what.is_bookmarked;
    if (what.is_subscribed) made["isSubscribed"] = *what.is_subscribed;
    if (what.is_public) made["isPublic"] = *what.is_public;
    if (what.in_inbox) made["inbox"] = *what.in_inbox;
    return made;
}

answer delete_all(call& from, const project* of) {
    const auto all = changed_issues(from, of);
    std::vector<std::string> ids;
    for (const issue* const each : all) ids.push_back(each->id);
    for (const std::string& each : ids) from.account.delete_issue(each, from.now);
    return {204};
}

answer change_all(call& from, const project* of) {
    const auto all = changed_issues(from, of);
    if (all.empty()) return {204};
    const issue_change what = read_change(from, all);
    if (what.discards) return delete_all(from, of);
    for (issue* const each : all) change_one(*each, what, from.now);
    object echoed = echo_of(what, from.account);
    if (what.merges && all.size() > 1) echoed["merge"] = merge(from, all);
    return {200, std::move(echoed)};
}

} // namespace

answer update_issue(call& from) {
    issue& which = from.issue_at(1);
    const issue_change what = read_change(from, {&which});
    if (what.discards) {
        from.account.delete_issue(std::string(which.id), from.now);
        return {204};
    }
    change_one(which, what, from.now);
    return {200, show_whole(which, from.account, own_url(from.what), from.now)};
}

answer update_issues(call& from) { return change_all(from, nullptr); }

answer update_issues_of_project(call& from) {
    const project& of = from.project_at(1);
    return change_all(from, &of);
}

/// It is removed later, but gone for whoever asks. Source: sentry/issues/endpoints/bases/group.py,
/// EXCLUDED_STATUSES.
answer delete_issue(call& from) {
    from.account.delete_issue(std::string(from.issue_at(1).id), from.now);
    return {202};
}

answer delete_issues(call& from) { return delete_all(from, nullptr); }

answer delete_issues_of_project(call& from) {
    const project& of = from.project_at(1);
    return delete_all(from, &of);
}

} // namespace chatops::mocks::sentry
