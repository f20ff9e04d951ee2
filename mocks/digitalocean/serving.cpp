#include "mocks/digitalocean/serving.hpp"

#include "chatops/core/time.hpp"
#include "mocks/digitalocean/gatekeeping.hpp"
#include "mocks/digitalocean/pagination.hpp"
#include "mocks/digitalocean/routing.hpp"

#include <chrono>
#include <utility>

namespace chatops::mocks::digitalocean {
namespace {

std::int64_t whole_seconds(duration length) {
    return std::chrono::ceil<std::chrono::seconds>(length).count();
}

/// What is left of the hour, or nothing while the minute's burst is used up: only then it is said
/// how long to wait.
void add_rate(http::response& made, account_state& account, time_point now) {
    for (rate_window* const each : {&account.rate, &account.burst, &account.key_lists})
        each->pass(now);
    const bool is_refused = made.status == 429;
    const bool burst = is_refused && account.burst.is_full();
    made.headers.add("ratelimit-limit", std::to_string(limits::requests_an_hour));
    made.headers.add("ratelimit-remaining", std::to_string(burst ? 0 : account.rate.left()));
    made.headers.add("ratelimit-reset",
                     std::to_string(whole_seconds(account.rate.frees_at(now).time_since_epoch())));
    if (!is_refused || account.rate.is_full()) return;
    const rate_window& full = burst ? account.burst : account.key_lists;
    if (full.is_full())
        made.headers.add("retry-after", std::to_string(whole_seconds(full.frees_at(now) - now)));
}

void add_common_headers(http::response& made, account_state& account, std::string request_id,
                        time_point now) {
    made.headers.add("Date", format_http_time(now));
    made.headers.add("Content-Type", "application/json; charset=utf-8");
    made.headers.add("Cache-Control", "max-age=0, private, must-revalidate");
    made.headers.add("x-request-id", std::move(request_id));
    add_rate(made, account, now);
}

/// What a browser asks before it sends a request of another page's.
/// Source: specification/description.yml, Cross Origin Resource Sharing.
http::response preflight() {
    http::response made;
    made.status = 204;
    made.headers.add("Access-Control-Allow-Methods",
                     "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS");
    made.headers.add("Access-Control-Allow-Headers", "Authorization, Content-Type, X-Dangerous");
    made.headers.add("Access-Control-Max-Age", "86400");
    return made;
}

void allow_origin(http::response& made, const http::request& what) {
    const std::string_view origin = what.headers.get("Origin");
    if (origin.empty()) return;
    made.headers.add("Access-Control-Allow-Origin", origin);
    made.headers.add("Access-Control-Allow-Credentials", "true");
    made.headers.add("Access-Control-Expose-Headers",
                     "ratelimit-limit, ratelimit-remaining, ratelimit-reset, retry-after, "
                     "x-request-id");
}

http::response write(answer given, const call& from) {
    http::response made;
    made.status = given.status;
    if (!given.root.empty())
        given.body = cut_page(std::move(given.body.get_array()), given.root, from);
    if (!given.body.is_null()) made.body = json::text(given.body);
    return made;
}

http::response answer_call(account_state& account, const http::request& what, time_point now) {
    check_credentials(what, account);
    check_rate(account, now);
    const bool reading = what.method == "GET" || what.method == "HEAD";
    matched route = find_route(reading ? "GET" : what.method, what.path());
    if (route.methods.empty()) throw not_found();
    if (route.run == nullptr) throw method_not_allowed();
    call made{account, now, what, std::move(route.words), read_form(what.query()), {}};
    // Clients send `null` and `{}` with everything; what a GET carries is not looked at.
    if (!reading) made.body = read_body(what);
    return write(route.run(made), made);
}

http::response refuse(const refused& why, const std::string& request_id) {
    http::response made;
    made.status = why.status();
    made.body = json::text(
        object{{"id", why.id()}, {"message", std::string(why.what())}, {"request_id", request_id}});
    return made;
}

} // namespace

http::response refusal_response(account_state& account, const refused& why, time_point now) {
    std::string request_id = account.new_request_id();
    http::response made = refuse(why, request_id);
    add_common_headers(made, account, std::move(request_id), now);
    return made;
}

http::response serve(account_state& account, const http::request& what, time_point now) {
    http::response made;
    if (what.method == "OPTIONS") {
        made = preflight();
        allow_origin(made, what);
        return made;
    }
    std::string request_id = account.new_request_id();
    try {
        made = answer_call(account, what, now);
    } catch (const refused& why) {
        made = refuse(why, request_id);
        if (why.status() == 405)
            made.headers.add("Allow", find_route(what.method, what.path()).methods);
    }
    add_common_headers(made, account, std::move(request_id), now);
    allow_origin(made, what);
    if (what.method == "HEAD") made.body.clear();
    return made;
}

} // namespace chatops::mocks::digitalocean
