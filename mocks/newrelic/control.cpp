#include "mocks/newrelic/control.hpp"

#include "mocks/common/json.hpp"
#include "mocks/newrelic/running.hpp"

#include <string>
#include <utility>

namespace chatops::mocks::newrelic {
namespace {

http::response made_so(std::string_view name, std::string_view text) {
    object body;
    body["ok"] = true;
    body[boost::json::string_view(name.data(), name.size())] = text_value(text);
    return json_response(200, body);
}

std::optional<trouble_kind> kind_of(std::string_view name) {
    if (name.empty() || name == "errors") return trouble_kind::errors;
    if (name == "slow") return trouble_kind::slow;
    if (name == "down") return trouble_kind::down;
    return std::nullopt;
}

http::response make_trouble(account_state& account, const object& given, time_point now) {
    const application* const app = account.find_app(text_of(given, "app"));
    const auto kind = kind_of(text_of(given, "kind"));
    if (app == nullptr || !kind)
        return control_error(400, R"(expected {"app": "acme", "kind": "errors"|"slow"|"down", )"
                                  R"("for_s": 600} or {"app": "acme", "ends": true})");
    if (is_true(given, "ends")) {
        for (trouble& each : account.troubles)
            if (each.app_guid == app->guid && each.begins <= now &&
                (!each.ends || *each.ends > now))
                each.ends = now;
        return made_so("app", app->name);
    }
    trouble made{app->guid, *kind, now, std::nullopt};
    if (const std::int64_t seconds = number_of(given, "for_s", 0); seconds > 0)
        made.ends = now + std::chrono::seconds(seconds);
    account.troubles.push_back(std::move(made));
    return made_so("app", app->name);
}

http::response make_issue(account_state& account, const object& given, time_point now) {
    if (const std::string_view id = text_of(given, "close"); !id.empty()) {
        issue* const which = account.find_issue(id);
        if (which == nullptr || which->closed_at)
            return control_error(404, "no open issue has that id");
        close_issue(account, *which, "", now);
        return made_so("issueId", id);
    }
    finding what;
    what.app = account.find_app(text_of(given, "app"));
    for (const condition& each : account.conditions)
        if (each.name == text_of(given, "condition")) what.seen_by = &each;
    what.title = text_of(given, "title");
    what.priority = text_of(given, "priority");
    what.is_by_hand = true;
    if (what.app == nullptr || (what.seen_by == nullptr && what.title.empty()))
        return control_error(400, R"(expected {"app": "acme", "title": "Disk is full", )"
                                  R"("priority": "CRITICAL", "condition": …} or {"close": "ID"})");
    if (what.priority.empty() && what.seen_by == nullptr) what.priority = "CRITICAL";
    return made_so("issueId", open_incident(account, what, now).issue_id);
}

http::response make_errors(account_state& account, const object& given) {
    const std::string_view name = text_of(given, "class");
    if (name.empty())
        return control_error(400, R"(expected {"class": "TOO_MANY_REQUESTS", "count": 1})");
    account.failing_class = name;
    account.failing = static_cast<int>(number_of(given, "count", 1));
    return made_so("class", name);
}

} // namespace

std::optional<http::response> control(account_state& account, const http::request& what,
                                      time_point now) {
    if (what.method != "POST") return std::nullopt;
    const auto body = object_body(what);
    const object given = body.value_or(object{});
    if (what.path() == "/_mock/trouble") return make_trouble(account, given, now);
    if (what.path() == "/_mock/issues") return make_issue(account, given, now);
    if (what.path() == "/_mock/errors") return make_errors(account, given);
    return std::nullopt;
}

} // namespace chatops::mocks::newrelic
