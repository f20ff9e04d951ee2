#include "mocks/rackspace/gatekeeping.hpp"

#include "chatops/core/digest.hpp"
#include "mocks/common/text.hpp"

namespace chatops::mocks::rackspace {

const token* find_token(const account_state& account, std::string_view id, time_point now) {
    const token* found = nullptr;
    for (const token& each : account.tokens)
        if (constant_time_equal(each.id, id) && each.is_valid(now)) found = &each;
    return found;
}

void check_token(const http::request& what, const place& where, const account_state& account,
                 time_point now) {
    const std::string_view given = trimmed(what.headers.get("X-Auth-Token"));
    if (given.empty() || find_token(account, given, now) == nullptr) throw unauthorized();
    // [?] A token of another account is no token there.
    if (where.tenant != account.tenant) throw unauthorized();
}

object read_body(const http::request& what) {
    if (trimmed(what.body).empty()) return {};
    auto read = json::parse(what.body, limits::body_bytes);
    // Source: openstack/nova, api/openstack/wsgi.py.
    if (!read || !(read->is_object() || read->is_null()))
        throw bad_request("Malformed request body");
    if (read->is_null()) return {};
    return std::move(read->get_object());
}

} // namespace chatops::mocks::rackspace
