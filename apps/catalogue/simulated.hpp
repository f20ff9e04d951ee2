// What there is in a company that is simulated, for whoever types.
#pragma once

#include "apps/catalogue/complete.hpp"
#include "chatops/operations/general/values.hpp"
#include "mocks/worlds/simulated.hpp"

#include <boost/asio/io_context.hpp>

#include <exception>
#include <utility>

namespace chatops::apps {

using mocks::worlds::simulated;

/// People, projects, commands and runs, as the bot of that company knows them: whoever types is not
/// asked for a name, so everyone's.
inline std::vector<std::string> known_to_bot(mocks::worlds::company& where,
                                             const line::completion_request& of) {
    const value_knower& known = operations::general_values();
    std::vector<std::string> made;
    if (known.find(*of.field) == nullptr) return made;
    sim::simulation& company = where.simulation();
    const gate::rulebook rules(company.configuration().rules);
    const value_inquiry in{
        {company.commands(), rules, nullptr}, company.journal(), company.configuration()};
    // Nothing in it waits: neither a vendor is asked, nor does the time of the company pass.
    asio::io_context here{1};
    asio::co_spawn(here, known.ask(in, of), [&](std::exception_ptr failed, texts_of_values all) {
        if (!failed) made = std::move(all);
    });
    here.poll();
    return made;
}

/// What a value may name in that company, at providers of one's own and at the world's.
inline std::vector<std::string> things_in(mocks::worlds::company& where,
                                          const mocks::worlds::things_known& own,
                                          const line::completion_request& of) {
    if (own)
        if (std::vector<std::string> named = own(where, of); !named.empty()) return named;
    if (std::vector<std::string> named = known_to_bot(where, of); !named.empty()) return named;
    const mocked_accounts accounts{[&] { return where.vendors().heroku().state(); },
                                   [&] { return where.vendors().digitalocean().state(); }};
    return things_named(accounts, of);
}

} // namespace chatops::apps
