// Cloud Servers v2, and the list of images that Cloud Images has.
#pragma once

#include "mocks/rackspace/call.hpp"

namespace chatops::mocks::rackspace {

/// Everything under `/v2/{account}`.
answer serve_servers(call& from);

/// `/v2/{account}/images…` of Cloud Images, which clients ask for names.
answer serve_images(call& from);

} // namespace chatops::mocks::rackspace
