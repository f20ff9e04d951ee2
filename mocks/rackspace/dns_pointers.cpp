// What the addresses of servers and load balancers are called.
#include "mocks/rackspace/dns_checks.hpp"
#include "mocks/rackspace/dns_handlers.hpp"
#include "mocks/rackspace/dns_jobs.hpp"
#include "mocks/rackspace/dns_views.hpp"

#include <algorithm>
#include <utility>

namespace chatops::mocks::rackspace {
namespace {

/// The public addresses of the device at that place, of the account's own.
std::vector<std::string> addresses_of_device(const call& from, std::string_view href) {
    const std::string_view id = href.substr(href.rfind('/') + 1);
    std::vector<std::string> all;
    for (const server& each : from.account.servers)
        if (each.id == id) all = {each.public_ipv4, each.public_ipv6};
    for (const load_balancer& each : from.account.load_balancers.all)
        if (std::to_string(each.id) == id && !each.is_deleted())
            for (const virtual_ip& ip : each.virtual_ips) all.push_back(ip.address);
    return all;
}

struct device_asked {
    std::string service;
    std::string href;
    std::vector<std::string> addresses;
};

/// Refuses with 400 when no device is named, with 404 when the account has none there.
device_asked device_of(const call& from, std::string service, std::string href) {
    if (href.empty()) // [?] The text. That it is needed: apache/libcloud, dns/drivers/rackspace.py.
        throw bad_request("The request could not be processed.")
            .with_details("Must provide the href of a device.");
    device_asked made{std::move(service), std::move(href), {}};
    made.addresses = addresses_of_device(from, made.href);
    if (made.addresses.empty()) throw no_such_dns();
    return made;
}

device_asked device_of_query(const call& from) {
    return device_of(from, from.words[0], std::string(from.asked("href")));
}

device_asked device_of_body(const call& from) {
    const object* const link = object_of(from.body, "link");
    if (link == nullptr) return device_of(from, {}, {});
    return device_of(from, std::string(text_of(*link, "rel")), std::string(text_of(*link, "href")));
}

array pointers_in(const call& from) {
    const object* const list = object_of(from.body, "recordsList");
    return entities_in(list == nullptr ? object{} : *list, "records");
}

object link_to(const device_asked& device) {
    return {{"content", ""}, {"href", device.href}, {"rel", device.service}};
}

/// As the documentation has it, and as apache/libcloud reads it.
answer shown_pointers(array records, const device_asked& device) {
    object list;
    list["records"] = records;
    object made;
    made["records"] = std::move(records);
    made["recordsList"] = std::move(list);
    made["link"] = link_to(device);
    return {200, std::move(made)};
}

/// A job about the pointers of that device, as they were sent.
dns_job pointers_job(const call& from, dns_work work, const device_asked& device) {
    dns_job draft;
    draft.work = work;
    draft.of = device.href;
    draft.ids = {device.service};
    draft.order = pointers_in(from);
    return draft;
}

} // namespace

/// 404 where there is none: apache/libcloud, dns/drivers/rackspace.py.
answer list_dns_pointers(call& from) {
    const device_asked device = device_of_query(from);
    array records;
    for (const dns_pointer& each : from.account.dns.pointers)
        if (each.href == device.href) records.push_back(show_record(each.of));
    if (records.empty()) throw no_such_dns();
    return shown_pointers(std::move(records), device);
}

answer show_dns_pointer(call& from) {
    for (const dns_pointer& each : from.account.dns.pointers)
        if (each.of.id == from.words[1] && each.service == from.words[0]) {
            array records;
            records.push_back(show_record(each.of));
            return shown_pointers(std::move(records), {each.service, each.href, {}});
        }
    throw no_such_dns();
}

answer add_dns_pointers(call& from) {
    const device_asked device = device_of_body(from);
    dns_job draft = pointers_job(from, dns_work::add_pointers, device);
    std::vector<std::string> wrong;
    for (const value& each : draft.order) {
        const std::string data(text_of(each.get_object(), "data"));
        // [?] The texts.
        if (std::find(device.addresses.begin(), device.addresses.end(), data) ==
            device.addresses.end())
            wrong.push_back("Address " + (data.empty() ? "null" : data) +
                            " does not belong to the device.");
        if (text_of(each.get_object(), "name").empty())
            wrong.emplace_back("Must provide a name for each record.");
        check_pointer(each.get_object(), wrong);
    }
    throw_if_wrong(std::move(wrong));
    return begin_dns_job(from, std::move(draft));
}

answer update_dns_pointers(call& from) {
    const device_asked device = device_of_body(from);
    dns_job draft = pointers_job(from, dns_work::update_pointers, device);
    std::vector<std::string> wrong;
    for (const value& each : draft.order) {
        check_pointer(each.get_object(), wrong);
        for (const dns_pointer& one : from.account.dns.pointers) {
            const std::string_view data = text_of(each.get_object(), "data");
            if (one.of.id == text_of(each.get_object(), "id") && !data.empty() &&
                data != one.of.data) // [?] The text.
                wrong.emplace_back("Record data cannot be modified.");
        }
    }
    throw_if_wrong(std::move(wrong));
    return begin_dns_job(from, std::move(draft));
}

answer delete_dns_pointers(call& from) {
    const device_asked device = device_of_query(from);
    dns_job draft;
    draft.work = dns_work::delete_pointers;
    draft.of = device.href;
    draft.ids = {device.service, std::string(from.asked("ip"))};
    return begin_dns_job(from, std::move(draft));
}

} // namespace chatops::mocks::rackspace
