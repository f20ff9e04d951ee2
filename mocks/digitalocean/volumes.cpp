#include "mocks/digitalocean/checks.hpp"
#include "mocks/digitalocean/handlers.hpp"
#include "mocks/digitalocean/limits.hpp"
#include "mocks/digitalocean/views.hpp"

#include <algorithm>

namespace chatops::mocks::digitalocean {
namespace {

/// Source: resources/volumes/models/volume_base.yml; [?] the text.
std::string volume_name_in(const object& body) {
    const std::string name = text_parameter(body, "name").value_or("");
    const auto allowed = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
    };
    const bool is_name = !name.empty() && name.size() <= limits::volume_name_bytes &&
                         name.front() >= 'a' && name.front() <= 'z' &&
                         std::all_of(name.begin(), name.end(), allowed);
    if (!is_name)
        throw unprocessable("name must begin with a letter and be composed only of lowercase "
                            "letters, numbers and -");
    return name;
}

void check_free_name(const account_state& account, const std::string& name, const region& where) {
    // Source: hashicorp/terraform#8023.
    for (const volume& each : account.volumes)
        if (each.name == name && each.region == &where) throw conflict("already exists");
}

const volume_snapshot* snapshot_in(const call& from) {
    const std::string id = text_parameter(from.body, "snapshot_id").value_or("");
    if (id.empty()) return nullptr;
    for (const volume_snapshot& each : from.account.volume_snapshots)
        if (each.id == id) return &each;
    throw not_found();
}

std::vector<std::string> tags_in(const call& from) {
    std::vector<std::string> tags = identities_parameter(from.body, "tags");
    for (const std::string& each : tags) check_tag(each);
    for (const std::string& each : tags) from.account.know_tag(each);
    return tags;
}

void erase(account_state& account, const volume& which) {
    // Source: digitalocean/doctl#358.
    if (which.droplet_id) throw conflict("attached volume cannot be deleted");
    const std::string id = which.id;
    std::erase_if(account.volumes, [&](const volume& each) { return each.id == id; });
}

} // namespace

answer list_volumes(call& from) {
    const std::string_view name = from.asked("name");
    const std::string_view where = from.asked("region");
    array all;
    for (const volume& each : from.account.volumes)
        if ((name.empty() || each.name == name) && (where.empty() || each.region->slug == where))
            all.push_back(show(each));
    return {200, std::move(all), "volumes"};
}

answer show_volume(call& from) {
    return {200, object{{"volume", show(from.account.volume_of(from.words[0]))}}};
}

answer create_volume(call& from) {
    volume made;
    made.name = volume_name_in(from.body);
    const volume_snapshot* const copied = snapshot_in(from);
    const std::string given = text_parameter(from.body, "region").value_or("");
    made.region = copied != nullptr && given.empty() ? copied->region : find_region(given);
    // [?] The texts.
    if (made.region == nullptr || !made.region->available) throw unprocessable("region is invalid");
    if (copied != nullptr && copied->region != made.region)
        throw unprocessable("snapshot is not available in the region");
    check_free_name(from.account, made.name, *made.region);
    made.size_gb = number_parameter(from.body, "size_gigabytes")
                       .value_or(copied == nullptr ? 0 : copied->size_gb);
    const std::int64_t least = copied == nullptr ? 1 : copied->size_gb;
    if (made.size_gb < least || made.size_gb > limits::volume_gb)
        throw unprocessable("size_gigabytes must be between " + std::to_string(least) + " and " +
                            std::to_string(limits::volume_gb));
    if (from.account.volumes.size() >= static_cast<std::size_t>(limits::volumes))
        throw unprocessable("volume limit exceeded");
    made.description = text_parameter(from.body, "description").value_or("");
    made.filesystem_type = text_parameter(from.body, "filesystem_type").value_or("");
    made.filesystem_label = text_parameter(from.body, "filesystem_label").value_or("");
    if (!made.filesystem_type.empty() && made.filesystem_type != "ext4" &&
        made.filesystem_type != "xfs")
        throw unprocessable("filesystem_type must be ext4 or xfs");
    made.tags = tags_in(from);
    made.id = from.account.new_uuid();
    made.created_at = from.now;
    from.account.volumes.push_back(made);
    return {201, object{{"volume", show(made)}}};
}

answer delete_volume(call& from) {
    erase(from.account, from.account.volume_of(from.words[0]));
    return {204};
}

answer delete_volume_by_name(call& from) {
    for (const volume& each : from.account.volumes)
        if (each.name == from.asked("name") && each.region->slug == from.asked("region")) {
            erase(from.account, each);
            return {204};
        }
    throw not_found();
}

answer list_volume_snapshots(call& from) {
    const volume& of = from.account.volume_of(from.words[0]);
    array all;
    for (const volume_snapshot& each : from.account.volume_snapshots)
        if (each.volume_id == of.id) all.push_back(show(each));
    return {200, std::move(all), "snapshots"};
}

answer create_volume_snapshot(call& from) {
    const volume& of = from.account.volume_of(from.words[0]);
    volume_snapshot made;
    made.name = required_text(from.body, "name");
    made.volume_id = of.id;
    made.size_gb = of.size_gb;
    made.region = of.region;
    made.tags = tags_in(from);
    made.id = from.account.new_uuid();
    made.created_at = from.now;
    from.account.volume_snapshots.push_back(made);
    return {201, object{{"snapshot", show(made)}}};
}

} // namespace chatops::mocks::digitalocean
