// Every operation of the API that this mock has, one function each; routing.cpp says which path is
// whose.
#pragma once

#include "mocks/heroku/call.hpp"

namespace chatops::mocks::heroku {

// account.cpp
answer show_account(call& from);
answer show_rate_limit(call& from);

// apps.cpp
answer list_apps(call& from);
answer show_app(call& from);
answer create_app(call& from);
answer update_app(call& from);
answer delete_app(call& from);

// formation.cpp
answer list_formation(call& from);
answer show_formation(call& from);
answer update_formation(call& from);
answer update_formations(call& from);

// dynos.cpp
answer list_dynos(call& from);
answer show_dyno(call& from);
answer create_dyno(call& from);
answer restart_dynos(call& from);
answer restart_dyno(call& from);
answer restart_formation(call& from);
answer stop_dyno(call& from);
answer stop_formation(call& from);

// releases.cpp
answer list_releases(call& from);
answer show_release(call& from);
answer create_release(call& from);
answer show_slug(call& from);

// config_vars.cpp
answer show_config_vars(call& from);
answer update_config_vars(call& from);
answer show_release_config_vars(call& from);

// builds.cpp
answer list_builds(call& from);
answer show_build(call& from);
answer create_build(call& from);
answer cancel_build(call& from);

// logs.cpp
answer create_log_session(call& from);

// people_and_places.cpp
answer list_collaborators(call& from);
answer show_collaborator(call& from);
answer create_collaborator(call& from);
answer delete_collaborator(call& from);
answer list_domains(call& from);
answer show_domain(call& from);
answer create_domain(call& from);
answer update_domain(call& from);
answer delete_domain(call& from);

// addons.cpp
answer list_addons(call& from);
answer list_app_addons(call& from);
answer show_addon(call& from);
answer show_app_addon(call& from);
answer create_addon(call& from);
answer update_addon(call& from);
answer delete_addon(call& from);
answer list_addon_services(call& from);
answer show_addon_service(call& from);
answer list_plans(call& from);
answer show_plan(call& from);

// features.cpp
answer list_features(call& from);
answer show_feature(call& from);
answer update_feature(call& from);

// pipelines.cpp
answer list_pipelines(call& from);
answer show_pipeline(call& from);
answer create_pipeline(call& from);
answer update_pipeline(call& from);
answer delete_pipeline(call& from);
answer list_couplings(call& from);
answer list_couplings_of_pipeline(call& from);
answer show_coupling(call& from);
answer show_coupling_of_app(call& from);
answer create_coupling(call& from);
answer update_coupling(call& from);
answer delete_coupling(call& from);

// promotions.cpp
answer create_promotion(call& from);
answer show_promotion(call& from);
answer list_promotion_targets(call& from);

// drains.cpp
answer list_drains(call& from);
answer show_drain(call& from);
answer create_drain(call& from);
answer delete_drain(call& from);
answer list_webhooks(call& from);
answer show_webhook(call& from);
answer create_webhook(call& from);
answer update_webhook(call& from);
answer delete_webhook(call& from);

// offers.cpp
answer list_dyno_sizes(call& from);
answer show_dyno_size(call& from);
answer list_regions(call& from);
answer show_region(call& from);
answer list_stacks(call& from);
answer show_stack(call& from);

} // namespace chatops::mocks::heroku
