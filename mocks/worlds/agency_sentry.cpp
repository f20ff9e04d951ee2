#include "mocks/worlds/agency_parts.hpp"

namespace chatops::mocks::worlds {

sentry::seed sentry_account() {
    sentry::seed made;
    made.token = "sntryu_000000000000000000000000000000000000000000000000000000mockse9";
    made.organization = "agency";
    return made;
}

} // namespace chatops::mocks::worlds
