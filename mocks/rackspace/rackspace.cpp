#include "mocks/rackspace/rackspace.hpp"

#include "mocks/common/json.hpp"

namespace chatops::mocks::rackspace {

cloud::cloud(const seed& given, std::uint64_t, time_point) : seed_(given) {}

http::response cloud::handle(const http::request&, sim::moment) {
    return json_response(404, object{});
}

value cloud::state() const { return object{}; }

} // namespace chatops::mocks::rackspace
