// Identity v2.0: tokens, and the catalogue of services that comes with them.
#pragma once

#include "mocks/rackspace/call.hpp"

namespace chatops::mocks::rackspace {

/// Everything under `/v2.0`. It checks credentials itself.
answer serve_identity(call& from);

/// What there is, and where: `serviceCatalog`.
array service_catalogue(const call& from);

} // namespace chatops::mocks::rackspace
