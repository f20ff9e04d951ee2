#include "mocks/rackspace/dns.hpp"

#include "mocks/rackspace/call.hpp"

namespace chatops::mocks::rackspace {

answer serve_dns(call&) { throw not_found(); }

void add_domains(account_state&, const std::vector<seed_domain>&, time_point) {}

std::optional<time_point> next_of_dns(const account_state&) { return std::nullopt; }

bool settle_dns(account_state&, time_point) { return false; }

value show_dns(const account_state&) { return object{}; }

} // namespace chatops::mocks::rackspace
