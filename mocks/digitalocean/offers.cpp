#include "mocks/digitalocean/offers.hpp"

#include <algorithm>
#include <array>

namespace chatops::mocks::digitalocean {
namespace {

// Source: digitalocean/openapi, resources/regions and docs.digitalocean.com, "Regional
// Availability". New York 2 takes no new customers.
constexpr std::array known_regions{
    region{"nyc1", "New York 1", true},      region{"nyc2", "New York 2", false},
    region{"nyc3", "New York 3", true},      region{"sfo2", "San Francisco 2", true},
    region{"sfo3", "San Francisco 3", true}, region{"ams3", "Amsterdam 3", true},
    region{"fra1", "Frankfurt 1", true},     region{"lon1", "London 1", true},
    region{"sgp1", "Singapore 1", true},     region{"tor1", "Toronto 1", true},
    region{"blr1", "Bangalore 1", true},     region{"syd1", "Sydney 1", true},
};

// Source: docs.digitalocean.com, "Droplet Pricing".
constexpr std::array known_sizes{
    size{"s-1vcpu-512mb-10gb", 512, 1, 10, 0.5, 4, 0.00595, true, "Basic", true},
    size{"s-1vcpu-1gb", 1'024, 1, 25, 1, 6, 0.00893, true, "Basic", true},
    size{"s-1vcpu-2gb", 2'048, 1, 50, 2, 12, 0.01786, true, "Basic", true},
    size{"s-1vcpu-3gb", 3'072, 1, 60, 3, 15, 0.02232, false, "Basic", true},
    size{"s-2vcpu-2gb", 2'048, 2, 60, 3, 18, 0.02679, true, "Basic", true},
    size{"s-2vcpu-4gb", 4'096, 2, 80, 4, 24, 0.03571, true, "Basic", true},
    size{"s-4vcpu-8gb", 8'192, 4, 160, 5, 48, 0.07143, true, "Basic", true},
    size{"s-8vcpu-16gb", 16'384, 8, 320, 6, 96, 0.14286, true, "Basic", true},
    size{"c-2", 4'096, 2, 25, 4, 42, 0.0625, true, "CPU-Optimized", false},
    size{"c-4", 8'192, 4, 50, 5, 84, 0.125, true, "CPU-Optimized", false},
    size{"g-2vcpu-8gb", 8'192, 2, 25, 4, 63, 0.09375, true, "General Purpose", false},
    size{"m-2vcpu-16gb", 16'384, 2, 50, 4, 84, 0.125, true, "Memory-Optimized", false},
};

// Source: resources/images; identities and sizes are like those seen, not the same.
constexpr std::array known_images{
    base_image{155'133'621, "ubuntu-24-04-x64", "24.04 (LTS) x64", "Ubuntu", "Ubuntu 24.04 x64", 7,
               0.67, "distribution"},
    base_image{154'798'317, "ubuntu-22-04-x64", "22.04 (LTS) x64", "Ubuntu", "Ubuntu 22.04 x64", 7,
               0.63, "distribution"},
    base_image{154'796'904, "debian-12-x64", "12 x64", "Debian", "Debian 12 x64", 7, 0.58,
               "distribution"},
    base_image{156'440'208, "fedora-40-x64", "40 x64", "Fedora", "Fedora 40 x64", 10, 1.12,
               "distribution"},
    base_image{152'987'460, "rockylinux-9-x64", "9 x64", "Rocky Linux", "Rocky Linux 9 x64", 10,
               1.94, "distribution"},
    base_image{157'107'882, "docker-20-04", "Docker on Ubuntu 22.04", "Ubuntu",
               "Docker on Ubuntu 22.04", 25, 1.29, "application"},
    base_image{157'108'140, "wordpress-20-04", "WordPress on Ubuntu 22.04", "Ubuntu",
               "WordPress on Ubuntu 22.04", 25, 2.05, "application"},
};

template <class T>
const T* find(std::span<const T> all, std::string_view slug) {
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const T& each) { return each.slug == slug; });
    return found == all.end() ? nullptr : &*found;
}

} // namespace

std::span<const region> regions() { return known_regions; }
std::span<const size> sizes() { return known_sizes; }
std::span<const base_image> base_images() { return known_images; }

const region* find_region(std::string_view slug) { return find(regions(), slug); }
const size* find_size(std::string_view slug) { return find(sizes(), slug); }

bool is_offered(const size& what, const region& where) {
    const bool is_there = what.is_everywhere || (where.slug != "blr1" && where.slug != "syd1");
    return what.available && where.available && is_there;
}

} // namespace chatops::mocks::digitalocean
