// What people type where Rackspace writes `VERIFY_RESIZE`: the states of servers and images.
#pragma once

#include "chatops/operations/capitals.hpp"

#include <boost/describe/enum.hpp>

namespace chatops::operations {

/// But DELETED: those are listed for Rackspace itself only.
/// Source: docs-cloud-servers, extensions/ext-extended-status.rst.
enum class server_state {
    active,
    build,
    error,
    shutoff,
    paused,
    suspended,
    rescue,
    verify_resize,
    resize,
    revert_resize,
    reboot,
    hard_reboot,
    rebuild,
    password,
    migrating
};
BOOST_DESCRIBE_ENUM(server_state, active, build, error, shutoff, paused, suspended, rescue,
                    verify_resize, resize, revert_resize, reboot, hard_reboot, rebuild, password,
                    migrating)

/// Source: the same, get-retrieve-list-of-images-with-details.
enum class image_state { active, saving, error };
BOOST_DESCRIBE_ENUM(image_state, active, saving, error)

} // namespace chatops::operations
