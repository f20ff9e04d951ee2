#include "mocks/worlds/agency_parts.hpp"

namespace chatops::mocks::worlds {

papertrail::seed papertrail_account() {
    papertrail::seed made;
    made.token = "0000000000mockpapertrail9";
    return made;
}

} // namespace chatops::mocks::worlds
