#include "mocks/heroku/routing.hpp"

#include "mocks/common/paths.hpp"
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
    {"DELETE", "/apps/*/builds/*", cancel_build},

    {"POST", "/apps/*/log-sessions", create_log_session},

    {"GET", "/apps/*/collaborators", list_collaborators},
    {"POST", "/apps/*/collaborators", create_collaborator},
    {"GET", "/apps/*/collaborators/*", show_collaborator},
    {"DELETE", "/apps/*/collaborators/*", delete_collaborator},
    {"GET", "/apps/*/domains", list_domains},
    {"POST", "/apps/*/domains", create_domain},
    {"GET", "/apps/*/domains/*", show_domain},
    {"PATCH", "/apps/*/domains/*", update_domain},
    {"DELETE", "/apps/*/domains/*", delete_domain},
    {"GET", "/addons", list_addons},
    {"GET", "/addons/*", show_addon},
    {"GET", "/apps/*/addons", list_app_addons},
    {"POST", "/apps/*/addons", create_addon},
    {"GET", "/apps/*/addons/*", show_app_addon},
    {"PATCH", "/apps/*/addons/*", update_addon},
    {"DELETE", "/apps/*/addons/*", delete_addon},
    {"GET", "/addon-services", list_addon_services},
    {"GET", "/addon-services/*", show_addon_service},
    {"GET", "/addon-services/*/plans", list_plans},
    {"GET", "/plans/*", show_plan},

    {"GET", "/apps/*/features", list_features},
    {"GET", "/apps/*/features/*", show_feature},
    {"PATCH", "/apps/*/features/*", update_feature},
    {"GET", "/apps/*/log-drains", list_drains},
    {"POST", "/apps/*/log-drains", create_drain},
    {"GET", "/apps/*/log-drains/*", show_drain},
    {"DELETE", "/apps/*/log-drains/*", delete_drain},
    {"GET", "/apps/*/webhooks", list_webhooks},
    {"POST", "/apps/*/webhooks", create_webhook},
    {"GET", "/apps/*/webhooks/*", show_webhook},
    {"PATCH", "/apps/*/webhooks/*", update_webhook},
    {"DELETE", "/apps/*/webhooks/*", delete_webhook},

    {"GET", "/pipelines", list_pipelines},
    {"POST", "/pipelines", create_pipeline},
    {"GET", "/pipelines/*", show_pipeline},
    {"PATCH", "/pipelines/*", update_pipeline},
    {"DELETE", "/pipelines/*", delete_pipeline},
    {"GET", "/pipelines/*/pipeline-couplings", list_couplings_of_pipeline},
    {"GET", "/pipeline-couplings", list_couplings},
    {"POST", "/pipeline-couplings", create_coupling},
    {"GET", "/pipeline-couplings/*", show_coupling},
    {"PATCH", "/pipeline-couplings/*", update_coupling},
    {"DELETE", "/pipeline-couplings/*", delete_coupling},
    {"GET", "/apps/*/pipeline-couplings", show_coupling_of_app},
    {"POST", "/pipeline-promotions", create_promotion},
    {"GET", "/pipeline-promotions/*", show_promotion},
    {"GET", "/pipeline-promotions/*/promotion-targets", list_promotion_targets},

    {"GET", "/dyno-sizes", list_dyno_sizes},
    {"GET", "/dyno-sizes/*", show_dyno_size},
    {"GET", "/apps/*/available-dyno-sizes", list_dyno_sizes},
    {"GET", "/regions", list_regions},
    {"GET", "/regions/*", show_region},
    {"GET", "/stacks", list_stacks},
    {"GET", "/stacks/*", show_stack},
    {"GET", "/apps/*/available-stacks", list_stacks},
};

} // namespace

std::optional<matched> find_route(std::string_view method, std::string_view path) {
    const std::vector<std::string_view> words = path_words(path);
    for (const route& each : routes)
        if (each.method == method && path_matches(each.path, words))
            return matched{each.run, path_parameters(each.path, words)};
    return std::nullopt;
}

} // namespace chatops::mocks::heroku
