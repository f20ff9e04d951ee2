#include "mocks/rackspace/dns_checks.hpp"

#include "mocks/common/addresses.hpp"
#include "mocks/common/text.hpp"
#include "mocks/rackspace/dns_limits.hpp"
#include "mocks/rackspace/load_balancer_checks.hpp"

#include <algorithm>

namespace chatops::mocks::rackspace {
namespace {

bool is_dns_type(std::string_view type) {
    for (const char* const each : {"A", "AAAA", "CNAME", "MX", "NS", "PTR", "SRV", "TXT"})
        if (type == each) return true;
    return false;
}

bool is_dns_character(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '_' || c == '.' || c == '*';
}

bool is_dns_name(std::string_view name) {
    return !name.empty() && name.size() <= 253 && name.find('.') != std::string_view::npos &&
           name.front() != '.' && name.back() != '.' && name.find("..") == std::string_view::npos &&
           std::all_of(name.begin(), name.end(), is_dns_character);
}

bool has_priority(std::string_view type) { return type == "MX" || type == "SRV"; }

/// Data that a record of that type cannot have.
bool is_wrong_data(std::string_view type, std::string_view data) {
    if (type == "A") return !is_ipv4(data);
    if (type == "AAAA") return !is_ipv6(data);
    if (type == "CNAME" || type == "MX" || type == "NS") return !is_dns_name(data);
    return data.empty();
}

// Source of the text: apache/libcloud, dns/fixtures/rackspace/create_zone_validation_error.json.
void check_ttl(const object& sent, const char* thing, std::vector<std::string>& wrong) {
    const auto ttl = whole_number_in(sent, "ttl");
    if (ttl && *ttl < limits::dns_ttl_seconds)
        wrong.push_back(std::string(thing) +
                        " TTL is required and must be greater than or equal to 300");
}

void check_comment(const object& sent, std::vector<std::string>& wrong) {
    const auto comment = words_in(sent, "comment");
    if (comment && characters(*comment) > limits::dns_comment_characters) // [?] The text.
        wrong.emplace_back("Comment must be less than or equal to 160 characters.");
}

void check_priority(const object& sent, std::string_view type, bool is_new,
                    std::vector<std::string>& wrong) {
    const auto priority = whole_number_in(sent, "priority");
    if (priority && !has_priority(type)) // [?] The texts.
        wrong.push_back("Priority is not allowed for records of type " + std::string(type) + '.');
    if (!priority && is_new && has_priority(type))
        wrong.push_back("Priority is required for records of type " + std::string(type) + '.');
    if (priority && (*priority < 0 || *priority > limits::dns_priority))
        wrong.emplace_back("Priority must be an integer from 0 to 65535.");
}

/// Source: general-api-info/supported-record-types.rst, Notes: taken out without a word.
std::string stored_data(const std::string& type, std::string data) {
    if (type == "TXT") std::erase_if(data, [](char c) { return c == '"' || c == '\\'; });
    return data;
}

} // namespace

object invalid_dns::body() const {
    array messages;
    for (const std::string& each : messages_) messages.push_back(text_value(each));
    object inner;
    inner["messages"] = std::move(messages);
    object made;
    made["validationErrors"] = std::move(inner);
    made["code"] = 400;
    return made;
}

object dns_failure::body() const {
    return {{"message", text_value(what())}, {"code", code_}, {"details", details_}};
}

// Source: apache/libcloud, dns/fixtures/rackspace/does_not_exist.json.
refused no_such_dns() { return refused(404, "itemNotFound", "Object not Found.").with_details(""); }

// Source: docs-cloud-dns, general-api-info/limits.rst.
refused over_dns_limit(std::size_t most, std::string_view things) {
    return refused(413, "overLimit",
                   "Your account is currently over the limit so your request could not be "
                   "processed.")
        .with_details("Limit of " + std::to_string(most) + ' ' + std::string(things) +
                      " has been reached.");
}

array entities_in(const object& body, std::string_view name) {
    const array* const sent = array_of(body, name);
    if (sent == nullptr || sent->empty()) // [?] The text.
        throw bad_request("The request could not be processed.")
            .with_details("Must provide at least one of " + std::string(name) + '.');
    for (const value& each : *sent)
        if (!each.is_object())
            throw bad_request("The request could not be processed.")
                .with_details("Unexpected value in " + std::string(name) + '.');
    if (sent->size() > limits::dns_entities_at_once)
        throw over_dns_limit(limits::dns_entities_at_once, "entities per request");
    return *sent;
}

std::vector<std::string> dns_ids_asked(const call& from) {
    std::vector<std::string> ids;
    for (const auto& [name, text] : from.query)
        if (name == "id") ids.push_back(text);
    if (ids.empty()) // [?] The text.
        throw bad_request("The request could not be processed.")
            .with_details("Must provide at least one id.");
    return ids;
}

// Source of the first texts: general-api-info/faults.rst; [?] the others.
void check_new_domain(const object& sent, std::vector<std::string>& wrong) {
    const std::string name = words_in(sent, "name").value_or("");
    if (!sent.contains("name")) wrong.emplace_back("Must provide a name for each domain.");
    if (!is_dns_name(name))
        wrong.push_back((name.empty() ? "null" : name) + " is not a valid domain name.");
    const std::string email = words_in(sent, "emailAddress").value_or("");
    const auto at = email.find('@');
    if (at == std::string::npos || at == 0 || at + 1 == email.size())
        wrong.emplace_back("Must provide a valid email address for each domain.");
    check_ttl(sent, "Domain", wrong);
    check_comment(sent, wrong);
    if (const object* const list = object_of(sent, "recordsList"))
        for (const object& each : objects_in(*list, "records")) check_new_record(each, name, wrong);
    if (const object* const list = object_of(sent, "subdomains"))
        for (const object& each : objects_in(*list, "domains")) check_new_domain(each, wrong);
}

void check_new_record(const object& sent, std::string_view zone, std::vector<std::string>& wrong) {
    const std::string type = words_in(sent, "type").value_or("");
    const std::string name = words_in(sent, "name").value_or(std::string(zone));
    const std::string data = words_in(sent, "data").value_or("");
    // [?] The texts.
    if (!is_dns_type(type) || type == "PTR") {
        wrong.push_back("Record type " + (type.empty() ? "null" : type) + " is not supported.");
        return;
    }
    if (sent.contains("id")) wrong.emplace_back("Record id must not be specified.");
    if (!is_dns_name(name) || (name != zone && !is_under(name, zone)))
        wrong.push_back("Record name " + name + " does not belong to the domain " +
                        std::string(zone) + '.');
    if (is_wrong_data(type, data))
        wrong.push_back("Record data " + (data.empty() ? "null" : data) +
                        " is not valid for type " + type + '.');
    check_ttl(sent, "Record", wrong);
    check_comment(sent, wrong);
    check_priority(sent, type, true, wrong);
}

// Source: methods/put-update-record: only data, priority, ttl and comment; the name is sent, too,
// and of SRV it may become another.
void check_record_change(const object& sent, const dns_record& before,
                         std::vector<std::string>& wrong) {
    const auto name = words_in(sent, "name");
    if (name && *name != before.name && before.type != "SRV") // [?] The texts.
        wrong.emplace_back("Record name cannot be modified.");
    const auto type = words_in(sent, "type");
    if (type && *type != before.type) wrong.emplace_back("Record type cannot be modified.");
    const auto data = words_in(sent, "data");
    if (data && is_wrong_data(before.type, *data))
        wrong.push_back("Record data " + *data + " is not valid for type " + before.type + '.');
    check_ttl(sent, "Record", wrong);
    check_comment(sent, wrong);
    check_priority(sent, before.type, false, wrong);
}

void check_domain_change(const object& sent, std::vector<std::string>& wrong) {
    if (sent.contains("name")) wrong.emplace_back("Domain name cannot be modified."); // [?]
    check_ttl(sent, "Domain", wrong);
    check_comment(sent, wrong);
}

void check_pointer(const object& sent, std::vector<std::string>& wrong) {
    check_ttl(sent, "Record", wrong);
    check_comment(sent, wrong);
}

void throw_if_wrong(std::vector<std::string> wrong) {
    if (!wrong.empty()) throw invalid_dns(std::move(wrong));
}

dns_record new_dns_record(const object& sent, const dns_domain& of, time_point now) {
    dns_record made;
    made.type = words_in(sent, "type").value_or("");
    made.name = lower(words_in(sent, "name").value_or(of.name));
    made.data = stored_data(made.type, words_in(sent, "data").value_or(""));
    made.ttl_seconds = whole_number_in(sent, "ttl").value_or(of.ttl_seconds);
    made.priority = whole_number_in(sent, "priority");
    made.comment = words_in(sent, "comment").value_or("");
    made.created = made.updated = now;
    return made;
}

void change_dns_record(const object& sent, dns_record& to, time_point now) {
    to.name = words_in(sent, "name").value_or(to.name);
    to.data = stored_data(to.type, words_in(sent, "data").value_or(to.data));
    to.ttl_seconds = whole_number_in(sent, "ttl").value_or(to.ttl_seconds);
    if (const auto priority = whole_number_in(sent, "priority")) to.priority = priority;
    to.comment = words_in(sent, "comment").value_or(to.comment);
    to.updated = now;
}

void change_dns_domain(const object& sent, dns_domain& to, time_point now) {
    to.email_address = words_in(sent, "emailAddress").value_or(to.email_address);
    to.ttl_seconds = whole_number_in(sent, "ttl").value_or(to.ttl_seconds);
    to.comment = words_in(sent, "comment").value_or(to.comment);
    to.updated = now;
}

// Source of the first text: general-api-info/synchronous-and-asynchronous-responses.rst; [?] the
// details.
void check_beside(const dns_domain& of, const dns_record& made) {
    for (const dns_record& each : of.records) {
        if (each.id == made.id || each.name != made.name) continue;
        if (each.type == made.type && each.data == made.data)
            throw dns_failure(409, "The object already exists.", "Record already exists");
        if (each.type == "CNAME" || made.type == "CNAME")
            throw dns_failure(409, "The object already exists.",
                              "A CNAME record cannot share its name with another record");
    }
}

} // namespace chatops::mocks::rackspace
