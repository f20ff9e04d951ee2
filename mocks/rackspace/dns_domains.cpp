// Zones: how they are listed, shown, and which jobs change them.
#include "mocks/common/text.hpp"
#include "mocks/rackspace/dns_checks.hpp"
#include "mocks/rackspace/dns_handlers.hpp"
#include "mocks/rackspace/dns_jobs.hpp"
#include "mocks/rackspace/dns_limits.hpp"
#include "mocks/rackspace/dns_views.hpp"

#include <utility>

namespace chatops::mocks::rackspace {
namespace {

bool is_asked_true(const call& from, std::string_view name, bool otherwise) {
    const std::string text = lower(from.asked(name));
    return text.empty() ? otherwise : text == "true";
}

array subdomains_of(const call& from, const dns_domain& of) {
    array all;
    for (const dns_domain& each : from.account.dns.domains)
        if (is_under(each.name, of.name))
            all.push_back(show_domain_briefly(each, from.account.tenant));
    return all;
}

/// With its records and those of its subdomains.
std::size_t entities_of(const object& domain) {
    std::size_t count = 1;
    if (const object* const list = object_of(domain, "recordsList"))
        if (const array* const records = array_of(*list, "records")) count += records->size();
    if (const object* const list = object_of(domain, "subdomains"))
        if (const array* const domains = array_of(*list, "domains"))
            for (const value& each : *domains)
                count += each.is_object() ? entities_of(each.get_object()) : 1;
    return count;
}

} // namespace

answer list_dns_domains(call& from) {
    const std::string name = lower(from.asked("name"));
    array all;
    for (const dns_domain& each : from.account.dns.domains)
        if (name.empty() || each.name == name)
            all.push_back(show_domain_briefly(each, from.account.tenant));
    return {200, dns_page(std::move(all), "domains", from)};
}

answer show_dns_domain(call& from) {
    const dns_domain& of = from.account.dns.domain_of(from.words[0]);
    object made = show_domain(of, from.account.tenant);
    if (is_asked_true(from, "showRecords", true))
        made["recordsList"] = dns_page(show_records(of), "records", from);
    // [?] That they are not shown unless they are asked for.
    if (is_asked_true(from, "showSubdomains", false))
        made["subdomains"] = dns_page(subdomains_of(from, of), "domains", from);
    return {200, std::move(made)};
}

answer list_dns_subdomains(call& from) {
    const dns_domain& of = from.account.dns.domain_of(from.words[0]);
    return {200, dns_page(subdomains_of(from, of), "domains", from)};
}

answer create_dns_domains(call& from) {
    dns_job draft;
    draft.work = dns_work::create_domains;
    draft.order = entities_in(from.body, "domains");
    std::vector<std::string> wrong;
    std::size_t entities = 0;
    for (const value& each : draft.order) {
        check_new_domain(each.get_object(), wrong);
        entities += entities_of(each.get_object());
    }
    throw_if_wrong(std::move(wrong));
    if (entities > limits::dns_entities_at_once)
        throw over_dns_limit(limits::dns_entities_at_once, "entities per request");
    if (from.account.dns.domains.size() + draft.order.size() > limits::dns_domains)
        throw over_dns_limit(limits::dns_domains, "domains");
    return begin_dns_job(from, std::move(draft));
}

answer update_dns_domains(call& from) {
    dns_job draft;
    draft.work = dns_work::update_domains;
    draft.order = entities_in(from.body, "domains");
    std::vector<std::string> wrong;
    for (const value& each : draft.order) check_domain_change(each.get_object(), wrong);
    throw_if_wrong(std::move(wrong));
    return begin_dns_job(from, std::move(draft));
}

answer update_dns_domain(call& from) {
    dns_job draft;
    draft.work = dns_work::update_domains;
    object sent = from.body;
    std::vector<std::string> wrong;
    check_domain_change(sent, wrong);
    throw_if_wrong(std::move(wrong));
    sent["id"] = from.account.dns.domain_of(from.words[0]).id;
    draft.order.push_back(std::move(sent));
    return begin_dns_job(from, std::move(draft));
}

answer delete_dns_domain(call& from) {
    dns_job draft;
    draft.work = dns_work::delete_domains;
    draft.ids = {from.account.dns.domain_of(from.words[0]).id};
    draft.with_subdomains = is_asked_true(from, "deleteSubdomains", false);
    return begin_dns_job(from, std::move(draft));
}

answer delete_dns_domains(call& from) {
    dns_job draft;
    draft.work = dns_work::delete_domains;
    draft.ids = dns_ids_asked(from);
    draft.with_subdomains = is_asked_true(from, "deleteSubdomains", false);
    return begin_dns_job(from, std::move(draft));
}

/// A job although it only reads. Source: methods/get-export-domain.
answer export_dns_domain(call& from) {
    dns_job draft;
    draft.work = dns_work::export_domain;
    draft.of = from.account.dns.domain_of(from.words[0]).id;
    return begin_dns_job(from, std::move(draft));
}

} // namespace chatops::mocks::rackspace
