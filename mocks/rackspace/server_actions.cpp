// POST /servers/{id}/action: what takes time, each with the states that allow it.
// Source: docs-cloud-servers, api-reference; where it is silent, openstack/nova, compute/api.py.
#include "mocks/rackspace/checks.hpp"
#include "mocks/rackspace/handlers.hpp"
#include "mocks/rackspace/running.hpp"
#include "mocks/rackspace/views.hpp"

#include <utility>

namespace chatops::mocks::rackspace {
namespace {

answer accepted(call& from, server& which, std::string_view action, task draft, duration takes) {
    begin(from.account, which, std::move(draft), from.now, takes);
    note_action(from.account, which, action, from.request_id);
    return {202};
}

/// What the body has under the action's name; an empty object when that is something else.
const object& details_of(const call& from, std::string_view action) {
    static const object none;
    const object* const found = object_of(from.body, action);
    return found == nullptr ? none : *found;
}

answer reboot(call& from, server& which) {
    const std::string type = lower(text_of(details_of(from, "reboot"), "type"));
    if (type != "soft" && type != "hard")
        throw bad_request(type.empty() ? "Missing argument 'type' for reboot"
                                       : "Argument 'type' for reboot is not HARD or SOFT");
    if (type == "soft") {
        check_state(which, "reboot", from.now, {"active"});
        return accepted(from, which, "reboot", task{"reboot", {"rebooting"}}, limits::reboot_soft);
    }
    // A hard one may be asked for while a soft one hangs.
    if (which.busy && which.busy->action == "reboot" &&
        which.busy->state_at(from.now) == "rebooting" && !which.is_locked)
        which.busy.reset();
    check_state(which, "reboot", from.now, {"active", "stopped", "paused", "suspended", "error"});
    return accepted(from, which, "reboot", task{"reboot", {"rebooting_hard"}}, limits::reboot_hard);
}

answer resize(call& from, server& which) {
    const std::string id = reference_in(details_of(from, "resize"), "flavorRef");
    if (id.empty()) throw bad_request("Resize requests require 'flavorRef' attribute.");
    const flavor* const to = find_flavor(id);
    if (to == nullptr) throw bad_request("Unable to locate requested flavor.");
    check_state(which, "resize", from.now, {"active", "stopped"});
    if (to == which.flavor) throw bad_request("When resizing, instances must change flavor!");
    // Source: post-resize-specified-server: up only. [?] The text.
    if (to->disk_gb < which.flavor->disk_gb || to->ram_mb < which.flavor->ram_mb)
        throw refused(403, "resizeNotAllowed",
                      "Resizing down is not allowed: " + std::string(which.flavor->id) + " to " +
                          std::string(to->id));
    task draft{"resize", {"resize_prep", "resize_migrating", "resize_migrated", "resize_finish"}};
    draft.flavor = to;
    return accepted(from, which, "resize", std::move(draft), limits::resize_server);
}

answer confirm_resize(call& from, server& which) {
    check_state(which, "confirmResize", from.now, {"resized"});
    which.confirmed_at.reset();
    accepted(from, which, "confirmResize", task{"confirmResize", {"resize_confirming"}},
             limits::confirm_resize);
    // Source: openstack/nova; the document prints 202.
    return {204};
}

answer revert_resize(call& from, server& which) {
    check_state(which, "revertResize", from.now, {"resized"});
    which.confirmed_at.reset();
    return accepted(from, which, "revertResize", task{"revertResize", {"resize_reverting"}},
                    limits::revert_resize);
}

answer make_image(call& from, server& which) {
    const object& wanted = details_of(from, "createImage");
    image made;
    made.name = checked_name(wanted, "Image");
    if (const object* const given = object_of(wanted, "metadata"))
        made.metadata = metadata_in(*given);
    check_state(which, "createImage", from.now, {"active", "stopped", "paused", "suspended"});
    made.id = from.account.new_uuid();
    made.region = which.region;
    made.status = "SAVING";
    made.server_id = which.id;
    made.min_disk_gb = which.flavor->disk_gb;
    made.created = made.updated = from.now;
    task draft{"createImage", {"image_snapshot", "image_pending_upload", "image_uploading"}};
    draft.image_id = made.id;
    from.account.images.push_back(std::move(made));
    const std::string location = from.own_url() + "/images/" + draft.image_id;
    answer given = accepted(from, which, "createImage", std::move(draft), limits::make_image);
    given.headers.add("Location", location);
    return given;
}

answer rebuild(call& from, server& which) {
    const object& wanted = details_of(from, "rebuild");
    const std::string id = reference_in(wanted, "imageRef");
    if (id.empty()) throw bad_request("Could not parse imageRef from request.");
    const image* const found = from.account.find_image(id, which.region);
    if (found == nullptr) throw bad_request("Cannot find image for rebuild");
    if (found->status != "ACTIVE") throw bad_request("Image " + id + " is not active.");
    if (found->min_disk_gb > which.flavor->disk_gb)
        throw bad_request("Flavor's disk is too small for requested image.");
    check_state(which, "rebuild", from.now, {"active", "stopped", "error"});
    if (member(wanted, "name") != nullptr) which.name = checked_name(wanted, "Server");
    if (const object* const given = object_of(wanted, "metadata"))
        which.metadata = metadata_in(*given);
    which.admin_pass = text_of(wanted, "adminPass");
    if (which.admin_pass.empty()) which.admin_pass = from.account.new_password();
    task draft{"rebuild", {"rebuilding", "rebuild_block_device_mapping", "rebuild_spawning"}};
    draft.image_id = id;
    answer given = accepted(from, which, "rebuild", std::move(draft), limits::rebuild_server);
    object shown = show(which, from.account, from.own_url());
    shown["adminPass"] = text_value(which.admin_pass);
    given.body = object{{"server", std::move(shown)}};
    return given;
}

answer rescue(call& from, server& which) {
    check_state(which, "rescue", from.now, {"active", "stopped", "error"});
    answer given =
        accepted(from, which, "rescue", task{"rescue", {"rescuing"}}, limits::rescue_server);
    const std::string_view asked = text_of(details_of(from, "rescue"), "adminPass");
    const std::string pass = asked.empty() ? from.account.new_password() : std::string(asked);
    // Source: openstack/nova answers 200; the document prints 202.
    given.status = 200;
    given.body = object{{"adminPass", text_value(pass)}};
    return given;
}

answer unrescue(call& from, server& which) {
    check_state(which, "unrescue", from.now, {"rescued"});
    return accepted(from, which, "unrescue", task{"unrescue", {"unrescuing"}},
                    limits::rescue_server);
}

answer stop(call& from, server& which) {
    check_state(which, "stop", from.now, {"active", "error"});
    return accepted(from, which, "stop", task{"stop", {"powering-off"}}, limits::power);
}

answer start(call& from, server& which) {
    check_state(which, "start", from.now, {"stopped"});
    return accepted(from, which, "start", task{"start", {"powering-on"}}, limits::power);
}

answer change_password(call& from, server& which) {
    const object& wanted = details_of(from, "changePassword");
    if (text_of(wanted, "adminPass").empty()) throw bad_request("No adminPass was specified");
    check_state(which, "changePassword", from.now, {"active"});
    which.admin_pass = text_of(wanted, "adminPass");
    return accepted(from, which, "changePassword", task{"changePassword", {"updating_password"}},
                    limits::change_password);
}

answer lock(call&, server& which) {
    which.is_locked = true;
    return {202};
}

answer unlock(call&, server& which) {
    which.is_locked = false;
    return {202};
}

struct server_action {
    std::string_view name;
    answer (*run)(call&, server&);
};

constexpr server_action server_actions[] = {
    {"reboot", reboot},
    {"resize", resize},
    {"confirmResize", confirm_resize},
    {"revertResize", revert_resize},
    {"createImage", make_image},
    {"rebuild", rebuild},
    {"rescue", rescue},
    {"unrescue", unrescue},
    {"os-stop", stop},
    {"os-start", start},
    {"changePassword", change_password},
    {"lock", lock},
    {"unlock", unlock},
};

} // namespace

answer act_on_server(call& from) {
    server& which = server_of(from);
    for (const server_action& each : server_actions)
        if (member(from.body, each.name) != nullptr) return each.run(from, which);
    // Source of the text: openstack/nova, api/openstack/wsgi.py.
    if (from.body.empty()) throw bad_request("Malformed request body");
    throw bad_request("There is no such action: " + std::string(from.body.begin()->key()));
}

} // namespace chatops::mocks::rackspace
