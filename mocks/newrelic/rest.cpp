#include "mocks/newrelic/rest.hpp"

#include "mocks/common/json.hpp"

namespace chatops::mocks::newrelic {

http::response serve_rest(account_state&, const http::request&, time_point) {
    return json_response(404, object{{"error", object{{"title", "Not found"}}}});
}

} // namespace chatops::mocks::newrelic
