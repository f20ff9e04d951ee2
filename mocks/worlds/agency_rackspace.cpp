#include "mocks/worlds/agency_parts.hpp"

namespace chatops::mocks::worlds {

rackspace::seed rackspace_account() {
    rackspace::seed made;
    made.username = "agency";
    made.api_key = "0000000000000000000000000mockra9";
    made.password = "mock-agency-rackspace-password";
    made.tenant = "654321";
    return made;
}

} // namespace chatops::mocks::worlds
