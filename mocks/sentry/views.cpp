#include "mocks/sentry/views.hpp"

#include "mocks/common/text.hpp"
#include "mocks/sentry/times.hpp"

#include <algorithm>

namespace chatops::mocks::sentry {
namespace {

array texts(const std::vector<std::string>& all) {
    array made;
    for (const std::string& each : all) made.push_back(text_value(each));
    return made;
}

value optional_text(const std::optional<std::string>& text) {
    return text ? value(text_value(*text)) : value();
}
value optional_time(const std::optional<time_point>& when) {
    return when ? value(text_value(iso_time(*when))) : value();
}

object avatar() {
    return {{"avatarType", "letter_avatar"}, {"avatarUuid", nullptr}, {"avatarUrl", nullptr}};
}

/// `acme@1.4.2` is 1.4.2; a commit is shown by its beginning.
/// Source: getsentry/sentry, js/utils: formatVersion.
std::string short_version(const std::string& version) {
    constexpr std::size_t whole_commit = 40;
    constexpr std::size_t short_commit = 12;
    if (version.size() == whole_commit) return version.substr(0, short_commit);
    const auto at = version.find('@');
    return at == std::string::npos ? version : version.substr(at + 1);
}

object project_summary(const project& one) {
    return {{"id", one.id},
            {"slug", one.slug},
            {"name", one.slug},
            {"platform", one.platform},
            {"platforms", array{text_value(one.platform)}},
            {"hasHealthData", false}};
}

} // namespace

object show(const user& one) {
    return {{"id", one.id},
            {"name", one.name},
            {"username", one.email},
            {"email", one.email},
            {"avatarUrl", nullptr},
            {"avatar", avatar()},
            {"isActive", true},
            {"hasPasswordAuth", true},
            {"isManaged", false},
            {"dateJoined", nullptr},
            {"lastLogin", nullptr},
            {"has2fa", false},
            {"lastActive", nullptr},
            {"isSuperuser", false},
            {"isStaff", false},
            {"experiments", object{}},
            {"emails", array{object{{"id", one.id}, {"email", one.email}, {"is_verified", true}}}}};
}

object show(const membership& one) {
    return {{"id", one.id},
            {"email", one.user.email},
            {"name", one.user.name},
            // Somebody who was invited is nobody yet.
            {"user", one.pending ? value() : value(show(one.user))},
            {"role", one.role},
            {"orgRole", one.role},
            {"roleName", one.role},
            {"pending", one.pending},
            {"expired", false},
            {"flags",
             {{"idp:provisioned", false},
              {"idp:role-restricted", false},
              {"sso:linked", false},
              {"sso:invalid", false},
              {"member-limit:restricted", false}}},
            {"dateCreated", iso_time(one.created_at)},
            {"inviteStatus", "approved"},
            {"inviterName", nullptr},
            {"teams", texts(one.teams)}};
}

object show(const team& one) {
    return {{"id", one.id},
            {"slug", one.slug},
            {"name", one.slug},
            {"dateCreated", iso_time(one.created_at)},
            {"isMember", true},
            {"teamRole", "contributor"},
            {"flags", {{"idp:provisioned", false}}},
            {"access", array{"team:read", "team:write", "project:read"}},
            {"hasAccess", true},
            {"isPending", false},
            {"memberCount", 0},
            {"avatar", avatar()}};
}

object show(const project& one, const account_state& account) {
    array teams;
    for (const std::string& each : one.teams)
        if (const team* const of = account.find_team(each))
            teams.push_back(object{{"id", of->id}, {"slug", of->slug}, {"name", of->slug}});
    value first_event;
    for (const issue& each : account.issues)
        if (each.project == one.slug && (first_event.is_null()))
            first_event = text_value(iso_time(each.first_seen()));
    object made = project_summary(one);
    made["dateCreated"] = iso_time(one.created_at);
    made["isBookmarked"] = false;
    made["isMember"] = true;
    made["hasAccess"] = true;
    made["isPublic"] = false;
    made["isInternal"] = false;
    made["access"] = array{"project:read", "project:write", "event:read", "event:write"};
    made["features"] = array{"releases"};
    made["firstEvent"] = std::move(first_event);
    made["firstTransactionEvent"] = false;
    made["hasSessions"] = false;
    made["status"] = "active";
    made["color"] = "#3fbf7f";
    made["avatar"] = avatar();
    made["team"] = teams.empty() ? value() : teams.front();
    made["teams"] = std::move(teams);
    return made;
}

object show_whole(const project& one, const account_state& account) {
    object made = show(one, account);
    made["organization"] = show_organization_of(account);
    made["options"] = object{};
    made["resolveAge"] = 0;
    const release* const newest = account.release_at(one.slug, time_point::max());
    made["latestRelease"] =
        newest == nullptr ? value() : value(object{{"version", newest->version}});
    return made;
}

object show_organization_of(const account_state& account) {
    return {{"id", account.organization_id},
            {"slug", account.organization},
            {"name", account.organization},
            {"dateCreated", iso_time(account.created_at)},
            {"status", {{"id", "active"}, {"name", "active"}}},
            {"isEarlyAdopter", false},
            {"require2FA", false},
            {"avatar", avatar()},
            {"features", array{}},
            {"links",
             {{"organizationUrl", "https://" + account.organization + ".sentry.io"},
              {"regionUrl", "https://us.sentry.io"}}}};
}

object show(const client_key& one, const project& of) {
    const std::string host = "o1.ingest.sentry.io/" + of.id;
    const std::string dsn = "https://" + one.public_key + '@' + host;
    return {{"id", one.public_key},
            {"name", one.name},
            {"label", one.name},
            {"public", one.public_key},
            {"secret", one.secret_key},
            {"projectId", std::stoll(of.id)},
            {"isActive", one.is_active},
            {"rateLimit", nullptr},
            {"dateCreated", iso_time(one.created_at)},
            {"browserSdkVersion", "8.x"},
            {"browserSdk", {{"choices", array{}}}},
            {"dynamicSdkLoaderOptions",
             {{"hasReplay", false}, {"hasPerformance", false}, {"hasDebug", false}}},
            {"dsn",
             {{"public", dsn},
              {"secret", "https://" + one.public_key + ':' + one.secret_key + '@' + host},
              {"csp", "https://" + host + "/csp-report/?sentry_key=" + one.public_key},
              {"security", "https://" + host + "/security/?sentry_key=" + one.public_key},
              {"minidump", "https://" + host + "/minidump/?sentry_key=" + one.public_key},
              {"cdn", "https://js.sentry-cdn.com/" + one.public_key + ".min.js"}}}};
}

object show_environment(std::string_view name, std::size_t number) {
    return {{"id", std::to_string(number)}, {"name", text_value(name)}, {"isHidden", false}};
}

object show(const deploy& one) {
    return {{"id", one.id},
            {"environment", one.environment},
            {"name", optional_text(one.name)},
            {"url", optional_text(one.url)},
            {"dateStarted", optional_time(one.started_at)},
            {"dateFinished", iso_time(one.finished_at)}};
}

object show(const release& one, const account_state& account) {
    array projects;
    std::int64_t new_groups = 0;
    std::optional<time_point> first;
    std::optional<time_point> last;
    for (const std::string& each : one.projects) {
        const project* const of = account.find_project(each);
        if (of == nullptr) continue;
        object shown = project_summary(*of);
        shown["newGroups"] = 0;
        projects.push_back(std::move(shown));
    }
    for (const issue& each : account.issues) {
        const release* const began = account.release_at(each.project, each.first_seen());
        if (began == &one) ++new_groups;
        const release* const next = account.release_after(each.project, one.in_force_since());
        if (!one.is_of(each.project)) continue;
        const time_point end = next == nullptr ? time_point::max() : next->in_force_since();
        if (each.events_between(one.in_force_since(), end) == 0) continue;
        first = first ? std::min(*first, one.in_force_since()) : one.in_force_since();
        last = std::max(last.value_or(*first), std::min(each.last_seen(), end));
    }
    return {{"id", std::stoll(one.id)},
            {"version", one.version},
            {"shortVersion", short_version(one.version)},
            {"versionInfo",
             {{"description", short_version(one.version)},
              {"package", nullptr},
              {"buildHash", nullptr},
              {"version", {{"raw", one.version}}}}},
            {"status", one.status},
            {"ref", optional_text(one.ref)},
            {"url", optional_text(one.url)},
            {"dateCreated", iso_time(one.created_at)},
            {"dateReleased", optional_time(one.released_at)},
            {"data", object{}},
            {"newGroups", new_groups},
            {"owner", nullptr},
            {"commitCount", one.commits},
            {"lastCommit", nullptr},
            {"deployCount", one.deploys.size()},
            {"lastDeploy", one.deploys.empty() ? value() : value(show(one.deploys.back()))},
            {"authors", array{}},
            {"firstEvent", optional_time(first)},
            {"lastEvent", optional_time(last)},
            {"userAgent", nullptr},
            {"projects", std::move(projects)}};
}

object show_config(const monitor& one) {
    return {{"schedule_type", "crontab"}, {"schedule", one.crontab}, {"checkin_margin", 1},
            {"max_runtime", 30},          {"timezone", "UTC"},       {"failure_issue_threshold", 1},
            {"recovery_threshold", 1},    {"alert_rule_id", nullptr}};
}

object show(const monitor& one, const account_state& account, time_point now) {
    const project* const of = account.find_project(one.project);
    // By its clock, unless nobody waited for it then.
    const auto run = one.last_run(now);
    const std::int64_t runs = (now - one.created_at) / one.every;
    const std::string next = iso_time(one.time_of_run(runs + 1));
    object environment{
        {"name", one.environment},
        {"status", one.status == "disabled" ? "disabled" : one.last_status},
        {"isMuted", one.is_muted},
        {"dateCreated", iso_time(one.created_at)},
        {"lastCheckIn", run ? value(text_value(iso_time(one.time_of_run(*run)))) : value()},
        {"nextCheckIn", next},
        {"nextCheckInLatest", next},
        {"activeIncident", nullptr}};
    return {{"id", one.guid},
            {"slug", one.slug},
            {"name", one.name},
            {"status", one.status},
            {"isMuted", one.is_muted},
            {"isUpserting", false},
            {"owner", nullptr},
            {"dateCreated", iso_time(one.created_at)},
            {"config", show_config(one)},
            {"project", of == nullptr ? value() : value(show(*of, account))},
            {"environments", array{std::move(environment)}}};
}

} // namespace chatops::mocks::sentry
