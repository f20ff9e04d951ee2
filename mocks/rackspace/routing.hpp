// Which operation a method and a path name.
#pragma once

#include "mocks/rackspace/call.hpp"

#include <span>
#include <string_view>

namespace chatops::mocks::rackspace {

using handler = answer (*)(call&);

struct route {
    std::string_view method;
    /// After version and tenant. A `*` stands for one word. Of two that match, the first is meant.
    std::string_view path;
    handler run;
};

/// Fills `from.words` and runs the one that is meant. Refuses with 404 when no route has the path,
/// with 405 when none has the method.
answer run_route(std::span<const route> routes, call& from);

} // namespace chatops::mocks::rackspace
