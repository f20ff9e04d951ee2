// Cloud Load Balancers v1.0: what the account has of them, and what answers.
#pragma once

#include "chatops/core/clock.hpp"
#include "mocks/common/json.hpp"
#include "mocks/rackspace/load_balancer.hpp"
#include "mocks/rackspace/load_balancer_seed.hpp"

#include <optional>
#include <vector>

namespace chatops::mocks::rackspace {

struct account_state;
struct answer;
struct call;

/// Everything under `/v1.0/{account}/` that is not of DNS.
answer serve_load_balancers(call& from);

/// The servers are there already.
void add_load_balancers(account_state& to, const std::vector<seed_load_balancer>& given,
                        time_point began);

/// The next moment at which something happens to one by itself.
std::optional<time_point> next_of_load_balancers(const account_state& of);

/// Does one thing that is due at exactly that moment; false if there is none.
bool settle_load_balancers(account_state& of, time_point at);

/// To read and to compare.
value show_load_balancers(const account_state& of);

} // namespace chatops::mocks::rackspace
