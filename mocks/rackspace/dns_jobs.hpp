// How what changes a zone is accepted, and carried out a little later.
#pragma once

#include "mocks/rackspace/call.hpp"

namespace chatops::mocks::rackspace {

/// 202 with the job, which waits. What it does is in `draft`; the rest is taken from the request.
answer begin_dns_job(const call& from, dns_job draft);

/// It runs from then on.
void run_dns_job(dns_job& job, time_point at);

/// Does what it is for, and says how it ended.
void finish_dns_job(account_state& account, dns_job& job, time_point at);

} // namespace chatops::mocks::rackspace
