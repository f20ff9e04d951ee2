#include "mocks/papertrail/routing.hpp"

#include "mocks/common/paths.hpp"
#include "mocks/papertrail/handlers.hpp"

namespace chatops::mocks::papertrail {
namespace {

struct route {
    std::string_view method;
    /// A `*` stands for one word.
    std::string_view path;
    handler run;
};

constexpr route routes[] = {
    {"GET", "/api/v1/events/search", search_events},

    {"GET", "/api/v1/systems", list_systems},
    {"POST", "/api/v1/systems", create_system},
    {"GET", "/api/v1/systems/*", show_system},
    {"PUT", "/api/v1/systems/*", update_system},
    {"DELETE", "/api/v1/systems/*", delete_system},
    {"POST", "/api/v1/systems/*/join", join_group},
    {"POST", "/api/v1/systems/*/leave", leave_group},

    {"GET", "/api/v1/groups", list_groups},
    {"POST", "/api/v1/groups", create_group},
    {"GET", "/api/v1/groups/*", show_group},
    {"PUT", "/api/v1/groups/*", update_group},
    {"DELETE", "/api/v1/groups/*", delete_group},

    {"GET", "/api/v1/searches", list_searches},
    {"POST", "/api/v1/searches", create_search},
    {"GET", "/api/v1/searches/*", show_search},
    {"PUT", "/api/v1/searches/*", update_search},
    {"DELETE", "/api/v1/searches/*", delete_search},

    {"GET", "/api/v1/destinations", list_destinations},
    {"POST", "/api/v1/destinations", create_destination},
    {"GET", "/api/v1/destinations/*", show_destination},
    {"PUT", "/api/v1/destinations/*", update_destination},
    {"DELETE", "/api/v1/destinations/*", delete_destination},

    {"GET", "/api/v1/users", list_users},
    {"POST", "/api/v1/users/invite", invite_user},
    {"DELETE", "/api/v1/users/*", delete_user},
    {"GET", "/api/v1/accounts", show_usage},
    {"GET", "/api/v1/archives", list_archives},
    {"GET", "/api/v1/archives/*/download", download_archive},
};

} // namespace

std::optional<matched> find_route(std::string_view method, std::string_view path) {
    constexpr std::string_view suffix = ".json";
    while (!path.empty() && path.back() == '/') path.remove_suffix(1);
    if (path.size() > suffix.size() && path.substr(path.size() - suffix.size()) == suffix)
        path.remove_suffix(suffix.size());
    const std::vector<std::string_view> words = path_words(path);
    for (const route& each : routes)
        if (each.method == method && path_matches(each.path, words))
            return matched{each.run, path_parameters(each.path, words)};
    return std::nullopt;
}

} // namespace chatops::mocks::papertrail
