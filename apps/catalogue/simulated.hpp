// What there is in a company that is simulated, for whoever types.
#pragma once

#include "apps/catalogue/complete.hpp"
#include "mocks/worlds/simulated.hpp"

namespace chatops::apps {

using mocks::worlds::simulated;

/// What a value may name in that company, at providers of one's own and at the world's.
inline std::vector<std::string> things_in(mocks::worlds::company& where,
                                          const mocks::worlds::things_known& own,
                                          const line::completion_request& of) {
    if (own)
        if (std::vector<std::string> named = own(where, of); !named.empty()) return named;
    const mocked_accounts accounts{[&] { return where.vendors().heroku().state(); },
                                   [&] { return where.vendors().digitalocean().state(); }};
    return things_named(accounts, of);
}

} // namespace chatops::apps
