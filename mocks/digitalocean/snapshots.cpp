// Copies of droplets and volumes, under one roof.
#include "mocks/digitalocean/handlers.hpp"
#include "mocks/digitalocean/views.hpp"

namespace chatops::mocks::digitalocean {
namespace {

volume_snapshot* find_volume_snapshot(account_state& account, std::string_view id) {
    for (volume_snapshot& each : account.volume_snapshots)
        if (each.id == id) return &each;
    return nullptr;
}

/// Refuses with 404, and with 400 when it is an image of another kind.
const image& image_snapshot_of(const call& from) {
    const image& found = from.account.image_of(from.words[0]);
    // Source: resources/snapshots/responses/not_a_snapshot.yml.
    if (found.type != "snapshot")
        throw refused(400, "bad_request", "the resource is not a snapshot");
    return found;
}

} // namespace

answer list_snapshots(call& from) {
    const std::string_view type = from.asked("resource_type");
    array all;
    if (type.empty() || type == "droplet")
        for (const image& each : from.account.images)
            if (each.type == "snapshot") all.push_back(show_snapshot(each));
    if (type.empty() || type == "volume")
        for (const volume_snapshot& each : from.account.volume_snapshots) all.push_back(show(each));
    return {200, std::move(all), "snapshots"};
}

answer show_snapshot(call& from) {
    if (const auto* const found = find_volume_snapshot(from.account, from.words[0]))
        return {200, object{{"snapshot", show(*found)}}};
    return {200, object{{"snapshot", show_snapshot(image_snapshot_of(from))}}};
}

answer delete_snapshot(call& from) {
    if (find_volume_snapshot(from.account, from.words[0]) != nullptr) {
        std::erase_if(from.account.volume_snapshots,
                      [&](const volume_snapshot& each) { return each.id == from.words[0]; });
        return {204};
    }
    const std::int64_t id = image_snapshot_of(from).id;
    std::erase_if(from.account.images, [&](const image& each) { return each.id == id; });
    return {204};
}

} // namespace chatops::mocks::digitalocean
