// Zones, their records, and the jobs that change them, as plain data.
#pragma once

#include "chatops/core/clock.hpp"
#include "mocks/common/json.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace chatops::mocks::rackspace {

struct dns_record {
    /// `A-6822994`.
    std::string id;
    std::string type;
    /// The whole name.
    std::string name;
    std::string data;
    std::int64_t ttl_seconds = 0;
    /// Of MX and SRV.
    std::optional<std::int64_t> priority;
    std::string comment;
    time_point created;
    time_point updated;
};

struct dns_domain {
    /// Digits.
    std::string id;
    std::string name;
    std::string email_address;
    std::string comment;
    std::int64_t ttl_seconds = 3'600;
    std::vector<dns_record> records;
    time_point created;
    time_point updated;
};

/// Whether the name is within the domain, and not the domain itself.
bool is_under(std::string_view name, std::string_view domain);

/// What a device's address is called.
struct dns_pointer {
    dns_record of;
    /// `cloudServersOpenStack`, `cloudLoadBalancers`.
    std::string service;
    /// Where the device is.
    std::string href;
};

/// What a job does once it ends.
enum class dns_work {
    create_domains,
    update_domains,
    delete_domains,
    add_records,
    update_records,
    delete_records,
    export_domain,
    add_pointers,
    update_pointers,
    delete_pointers,
};

/// Everything that changes a zone is one.
struct dns_job {
    std::string id;
    std::string verb;
    std::string request_url;
    /// What was sent, as it was.
    std::string request;
    dns_work work = dns_work::create_domains;
    /// Objects of the request: domains, records.
    array order;
    /// The zone that it is about; of pointers, where the device is.
    std::string of;
    /// Those that are to be deleted; of pointers, the service and the address.
    std::vector<std::string> ids;
    bool with_subdomains = false;
    /// It will end in ERROR, without effect: `/_mock/errored_actions` asked for that.
    bool fails = false;
    /// `INITIALIZED`, `RUNNING`, `COMPLETED`, `ERROR`.
    std::string status = "INITIALIZED";
    object response;
    object error;
    /// When it runs; then, when it ends; then, when it is forgotten.
    time_point due_at;

    [[nodiscard]] bool is_over() const { return status == "COMPLETED" || status == "ERROR"; }
};

/// All zones and jobs of the account, as plain data.
struct dns_holdings {
    std::vector<dns_domain> domains;
    std::vector<dns_pointer> pointers;
    /// Oldest first.
    std::vector<dns_job> jobs;

    /// Null when there is none.
    dns_domain* find_domain(std::string_view id);
    dns_domain* find_domain_named(std::string_view name);
    /// The one of that id; refuses with 404.
    dns_domain& domain_of(std::string_view id);

    std::string new_domain_id() { return std::to_string(last_domain_id_ += 3); }
    /// `A-6822994`.
    std::string new_record_id(const std::string& type) {
        return type + '-' + std::to_string(last_record_id_ += 5);
    }

  private:
    std::int64_t last_domain_id_ = 2'725'200;
    std::int64_t last_record_id_ = 6'817'700;
};

} // namespace chatops::mocks::rackspace
