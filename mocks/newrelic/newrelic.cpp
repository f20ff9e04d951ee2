#include "mocks/newrelic/newrelic.hpp"

#include "mocks/common/json.hpp"

namespace chatops::mocks::newrelic {

service::service(const seed& given, std::uint64_t, time_point) : seed_(given) {}

http::response service::handle(const http::request&, sim::moment) {
    return json_response(404, object{});
}

value service::state() const { return object{}; }

} // namespace chatops::mocks::newrelic
