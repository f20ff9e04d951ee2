#include "mocks/digitalocean/handlers.hpp"
#include "mocks/digitalocean/record_checks.hpp"
#include "mocks/digitalocean/running.hpp"
#include "mocks/digitalocean/views.hpp"

#include <algorithm>
#include <chrono>

namespace chatops::mocks::digitalocean {
namespace {

/// [?] The texts.
void check_domain_name(const account_state& account, const std::string& name) {
    const bool is_plain = std::all_of(name.begin(), name.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.';
    });
    const auto dot = name.find('.');
    if (name.empty() || name.size() > limits::name_bytes || !is_plain || dot == 0 ||
        dot == std::string::npos || name.back() == '.')
        throw unprocessable("Name is not a valid domain name");
    for (const domain& each : account.domains)
        if (each.name == name) throw unprocessable("Name already exists");
}

void touch(domain& changed, time_point now) {
    changed.serial = std::chrono::floor<std::chrono::seconds>(now.time_since_epoch()).count();
}

domain_record& record_of(const call& from, domain& of) {
    const auto id = number_in(from.words[1]);
    for (domain_record& each : of.records)
        if (id && each.id == *id) return each;
    throw not_found();
}

/// `www.example.com`, as the filter names it.
std::string full_name(const domain_record& record, const domain& of) {
    return record.name == "@" ? of.name : record.name + '.' + of.name;
}

/// Changes what the body has, or all of it, once it is known to be right.
answer change_record(call& from, bool whole) {
    domain& of = from.account.domain_of(from.words[0]);
    domain_record& which = record_of(from, of);
    which = whole ? replaced_record(from.body, which, of) : patched_record(from.body, which, of);
    touch(of, from.now);
    return {200, object{{"domain_record", show(which)}}};
}

} // namespace

answer list_domains(call& from) {
    array all;
    for (const domain& each : from.account.domains) all.push_back(show(each));
    return {200, std::move(all), "domains"};
}

answer show_domain(call& from) {
    return {200, object{{"domain", show(from.account.domain_of(from.words[0]))}}};
}

answer create_domain(call& from) {
    domain made;
    made.name = lower(text_parameter(from.body, "name").value_or(""));
    check_domain_name(from.account, made.name);
    const std::string ip = text_parameter(from.body, "ip_address").value_or("");
    if (!ip.empty()) check_ipv4(ip);
    add_basic_records(from.account, made);
    if (!ip.empty()) add_record(from.account, made, "A", ip);
    touch(made, from.now);
    object shown = show(made);
    // It is written later. Source: resources/domains/responses/create_domain_response.yml.
    shown["zone_file"] = nullptr;
    from.account.domains.push_back(std::move(made));
    return {201, object{{"domain", std::move(shown)}}};
}

answer delete_domain(call& from) {
    const std::string name = from.account.domain_of(from.words[0]).name;
    forget_project(from.account, urn_of("domain", name));
    std::erase_if(from.account.domains, [&](const domain& each) { return each.name == name; });
    return {204};
}

answer list_records(call& from) {
    const domain& of = from.account.domain_of(from.words[0]);
    const std::string_view name = from.asked("name");
    const std::string_view type = from.asked("type");
    array all;
    for (const domain_record& each : of.records)
        if ((type.empty() || each.type == type) && (name.empty() || full_name(each, of) == name))
            all.push_back(show(each));
    return {200, std::move(all), "domain_records"};
}

answer show_record(call& from) {
    domain& of = from.account.domain_of(from.words[0]);
    return {200, object{{"domain_record", show(record_of(from, of))}}};
}

answer create_record(call& from) {
    domain& of = from.account.domain_of(from.words[0]);
    domain_record made = new_record(from.body, of);
    made.id = from.account.new_record_id();
    of.records.push_back(made);
    touch(of, from.now);
    return {201, object{{"domain_record", show(made)}}};
}

answer patch_record(call& from) { return change_record(from, false); }
answer update_record(call& from) { return change_record(from, true); }

answer delete_record(call& from) {
    domain& of = from.account.domain_of(from.words[0]);
    const domain_record& which = record_of(from, of);
    // Source: the description of Domain Records; [?] the text.
    if (which.type == "SOA") throw unprocessable("SOA records cannot be deleted.");
    const std::int64_t id = which.id;
    std::erase_if(of.records, [&](const domain_record& each) { return each.id == id; });
    touch(of, from.now);
    return {204};
}

} // namespace chatops::mocks::digitalocean
