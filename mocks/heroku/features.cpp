#include "mocks/heroku/features.hpp"

#include "mocks/heroku/handlers.hpp"
#include "mocks/heroku/views.hpp"

#include <algorithm>

namespace chatops::mocks::heroku {
namespace {

// Source: the pages that they link to; [?] for the states. The ids are made up, and always the
// same.
constexpr lab_feature features[] = {
    {"http-session-affinity", "Session Affinity", "Enable session affinity for all requests",
     "https://devcenter.heroku.com/articles/session-affinity", "general"},
    {"log-runtime-metrics", "Runtime Metrics", "Emit dyno resource usage information into app logs",
     "https://devcenter.heroku.com/articles/log-runtime-metrics", "beta"},
    {"preboot", "Preboot", "Provide seamless web dyno deploys",
     "https://devcenter.heroku.com/articles/preboot", "general"},
    {"runtime-dyno-metadata", "Dyno Metadata", "Expose dyno metadata to the environment",
     "https://devcenter.heroku.com/articles/dyno-metadata", "beta"},
    {"runtime-heroku-metrics", "Language Metrics", "Enable custom metrics collection",
     "https://devcenter.heroku.com/articles/language-runtime-metrics", "general"},
};

const lab_feature& feature_of(const account_state& account, std::string_view id_or_name) {
    for (const lab_feature& each : features)
        if (each.name == id_or_name || feature_id(account, each) == id_or_name) return each;
    throw not_found("feature");
}

/// Source: devcenter.heroku.com, "Preboot"; [?] for the text.
void check_preboot(const app& of) {
    for (const process& each : of.formation)
        if (each.type == "web" && each.size->tier != dyno_tier::production)
            throw invalid_params("Preboot is only available for apps with Standard or Performance "
                                 "web dynos.");
}

} // namespace

std::span<const lab_feature> lab_features() { return features; }

answer list_features(call& from) {
    const app& of = from.of();
    array all;
    for (const lab_feature& each : features) all.push_back(show(each, of, from.account));
    return {200, std::move(all), {"id", "name"}};
}

answer show_feature(call& from) {
    const app& of = from.of();
    return {200, show(feature_of(from.account, from.words[1]), of, from.account)};
}

answer update_feature(call& from) {
    app& of = from.of();
    const lab_feature& which = feature_of(from.account, from.words[1]);
    const auto enabled = flag_parameter(from.body, "enabled");
    if (!enabled) throw invalid_params("Missing required parameter: `enabled`.");
    if (*enabled && which.name == "preboot") check_preboot(of);
    if (*enabled)
        of.features.emplace(which.name, from.now);
    else
        of.features.erase(std::string(which.name));
    return {200, show(which, of, from.account)};
}

} // namespace chatops::mocks::heroku
