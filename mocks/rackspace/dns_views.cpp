#include "mocks/rackspace/dns_views.hpp"

#include "chatops/core/time.hpp"
#include "mocks/rackspace/dns_limits.hpp"

#include <algorithm>
#include <utility>

namespace chatops::mocks::rackspace {
namespace {

/// What the query gives as that number; refuses with 400 what is none.
std::size_t dns_number_asked(const call& from, std::string_view name, std::size_t otherwise) {
    const std::string_view text = from.asked(name);
    if (text.empty()) return otherwise;
    std::size_t number = 0;
    for (const char c : text) {
        if (c < '0' || c > '9' || number > 1'000'000) // [?] The text.
            throw bad_request("The request could not be processed.")
                .with_details("For input string: \"" + std::string(text) + "\"");
        number = number * 10 + static_cast<std::size_t>(c - '0');
    }
    return number;
}

object page_link(const call& from, const char* rel, std::size_t limit, std::size_t offset) {
    std::string href = from.own_url() + from.where.path + '?';
    for (const auto& [name, text] : from.query)
        if (name != "limit" && name != "offset") href += write_form({{name, text}}) + '&';
    href += "limit=" + std::to_string(limit) + "&offset=" + std::to_string(offset);
    return {{"content", ""}, {"href", href}, {"rel", rel}};
}

/// `host` and, since that is what it means there, a dot.
std::string absolute(const std::string& host) {
    return host.empty() || host.back() == '.' ? host : host + '.';
}

bool leads_to_host(std::string_view type) {
    return type == "CNAME" || type == "MX" || type == "NS" || type == "SRV";
}

void add_head(object& to, const dns_domain& one, const std::string& account) {
    to["name"] = one.name;
    to["id"] = one.id;
    if (!one.comment.empty()) to["comment"] = one.comment;
    to["updated"] = dns_time(one.updated);
    to["accountId"] = account;
    to["emailAddress"] = one.email_address;
    to["created"] = dns_time(one.created);
}

} // namespace

std::string dns_time(time_point when) {
    std::string text = format_time(when);
    text.pop_back();
    return text + "+0000";
}

object show_record(const dns_record& one) {
    object made{{"name", one.name}, {"id", one.id}, {"type", one.type}};
    if (one.priority) made["priority"] = *one.priority;
    if (!one.comment.empty()) made["comment"] = one.comment;
    made["data"] = one.data;
    made["updated"] = dns_time(one.updated);
    made["ttl"] = one.ttl_seconds;
    made["created"] = dns_time(one.created);
    return made;
}

array show_records(const dns_domain& of) {
    array all;
    for (const dns_record& each : of.records) all.push_back(show_record(each));
    return all;
}

object show_domain_briefly(const dns_domain& one, const std::string& account) {
    object made;
    add_head(made, one, account);
    return made;
}

object show_domain(const dns_domain& one, const std::string& account) {
    object made;
    add_head(made, one, account);
    made["ttl"] = one.ttl_seconds;
    // As every answer of the documentation has them; a zone's own records name others.
    made["nameservers"] =
        array{object{{"name", "ns.rackspace.com"}}, object{{"name", "ns2.rackspace.com"}}};
    return made;
}

// Source: docs-cloud-dns, methods/get-export-domain.
std::string zone_text(const dns_domain& of) {
    const std::string ttl = std::to_string(of.ttl_seconds);
    const auto serial =
        std::chrono::floor<std::chrono::seconds>(of.updated.time_since_epoch()).count();
    std::string text = ";Configuration for DNS Zone " + of.name + "\n\n;-----;" + of.name + ";\n" +
                       of.name + ".\t" + ttl +
                       "\tIN\tSOA\tns.rackspace.com.\thostmaster.rackspace.com. (\n" +
                       std::to_string(serial) + "\n10800\n3600\n604800\n" + ttl + "\n)\n";
    for (const dns_record& each : of.records) {
        text += each.name + ".\t" + std::to_string(each.ttl_seconds) + "\tIN\t" + each.type + '\t';
        if (each.priority) text += std::to_string(*each.priority) + ' ';
        text += each.type == "TXT"         ? '"' + each.data + '"'
                : leads_to_host(each.type) ? absolute(each.data)
                                           : each.data;
        text += '\n';
    }
    return text;
}

// Source: general-api-info/synchronous-and-asynchronous-responses.rst.
object show_job(const dns_job& one, const std::string& base, bool with_details) {
    object made{
        {"status", one.status}, {"jobId", one.id}, {"callbackUrl", base + "/status/" + one.id}};
    if (!with_details) return made;
    made["verb"] = one.verb;
    made["requestUrl"] = one.request_url;
    if (!one.request.empty()) made["request"] = one.request;
    if (!one.response.empty()) made["response"] = one.response;
    if (!one.error.empty()) made["error"] = one.error;
    return made;
}

object dns_page(array all, std::string_view root, const call& from) {
    // A limit that is larger than the largest, or none, is the largest.
    std::size_t limit = dns_number_asked(from, "limit", limits::dns_page_items);
    if (limit == 0 || limit > limits::dns_page_items) limit = limits::dns_page_items;
    const std::size_t offset = dns_number_asked(from, "offset", 0);
    if (offset % limit != 0) // [?] The text.
        throw bad_request("The request could not be processed.")
            .with_details("offset must be a multiple of the limit or 0");
    array shown;
    for (std::size_t i = offset; i < std::min(all.size(), offset + limit); ++i)
        shown.push_back(std::move(all[i]));
    object made;
    made[boost::json::string_view(root.data(), root.size())] = std::move(shown);
    array links;
    if (offset >= limit && !all.empty())
        links.push_back(page_link(from, "previous", limit, offset - limit));
    if (offset + limit < all.size())
        links.push_back(page_link(from, "next", limit, offset + limit));
    if (!links.empty()) made["links"] = std::move(links);
    made["totalEntries"] = all.size();
    return made;
}

} // namespace chatops::mocks::rackspace
