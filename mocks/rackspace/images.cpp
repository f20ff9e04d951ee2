// Images: those of everybody and the account's own.
#include "mocks/rackspace/checks.hpp"
#include "mocks/rackspace/handlers.hpp"
#include "mocks/rackspace/pagination.hpp"
#include "mocks/rackspace/times.hpp"
#include "mocks/rackspace/views.hpp"

namespace chatops::mocks::rackspace {
namespace {

std::vector<const image*> asked_images(const call& from) {
    const std::string_view name = from.asked("name");
    const std::string_view status = from.asked("status");
    const std::string_view type = lower(from.asked("type")) == "snapshot" ? "SNAPSHOT"
                                  : lower(from.asked("type")) == "base"   ? "BASE"
                                                                          : "";
    const std::string server(from.asked("server"));
    const auto since = changes_since(from);
    std::vector<const image*> made;
    for (const image& each : from.account.images) {
        if (!each.is_public && each.region != from.where.region) continue;
        if (!name.empty() && each.name != name) continue;
        if (!status.empty() && !http::equal_without_case(status, each.status)) continue;
        if (!type.empty() && (type == "BASE") != each.is_public) continue;
        if (since && each.updated < *since) continue;
        if (!server.empty() && each.server_id != server.substr(server.rfind('/') + 1)) continue;
        made.push_back(&each);
    }
    return made;
}

image& image_of(call& from) {
    image* const found = from.account.find_image(from.words.at(0), from.where.region);
    if (found == nullptr) throw not_found("Image not found.");
    return *found;
}

/// As Cloud Images shows it. Source: docs-cloud-images, general-api-info.
object show_glance(const image& of, const account_state& account) {
    return object{
        {"id", text_value(of.id)},
        {"name", text_value(of.name)},
        {"status", of.status == "SAVING" ? text_value("saving") : text_value(lower(of.status))},
        {"visibility", of.is_public ? "public" : "private"},
        {"min_disk", of.min_disk_gb},
        {"min_ram", of.min_ram_mb},
        {"owner", of.is_public ? value(nullptr) : text_value(account.tenant)},
        {"created_at", text_value(iso_time(of.created))},
        {"updated_at", text_value(iso_time(of.updated))},
        {"self", text_value("/v2/images/" + of.id)},
        {"schema", "/v2/schemas/image"}};
}

} // namespace

answer list_images(call& from) {
    const std::string base = from.own_url();
    return {200, cut_page(asked_images(from), "images", from, [&](const image& each) {
                return show_briefly(each.id, each.name, "images", base);
            })};
}

answer list_images_in_detail(call& from) {
    const std::string base = from.own_url();
    return {200, cut_page(asked_images(from), "images", from,
                          [&](const image& each) { return show(each, from.account, base); })};
}

answer show_image(call& from) {
    return {200, object{{"image", show(image_of(from), from.account, from.own_url())}}};
}

answer delete_image(call& from) {
    image& which = image_of(from);
    // Source of the text: openstack/nova, api/openstack/compute/images.py.
    if (which.is_public) throw forbidden("You are not allowed to delete the image.");
    if (which.status == "SAVING") throw conflict("Image " + which.id + " is being saved.");
    const std::string id = which.id;
    std::erase_if(from.account.images, [&](const image& each) { return each.id == id; });
    return {204};
}

answer list_glance_images(call& from) {
    array all;
    for (const image* const each : asked_images(from))
        all.push_back(show_glance(*each, from.account));
    return {200, object{{"images", std::move(all)},
                        {"first", "/v2/images"},
                        {"schema", "/v2/schemas/images"}}};
}

answer show_glance_image(call& from) { return {200, show_glance(image_of(from), from.account)}; }

} // namespace chatops::mocks::rackspace
