// Applications that are set otherwise, or taken away.
#include "mocks/newrelic/changing.hpp"
#include "mocks/newrelic/handlers.hpp"
#include "mocks/newrelic/summaries.hpp"

#include <cmath>
#include <string>
#include <utility>

namespace chatops::mocks::newrelic {
namespace {

application* app_of(const call& from) {
    application* const found = from.account.find_app(from.text("guid"));
    return found != nullptr && found->guid == from.text("guid") ? found : nullptr;
}

object error_of(std::string_view description, std::string_view error_class,
                std::string_view field) {
    object made;
    made["description"] = text_value(description);
    made["errorClass"] = text_value(error_class);
    made["field"] = text_value(field);
    return made;
}

/// Milliseconds of a target in seconds; less than nothing where it is none.
int milliseconds_of(const value& seconds) {
    constexpr double longest = 3'600;
    const double number = seconds.is_number() ? seconds.to_number<double>() : -1;
    return number > 0 && number <= longest ? static_cast<int>(std::lround(number * 1'000)) : -1;
}

/// Sets the target of that part of the settings, if it is said; what is wrong is added.
void take_target(int& to, const object& settings, std::string_view part, array& errors) {
    const object* const given = object_of(settings, part);
    const value* const target = given != nullptr ? member(*given, "apdexTarget") : nullptr;
    if (target == nullptr || target->is_null()) return;
    if (const int milliseconds = milliseconds_of(*target); milliseconds > 0)
        to = milliseconds;
    else
        errors.push_back(error_of("apdexTarget must be between 0 and 3600", "INVALID_INPUT",
                                  std::string(part) + ".apdexTarget"));
}

} // namespace

/// Source: newrelic-client-go, pkg/agentapplications.
value update_app_settings(const call& from) {
    object made;
    made["guid"] = text_value(from.text("guid"));
    array errors;
    application* const which = app_of(from);
    if (which == nullptr) {
        errors.push_back(error_of("Application not found", "NOT_FOUND", "guid"));
        made["errors"] = std::move(errors);
        return made;
    }
    const object& given = from.input("settings");
    take_target(which->apdex_target_ms, given, "apmConfig", errors);
    take_target(which->end_user_apdex_target_ms, given, "browserConfig", errors);
    const object* const apm = object_of(given, "apmConfig");
    if (apm != nullptr && apm->contains("useServerSideConfig"))
        which->has_server_side_config = is_true(*apm, "useServerSideConfig");
    if (const std::string_view alias = text_of(given, "alias"); !alias.empty()) which->name = alias;
    object config;
    config["apdexTarget"] = which->apdex_target_ms / 1000.0;
    config["useServerSideConfig"] = which->has_server_side_config;
    object settings;
    settings["alias"] = which->name;
    settings["originalName"] = which->name;
    settings["apmConfig"] = std::move(config);
    made["alias"] = which->name;
    made["name"] = which->name;
    made["apmSettings"] = std::move(settings);
    made["errors"] = std::move(errors);
    return made;
}

/// "This isn't allowed if an application is actively reporting data." Source: the same. [?] How it
/// is refused, and after what silence it is allowed: New Relic's documentation speaks of 12 hours.
value delete_app(const call& from) {
    const application* const which = app_of(from);
    if (which == nullptr) throw not_found();
    if (is_reporting(from.account, *which, from.now))
        throw invalid_input("Application is still reporting and cannot be deleted");
    remove_app(from.account, from.text("guid"));
    return object{{"success", true}};
}

} // namespace chatops::mocks::newrelic
