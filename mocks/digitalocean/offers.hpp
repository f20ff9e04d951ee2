// What DigitalOcean offers to everyone: sizes of droplets, regions, images to begin with.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace chatops::mocks::digitalocean {

struct region {
    std::string_view slug;
    std::string_view name;
    bool available;
};

struct size {
    std::string_view slug;
    int memory_mb;
    int vcpus;
    int disk_gb;
    double transfer_tb;
    double monthly_usd;
    double hourly_usd;
    bool available;
    std::string_view description;
    /// Optimized sizes are not everywhere.
    bool is_everywhere;
};

struct base_image {
    std::int64_t id;
    std::string_view slug;
    std::string_view name;
    std::string_view distribution;
    std::string_view description;
    int min_disk_gb;
    double size_gb;
    /// `distribution` or `application`.
    std::string_view kind;
};

std::span<const region> regions();
std::span<const size> sizes();
std::span<const base_image> base_images();

/// By slug; null when there is none.
const region* find_region(std::string_view slug);
const size* find_size(std::string_view slug);

/// Whether new droplets of that size can be made in that region.
bool is_offered(const size& what, const region& where);

} // namespace chatops::mocks::digitalocean
