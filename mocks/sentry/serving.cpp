#include "mocks/sentry/serving.hpp"

#include "chatops/core/time.hpp"
#include "mocks/sentry/gatekeeping.hpp"
#include "mocks/sentry/routing.hpp"

#include <utility>

namespace chatops::mocks::sentry {
namespace {

constexpr std::string_view api = "/api/0";

void add_rate_headers(http::response& made, const rate_left& left) {
    const std::string prefix = "X-Sentry-Rate-Limit-";
    made.headers.add(prefix + "Limit", std::to_string(left.allowed.requests));
    made.headers.add(prefix + "Remaining", std::to_string(left.remaining));
    made.headers.add(prefix + "Reset", std::to_string(left.resets_at_seconds));
    made.headers.add(prefix + "ConcurrentLimit", std::to_string(limits::concurrent_requests));
    made.headers.add(prefix + "ConcurrentRemaining",
                     std::to_string(limits::concurrent_requests - 1));
}

void write_json(http::response& made, int status, const value& body) {
    made.status = status;
    if (body.is_null()) return;
    made.headers.set("Content-Type", "application/json");
    made.body = json::text(body);
}

/// Source: sentry/api/endpoints/catchall.py.
http::response no_such_route(const http::request& what) {
    http::response made;
    const std::string path(what.path());
    if (!path.empty() && path.back() == '/') {
        made.status = 404;
        return made;
    }
    const std::string help = "Route not found, did you forget a trailing slash?";
    const std::string suggestion = "try: " + path + "/";
    constexpr std::string_view json_type = "application/json";
    if (what.headers.get("Content-Type").substr(0, json_type.size()) == json_type) {
        write_json(made, 404, object{{"info", help + ' ' + suggestion}});
        return made;
    }
    made.status = 404;
    made.headers.set("Content-Type", "text/plain");
    made.body = help + "\n\n" + suggestion + '\n' + std::string(suggestion.size() - 1, ' ') + "^\n";
    return made;
}

/// The organization of the path is the one that there is.
void check_organization(const call& from) {
    const std::string_view path = from.what.path().substr(api.size());
    const bool names_one = path.substr(0, 15) == "/organizations/" ||
                           path.substr(0, 10) == "/projects/" || path.substr(0, 7) == "/teams/";
    if (!names_one || from.words.empty()) return;
    const std::string& named = from.words.front();
    if (named != from.account.organization && named != from.account.organization_id)
        throw not_found();
}

http::response answer_call(account_state& account, const http::request& what, time_point now) {
    const std::string_view path = what.path();
    const bool is_api = path.substr(0, api.size()) == api && path.back() == '/';
    const bool reading = what.method == "GET" || what.method == "HEAD";
    const std::string_view method = reading ? std::string_view("GET") : what.method;
    auto route = is_api ? find_route(method, path.substr(api.size())) : std::nullopt;
    if (!route) return no_such_route(what);
    http::response made;
    try {
        check_credentials(what, account);
        if (route->run == nullptr) throw method_not_allowed(what.method);
    } catch (const refused& why) {
        write_json(made, why.status(), why.body());
        return made;
    }
    const rate_left left = count_request(account, *route, now);
    try {
        if (left.is_refused) throw rate_limited(left.allowed.requests, left.allowed.window.count());
        // Before anything is looked for. Source: sentry/api/base.py, Endpoint.dispatch.
        check_scopes(route->scopes, account);
        call asked{account, now, what, std::move(route->words), read_form(what.query()), {}};
        check_organization(asked);
        if (!reading) asked.body = read_body(what);
        answer given = route->run(asked);
        for (const auto& [name, text] : given.headers) made.headers.add(name, text);
        write_json(made, given.status, given.body);
    } catch (const refused& why) {
        write_json(made, why.status(), why.body());
    }
    add_rate_headers(made, left);
    return made;
}

} // namespace

http::response serve(account_state& account, const http::request& what, time_point now) {
    http::response made = answer_call(account, what, now);
    made.headers.add("Date", format_http_time(now));
    made.headers.add("Allow", "GET, POST, PUT, DELETE, HEAD, OPTIONS");
    made.headers.add("Vary", "Accept-Language, Cookie");
    if (what.method == "HEAD") made.body.clear();
    return made;
}

} // namespace chatops::mocks::sentry
