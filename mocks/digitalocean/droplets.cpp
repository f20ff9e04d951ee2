#include "mocks/digitalocean/checks.hpp"
#include "mocks/digitalocean/handlers.hpp"
#include "mocks/digitalocean/limits.hpp"
#include "mocks/digitalocean/running.hpp"
#include "mocks/digitalocean/views.hpp"

namespace chatops::mocks::digitalocean {
namespace {

/// Source: hashicorp/packer#1786, where a droplet that was shutting down could not be destroyed.
void destroy(account_state& account, const droplet& which) {
    begin(account, draft_of(which, "destroy"), limits::destroy_droplet);
}

} // namespace

answer list_droplets(call& from) {
    const std::string_view tag = from.asked("tag_name");
    const std::string_view name = from.asked("name");
    const std::string_view type = from.asked("type");
    // Source: resources/droplets/parameters.yml; [?] the text.
    if (!tag.empty() && (!name.empty() || !type.empty()))
        throw unprocessable("tag_name can not be combined with name or type");
    array all;
    for (const droplet& each : from.account.droplets) {
        const bool is_wanted = (tag.empty() || has(each.tags, tag)) &&
                               (name.empty() || http::equal_without_case(each.name, name)) &&
                               type != "gpus";
        if (is_wanted) all.push_back(show(each, from.account));
    }
    return {200, std::move(all), "droplets"};
}

answer show_droplet(call& from) {
    return {200, object{{"droplet", show(from.of_droplet(), from.account)}}};
}

answer destroy_droplet(call& from) {
    const droplet& which = from.of_droplet();
    check_free(from.account, which);
    destroy(from.account, which);
    return {204};
}

answer destroy_tagged_droplets(call& from) {
    const std::string_view tag = from.asked("tag_name");
    // [?] Whoever forgets the tag must not lose everything.
    if (tag.empty()) throw unprocessable("tag_name is required");
    if (!from.account.has_tag(tag)) throw not_found();
    for (const droplet& each : from.account.droplets)
        if (has(each.tags, tag)) check_free(from.account, each);
    for (const droplet& each : from.account.droplets)
        if (has(each.tags, tag)) destroy(from.account, each);
    return {204};
}

} // namespace chatops::mocks::digitalocean
