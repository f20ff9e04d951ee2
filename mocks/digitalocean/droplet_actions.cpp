#include "mocks/digitalocean/checks.hpp"
#include "mocks/digitalocean/handlers.hpp"
#include "mocks/digitalocean/limits.hpp"
#include "mocks/digitalocean/running.hpp"
#include "mocks/digitalocean/views.hpp"

namespace chatops::mocks::digitalocean {
namespace {

/// In what state a droplet must be, and what is said when it is in another.
enum class needs { anything, on, off, power_on, power_off };

struct kind {
    std::string_view type;
    needs state;
    duration takes;
    /// Tagged droplets can be told together. Source:
    /// resources/droplets/dropletActions_post_byTag.yml.
    bool by_tag;
    /// Reads what belongs to it, and refuses with 422; null when there is nothing.
    void (*read)(call&, const droplet&, action&);
};

// Source of the texts: jpoz/doctl and the like have `Droplet is currently on. …`, `Backups have
// already …`, `The droplet is already set to this size.`; hashicorp/terraform#7043 the disk's.

void read_resize(call& from, const droplet& on, action& draft) {
    const size* const wanted = find_size(text_parameter(from.body, "size").value_or(""));
    if (wanted == nullptr) // [?] The text.
        throw unprocessable("You specified an invalid size for Droplet resize.");
    draft.with_disk = flag_parameter(from.body, "disk").value_or(false);
    const bool changes = wanted != on.size || (draft.with_disk && wanted->disk_gb != on.disk_gb);
    if (!changes) throw unprocessable("The droplet is already set to this size.");
    if (wanted->disk_gb < on.disk_gb)
        throw unprocessable("Size can not decrease size of Droplet's disk image");
    if (!is_offered(*wanted, *on.region))
        throw unprocessable("Size is not available in this region.");
    draft.subject = wanted->slug;
}

void read_rename(call& from, const droplet&, action& draft) {
    draft.subject = text_parameter(from.body, "name").value_or("");
    check_droplet_name(draft.subject);
}

void read_snapshot(call& from, const droplet& on, action& draft) {
    draft.subject = text_parameter(from.body, "name").value_or("");
    if (draft.subject.empty()) draft.subject = on.name + '-' + std::to_string(on.id);
}

// [?] The texts of these two.
void read_rebuild(call& from, const droplet& on, action& draft) {
    const image* const wanted = from.account.find_image(
        std::string_view(identity_parameter(from.body, "image").value_or("")));
    if (wanted == nullptr)
        throw unprocessable("You specified an invalid image for Droplet rebuild.");
    if (!wanted->is_in(on.region->slug))
        throw unprocessable("The image you specified is not available in the selected region, you "
                            "can transfer it to this region from the images pages.");
    if (wanted->min_disk_gb > on.disk_gb)
        throw unprocessable("The image you specified requires a larger disk than the Droplet has.");
    draft.image_id = wanted->id;
}

void read_restore(call& from, const droplet& on, action& draft) {
    const image* const wanted =
        from.account.find_image(number_parameter(from.body, "image").value_or(0));
    if (wanted == nullptr || wanted->source_droplet != on.id)
        throw unprocessable("You specified an invalid image for Droplet restore.");
    draft.image_id = wanted->id;
}

void read_enable_backups(call& from, const droplet& on, action& draft) {
    if (on.backups) throw unprocessable("Backups have already been enabled on this Droplet.");
    draft.policy = backup_policy_in(from.body);
}

void check_backups(call&, const droplet& on, action&) {
    if (!on.backups) throw unprocessable("Backups have already been disabled on this Droplet.");
}

// [?] The texts of these three.
void read_backup_policy(call& from, const droplet& on, action& draft) {
    if (!on.backups) throw unprocessable("Backups are not enabled on this Droplet.");
    if (object_of(from.body, "backup_policy") == nullptr)
        throw unprocessable("backup_policy is required");
    draft.policy = backup_policy_in(from.body);
}

void check_ipv6(call&, const droplet& on, action&) {
    if (on.ipv6) throw unprocessable("IPv6 has already been enabled on this Droplet.");
}

/// Every droplet since 2017 has its kernel inside.
void check_kernel(call&, const droplet&, action&) {
    throw unprocessable("The kernel of this Droplet is managed from within.");
}

constexpr kind kinds[] = {
    {"reboot", needs::on, limits::reboot, false, nullptr},
    {"power_cycle", needs::on, limits::reboot, true, nullptr},
    {"shutdown", needs::power_off, limits::power, true, nullptr},
    {"power_off", needs::power_off, limits::power, true, nullptr},
    {"power_on", needs::power_on, limits::power, true, nullptr},
    {"resize", needs::off, limits::resize_droplet, false, read_resize},
    {"rename", needs::anything, limits::small_change, false, read_rename},
    {"snapshot", needs::anything, limits::make_image, true, read_snapshot},
    {"rebuild", needs::anything, limits::rebuild_droplet, false, read_rebuild},
    {"restore", needs::anything, limits::rebuild_droplet, false, read_restore},
    {"password_reset", needs::anything, limits::reboot, false, nullptr},
    {"enable_backups", needs::anything, limits::small_change, true, read_enable_backups},
    {"disable_backups", needs::anything, limits::small_change, true, check_backups},
    {"change_backup_policy", needs::anything, limits::small_change, false, read_backup_policy},
    // Source: digitalocean/openapi#1217.
    {"enable_ipv6", needs::off, limits::small_change, true, check_ipv6},
    {"change_kernel", needs::anything, limits::small_change, false, check_kernel},
};

const kind& kind_in(const object& body) {
    const std::string given = text_parameter(body, "type").value_or("");
    for (const kind& each : kinds)
        if (each.type == given) return each;
    throw unprocessable("You specified an invalid action type."); // [?] The text.
}

void check_state(const droplet& which, needs state) {
    const bool is_on = which.status == "active";
    if (state == needs::off && is_on)
        throw unprocessable("Droplet is currently on. Please power it off to run this event.");
    if (state == needs::on && !is_on) // [?] The text.
        throw unprocessable("Droplet is currently off. Please power it on to run this event.");
    if (state == needs::power_on && is_on) throw unprocessable("Droplet is already powered on.");
    if (state == needs::power_off && !is_on) throw unprocessable("Droplet is already powered off.");
}

action checked(call& from, const droplet& on, const kind& which) {
    check_free(from.account, on);
    check_state(on, which.state);
    action draft = draft_of(on, std::string(which.type));
    if (which.read != nullptr) which.read(from, on, draft);
    return draft;
}

} // namespace

answer act_on_droplet(call& from) {
    const droplet& on = from.of_droplet();
    const kind& which = kind_in(from.body);
    const action& begun = begin(from.account, checked(from, on, which), which.takes);
    return {201, object{{"action", show(begun)}}};
}

/// [?] All of them, or none.
answer act_on_tagged_droplets(call& from) {
    const std::string_view tag = from.asked("tag_name");
    if (tag.empty()) throw unprocessable("tag_name is required"); // [?] The text.
    const kind& which = kind_in(from.body);
    if (!which.by_tag) throw unprocessable("You specified an invalid action type.");
    std::vector<action> drafts;
    for (const droplet& each : from.account.droplets)
        if (has(each.tags, tag)) drafts.push_back(checked(from, each, which));
    array begun;
    for (action& each : drafts)
        begun.push_back(show(begin(from.account, std::move(each), which.takes)));
    return {201, object{{"actions", std::move(begun)}}};
}

} // namespace chatops::mocks::digitalocean
