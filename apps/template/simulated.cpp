#include "simulated.hpp"

#include "lantern.hpp"
#include "mock.hpp"

namespace lantern {

chatops::mocks::worlds::simulated simulated(std::string token) {
    chatops::mocks::worlds::simulated made{entries()};
    // The people, clients and accounts of the agency, with a rule of Lantern's own.
    made.world.name = "lantern";
    made.world.rules.push_back({{"pm"}, {"status tell"}});
    made.others.push_back({"status", "https://api.status.lantern.example", std::move(token),
                           [] { return std::make_unique<mocked_status_page>(); }});
    return made;
}

} // namespace lantern
