// Which of Rackspace's services a request is for, and where each is reached.
#pragma once

#include "chatops/http/message.hpp"

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace chatops::mocks::rackspace {

/// Source: docs-cloud-servers, general-api-info/service-access-endpoints.
inline constexpr std::array<std::string_view, 6> regions{"DFW", "ORD", "IAD", "LON", "SYD", "HKG"};

enum class service { none, identity, servers, images, load_balancers, dns };

/// What a request is about, before anybody knows who asks.
struct place {
    service of = service::none;
    /// `DFW`. Identity and DNS are the same everywhere.
    std::string region;
    /// The account's number, as the path has it.
    std::string tenant;
    /// What follows in the path, as it was sent: `/servers/detail`. Of load balancers without the
    /// `.json` that some clients write.
    std::string path;
};

/// The hosts that Rackspace has (`dfw.servers.api.rackspacecloud.com`) say service and region. On
/// any other host the path tells services apart; what lies in another region than the usual one, or
/// is an image service's, has that before: `/ord/v2/123456/servers`, `/image/v2/123456/images`.
place place_of(const http::request& what, std::string_view usual_region);

/// The address that the catalogue names for a service: with version and tenant, without a slash at
/// the end. At Rackspace's own hosts if the request came to one of them, or named none; at the host
/// that it came to otherwise.
std::string service_url(const http::request& what, service of, std::string_view region,
                        std::string_view usual_region, std::string_view tenant);

} // namespace chatops::mocks::rackspace
