#include "mocks/rackspace/serving.hpp"

#include "chatops/core/time.hpp"
#include "mocks/rackspace/gatekeeping.hpp"
#include "mocks/rackspace/identity.hpp"
#include "mocks/rackspace/servers.hpp"

#include <chrono>
#include <utility>

namespace chatops::mocks::rackspace {
namespace {

bool is_flat(service of) { return of == service::load_balancers || of == service::dns; }

void add_common_headers(http::response& made, service of, const std::string& request_id,
                        time_point now) {
    made.headers.set("Date", format_http_time(now));
    if (!made.body.empty()) made.headers.set("Content-Type", "application/json");
    // Source: docs-cloud-servers, the headers of get-retrieve-list-of-key-pairs.
    made.headers.set("Via", "1.1 Repose (Repose/6.2.1.2)");
    if (of == service::servers) made.headers.set("X-Compute-Request-Id", request_id);
    // [?] Repose's own, of every service.
    made.headers.set("X-Trans-Id", request_id.substr(4));
}

http::response refuse(const refused& why, service of, time_point now) {
    http::response made;
    made.status = why.status();
    made.body = json::text(is_flat(of) ? why.flat() : why.nested());
    if (const auto until = why.retry_at())
        made.headers.add(
            "Retry-After",
            std::to_string(std::chrono::ceil<std::chrono::seconds>(*until - now).count()));
    // Source: Repose, its filter for Keystone.
    if (why.status() == 401)
        made.headers.add(
            "WWW-Authenticate",
            why.challenge().value_or("Keystone uri=https://identity.api.rackspacecloud.com"));
    return made;
}

/// What has no body is of no type.
bool is_json(const http::request& what) {
    return what.body.empty() ||
           what.headers.get("Content-Type").find("json") != std::string_view::npos;
}

answer answer_call(call& from) {
    const bool reading = from.what.method == "GET" || from.what.method == "HEAD";
    if (from.where.of != service::identity && !is_json(from.what)) throw bad_media_type();
    if (!reading) from.body = read_body(from.what);
    if (from.where.of == service::identity) return serve_identity(from);
    check_token(from.what, from.where, from.account, from.now);
    check_rate(from.account.rates, from.where, from.what.method, from.now);
    switch (from.where.of) {
    case service::servers: return serve_servers(from);
    case service::images: return serve_images(from);
    case service::load_balancers: return serve_load_balancers(from);
    case service::dns: return serve_dns(from);
    default: throw not_found();
    }
}

} // namespace

http::response refusal_response(account_state& account, const refused& why,
                                const http::request& what) {
    const service of = place_of(what, account.region).of;
    http::response made = refuse(why, of, account.now);
    add_common_headers(made, of, account.new_request_id(), account.now);
    return made;
}

http::response serve(account_state& account, const http::request& what, time_point now) {
    call from{account,
              now,
              what,
              place_of(what, account.region),
              account.new_request_id(),
              {},
              read_form(what.query()),
              {}};
    http::response made;
    try {
        answer given = from.where.of == service::none ? throw not_found() : answer_call(from);
        made.status = given.status;
        made.headers = std::move(given.headers);
        if (!given.body.is_null()) made.body = json::text(given.body);
    } catch (const refused& why) {
        made = refuse(why, from.where.of, now);
    }
    add_common_headers(made, from.where.of, from.request_id, now);
    if (what.method == "HEAD") made.body.clear();
    return made;
}

} // namespace chatops::mocks::rackspace
