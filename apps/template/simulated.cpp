#include "simulated.hpp"

#include "lantern.hpp"
#include "mock.hpp"

namespace lantern {

namespace {

using chatops::mocks::worlds::company;

/// The notices that there are, for whoever types the name of one.
std::vector<std::string> notices_in(company& where, const chatops::line::completion_request& of) {
    std::vector<std::string> ids;
    if (of.field->name != "notice") return ids;
    const boost::json::value status = where.vendor("status")->state();
    for (const boost::json::value& each : status.at("notices").as_array())
        ids.emplace_back(each.at("id").as_string());
    return ids;
}

} // namespace

chatops::mocks::worlds::simulated simulated(std::string token) {
    chatops::mocks::worlds::simulated made{entries()};
    // The people, clients and accounts of the agency, with a rule of Lantern's own.
    made.world.name = "lantern";
    made.world.rules.push_back({{"pm"}, {"status tell"}});
    made.others.push_back({"status", "https://api.status.lantern.example", std::move(token),
                           [] { return std::make_unique<mocked_status_page>(); }});
    made.things = notices_in;
    return made;
}

} // namespace lantern
