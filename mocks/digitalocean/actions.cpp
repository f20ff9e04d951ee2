#include "mocks/digitalocean/handlers.hpp"
#include "mocks/digitalocean/views.hpp"

namespace chatops::mocks::digitalocean {

answer list_actions(call& from) {
    return {200, show_actions(from.account, [](const action&) { return true; }), "actions"};
}

answer show_action(call& from) {
    return {200, object{{"action", show(from.account.action_of(from.words[0]))}}};
}

answer list_droplet_actions(call& from) {
    const droplet& on = from.of_droplet();
    return {200, show_actions(from.account, [&](const action& each) { return is_about(each, on); }),
            "actions"};
}

answer show_droplet_action(call& from) {
    const droplet& on = from.of_droplet();
    const action& found = from.account.action_of(from.words[1]);
    if (!is_about(found, on)) throw not_found();
    return {200, object{{"action", show(found)}}};
}

} // namespace chatops::mocks::digitalocean
