// Collaborators and domains of an application.
#include "mocks/heroku/handlers.hpp"
#include "mocks/heroku/views.hpp"

#include <algorithm>

namespace chatops::mocks::heroku {
namespace {

collaborator& collaborator_of(app& of, std::string_view id_or_email) {
    for (collaborator& each : of.collaborators)
        if (each.id == id_or_email || each.user.email == id_or_email || each.user.id == id_or_email)
            return each;
    throw not_found("collaborator");
}

domain& domain_of(app& of, std::string_view id_or_hostname) {
    for (domain& each : of.domains)
        if (each.id == id_or_hostname || each.hostname == id_or_hostname) return each;
    throw not_found("domain");
}

/// Removes it, and answers with how it was.
template <class T>
answer removed(std::vector<T>& from, T& which, const app& of) {
    object last = show(which, of);
    from.erase(from.begin() + (&which - from.data()));
    return {200, std::move(last)};
}

} // namespace

answer list_collaborators(call& from) {
    return {200, show_all(from.of().collaborators, from.of()), {"id", "updated_at"}};
}

answer show_collaborator(call& from) {
    app& of = from.of();
    return {200, show(collaborator_of(of, from.words[1]), of)};
}

answer create_collaborator(call& from) {
    app& of = from.of();
    const std::string email = required_text(from.body, "user");
    for (const collaborator& each : of.collaborators)
        if (each.user.email == email)
            throw invalid_params("User is already a collaborator on this app.");
    of.collaborators.push_back(
        {from.account.new_id(), from.account.person_of(email), "collaborator", from.now});
    return {201, show(of.collaborators.back(), of)};
}

answer delete_collaborator(call& from) {
    app& of = from.of();
    collaborator& which = collaborator_of(of, from.words[1]);
    if (which.role == "owner") throw invalid_params("The owner of an app cannot be removed.");
    return removed(of.collaborators, which, of);
}

answer list_domains(call& from) {
    return {200, show_all(from.of().domains, from.of()), {"id", "hostname", "updated_at"}};
}

answer show_domain(call& from) {
    app& of = from.of();
    return {200, show(domain_of(of, from.words[1]), of)};
}

answer create_domain(call& from) {
    app& of = from.of();
    const std::string hostname = required_text(from.body, "hostname");
    for (const app& each : from.account.apps)
        for (const domain& known : each.domains)
            if (known.hostname == hostname)
                // Source: heroku/platform-api#50.
                throw invalid_params(hostname + " is currently in use by another app.");
    of.domains.push_back({from.account.new_id(), hostname, "custom",
                          from.account.chance().word(20) + ".herokudns.com", from.now,
                          identity_parameter(from.body, "sni_endpoint")});
    return {201, show(of.domains.back(), of)};
}

answer delete_domain(call& from) {
    app& of = from.of();
    domain& which = domain_of(of, from.words[1]);
    if (which.kind == "heroku") throw invalid_params("The Heroku domain cannot be removed.");
    return removed(of.domains, which, of);
}

/// Only the endpoint of its certificate can change.
answer update_domain(call& from) {
    app& of = from.of();
    domain& which = domain_of(of, from.words[1]);
    if (which.kind == "heroku") throw invalid_params("The Heroku domain cannot be changed.");
    which.sni_endpoint = identity_parameter(from.body, "sni_endpoint");
    return {200, show(which, of)};
}

} // namespace chatops::mocks::heroku
