// Every operation of DNS that this mock has, one function each; dns.cpp says which path is whose.
#pragma once

#include "mocks/rackspace/call.hpp"

namespace chatops::mocks::rackspace {

// dns_domains.cpp
answer list_dns_domains(call& from);
answer create_dns_domains(call& from);
answer update_dns_domains(call& from);
answer delete_dns_domains(call& from);
answer show_dns_domain(call& from);
answer update_dns_domain(call& from);
answer delete_dns_domain(call& from);
answer list_dns_subdomains(call& from);
answer export_dns_domain(call& from);

// dns_records.cpp
answer list_dns_records(call& from);
answer add_dns_records(call& from);
answer update_dns_records(call& from);
answer delete_dns_records(call& from);
answer show_dns_record(call& from);
answer update_dns_record(call& from);
answer delete_dns_record(call& from);

// dns_pointers.cpp
answer list_dns_pointers(call& from);
answer show_dns_pointer(call& from);
answer add_dns_pointers(call& from);
answer update_dns_pointers(call& from);
answer delete_dns_pointers(call& from);

// dns_status.cpp
answer list_dns_jobs(call& from);
answer show_dns_job(call& from);
answer list_dns_limits(call& from);

} // namespace chatops::mocks::rackspace
