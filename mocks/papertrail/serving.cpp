#include "mocks/papertrail/serving.hpp"

#include "chatops/core/base64.hpp"
#include "chatops/core/digest.hpp"
#include "chatops/core/time.hpp"
#include "mocks/papertrail/archives.hpp"
#include "mocks/papertrail/call.hpp"
#include "mocks/papertrail/routing.hpp"

#include <utility>

namespace chatops::mocks::papertrail {
namespace {

/// `Basic` with the owner's address and password.
bool is_basic(std::string_view header, const account_state& account) {
    constexpr std::string_view scheme = "Basic ";
    if (!http::equal_without_case(header.substr(0, scheme.size()), scheme)) return false;
    const std::string pair = from_base64(trimmed(header.substr(scheme.size()))).value_or("");
    const auto colon = pair.find(':');
    if (colon == std::string::npos) return false;
    const std::string secret = pair.substr(colon + 1);
    const std::string& password = account.given.password;
    return pair.substr(0, colon) == account.given.owner_email && !password.empty() &&
           constant_time_equal(secret, password);
}

void check_credentials(const http::request& what, const account_state& account) {
    const std::string_view token = trimmed(what.headers.get("X-Papertrail-Token"));
    if (!token.empty() && constant_time_equal(std::string(token), account.given.token)) return;
    if (!is_basic(trimmed(what.headers.get("Authorization")), account)) throw unauthorized();
}

/// [?] for the names.
void add_common_headers(http::response& made, account_state& account, time_point now) {
    made.headers.add("Date", format_http_time(now));
    made.headers.add("X-Request-Id", account.new_request_id());
    made.headers.add("X-Rate-Limit-Limit", std::to_string(limits::rate_requests));
    made.headers.add("X-Rate-Limit-Remaining", std::to_string(account.rate.left()));
    made.headers.add("X-Rate-Limit-Reset", std::to_string(account.rate.seconds_left(now)));
    made.headers.add("Cache-Control", "max-age=0, private, must-revalidate");
    made.headers.add("Access-Control-Allow-Origin", "*");
}

/// What a browser asks before it sends a request of another page's; no token is there yet.
/// Source: help.papertrailapp.com, "HTTP API": other origins may ask; [?] for all but that.
http::response preflight() {
    http::response made;
    made.status = 204;
    made.headers.add("Access-Control-Allow-Origin", "*");
    made.headers.add("Access-Control-Allow-Methods", "GET, POST, PUT, DELETE, OPTIONS");
    made.headers.add("Access-Control-Allow-Headers",
                     "X-Papertrail-Token, Authorization, Content-Type");
    made.headers.add("Access-Control-Max-Age", "86400");
    return made;
}

http::response answer_call(account_state& account, const http::request& what, time_point now) {
    check_credentials(what, account);
    if (!account.rate.take(now)) throw rate_limited();
    const std::string_view method = what.method == "HEAD" ? "GET" : std::string_view(what.method);
    auto route = find_route(method, what.path());
    if (!route) throw no_such_endpoint();
    call made{account, now, what, std::move(route->words), read_parameters(what)};
    answer given = route->run(made);
    http::response response = json_response(given.status, given.body);
    for (const auto& [name, text] : given.headers) response.headers.add(name, text);
    return response;
}

} // namespace

http::response refusal_response(account_state& account, const refused& why, time_point now) {
    http::response made = json_response(why.status(), object{{"message", why.what()}});
    add_common_headers(made, account, now);
    return made;
}

http::response serve(account_state& account, const http::request& what, time_point now) {
    if (what.method == "OPTIONS") return preflight();
    http::response made;
    if (auto file = archive_file(account, what, now)) {
        made = *std::move(file);
        if (what.method == "HEAD") made.body.clear();
        return made;
    }
    try {
        made = answer_call(account, what, now);
        add_common_headers(made, account, now);
    } catch (const refused& why) {
        made = refusal_response(account, why, now);
    }
    if (what.method == "HEAD") made.body.clear();
    return made;
}

} // namespace chatops::mocks::papertrail
