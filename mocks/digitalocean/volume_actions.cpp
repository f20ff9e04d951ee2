#include "mocks/digitalocean/checks.hpp"
#include "mocks/digitalocean/handlers.hpp"
#include "mocks/digitalocean/limits.hpp"
#include "mocks/digitalocean/running.hpp"
#include "mocks/digitalocean/views.hpp"

#include <algorithm>

namespace chatops::mocks::digitalocean {
namespace {

bool is_about_volume(const action& one, const volume& which) {
    return one.resource_type == "volume" && one.subject == which.id;
}

/// [?] The texts.
void check_attaching(const call& from, const volume& which, const droplet& to) {
    if (which.droplet_id) throw unprocessable("Volume is already attached to a Droplet.");
    if (which.region != to.region)
        throw unprocessable("Volume must be in the same region as the Droplet.");
    const auto attached =
        std::count_if(from.account.volumes.begin(), from.account.volumes.end(),
                      [&](const volume& each) { return each.droplet_id == to.id; });
    if (attached >= limits::droplet_volumes)
        throw unprocessable("Droplet already has 7 volumes attached.");
}

void read_resize(const call& from, const volume& which, action& draft) {
    draft.amount = number_parameter(from.body, "size_gigabytes").value_or(0);
    // [?] The texts.
    if (draft.amount > limits::volume_gb || draft.amount < 1)
        throw unprocessable("size_gigabytes must be between 1 and " +
                            std::to_string(limits::volume_gb));
    if (draft.amount <= which.size_gb)
        throw unprocessable("size_gigabytes must be larger than the current size");
}

answer act(const call& from, const volume& which) {
    if (from.account.is_busy(which)) // [?] The text.
        throw unprocessable("Volume already has a pending event.");
    const std::string type = text_parameter(from.body, "type").value_or("");
    action draft;
    draft.resource_type = "volume";
    draft.region = which.region;
    draft.subject = which.id;
    if (type == "attach" || type == "detach") {
        const droplet& on = free_droplet_in(from);
        if (type == "attach") check_attaching(from, which, on);
        // Source: digitalocean/doctl#207.
        if (type == "detach" && which.droplet_id != on.id)
            throw unprocessable("Attachment not found");
        draft.type = type + "_volume";
        draft.busy_droplet = on.id;
    } else if (type == "resize") {
        draft.type = "resize";
        read_resize(from, which, draft);
    } else {
        throw unprocessable("You specified an invalid action type."); // [?] The text.
    }
    return {202,
            object{{"action", show(begin(from.account, std::move(draft), limits::move_volume))}}};
}

} // namespace

answer act_on_volume(call& from) { return act(from, from.account.volume_of(from.words[0])); }

answer act_on_named_volume(call& from) {
    const std::string name = text_parameter(from.body, "volume_name").value_or("");
    const std::string where = text_parameter(from.body, "region").value_or("");
    for (const volume& each : from.account.volumes)
        if (each.name == name && (where.empty() || each.region->slug == where))
            return act(from, each);
    throw not_found();
}

answer list_volume_actions(call& from) {
    const volume& which = from.account.volume_of(from.words[0]);
    return {200,
            show_actions(from.account,
                         [&](const action& each) { return is_about_volume(each, which); }),
            "actions"};
}

answer show_volume_action(call& from) {
    const volume& which = from.account.volume_of(from.words[0]);
    const action& found = from.account.action_of(from.words[1]);
    if (!is_about_volume(found, which)) throw not_found();
    return {200, object{{"action", show(found)}}};
}

} // namespace chatops::mocks::digitalocean
