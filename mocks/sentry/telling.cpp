#include "mocks/sentry/telling.hpp"

#include "mocks/common/json.hpp"
#include "mocks/sentry/arrivals.hpp"

#include <algorithm>
#include <utility>

namespace chatops::mocks::sentry {
namespace {

http::response not_told() {
    return control_error(400, "expected {\"project\": \"acme\", \"value\": \"what went wrong\"} or "
                              "{\"issue\": \"ACME-1\"}");
}

issue* known_issue(account_state& account, const object& body) {
    const std::string_view named = text_of(body, "issue");
    if (!named.empty()) return account.find_issue_called(named);
    for (issue& each : account.issues)
        if (each.project == text_of(body, "project") && each.type == text_of(body, "type") &&
            each.value == text_of(body, "value") && each.culprit == text_of(body, "culprit"))
            return &each;
    return nullptr;
}

issue new_issue(account_state& account, project& of, const object& body, time_point now) {
    issue made;
    made.id = account.new_id();
    made.number = ++of.issues_made;
    made.project = of.slug;
    made.type = text_of(body, "type");
    made.value = text_of(body, "value");
    made.culprit = text_of(body, "culprit");
    made.platform = of.platform;
    if (const std::string_view level = text_of(body, "level"); !level.empty()) made.level = level;
    const std::string_view environment = text_of(body, "environment");
    made.environments = {environment.empty() ? "production" : std::string(environment)};
    made.users = number_of(body, "users", 1);
    made.substatus = "new";
    made.inbox = inbox_entry{inbox_entry::is_new, now};
    made.changed_at = now;
    if (const array* const frames = array_of(body, "frames"))
        for (const value& each : *frames)
            if (const object* const frame = each.if_object())
                made.frames.push_back(
                    {std::string(text_of(*frame, "file")), std::string(text_of(*frame, "function")),
                     static_cast<int>(number_of(*frame, "line", 1)), !is_true(*frame, "library")});
    return made;
}

/// An environment is known once an event came from it.
void note_environment(account_state& account, const issue& of, std::string_view name) {
    project* const where = account.find_project(of.project);
    if (where == nullptr || name.empty()) return;
    auto& known = where->environments;
    if (std::find(known.begin(), known.end(), name) == known.end()) known.emplace_back(name);
}

told_event event_in(const object& body) {
    told_event made;
    const auto optional_member = [&](std::string_view name) -> std::optional<std::string> {
        const std::string_view text = text_of(body, name);
        if (text.empty()) return std::nullopt;
        return std::string(text);
    };
    made.message = optional_member("message");
    made.environment = optional_member("environment");
    made.release = optional_member("release");
    if (const object* const tags = object_of(body, "tags"))
        for (const auto& [key, given] : *tags)
            if (given.is_string())
                made.tags.emplace_back(std::string(key.data(), key.size()),
                                       std::string(view(given.get_string())));
    return made;
}

} // namespace

http::response tell_events(account_state& account, const http::request& what, time_point now) {
    const auto body = object_body(what);
    if (!body) return not_told();
    issue* which = known_issue(account, *body);
    const bool is_new = which == nullptr;
    if (is_new) {
        project* const of = account.find_project(text_of(*body, "project"));
        const bool says_something =
            !text_of(*body, "type").empty() || !text_of(*body, "value").empty();
        if (of == nullptr || !says_something || !text_of(*body, "issue").empty()) return not_told();
        account.issues.push_back(new_issue(account, *of, *body, now));
        which = &account.issues.back();
    }
    note_environment(account, *which, text_of(*body, "environment"));
    const std::int64_t count =
        std::clamp<std::int64_t>(number_of(*body, "count", 1), 1, limits::told_events);
    for (std::int64_t i = 0; i < count; ++i) happen(account, *which, event_in(*body), now);
    return json_response(200, object{{"ok", true},
                                     {"issue", account.short_id_of(*which)},
                                     {"id", which->id},
                                     {"event", event_id_of(*which, which->count() - 1)},
                                     {"is_new", is_new}});
}

} // namespace chatops::mocks::sentry
