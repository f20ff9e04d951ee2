#include "mocks/rackspace/identity.hpp"

#include "chatops/core/digest.hpp"
#include "mocks/rackspace/gatekeeping.hpp"
#include "mocks/rackspace/routing.hpp"
#include "mocks/rackspace/times.hpp"

#include <utility>

namespace chatops::mocks::rackspace {
namespace {

/// Source: docs-cloud-identity, and what pkgcloud and libcloud were seen to be answered.
refused wrong_credentials() {
    return {401, "unauthorized", "Unable to authenticate user with credentials provided."};
}

/// What the credentials are: `APIKEY` or `PASSWORD`.
std::string check_user(const account_state& account, const object& auth) {
    const auto is = [](const object& in, std::string_view name, const std::string& wanted) {
        return !wanted.empty() && constant_time_equal(text_of(in, name), wanted);
    };
    if (const object* const given = object_of(auth, "RAX-KSKEY:apiKeyCredentials")) {
        if (text_of(*given, "username") != account.username ||
            !is(*given, "apiKey", account.api_key))
            throw wrong_credentials();
        return "APIKEY";
    }
    const object* const given = object_of(auth, "passwordCredentials");
    if (given == nullptr) throw bad_request("Invalid request body: unable to parse Auth data.");
    if (text_of(*given, "username") != account.username ||
        !is(*given, "password", account.password))
        throw wrong_credentials();
    return "PASSWORD";
}

/// What is said to a right password where that is not enough.
/// Source: docs-cloud-identity, getting-started/mfa-content/proc-mfa-auth.rst.
refused wants_passcode(account_state& account) {
    account.passcode_session = account.new_token_id();
    return refused(401, "unauthorized", "Additional authentication credentials required.")
        .with_challenge("OS-MF sessionId='" + account.passcode_session + "', factor='PASSCODE'");
}

/// The second step: the session that was told, and what the phone was told.
void check_passcode(account_state& account, const object& given, std::string_view session) {
    const std::string expected = std::exchange(account.passcode_session, std::string());
    if (expected.empty() || !constant_time_equal(expected, session) ||
        !constant_time_equal(account.passcode, text_of(given, "passcode")))
        throw wrong_credentials();
}

std::vector<std::string> check_credentials(call& from, const object& auth) {
    account_state& account = from.account;
    if (const object* const given = object_of(auth, "RAX-AUTH:passcodeCredentials")) {
        check_passcode(account, *given, from.what.headers.get("X-SessionId"));
        return {"PASSCODE", "PASSWORD"};
    }
    const std::string by = check_user(account, auth);
    // A key has no phone.
    if (by == "PASSWORD" && !account.passcode.empty()) throw wants_passcode(account);
    return {by};
}

array texts_in(const std::vector<std::string>& all) {
    array made;
    for (const std::string& each : all) made.push_back(text_value(each));
    return made;
}

void check_tenant(const account_state& account, const object& auth) {
    for (const char* const name : {"tenantId", "tenantName"}) {
        const std::string_view asked = text_of(auth, name);
        if (!asked.empty() && asked != account.tenant)
            throw refused(401, "unauthorized",
                          "Tenant with Name/Id: '" + std::string(asked) +
                              "' is not valid for User '" + account.username + "' (id: '" +
                              account.user_id + "')");
    }
}

/// The one that is handed out: the same until its last hour.
token& current_token(account_state& account, time_point now) {
    token& last = account.tokens.back();
    if (!last.expires) last.expires = now + limits::token_lifetime;
    if (*last.expires - limits::token_renewal > now) return last;
    std::erase_if(account.tokens, [&](const token& each) { return !each.is_valid(now); });
    token next;
    next.id = account.new_token_id();
    next.expires = now + limits::token_lifetime;
    return account.tokens.emplace_back(std::move(next));
}

object show_token(const token& of, const account_state& account) {
    return object{{"id", text_value(of.id)},
                  {"expires", text_value(format_time(*of.expires))},
                  {"tenant", object{{"id", text_value(account.tenant)},
                                    {"name", text_value(account.tenant)}}},
                  {"RAX-AUTH:authenticatedBy", texts_in(of.authenticated_by)}};
}

object show_user(const account_state& account) {
    return object{{"id", text_value(account.user_id)},
                  {"name", text_value(account.username)},
                  {"RAX-AUTH:defaultRegion", text_value(account.region)},
                  {"roles", array{object{{"id", "3"},
                                         {"name", "identity:user-admin"},
                                         {"description", "User Admin Role."}},
                                  object{{"id", "10015582"},
                                         {"name", "checkmate"},
                                         {"description", "Checkmate Access role"}}}}};
}

answer authenticate(call& from) {
    account_state& account = from.account;
    const object* const auth = object_of(from.body, "auth");
    if (auth == nullptr) throw bad_request("Invalid request body: unable to parse Auth data.");
    std::vector<std::string> by = check_credentials(from, *auth);
    // Source: the same table, "User disabled".
    if (account.is_disabled)
        throw refused(403, "userDisabled", "User '" + account.username + "' is disabled.");
    check_tenant(account, *auth);
    token& handed_out = current_token(account, from.now);
    handed_out.authenticated_by = std::move(by);
    return {200, object{{"access", object{{"token", show_token(handed_out, account)},
                                          {"serviceCatalog", service_catalogue(from)},
                                          {"user", show_user(account)}}}}};
}

const token& named_token(const call& from) {
    const token* const found = find_token(from.account, from.words.at(0), from.now);
    if (found == nullptr || !found->expires) throw not_found("Token not found.");
    return *found;
}

/// Whoever asks about a token has one.
void check_asker(const call& from) {
    const std::string_view own = from.what.headers.get("X-Auth-Token");
    if (own.empty() || find_token(from.account, own, from.now) == nullptr)
        throw refused(401, "unauthorized",
                      "No valid token provided. Please use the "
                      "'X-Auth-Token' header with a valid token.");
}

answer validate_token(call& from) {
    check_asker(from);
    return {200, object{{"access", object{{"token", show_token(named_token(from), from.account)},
                                          {"user", show_user(from.account)}}}}};
}

answer list_token_endpoints(call& from) {
    check_asker(from);
    named_token(from);
    array all;
    for (const value& service : service_catalogue(from)) {
        const object& of = service.get_object();
        for (const value& each : *array_of(of, "endpoints")) {
            object one = each.get_object();
            one["id"] = static_cast<std::int64_t>(all.size() + 1);
            one["name"] = of.at("name");
            one["type"] = of.at("type");
            all.push_back(std::move(one));
        }
    }
    return {200, object{{"endpoints", std::move(all)}, {"endpoints_links", array{}}}};
}

void revoke(account_state& account, const std::string& id) {
    std::erase_if(account.tokens, [&](const token& each) { return each.id == id; });
    // Another is drawn ahead.
    if (account.tokens.empty()) account.tokens.push_back({account.new_token_id(), {}, {}});
}

answer revoke_token(call& from) {
    check_asker(from);
    revoke(from.account, std::string(named_token(from).id));
    return {204};
}

answer revoke_own_token(call& from) {
    check_asker(from);
    revoke(from.account, std::string(from.what.headers.get("X-Auth-Token")));
    return {204};
}

answer show_version(call& from) {
    const std::string url =
        service_url(from.what, service::identity, "", from.account.region, "") + "/";
    return {200,
            object{{"version",
                    object{{"id", "v2.0"},
                           {"status", "CURRENT"},
                           {"updated", "2012-01-19T22:30:00.25Z"},
                           {"links", array{object{{"rel", "self"}, {"href", text_value(url)}}}}}}}};
}

constexpr route identity_routes[] = {
    {"GET", "/", show_version},
    {"POST", "/tokens", authenticate},
    {"DELETE", "/tokens", revoke_own_token},
    {"GET", "/tokens/*", validate_token},
    {"DELETE", "/tokens/*", revoke_token},
    {"GET", "/tokens/*/endpoints", list_token_endpoints},
};

} // namespace

answer serve_identity(call& from) { return run_route(identity_routes, from); }

} // namespace chatops::mocks::rackspace
