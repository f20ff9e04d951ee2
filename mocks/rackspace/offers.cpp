#include "mocks/rackspace/offers.hpp"

#include <algorithm>
#include <array>

namespace chatops::mocks::rackspace {
namespace {

// Source: docs-cloud-servers, general-api-info/flavors.rst.
constexpr std::array known_flavors{
    flavor{"2", "512MB Standard Instance", 512, 1, 20, 80, "standard1"},
    flavor{"3", "1GB Standard Instance", 1'024, 1, 40, 120, "standard1"},
    flavor{"4", "2GB Standard Instance", 2'048, 2, 80, 240, "standard1"},
    flavor{"5", "4GB Standard Instance", 4'096, 2, 160, 400, "standard1"},
    flavor{"6", "8GB Standard Instance", 8'192, 4, 320, 600, "standard1"},
    flavor{"7", "15GB Standard Instance", 15'360, 6, 620, 800, "standard1"},
    flavor{"8", "30GB Standard Instance", 30'720, 8, 1'200, 1'200, "standard1"},
    flavor{"general1-1", "1 GB General Purpose v1", 1'024, 1, 20, 200, "general1"},
    flavor{"general1-2", "2 GB General Purpose v1", 2'048, 2, 40, 400, "general1"},
    flavor{"general1-4", "4 GB General Purpose v1", 4'096, 4, 80, 800, "general1"},
    flavor{"general1-8", "8 GB General Purpose v1", 8'192, 8, 160, 1'600, "general1"},
    flavor{"io1-15", "15 GB I/O v1", 15'360, 4, 40, 1'250, "io1"},
    flavor{"io1-30", "30 GB I/O v1", 30'720, 8, 40, 2'500, "io1"},
};

// Identities and names are like those seen, not the same.
constexpr std::array known_images{
    base_image{"2d3f7a50-0c1e-4b6a-9a5d-4b8e6f0f2a01", "Ubuntu 24.04 LTS (Noble Numbat) (Cloud)",
               "ubuntu", 20, 512},
    base_image{"7c1b9e64-54d2-4f0e-8d0b-2c9a7f5f2a02", "Ubuntu 22.04 LTS (Jammy Jellyfish) (Cloud)",
               "ubuntu", 20, 512},
    base_image{"a4f0b2d8-9e3c-4d55-b7f1-6d1c8e4f2a03", "Debian 12 (Bookworm) (Cloud)", "debian", 20,
               512},
    base_image{"c86e1f3a-2b7d-4a09-8c64-0f5e9d3f2a04", "Rocky Linux 9 (Cloud)", "rocky", 20, 1'024},
    base_image{"e90d5c7b-6a18-4e32-9f27-b3a4c2df2a05", "Windows Server 2022", "windows", 40, 2'048},
};

} // namespace

std::span<const flavor> flavors() { return known_flavors; }
std::span<const base_image> base_images() { return known_images; }

const flavor* find_flavor(std::string_view id) {
    const auto found = std::find_if(known_flavors.begin(), known_flavors.end(),
                                    [&](const flavor& each) { return each.id == id; });
    return found == known_flavors.end() ? nullptr : &*found;
}

} // namespace chatops::mocks::rackspace
