// Cloud DNS v1.0: what the account has of zones and jobs, and what answers.
#pragma once

#include "chatops/core/clock.hpp"
#include "mocks/common/json.hpp"
#include "mocks/rackspace/dns_seed.hpp"
#include "mocks/rackspace/dns_zone.hpp"

#include <optional>
#include <vector>

namespace chatops::mocks::rackspace {

struct account_state;
struct answer;
struct call;

/// `/v1.0/{account}/domains…`, `…/rdns`, `…/status/{job}`.
answer serve_dns(call& from);

/// The servers are there already.
void add_domains(account_state& to, const std::vector<seed_domain>& given, time_point began);

/// The next moment at which something happens to one by itself.
std::optional<time_point> next_of_dns(const account_state& of);

/// Does one thing that is due at exactly that moment; false if there is none.
bool settle_dns(account_state& of, time_point at);

/// To read and to compare.
value show_dns(const account_state& of);

} // namespace chatops::mocks::rackspace
