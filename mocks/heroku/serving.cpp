#include "mocks/heroku/serving.hpp"

#include "chatops/core/time.hpp"
#include "mocks/common/text.hpp"
#include "mocks/heroku/gatekeeping.hpp"
#include "mocks/heroku/pagination.hpp"
#include "mocks/heroku/routing.hpp"

#include <algorithm>
#include <cstring>
#include <utility>

namespace chatops::mocks::heroku {
namespace {

constexpr std::string_view method_override = "X-Http-Method-Override";

void add_common_headers(http::response& made, account_state& account, time_point now) {
    made.headers.add("Date", format_http_time(now));
    made.headers.add("Request-Id", account.new_request_id());
    made.headers.add("RateLimit-Remaining", std::to_string(account.rate.tokens));
    made.headers.add("Cache-Control", "private, no-cache");
    made.headers.add("Vary", "Authorization,Accept-Encoding");
    made.headers.add("X-Content-Type-Options", "nosniff");
}

/// Told apart by a plain hash: a digest would cost more than all the rest of an answer.
std::string etag_of(std::string_view body) {
    static constexpr char digits[] = "0123456789abcdef";
    std::uint64_t mixed = body.size();
    while (!body.empty()) {
        std::uint64_t eight = 0;
        const std::size_t taken = std::min(body.size(), sizeof eight);
        std::memcpy(&eight, body.data(), taken);
        body.remove_prefix(taken);
        mixed = (mixed ^ eight) * 0x9e3779b97f4a7c15U;
        mixed ^= mixed >> 29;
    }
    std::string tag(18, '"');
    for (std::size_t i = 0; i < 16; ++i) tag[i + 1] = digits[mixed >> (4 * i) & 15];
    return tag;
}

/// Whether one of the tags of `If-None-Match` or `If-Match` is this one; `W/` does not matter here.
bool names_tag(std::string_view header, std::string_view tag) {
    while (!header.empty()) {
        const auto comma = header.find(',');
        std::string_view each = trimmed(header.substr(0, comma));
        header = comma == std::string_view::npos ? std::string_view() : header.substr(comma + 1);
        if (each.substr(0, 2) == "W/") each.remove_prefix(2);
        if (each == "*" || each == tag) return true;
    }
    return false;
}

/// Cuts a list into the page that was asked for.
void paginate(http::response& made, answer& given, const http::request& what) {
    const range asked = read_range(what.headers.get("Range"), given.ranges);
    page cut = cut_page(std::move(given.body.get_array()), asked, given.ranges);
    given.body = std::move(cut.items);
    made.headers.add("Accept-Ranges", std::move(cut.accept_ranges));
    if (!cut.content_range.empty()) made.headers.add("Content-Range", std::move(cut.content_range));
    if (cut.next_range.empty()) return;
    made.headers.add("Next-Range", std::move(cut.next_range));
    made.status = 206;
}

http::response write(answer given, const http::request& what) {
    http::response made;
    made.status = given.status;
    made.headers.add("Content-Type", "application/json");
    for (const auto& [name, text] : given.headers) made.headers.add(name, text);
    if (!given.ranges.empty()) paginate(made, given, what);
    made.body = json::text(given.body);
    return made;
}

/// The version of the thing that `If-Match` names must be the one it has now.
void check_unchanged(const call& from) {
    const std::string_view expected = from.what.headers.get("If-Match");
    if (expected.empty()) return;
    auto same = find_route("GET", from.what.path());
    if (!same) return;
    call look{from.account, from.now, from.what, std::move(same->words), {}};
    if (!names_tag(expected, etag_of(json::text(same->run(look).body))))
        throw precondition_failed();
}

http::response answer_call(account_state& account, const http::request& what,
                           std::string_view method, time_point now) {
    check_version(what);
    check_credentials(what, account);
    const bool reading = method == "GET" || method == "HEAD";
    auto route = find_route(reading ? "GET" : method, what.path());
    // Asking for the rate costs nothing. Source: the reference text, Limits.
    const bool free = what.path() == "/account/rate-limits";
    if (!free && !account.rate.take(now)) throw rate_limited();
    if (!route) throw no_such_endpoint();
    call made{account, now, what, std::move(route->words), {}};
    if (!reading) {
        check_second_factor(what, account, made.words);
        made.body = read_body(what);
        check_unchanged(made);
    }
    http::response response = write(route->run(made), what);
    if (!reading) return response;
    std::string tag = etag_of(response.body);
    if (names_tag(what.headers.get("If-None-Match"), tag)) {
        response.status = 304;
        response.body.clear();
    }
    response.headers.add("ETag", std::move(tag));
    return response;
}

} // namespace

http::response refusal_response(account_state& account, const refused& why, time_point now) {
    http::response made;
    made.status = why.status();
    made.headers.add("Content-Type", "application/json");
    if (!why.header_name().empty()) made.headers.add(why.header_name(), why.header_text());
    made.body = json::text(why.body());
    add_common_headers(made, account, now);
    return made;
}

http::response serve(account_state& account, const http::request& what, time_point now) {
    std::string_view method = what.method;
    if (method == "POST" && what.headers.has(method_override))
        method = what.headers.get(method_override);
    http::response made;
    try {
        made = answer_call(account, what, method, now);
        add_common_headers(made, account, now);
    } catch (const refused& why) {
        made = refusal_response(account, why, now);
    }
    if (method == "HEAD") made.body.clear();
    return made;
}

} // namespace chatops::mocks::heroku
