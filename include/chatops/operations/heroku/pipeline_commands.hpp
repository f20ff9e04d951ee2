// Heroku's commands for pipelines, and for what is switched on or sent elsewhere, as a list.
#pragma once

#include "chatops/operations/heroku/build_cancel.hpp"
#include "chatops/operations/heroku/drains.hpp"
#include "chatops/operations/heroku/features.hpp"
#include "chatops/operations/heroku/pipeline_apps.hpp"
#include "chatops/operations/heroku/pipeline_changes.hpp"
#include "chatops/operations/heroku/pipelines.hpp"
#include "chatops/operations/heroku/promote.hpp"
#include "chatops/operations/heroku/webhooks.hpp"
#include "chatops/run/entries.hpp"

#include <vector>

namespace chatops::operations {

// Each instantiates its commands; called from one file of its own, in apps/catalogue.

inline std::vector<entry> make_heroku_pipeline_entries() {
    return entries_of<heroku_pipelines, heroku_pipeline_show, heroku_pipeline_promote,
                      heroku_build_cancel>();
}

inline std::vector<entry> make_heroku_pipeline_change_entries() {
    return entries_of<heroku_pipeline_create, heroku_pipeline_rename, heroku_pipeline_destroy,
                      heroku_pipeline_add, heroku_pipeline_move, heroku_pipeline_remove>();
}

inline std::vector<entry> make_heroku_drain_entries() {
    return entries_of<heroku_features, heroku_feature_enable, heroku_feature_disable, heroku_drains,
                      heroku_drain_add, heroku_drain_remove, heroku_webhooks, heroku_webhook_add,
                      heroku_webhook_change, heroku_webhook_remove>();
}

} // namespace chatops::operations
