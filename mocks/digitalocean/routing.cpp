#include "mocks/digitalocean/routing.hpp"

#include "mocks/common/paths.hpp"
#include "mocks/digitalocean/handlers.hpp"

namespace chatops::mocks::digitalocean {
namespace {

struct route {
    std::string_view method;
    /// A `*` stands for one word. Of two that match, the first is meant.
    std::string_view path;
    handler run;
};

constexpr route routes[] = {
    {"GET", "/v2/account", show_account},
    {"GET", "/v2/customers/my/balance", show_balance},

    {"GET", "/v2/actions", list_actions},
    {"GET", "/v2/actions/*", show_action},

    {"GET", "/v2/droplets", list_droplets},
    {"POST", "/v2/droplets", create_droplets},
    {"DELETE", "/v2/droplets", destroy_tagged_droplets},
    {"POST", "/v2/droplets/actions", act_on_tagged_droplets},
    {"GET", "/v2/droplets/*", show_droplet},
    {"DELETE", "/v2/droplets/*", destroy_droplet},
    {"GET", "/v2/droplets/*/actions", list_droplet_actions},
    {"POST", "/v2/droplets/*/actions", act_on_droplet},
    {"GET", "/v2/droplets/*/actions/*", show_droplet_action},
};

} // namespace

matched find_route(std::string_view method, std::string_view path) {
    const std::vector<std::string_view> words = path_words(path);
    matched found;
    for (const route& each : routes) {
        if (!path_matches(each.path, words)) continue;
        if (found.run == nullptr && each.method == method) {
            found.run = each.run;
            found.words = path_parameters(each.path, words);
        }
        found.methods += (found.methods.empty() ? "" : ", ") + std::string(each.method);
    }
    return found;
}

} // namespace chatops::mocks::digitalocean
