// What people type where Rackspace writes `WEIGHTED_ROUND_ROBIN`.
#pragma once

#include "chatops/operations/capitals.hpp"

#include <boost/describe/enum.hpp>

namespace chatops::operations {

/// Which node gets the next connection; weighted: each as many as its weight says.
/// Source: docs-cloud-load-balancers, api-reference/algorithms.rst.
enum class balancing {
    random,
    round_robin,
    least_connections,
    weighted_round_robin,
    weighted_least_connections
};
BOOST_DESCRIBE_ENUM(balancing, random, round_robin, least_connections, weighted_round_robin,
                    weighted_least_connections)

/// A secondary node gets connections where no primary one answers.
enum class node_role { primary, secondary };
BOOST_DESCRIBE_ENUM(node_role, primary, secondary)

/// How a node shows that it is well; `off` for nobody looks.
enum class monitoring { connect, http, https, off };
BOOST_DESCRIBE_ENUM(monitoring, connect, http, https, off)

} // namespace chatops::operations
