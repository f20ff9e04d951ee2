// The whole state, to read and to compare.
#include "mocks/digitalocean/views.hpp"

namespace chatops::mocks::digitalocean {

value snapshot(const account_state& account) {
    object droplets;
    for (const droplet& each : account.droplets)
        droplets[std::to_string(each.id)] = show(each, account);
    array images;
    for (const image& each : account.images)
        if (!each.is_public()) images.push_back(show(each));
    array tags;
    for (const std::string& each : account.tags) tags.push_back(text_value(each));
    return object{{"account", show(account)},
                  {"droplets", std::move(droplets)},
                  {"actions", show_actions(account, [](const action&) { return true; })},
                  {"images", std::move(images)},
                  {"tags", std::move(tags)}};
}

} // namespace chatops::mocks::digitalocean
