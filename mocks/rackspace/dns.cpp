#include "mocks/rackspace/dns.hpp"

#include "chatops/core/config.hpp"
#include "mocks/common/earliest.hpp"
#include "mocks/rackspace/dns_checks.hpp"
#include "mocks/rackspace/dns_handlers.hpp"
#include "mocks/rackspace/dns_jobs.hpp"
#include "mocks/rackspace/dns_limits.hpp"
#include "mocks/rackspace/dns_views.hpp"
#include "mocks/rackspace/routing.hpp"

#include <chrono>
#include <utility>

namespace chatops::mocks::rackspace {
namespace {

// Source: docs-cloud-dns, api-docs/v1/api-reference/methods.
constexpr route dns_routes[] = {
    {"GET", "/domains", list_dns_domains},
    {"POST", "/domains", create_dns_domains},
    {"PUT", "/domains", update_dns_domains},
    {"DELETE", "/domains", delete_dns_domains},
    {"GET", "/domains/*", show_dns_domain},
    {"PUT", "/domains/*", update_dns_domain},
    {"DELETE", "/domains/*", delete_dns_domain},
    {"GET", "/domains/*/subdomains", list_dns_subdomains},
    {"GET", "/domains/*/export", export_dns_domain},

    {"GET", "/domains/*/records", list_dns_records},
    {"POST", "/domains/*/records", add_dns_records},
    {"PUT", "/domains/*/records", update_dns_records},
    {"DELETE", "/domains/*/records", delete_dns_records},
    {"GET", "/domains/*/records/*", show_dns_record},
    {"PUT", "/domains/*/records/*", update_dns_record},
    {"DELETE", "/domains/*/records/*", delete_dns_record},

    {"POST", "/rdns", add_dns_pointers},
    {"PUT", "/rdns", update_dns_pointers},
    {"GET", "/rdns/*", list_dns_pointers},
    {"DELETE", "/rdns/*", delete_dns_pointers},
    {"GET", "/rdns/*/*", show_dns_pointer},

    {"GET", "/status", list_dns_jobs},
    {"GET", "/status/*", show_dns_job},
    {"GET", "/limits", list_dns_limits},
};

/// An A record's data may be a server's name.
std::string seeded_data(const account_state& account, const seed_record& given) {
    if (given.type == "A")
        for (const server& each : account.servers)
            if (each.name == given.data) return each.public_ipv4;
    return given.data;
}

object seeded_record(const account_state& account, const seed_record& given) {
    object made{{"type", given.type}, {"name", given.name}, {"data", seeded_data(account, given)}};
    if (given.type == "MX" || given.type == "SRV") made["priority"] = given.priority;
    return made;
}

} // namespace

answer serve_dns(call& from) {
    std::erase_if(from.account.dns.jobs,
                  [&](const dns_job& each) { return each.is_over() && each.due_at <= from.now; });
    try {
        return run_route(dns_routes, from);
    } catch (const invalid_dns& wrong) {
        return {400, wrong.body()};
    }
}

void add_domains(account_state& to, const std::vector<seed_domain>& given, time_point began) {
    const time_point since = began - std::chrono::hours(24 * 150);
    for (const seed_domain& each : given) {
        array records;
        for (const seed_record& one : each.records) records.push_back(seeded_record(to, one));
        object list;
        list["records"] = std::move(records);
        object domain{{"name", each.name}, {"emailAddress", each.email_address}};
        domain["recordsList"] = std::move(list);
        dns_job job;
        job.order.push_back(std::move(domain));
        finish_dns_job(to, job, since);
        CHATOPS_ASSERT(job.error.empty());
    }
}

std::optional<time_point> next_of_dns(const account_state& of) {
    std::optional<time_point> earliest;
    for (const dns_job& each : of.dns.jobs)
        if (!each.is_over()) keep_earlier(earliest, each.due_at);
    return earliest;
}

bool settle_dns(account_state& of, time_point at) {
    std::vector<dns_job>& all = of.dns.jobs;
    for (dns_job& each : all) {
        if (each.is_over() || each.due_at != at) continue;
        if (each.status == "INITIALIZED")
            run_dns_job(each, at);
        else
            finish_dns_job(of, each, at);
        return true;
    }
    return false;
}

value show_dns(const account_state& of) {
    array domains;
    for (const dns_domain& each : of.dns.domains) {
        object shown = show_domain(each, of.tenant);
        shown["records"] = show_records(each);
        domains.push_back(std::move(shown));
    }
    array pointers;
    for (const dns_pointer& each : of.dns.pointers) {
        object shown = show_record(each.of);
        shown["href"] = each.href;
        pointers.push_back(std::move(shown));
    }
    array jobs;
    // What is exported is only looked at.
    for (const dns_job& each : of.dns.jobs)
        if (each.work != dns_work::export_domain)
            jobs.push_back(object{{"id", each.id}, {"verb", each.verb}, {"status", each.status}});
    object made;
    made["domains"] = std::move(domains);
    made["pointers"] = std::move(pointers);
    made["jobs"] = std::move(jobs);
    return made;
}

} // namespace chatops::mocks::rackspace
