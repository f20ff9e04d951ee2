// How volumes, copies and keys look.
#include "mocks/digitalocean/times.hpp"
#include "mocks/digitalocean/views.hpp"

namespace chatops::mocks::digitalocean {
object show(const volume& one) {
    array droplets;
    if (one.droplet_id) droplets.push_back(*one.droplet_id);
    return {{"id", one.id},
            {"name", one.name},
            {"created_at", iso_time(one.created_at)},
            {"description", one.description},
            {"droplet_ids", std::move(droplets)},
            {"region", show(*one.region)},
            {"size_gigabytes", one.size_gb},
            {"filesystem_type", one.filesystem_type},
            {"filesystem_label", one.filesystem_label},
            {"tags", texts(one.tags)}};
}

object show(const volume_snapshot& one) {
    // [?] How much of a disk is in use, and so paid for: a quarter.
    const double paid_gb = static_cast<double>(one.size_gb) / 4;
    return {{"id", one.id},
            {"name", one.name},
            {"created_at", iso_time(one.created_at)},
            {"regions", array{text_value(one.region->slug)}},
            {"min_disk_size", one.size_gb},
            {"size_gigabytes", paid_gb},
            {"resource_id", one.volume_id},
            {"resource_type", "volume"},
            {"tags", texts(one.tags)}};
}

object show_snapshot(const image& one) {
    return {{"id", std::to_string(one.id)},
            {"name", one.name},
            {"created_at", iso_time(one.created_at)},
            {"regions", texts(one.regions)},
            {"min_disk_size", one.min_disk_gb},
            {"size_gigabytes", one.size_gb},
            {"resource_id", std::to_string(one.source_droplet.value_or(0))},
            {"resource_type", "droplet"},
            {"tags", texts(one.tags)}};
}

object show(const ssh_key& one) {
    return {{"id", one.id},
            {"fingerprint", one.fingerprint},
            {"public_key", one.public_key},
            {"name", one.name}};
}

} // namespace chatops::mocks::digitalocean
