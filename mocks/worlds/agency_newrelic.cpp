#include "mocks/worlds/agency_parts.hpp"

namespace chatops::mocks::worlds {

newrelic::seed newrelic_account() {
    newrelic::seed made;
    made.api_key = "NRAK-00000000000000000000MOCKNR9";
    made.account_id = 1234567;
    return made;
}

} // namespace chatops::mocks::worlds
