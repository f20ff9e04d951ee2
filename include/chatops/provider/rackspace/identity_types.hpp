// What Rackspace's identity service answers. Only what is used.
#pragma once

#include "chatops/core/clock.hpp"

#include <boost/describe/class.hpp>

#include <optional>
#include <string>
#include <vector>

namespace chatops::rackspace {

// Source: rackerlabs/docs-cloud-identity, api-reference/methods/samples/auth-response.json. None of
// these is recorded or shown: the token is a secret.

struct identity_token {
    std::string id;
    time_point expires;
};
BOOST_DESCRIBE_STRUCT(identity_token, (), (id, expires))

struct catalogue_endpoint {
    /// Absent where the service is the same everywhere.
    std::optional<std::string> region;
    std::string publicURL;
};
BOOST_DESCRIBE_STRUCT(catalogue_endpoint, (), (region, publicURL))

struct catalogue_service {
    /// `compute`, `rax:load-balancer`, `rax:dns`, …
    std::string type;
    std::vector<catalogue_endpoint> endpoints;
};
BOOST_DESCRIBE_STRUCT(catalogue_service, (), (type, endpoints))

struct identity_access {
    identity_token token;
    std::vector<catalogue_service> serviceCatalog;
};
BOOST_DESCRIBE_STRUCT(identity_access, (), (token, serviceCatalog))

struct identity_answer {
    identity_access access;
};
BOOST_DESCRIBE_STRUCT(identity_answer, (), (access))

} // namespace chatops::rackspace
