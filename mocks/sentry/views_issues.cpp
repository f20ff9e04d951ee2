// Issues and events in the API's JSON.
#include "mocks/common/text.hpp"
#include "mocks/sentry/times.hpp"
#include "mocks/sentry/views.hpp"

#include <algorithm>
#include <chrono>

namespace chatops::mocks::sentry {
namespace {

object issue_metadata(const issue& one) {
    if (one.type.empty()) return {{"title", one.value}};
    object made{{"type", one.type}, {"value", one.value}};
    if (!one.frames.empty()) {
        made["filename"] = one.frames.back().file;
        made["function"] = one.frames.back().function;
    }
    return made;
}

std::int64_t seconds_of(time_point when) {
    return std::chrono::duration_cast<std::chrono::seconds>(when.time_since_epoch()).count();
}

const told_event* told_of(const issue& of, std::int64_t number) {
    const auto found = of.told.find(number);
    return found == of.told.end() ? nullptr : &found->second;
}

std::string release_of_event(const issue& of, std::int64_t number, const account_state& account) {
    if (const told_event* const told = told_of(of, number); told != nullptr && told->release)
        return *told->release;
    const release* const in_force = account.release_at(of.project, of.time_of(number));
    return in_force == nullptr ? std::string() : in_force->version;
}

value user_of_event(const issue& of, std::int64_t number) {
    if (of.users == 0) return nullptr;
    const std::string id = std::to_string(1 + number % of.users);
    return object{{"id", id},
                  {"email", "visitor-" + id + "@client.example"},
                  {"username", nullptr},
                  {"ip_address", nullptr},
                  {"name", nullptr},
                  {"data", nullptr}};
}

std::string message_of_event(const issue& of, std::int64_t number) {
    const told_event* const told = told_of(of, number);
    return told != nullptr && told->message ? *told->message : of.title();
}

object frame_of(const seed_frame& one) {
    return {{"filename", one.file},   {"absPath", "/app/" + one.file},
            {"module", nullptr},      {"package", nullptr},
            {"platform", nullptr},    {"instructionAddr", nullptr},
            {"symbolAddr", nullptr},  {"function", one.function},
            {"rawFunction", nullptr}, {"symbol", nullptr},
            {"context", array{}},     {"lineNo", one.line},
            {"colNo", nullptr},       {"inApp", one.in_app},
            {"trust", nullptr},       {"errors", nullptr},
            {"vars", nullptr},        {"lock", nullptr},
            {"sourceLink", nullptr}};
}

array entries_of(const issue& of, std::int64_t number) {
    if (of.type.empty())
        return {
            object{{"type", "message"}, {"data", {{"formatted", message_of_event(of, number)}}}}};
    array frames;
    for (const seed_frame& each : of.frames) frames.push_back(frame_of(each));
    object exception{{"type", of.type},
                     {"value", of.value},
                     {"mechanism", nullptr},
                     {"threadId", nullptr},
                     {"module", nullptr},
                     {"rawStacktrace", nullptr},
                     {"stacktrace", frames.empty() ? value()
                                                   : value(object{{"frames", std::move(frames)},
                                                                  {"framesOmitted", nullptr},
                                                                  {"registers", nullptr},
                                                                  {"hasSystemFrames", false}})}};
    return {object{{"type", "exception"},
                   {"data",
                    {{"values", array{std::move(exception)}},
                     {"excOmitted", nullptr},
                     {"hasSystemFrames", false}}}}};
}

} // namespace

value show_actor(const std::optional<assignee>& who, const account_state& account) {
    if (!who) return nullptr;
    if (who->is_team) {
        const team* const of = account.find_team(who->id);
        return object{{"type", "team"}, {"id", who->id}, {"name", of == nullptr ? "" : of->slug}};
    }
    const membership* const of = account.find_member(who->id);
    return object{{"type", "user"},
                  {"id", who->id},
                  {"name", of == nullptr ? "" : of->user.name},
                  {"email", of == nullptr ? "" : of->user.email}};
}

object show_status_details(const issue& one, const account_state& account) {
    object made;
    const auto add_actor = [&](const std::string& by) {
        if (const membership* const who = account.find_member(by)) made["actor"] = show(who->user);
    };
    if (one.status == "resolved" && one.resolution &&
        (one.resolution->in_release || one.resolution->in_next_release)) {
        if (one.resolution->in_next_release)
            made["inNextRelease"] = true;
        else
            made["inRelease"] = *one.resolution->in_release;
        add_actor(one.resolution->by);
    }
    if (one.status != "ignored" || !one.snooze) return made;
    const snooze& quiet = *one.snooze;
    const auto minutes = [](const std::optional<duration>& window) {
        return window ? value(std::chrono::duration_cast<std::chrono::minutes>(*window).count())
                      : value();
    };
    const bool is_for_ever = !quiet.until && !quiet.count && !quiet.users;
    if (is_for_ever) return made;
    // What is left of it. Source: sentry/api/serializers/models/group.py, _get_status.
    made["ignoreCount"] =
        quiet.count ? value(*quiet.count - (quiet.window ? 0 : one.count() - quiet.count_before))
                    : value();
    made["ignoreWindow"] = minutes(quiet.window);
    made["ignoreUserCount"] =
        quiet.users
            ? value(*quiet.users - (quiet.user_window ? 0 : one.user_count() - quiet.users_before))
            : value();
    made["ignoreUserWindow"] = minutes(quiet.user_window);
    made["ignoreUntil"] = quiet.until ? value(text_value(iso_time(*quiet.until))) : value();
    add_actor(quiet.by);
    return made;
}

value show_inbox(const issue& one, time_point now) {
    if (!one.is_for_review(now)) return nullptr;
    return object{{"reason", static_cast<int>(one.inbox->reason)},
                  {"reason_details", nullptr},
                  {"date_added", iso_time(one.inbox->since)}};
}

object show(const issue& one, const account_state& account, std::string_view base) {
    const project* const of = account.find_project(one.project);
    const std::string id = of == nullptr ? std::string() : of->id;
    return {
        {"id", one.id},
        {"shareId", one.is_public ? value(text_value(event_id_of(one, 0))) : value()},
        {"shortId", account.short_id_of(one)},
        {"title", one.title()},
        {"culprit", one.culprit},
        {"permalink",
         std::string(base) + "/organizations/" + account.organization + "/issues/" + one.id + "/"},
        {"logger", nullptr},
        {"level", one.level},
        {"status", one.status},
        {"statusDetails", show_status_details(one, account)},
        {"substatus", one.substatus.empty() ? value() : value(text_value(one.substatus))},
        {"isPublic", one.is_public},
        {"platform", one.platform},
        {"project",
         {{"id", id}, {"name", one.project}, {"slug", one.project}, {"platform", one.platform}}},
        {"type", one.type.empty() ? "default" : "error"},
        {"metadata", issue_metadata(one)},
        {"numComments", 0},
        {"assignedTo", show_actor(one.assigned_to, account)},
        {"isBookmarked", one.is_bookmarked},
        {"isSubscribed", one.is_subscribed},
        {"subscriptionDetails", nullptr},
        {"hasSeen", one.has_seen},
        {"annotations", array{}},
        {"issueType", "error"},
        {"issueCategory", "error"},
        {"priority", one.priority},
        {"priorityLockedAt", nullptr},
        {"isUnhandled", one.level == "fatal" || one.level == "error"},
        // As text: it may be more than a number of JavaScript's holds.
        {"count", std::to_string(one.count())},
        {"userCount", one.user_count()},
        {"firstSeen", iso_time(one.first_seen())},
        {"lastSeen", iso_time(one.last_seen())}};
}

array show_counts(const issue& one, duration interval, int intervals, time_point now) {
    const std::int64_t length = std::chrono::duration_cast<std::chrono::seconds>(interval).count();
    const std::int64_t last = seconds_of(now) / length * length;
    array made;
    for (int i = intervals - 1; i >= 0; --i) {
        const time_point from{std::chrono::seconds(last - i * length)};
        made.push_back(array{last - i * length, one.events_between(from, from + interval)});
    }
    return made;
}

object show_whole(const issue& one, const account_state& account, std::string_view base,
                  time_point now) {
    object made = show(one, account, base);
    made["stats"] = object{{"24h", show_counts(one, std::chrono::hours(1), 24, now)},
                           {"30d", show_counts(one, std::chrono::hours(24), 30, now)}};
    array tags;
    const auto add_tag = [&](std::string_view key, std::size_t values) {
        tags.push_back(
            object{{"key", text_value(key)}, {"name", text_value(key)}, {"totalValues", values}});
    };
    add_tag("environment", one.environments.size());
    add_tag("level", 1);
    for (const auto& [key, values] : one.tags) add_tag(key, values.size());
    made["tags"] = std::move(tags);
    const auto release_value = [&](time_point when) {
        const release* const of = account.release_at(one.project, when);
        return of == nullptr ? value() : value(show(*of, account));
    };
    made["firstRelease"] = release_value(one.first_seen());
    made["lastRelease"] = release_value(one.last_seen());
    made["activity"] = array{object{{"id", "0"},
                                    {"type", one.status == "resolved"       ? "set_resolved"
                                             : one.status == "ignored"      ? "set_ignored"
                                             : one.substatus == "regressed" ? "set_regression"
                                                                            : "first_seen"},
                                    {"user", nullptr},
                                    {"data", object{}},
                                    {"dateCreated", iso_time(one.changed_at)}}};
    made["participants"] = array{};
    made["seenBy"] = array{};
    made["pluginActions"] = array{};
    made["pluginIssues"] = array{};
    made["pluginContexts"] = array{};
    made["userReportCount"] = 0;
    return made;
}

std::vector<std::pair<std::string, std::string>> tags_of_event(const issue& of, std::int64_t number,
                                                               const account_state& account) {
    const told_event* const told = told_of(of, number);
    std::vector<std::pair<std::string, std::string>> all;
    const auto nth = [&](const std::vector<std::string>& values) {
        return values[static_cast<std::size_t>(number) % values.size()];
    };
    if (told != nullptr && told->environment)
        all.emplace_back("environment", *told->environment);
    else if (!of.environments.empty())
        all.emplace_back("environment", nth(of.environments));
    all.emplace_back("level", of.level);
    const std::string version = release_of_event(of, number, account);
    if (!version.empty()) all.emplace_back("release", version);
    for (const auto& [key, values] : of.tags)
        if (!values.empty()) all.emplace_back(key, nth(values));
    if (told == nullptr) return all;
    for (const auto& said : told->tags) {
        std::erase_if(all, [&](const auto& each) { return each.first == said.first; });
        all.push_back(said);
    }
    return all;
}

object show_event(const issue& of, std::int64_t number, const account_state& account) {
    const project* const at = account.find_project(of.project);
    array tags;
    for (const auto& [key, given] : tags_of_event(of, number, account))
        tags.push_back(object{{"key", key}, {"value", given}});
    const std::string id = event_id_of(of, number);
    return {{"id", id},
            {"eventID", id},
            {"groupID", of.id},
            {"projectID", at == nullptr ? std::string() : at->id},
            {"event.type", of.type.empty() ? "default" : "error"},
            {"title", of.title()},
            {"message", message_of_event(of, number)},
            {"location", of.frames.empty() ? value() : value(text_value(of.frames.back().file))},
            {"culprit", of.culprit},
            {"user", user_of_event(of, number)},
            {"tags", std::move(tags)},
            {"platform", of.platform},
            {"dateCreated", iso_time(of.time_of(number))},
            {"crashFile", nullptr},
            {"metadata", issue_metadata(of)}};
}

object show_whole_event(const issue& of, std::int64_t number, const account_state& account,
                        std::string_view base) {
    object made = show_event(of, number, account);
    made["type"] = of.type.empty() ? "default" : "error";
    made["size"] = 1'024;
    made["dist"] = nullptr;
    made["entries"] = entries_of(of, number);
    made["contexts"] = object{};
    made["context"] = object{};
    made["packages"] = object{};
    made["sdk"] = nullptr;
    made["errors"] = array{};
    made["fingerprints"] = array{text_value(event_id_of(of, 0))};
    made["groupingConfig"] = object{};
    made["dateReceived"] = made.at("dateCreated");
    made["userReport"] = nullptr;
    made["occurrence"] = nullptr;
    const std::string version = release_of_event(of, number, account);
    const release* const at = account.find_release(version);
    made["release"] = at == nullptr ? value() : value(show(*at, account));
    made["nextEventID"] =
        number + 1 < of.count() ? value(text_value(event_id_of(of, number + 1))) : value();
    made["previousEventID"] = number > 0 ? value(text_value(event_id_of(of, number - 1))) : value();
    made["permalink"] = std::string(base) + "/organizations/" + account.organization + "/issues/" +
                        of.id + "/events/" + event_id_of(of, number) + "/";
    return made;
}

} // namespace chatops::mocks::sentry
