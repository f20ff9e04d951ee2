// What Rackspace offers to everyone: flavors of servers, images to begin with.
#pragma once

#include <span>
#include <string_view>

namespace chatops::mocks::rackspace {

struct flavor {
    std::string_view id;
    std::string_view name;
    int ram_mb;
    int vcpus;
    int disk_gb;
    /// Mbit/s out of the server.
    double rxtx_factor;
    /// `standard1`, `general1`, `compute1`, `memory1`, `io1`.
    std::string_view family;
};

struct base_image {
    std::string_view id;
    std::string_view name;
    std::string_view os_distro;
    int min_disk_gb;
    int min_ram_mb;
};

std::span<const flavor> flavors();
std::span<const base_image> base_images();

/// By id; null when there is none.
const flavor* find_flavor(std::string_view id);

} // namespace chatops::mocks::rackspace
