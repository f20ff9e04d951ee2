// What Rackspace's Cloud DNS has, as its API shows it. Only what is used.
#pragma once

#include "chatops/core/config.hpp"

#include <boost/describe/class.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace chatops::rackspace {

// Source: rackerlabs/docs-cloud-dns, api-docs/v1/api-reference/methods. Ids are text, although some
// answers write them as numbers.

/// A zone that Rackspace answers for.
struct domain {
    std::string id;
    std::string name;
    std::optional<std::string> emailAddress;
    /// Seconds; absent in a list.
    std::optional<std::int64_t> ttl;
    std::optional<std::string> comment;

    friend bool operator==(const domain&, const domain&) = default;
};
BOOST_DESCRIBE_STRUCT(domain, (), (id, name, emailAddress, ttl, comment))

/// A line of a zone.
struct record {
    /// `A-6822994`.
    std::string id;
    std::string type;
    /// The whole name.
    std::string name;
    /// Of SRV: weight, port and host, with spaces between.
    std::string data;
    std::optional<std::int64_t> ttl;
    std::optional<std::int64_t> priority;
    std::optional<std::string> comment;

    friend bool operator==(const record&, const record&) = default;
};
BOOST_DESCRIBE_STRUCT(record, (), (id, type, name, data, ttl, priority, comment))

/// What a job gave, by what it was for.
struct job_response {
    std::optional<std::vector<domain>> domains;
    std::optional<std::vector<record>> records;
    /// Of an export: a zone as BIND 9 reads it.
    std::optional<std::string> contents;

    friend bool operator==(const job_response&, const job_response&) = default;
};
BOOST_DESCRIBE_STRUCT(job_response, (), (domains, records, contents))

/// Everything that changes a zone is one. It is kept for 24 hours.
struct dns_job {
    std::string jobId;
    /// `INITIALIZED`, `RUNNING`, `COMPLETED`; `ERROR` is thrown.
    std::string status;
    std::optional<std::string> verb;
    std::optional<std::string> requestUrl;
    /// What was sent, as it was.
    std::optional<std::string> request;
    std::optional<job_response> response;

    friend bool operator==(const dns_job&, const dns_job&) = default;
};
BOOST_DESCRIBE_STRUCT(dns_job, (), (jobId, status, verb, requestUrl, request, response))

/// Why one of several could not be deleted.
struct failed_item {
    std::optional<std::string> message;
    std::optional<std::string> details;
};
BOOST_DESCRIBE_STRUCT(failed_item, (), (message, details))

struct failed_items {
    std::vector<failed_item> faults;
};
BOOST_DESCRIBE_STRUCT(failed_items, (), (faults))

/// What a job ended with that failed.
struct job_fault {
    std::optional<std::string> message;
    std::optional<std::int64_t> code;
    std::optional<std::string> details;
    std::optional<failed_items> failedItems;
};
BOOST_DESCRIBE_STRUCT(job_fault, (), (message, code, details, failedItems))

struct failed_job {
    std::string jobId;
    std::optional<job_fault> error;
};
BOOST_DESCRIBE_STRUCT(failed_job, (), (jobId, error))

// ---- what it is asked to make

struct domain_order {
    std::string name;
    std::string emailAddress;
    std::optional<std::int64_t> ttl;
    std::optional<std::string> comment;
};
BOOST_DESCRIBE_STRUCT(domain_order, (), (name, emailAddress, ttl, comment))

/// What of a domain can become another: what is absent stays.
struct domain_change {
    std::optional<std::string> emailAddress;
    std::optional<std::int64_t> ttl;
    std::optional<std::string> comment;
};
BOOST_DESCRIBE_STRUCT(domain_change, (), (emailAddress, ttl, comment))

/// To make a record, or to change one: what is absent then stays; its name is always said.
struct record_order {
    std::optional<std::string> type;
    std::string name;
    std::optional<std::string> data;
    std::optional<std::int64_t> ttl;
    std::optional<std::int64_t> priority;
    std::optional<std::string> comment;
};
BOOST_DESCRIBE_STRUCT(record_order, (), (type, name, data, ttl, priority, comment))

/// What has addresses that can be called something.
struct dns_device {
    /// As the catalogue calls what it is of: `cloudServersOpenStack`, `cloudLoadBalancers`.
    std::string service;
    /// Where it is there: `https://dfw.servers.api.rackspacecloud.com/v2/1234/servers/0987654321`.
    std::string href;
};
BOOST_DESCRIBE_STRUCT(dns_device, (), (service, href))

/// What an address is called, a record of type PTR: to make one, or, with an id, to change it.
struct pointer_order {
    std::optional<std::string> id;
    std::string type = "PTR";
    std::string name;
    /// The address; of one that is there it stays.
    std::string data;
    std::optional<std::int64_t> ttl;
};
BOOST_DESCRIBE_STRUCT(pointer_order, (), (id, type, name, data, ttl))

/// Something that becomes a job.
struct dns_order {
    std::string method;
    /// After the account's number, with its query: `/domains/2725233/records`.
    std::string path;
    /// Empty for none.
    std::string body;
};

namespace detail {
/// `/domains/2725233`.
std::string domain_path(const std::string& id);
/// `/rdns/cloudServersOpenStack?href=…`.
std::string pointers_path(const dns_device& of);
} // namespace detail

dns_order make_domain(const domain_order& what);
dns_order change_domain(const std::string& domain_id, const domain_change& what);
/// Its subdomains become domains of their own.
dns_order end_domain(const std::string& domain_id);
dns_order make_record(const std::string& domain_id, const record_order& what);
dns_order change_record(const std::string& domain_id, const std::string& record_id,
                        const record_order& what);
dns_order end_record(const std::string& domain_id, const std::string& record_id);
dns_order make_pointer(const dns_device& of, const pointer_order& what);
dns_order change_pointer(const dns_device& of, const pointer_order& what);
/// Of that address.
dns_order end_pointer(const dns_device& of, const std::string& address);

} // namespace chatops::rackspace

#include CHATOPS_BODY("chatops/provider/rackspace/dns_types.ipp")
