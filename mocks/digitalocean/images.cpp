#include "mocks/digitalocean/checks.hpp"
#include "mocks/digitalocean/handlers.hpp"
#include "mocks/digitalocean/limits.hpp"
#include "mocks/digitalocean/running.hpp"
#include "mocks/digitalocean/views.hpp"

namespace chatops::mocks::digitalocean {
namespace {

/// Nobody changes what is everybody's.
image& own_image(const call& from) {
    image& which = from.account.image_of(from.words[0]);
    if (which.is_public()) throw forbidden();
    return which;
}

bool is_about_image(const action& one, const image& which) {
    return one.resource_type == "image" && one.resource_id == which.id;
}

} // namespace

answer list_images(call& from) {
    const std::string_view type = from.asked("type");
    const std::string_view tag = from.asked("tag_name");
    const bool only_own = from.asked("private") == "true";
    array all;
    for (const image& each : from.account.images) {
        const bool is_wanted = (type.empty() || each.kind == type) &&
                               (tag.empty() || has(each.tags, tag)) &&
                               (!only_own || !each.is_public());
        if (is_wanted) all.push_back(show(each));
    }
    return {200, std::move(all), "images"};
}

answer show_image(call& from) {
    return {200, object{{"image", show(from.account.image_of(from.words[0]))}}};
}

/// Fetches an image of the account's own, which takes its time.
answer create_image(call& from) {
    image made;
    made.name = required_text(from.body, "name");
    // [?] The texts.
    const std::string url = required_text(from.body, "url");
    if (url.rfind("http", 0) != 0 && url.rfind("ftp", 0) != 0)
        throw unprocessable("url must be an HTTP, HTTPS or FTP address");
    const region* const where = find_region(required_text(from.body, "region"));
    if (where == nullptr) throw unprocessable("region is invalid");
    made.distribution = text_parameter(from.body, "distribution").value_or("Unknown");
    made.description = text_parameter(from.body, "description").value_or("");
    made.tags = identities_parameter(from.body, "tags");
    for (const std::string& each : made.tags) check_tag(each);
    for (const std::string& each : made.tags) from.account.know_tag(each);
    made.id = from.account.new_image_id();
    made.type = "custom";
    made.status = "NEW";
    made.regions = {std::string(where->slug)};
    made.created_at = from.now;
    action draft;
    draft.type = "import";
    draft.resource_type = "image";
    draft.resource_id = made.id;
    draft.region = where;
    begin(from.account, std::move(draft), limits::make_image);
    from.account.images.push_back(made);
    return {202, object{{"image", show(made)}}};
}

answer update_image(call& from) {
    image& which = own_image(from);
    const auto name = text_parameter(from.body, "name");
    if (name && name->empty()) throw unprocessable("Name can't be blank"); // [?] The text.
    which.name = name.value_or(which.name);
    which.description = text_parameter(from.body, "description").value_or(which.description);
    which.distribution = text_parameter(from.body, "distribution").value_or(which.distribution);
    return {200, object{{"image", show(which)}}};
}

answer delete_image(call& from) {
    const std::int64_t id = own_image(from).id;
    std::erase_if(from.account.images, [&](const image& each) { return each.id == id; });
    return {204};
}

answer act_on_image(call& from) {
    const image& which = own_image(from);
    // [?] The texts.
    if (from.account.is_busy("image", which.id))
        throw unprocessable("Image already has a pending event.");
    action draft;
    draft.type = text_parameter(from.body, "type").value_or("");
    draft.resource_type = "image";
    draft.resource_id = which.id;
    draft.region = find_region(which.regions.front());
    if (draft.type == "transfer") {
        draft.subject = text_parameter(from.body, "region").value_or("");
        const region* const where = find_region(draft.subject);
        if (where == nullptr || !where->available) throw unprocessable("region is invalid");
        if (which.is_in(draft.subject))
            throw unprocessable("This image is already in the specified region.");
        draft.region = where;
    } else if (draft.type != "convert") {
        throw unprocessable("You specified an invalid action type.");
    } else if (which.type != "backup") {
        throw unprocessable("Only backups can be converted to snapshots.");
    }
    const action& begun = begin(from.account, std::move(draft), limits::make_image);
    return {201, object{{"action", show(begun)}}};
}

answer list_image_actions(call& from) {
    const image& which = from.account.image_of(from.words[0]);
    return {
        200,
        show_actions(from.account, [&](const action& each) { return is_about_image(each, which); }),
        "actions"};
}

answer show_image_action(call& from) {
    const image& which = from.account.image_of(from.words[0]);
    const action& found = from.account.action_of(from.words[1]);
    if (!is_about_image(found, which)) throw not_found();
    return {200, object{{"action", show(found)}}};
}

} // namespace chatops::mocks::digitalocean
