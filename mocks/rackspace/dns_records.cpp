// The records of a zone: how they are listed, shown, and which jobs change them.
#include "mocks/common/text.hpp"
#include "mocks/rackspace/dns_checks.hpp"
#include "mocks/rackspace/dns_handlers.hpp"
#include "mocks/rackspace/dns_jobs.hpp"
#include "mocks/rackspace/dns_limits.hpp"
#include "mocks/rackspace/dns_views.hpp"

#include <utility>

namespace chatops::mocks::rackspace {
namespace {

dns_record& dns_record_named(dns_domain& of, std::string_view id) {
    for (dns_record& each : of.records)
        if (each.id == id) return each;
    throw no_such_dns();
}

bool is_record_asked(const call& from, const dns_record& one) {
    const std::string_view type = from.asked("type");
    const std::string name = lower(from.asked("name"));
    const std::string_view data = from.asked("data");
    return (type.empty() || one.type == type) && (name.empty() || one.name == name) &&
           (data.empty() || one.data == data);
}

} // namespace

// Source: methods/get-search-records: type with name and data.
answer list_dns_records(call& from) {
    const dns_domain& of = from.account.dns.domain_of(from.words[0]);
    array all;
    for (const dns_record& each : of.records)
        if (is_record_asked(from, each)) all.push_back(show_record(each));
    return {200, dns_page(std::move(all), "records", from)};
}

answer show_dns_record(call& from) {
    dns_domain& of = from.account.dns.domain_of(from.words[0]);
    return {200, show_record(dns_record_named(of, from.words[1]))};
}

answer add_dns_records(call& from) {
    const dns_domain& of = from.account.dns.domain_of(from.words[0]);
    dns_job draft;
    draft.work = dns_work::add_records;
    draft.of = of.id;
    draft.order = entities_in(from.body, "records");
    std::vector<std::string> wrong;
    for (const value& each : draft.order) check_new_record(each.get_object(), of.name, wrong);
    throw_if_wrong(std::move(wrong));
    if (of.records.size() + draft.order.size() > limits::dns_domain_records)
        throw over_dns_limit(limits::dns_domain_records, "records per domain");
    return begin_dns_job(from, std::move(draft));
}

answer update_dns_records(call& from) {
    dns_domain& of = from.account.dns.domain_of(from.words[0]);
    dns_job draft;
    draft.work = dns_work::update_records;
    draft.of = of.id;
    draft.order = entities_in(from.body, "records");
    std::vector<std::string> wrong;
    for (const value& each : draft.order) {
        const object& sent = each.get_object();
        check_record_change(sent, dns_record_named(of, text_of(sent, "id")), wrong);
    }
    throw_if_wrong(std::move(wrong));
    return begin_dns_job(from, std::move(draft));
}

answer update_dns_record(call& from) {
    dns_domain& of = from.account.dns.domain_of(from.words[0]);
    const dns_record& before = dns_record_named(of, from.words[1]);
    object sent = from.body;
    std::vector<std::string> wrong;
    check_record_change(sent, before, wrong);
    throw_if_wrong(std::move(wrong));
    sent["id"] = before.id;
    dns_job draft;
    draft.work = dns_work::update_records;
    draft.of = of.id;
    draft.order.push_back(std::move(sent));
    return begin_dns_job(from, std::move(draft));
}

answer delete_dns_record(call& from) {
    dns_domain& of = from.account.dns.domain_of(from.words[0]);
    dns_job draft;
    draft.work = dns_work::delete_records;
    draft.of = of.id;
    draft.ids = {dns_record_named(of, from.words[1]).id};
    return begin_dns_job(from, std::move(draft));
}

answer delete_dns_records(call& from) {
    dns_job draft;
    draft.work = dns_work::delete_records;
    draft.of = from.account.dns.domain_of(from.words[0]).id;
    draft.ids = dns_ids_asked(from);
    return begin_dns_job(from, std::move(draft));
}

} // namespace chatops::mocks::rackspace
