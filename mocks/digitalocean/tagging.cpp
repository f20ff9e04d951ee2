#include "mocks/digitalocean/tagging.hpp"

namespace chatops::mocks::digitalocean {

std::vector<taggable> taggables(account_state& account) {
    std::vector<taggable> all;
    for (droplet& each : account.droplets)
        all.push_back({"droplet", std::to_string(each.id), &each.tags});
    for (image& each : account.images)
        if (!each.is_public()) all.push_back({"image", std::to_string(each.id), &each.tags});
    for (volume& each : account.volumes) all.push_back({"volume", each.id, &each.tags});
    for (volume_snapshot& each : account.volume_snapshots)
        all.push_back({"volume_snapshot", each.id, &each.tags});
    return all;
}

} // namespace chatops::mocks::digitalocean
