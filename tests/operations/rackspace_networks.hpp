// The accounts that the tests of Rackspace's load balancers and domains start from.
#pragma once

#include "tests/operations/rackspace_trials.hpp"

#include <string>

namespace chatops::operations {

/// `front` sends to both web servers, `twin` is there twice, `empty` sends to nobody.
inline mocks::rackspace::seed with_balancers() {
    auto given = mocks::rackspace::agency_account();
    given.load_balancers = {{"front", "DFW", {"web-1", "web-2"}},
                            {"twin", "DFW", {"web-1"}},
                            {"twin", "DFW", {"web-2"}},
                            {"empty", "DFW", {}}};
    return given;
}

/// `acme.example`, with two records of one name, and a domain under it.
inline mocks::rackspace::seed with_zones() {
    auto given = mocks::rackspace::agency_account();
    given.domains = {{"acme.example",
                      "ops@acme.example",
                      {{"A", "acme.example", "web-1"},
                       {"A", "www.acme.example", "203.0.113.7"},
                       {"TXT", "note.acme.example", "one"},
                       {"TXT", "note.acme.example", "two"},
                       {"MX", "acme.example", "mail.acme.example", 10},
                       {"SRV", "_sip._tcp.acme.example", "5 5060 sip.acme.example", 1}}},
                     {"shop.acme.example", "ops@acme.example", {}}};
    return given;
}

} // namespace chatops::operations
