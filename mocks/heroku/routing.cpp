#include "mocks/heroku/routing.hpp"

#include "mocks/common/text.hpp"
#include "mocks/heroku/handlers.hpp"

namespace chatops::mocks::heroku {
namespace {

struct route {
    std::string_view method;
    /// A `*` stands for one word.
    std::string_view path;
    handler run;
};

constexpr route routes[] = {
    {"GET", "/account", show_account},
    {"GET", "/account/rate-limits", show_rate_limit},
    {"GET", "/users/*", show_account},
    {"GET", "/users/*/apps", list_apps},

    {"GET", "/apps", list_apps},
    {"POST", "/apps", create_app},
    {"GET", "/apps/*", show_app},
    {"PATCH", "/apps/*", update_app},
    {"DELETE", "/apps/*", delete_app},

    {"GET", "/apps/*/formation", list_formation},
    {"PATCH", "/apps/*/formation", update_formations},
    {"GET", "/apps/*/formation/*", show_formation},
    {"PATCH", "/apps/*/formation/*", update_formation},

    {"GET", "/apps/*/dynos", list_dynos},
    {"POST", "/apps/*/dynos", create_dyno},
    {"DELETE", "/apps/*/dynos", restart_dynos},
    {"GET", "/apps/*/dynos/*", show_dyno},
    {"DELETE", "/apps/*/dynos/*", restart_dyno},
    {"POST", "/apps/*/dynos/*/actions/stop", stop_dyno},
    {"DELETE", "/apps/*/formations/*", restart_formation},
    {"POST", "/apps/*/formations/*/actions/stop", stop_formation},

    {"GET", "/apps/*/releases", list_releases},
    {"POST", "/apps/*/releases", create_release},
    {"GET", "/apps/*/releases/*", show_release},
    {"GET", "/apps/*/releases/*/config-vars", show_release_config_vars},
    {"GET", "/apps/*/slugs/*", show_slug},

    {"GET", "/apps/*/config-vars", show_config_vars},
    {"PATCH", "/apps/*/config-vars", update_config_vars},

    {"GET", "/apps/*/builds", list_builds},
    {"POST", "/apps/*/builds", create_build},
    {"GET", "/apps/*/builds/*", show_build},

    {"POST", "/apps/*/log-sessions", create_log_session},

    {"GET", "/apps/*/collaborators", list_collaborators},
    {"POST", "/apps/*/collaborators", create_collaborator},
    {"GET", "/apps/*/collaborators/*", show_collaborator},
    {"DELETE", "/apps/*/collaborators/*", delete_collaborator},
    {"GET", "/apps/*/domains", list_domains},
    {"POST", "/apps/*/domains", create_domain},
    {"GET", "/apps/*/domains/*", show_domain},
    {"DELETE", "/apps/*/domains/*", delete_domain},
    {"GET", "/addons", list_addons},
    {"GET", "/addons/*", show_addon},
    {"GET", "/apps/*/addons", list_app_addons},
    {"GET", "/apps/*/addons/*", show_app_addon},
    {"GET", "/apps/*/pipeline-couplings", show_pipeline_coupling},

    {"GET", "/dyno-sizes", list_dyno_sizes},
    {"GET", "/dyno-sizes/*", show_dyno_size},
    {"GET", "/apps/*/available-dyno-sizes", list_dyno_sizes},
    {"GET", "/regions", list_regions},
    {"GET", "/regions/*", show_region},
    {"GET", "/stacks", list_stacks},
    {"GET", "/stacks/*", show_stack},
    {"GET", "/apps/*/available-stacks", list_stacks},
};

/// Takes the next word off the front.
std::string_view take_word(std::string_view& path) {
    while (!path.empty() && path.front() == '/') path.remove_prefix(1);
    const std::string_view word = path.substr(0, path.find('/'));
    path.remove_prefix(word.size());
    return word;
}

bool matches(std::string_view pattern, const std::vector<std::string_view>& words) {
    for (const std::string_view word : words) {
        const std::string_view expected = take_word(pattern);
        if (expected != "*" && expected != word) return false;
        if (expected.empty()) return false;
    }
    return pattern.empty();
}

} // namespace

std::optional<matched> find_route(std::string_view method, std::string_view path) {
    std::vector<std::string_view> words;
    while (true) {
        const std::string_view word = take_word(path);
        if (word.empty()) break;
        words.push_back(word);
    }
    for (const route& each : routes) {
        if (each.method != method || !matches(each.path, words)) continue;
        matched found{each.run, {}};
        std::string_view pattern = each.path;
        for (const std::string_view word : words)
            if (take_word(pattern) == "*") found.words.push_back(percent_decoded(word, false));
        return found;
    }
    return std::nullopt;
}

} // namespace chatops::mocks::heroku
