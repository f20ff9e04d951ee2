#pragma once

#include "chatops/core/ascii.hpp"
#include "chatops/core/digest.hpp"
#include "chatops/core/errors.hpp"
#include "chatops/provider/rackspace/identity_types.hpp"
#include "chatops/provider/rackspace/session.hpp"

#include <boost/json/object.hpp>

#include <chrono>
#include <utility>

namespace chatops::rackspace {

namespace detail {

/// A token is not used in its last minutes: what takes a while would outlive it.
inline constexpr std::chrono::minutes token_margin{5};

/// What the catalogue calls a service. Source: docs-cloud-identity, auth-response.json.
struct service_name {
    service of;
    const char* type;
    const char* words;
};
inline constexpr service_name service_names[] = {
    {service::servers, "compute", "cloud servers"},
    {service::load_balancers, "rax:load-balancer", "load balancers"},
    {service::dns, "rax:dns", "DNS"},
};

CHATOPS_INLINE const service_name& name_of(service of) {
    for (const service_name& each : service_names)
        if (each.of == of) return each;
    return service_names[0];
}

CHATOPS_INLINE const boost::json::object* object_in(const boost::json::value* of) {
    return of == nullptr ? nullptr : of->if_object();
}

CHATOPS_INLINE std::optional<std::string> text_in(const boost::json::object& of, const char* name) {
    const boost::json::value* const found = of.if_contains(name);
    if (found == nullptr || !found->is_string()) return std::nullopt;
    return std::string(found->get_string());
}

/// What each member should have been; empty without.
CHATOPS_INLINE std::string validation_in(const boost::json::object& of) {
    std::string made;
    const auto* const errors = object_in(of.if_contains("validationErrors"));
    const boost::json::value* const list =
        errors == nullptr ? nullptr : errors->if_contains("messages");
    if (list == nullptr || !list->is_array()) return made;
    for (const boost::json::value& each : list->get_array())
        if (each.is_string()) (made += made.empty() ? "" : "; ") += std::string(each.get_string());
    return made;
}

/// Servers and Identity name their faults, `{"itemNotFound": {"message": …}}`; load balancers and
/// DNS do not, `{"message": …, "details": …}`.
CHATOPS_INLINE provider::refusal refusal_in(const boost::json::value& body) {
    provider::refusal made;
    const boost::json::object* said = body.if_object();
    if (said == nullptr || said->empty()) return made;
    if (!said->contains("message") && !said->contains("validationErrors")) {
        if (const auto* const inner = said->begin()->value().if_object()) {
            made.id = std::string(said->begin()->key());
            said = inner;
        }
    }
    made.message = text_in(*said, "message");
    const std::string wrong = validation_in(*said);
    const std::string details = text_in(*said, "details").value_or("");
    // DNS says no more than what is wrong.
    if (!made.message && !wrong.empty())
        made.message = wrong;
    else if (made.message && !wrong.empty())
        *made.message += ": " + wrong;
    else if (made.message && !details.empty() && details != "Error Details...")
        *made.message += ": " + details;
    return made;
}

/// Said with 413, or 409: it does not end by waiting. A quota that is used up, a name that is
/// taken, a lock. Said with 422: a load balancer that is being changed is not for long.
/// Sources of the texts: openstack/nova, exception.py; docs-cloud-dns, limits.rst;
/// rackerlabs/otter, test/cloud_client/test_clb.py.
CHATOPS_INLINE int meaning_of(int status, std::string_view message) {
    const auto says = [&](std::string_view part) {
        return message.find(part) != std::string_view::npos;
    };
    if (status == 429 &&
        (says("uota") || says("aximum") || says("exceeded") || says("too long") ||
         says("must not exceed") || says("over the limit") || says("limit reached")))
        return 422;
    if (status == 422 && (says("has a status of") || says("is not ACTIVE"))) return 409;
    if (status == 409 && (says("already exists") || says("is locked"))) return 422;
    // What a server is does not pass by waiting, but while it is built.
    if (status == 409 && says("while it is in vm_state") && !says("vm_state building")) return 422;
    return status;
}

/// 1,000 GETs a minute, 100 POSTs, 1,000 new servers a day. Source: docs-cloud-servers,
/// general-api-info/limits.rst.
inline constexpr provider::vendor facts{.name = "rackspace",
                                        .accept = "application/json",
                                        .request_id = "x-compute-request-id",
                                        .next_page = {},
                                        .token_comes_back = duration{1'000},
                                        .meaning_of = meaning_of,
                                        .credential_header = "X-Auth-Token",
                                        .credential_scheme = "",
                                        .limited_status = 413,
                                        .limits_each_kind = true,
                                        .refusal_in = refusal_in};

/// The same, for what is to be asked again although the step may not.
CHATOPS_INLINE provider::connection repeating(provider::connection through) {
    return {through.transport, through.time,  through.chance,
            through.where,     through.known, provider::repeats::when_safe,
            through.patience};
}

/// The address in that region, or the only one where there are none; empty if there is no such.
CHATOPS_INLINE std::string address_in(const catalogue_service& of, std::string_view region) {
    for (const catalogue_endpoint& each : of.endpoints)
        if (!each.region || each.region->empty() || equal_ignoring_case(*each.region, region))
            return each.publicURL;
    return {};
}

/// Where the service is. Throws if there is none in the region.
CHATOPS_INLINE const std::string& base_of(const provider::access& by, service of) {
    const service_name& called = name_of(of);
    const auto address = by.services.find(std::string_view(called.type));
    if (address == by.services.end())
        throw provider_error("rackspace", 404, "no_such_region",
                             "The account has no " + std::string(called.words) +
                                 " in that region. Check the region of rackspace in the "
                                 "configuration.");
    return address->second;
}

/// Said with 401 to who gave the right password, and must give a passcode, too.
/// Source: docs-cloud-identity, getting-started/mfa-content/proc-mfa-auth.rst.
CHATOPS_INLINE bool asks_for_passcode(const provider_error& refused) {
    constexpr std::string_view said = "Additional authentication credentials required";
    return refused.status() == 401 &&
           std::string_view(refused.what()).find(said) != std::string_view::npos;
}

/// A bot has no phone. To a key no passcode belongs: the same, proc-mfa-setup-phone.rst.
CHATOPS_INLINE provider_error passcode_needed(const config::account& of,
                                              const std::string& request_id) {
    const bool by_password = config::said_of(of, "secret_key") == "password";
    return {
        "rackspace", 401, "passcode_required",
        "It asks the user " + std::string(config::said_of(of, "username")) +
            " for a passcode as well (multi-factor authentication), and the bot has none. Put " +
            (by_password ? "the user's API key into the configuration as api_key of rackspace, "
                           "instead of the password: with a key none is asked for."
                         : "the API key of a user without it into the configuration as api_key "
                           "of rackspace, and that user's name as username."),
        request_id};
}

CHATOPS_INLINE std::string own_region_in(const boost::json::value& body) {
    const boost::json::value* at = &body;
    for (const char* const name : {"access", "user", "RAX-AUTH:defaultRegion"}) {
        const auto* const object = object_in(at);
        at = object == nullptr ? nullptr : object->if_contains(name);
    }
    return at != nullptr && at->is_string() ? std::string(at->get_string()) : std::string();
}

} // namespace detail

CHATOPS_INLINE session::session(provider::connection through)
    : through_(through), caller_(through, detail::facts),
      identity_caller_(detail::repeating(through), detail::facts) {}

CHATOPS_INLINE std::string session::identity() const {
    const config::account& of = through_.where;
    std::string all = of.url;
    for (const auto& [key, text] : of.more) ((all += '\n') += key + '=') += text;
    (all += '\n') += of.token.reveal();
    return hex(sha256(all));
}

CHATOPS_INLINE provider::call session::authentication(time_point until) const {
    const config::account& of = through_.where;
    const bool by_password = config::said_of(of, "secret_key") == "password";
    boost::json::object credentials;
    credentials["username"] = std::string(config::said_of(of, "username"));
    credentials[by_password ? "password" : "apiKey"] = std::string(of.token.reveal());
    boost::json::object auth;
    auth[by_password ? "passwordCredentials" : "RAX-KSKEY:apiKeyCredentials"] =
        std::move(credentials);
    const std::string tenant(config::said_of(of, "tenant"));
    if (!tenant.empty()) auth["tenantId"] = tenant;
    provider::call what{"POST", "/v2.0/tokens", until};
    what.body = json::text(boost::json::object{{"auth", std::move(auth)}});
    what.looks = true;
    what.anonymous = true;
    return what;
}

CHATOPS_INLINE provider::access session::access_in(const provider::answer& given,
                                                   const provider::call& what) const {
    const provider::asked about = identity_caller_.question(what);
    const auto read = provider::read_as<identity_answer>(given.value, about);
    const time_point now = through_.time.now();
    provider::access made;
    made.given_for = identity();
    made.token = secret(read.access.token.id);
    // The end is by their clock.
    made.until =
        now + (read.access.token.expires - given.date.value_or(now)) - detail::token_margin;
    std::string region(config::said_of(through_.where, "region"));
    if (region.empty()) region = detail::own_region_in(given.value);
    const bool needs_tls = through_.where.url.substr(0, 8) == "https://";
    for (const detail::service_name& each : detail::service_names)
        for (const catalogue_service& one : read.access.serviceCatalog) {
            if (one.type != each.type) continue;
            std::string address = detail::address_in(one, region);
            if (address.empty()) continue;
            if (needs_tls && address.substr(0, 8) != "https://")
                throw about.no_use("its catalogue names an address without TLS");
            while (address.back() == '/') address.pop_back();
            made.services[each.type] = std::move(address);
        }
    return made;
}

CHATOPS_INLINE asio::awaitable<provider::access> session::granted(time_point until) {
    const auto& known = through_.known.granted;
    if (known && known->until > through_.time.now() && known->given_for == identity())
        co_return *known;
    const provider::call what = authentication(until);
    provider::answer given;
    try {
        given = co_await identity_caller_.ask(what);
    } catch (const provider_error& refused) {
        if (!detail::asks_for_passcode(refused)) throw;
        throw detail::passcode_needed(through_.where, refused.request_id());
    }
    provider::access made = access_in(given, what);
    through_.known.granted = made;
    co_return made;
}

CHATOPS_INLINE void session::forget(const secret& refused) {
    auto& known = through_.known.granted;
    // Another client may have another by now.
    if (known && known->token.reveal() == refused.reveal()) known.reset();
}

CHATOPS_INLINE asio::awaitable<provider::answer> session::ask(service of, provider::call what) {
    for (bool again = false;; again = true) {
        const provider::access by = co_await granted(what.deadline);
        what.base = detail::base_of(by, of);
        what.token = &by.token;
        std::optional<provider_error> refusal;
        provider::answer given;
        try {
            given = co_await caller_.ask(what);
        } catch (const provider_error& refused) {
            refusal.emplace(refused);
        }
        if (!refusal) co_return given;
        if (refusal->status() != 401 || again) throw *refusal;
        forget(by.token);
    }
}

CHATOPS_INLINE asio::awaitable<std::string> session::address_of(service of, std::string path) {
    const provider::access by = co_await granted(deadline());
    co_return detail::base_of(by, of) + path;
}

} // namespace chatops::rackspace
