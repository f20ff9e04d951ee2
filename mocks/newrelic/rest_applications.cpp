// Applications, their hosts and instances, their deployments, as REST v2 has them.
#include "chatops/core/time.hpp"
#include "mocks/newrelic/call.hpp"
#include "mocks/newrelic/changing.hpp"
#include "mocks/newrelic/rest_call.hpp"
#include "mocks/newrelic/running.hpp"
#include "mocks/newrelic/summaries.hpp"

#include <algorithm>
#include <utility>

namespace chatops::mocks::newrelic {
namespace {

/// `2019-12-11T19:09:10+00:00`
std::string rest_time(time_point at) { return iso_time(at).replace(19, 1, "+00:00"); }

std::string_view health_of(const rest_call& from, const application& which) {
    if (!is_reporting(from.account, which, from.now)) return "gray";
    const std::string_view severity = severity_of(from.account, which);
    if (severity == "CRITICAL") return "red";
    if (severity == "WARNING") return "orange";
    return severity == "NOT_ALERTING" ? "green" : "unknown";
}

object summary_shown(const rest_call& from, const application& which) {
    const summary all = summary_of(from.account, which, from.now);
    object made;
    made["response_time"] = all.response_seconds * 1000;
    made["throughput"] = all.throughput;
    made["error_rate"] = all.error_rate;
    made["apdex_target"] = which.apdex_target_ms / 1000.0;
    made["apdex_score"] = all.apdex;
    made["host_count"] = which.hosts.size();
    made["instance_count"] = instances_of(which);
    made["concurrent_instance_count"] = instances_of(which);
    return made;
}

object show_rest(const rest_call& from, const application& which) {
    const bool is_live = is_reporting(from.account, which, from.now);
    array hosts;
    array instances;
    for (const host& each : which.hosts) {
        hosts.push_back(each.id);
        for (const std::int64_t id : each.instance_ids) instances.push_back(id);
    }
    std::int64_t policy_id = 0;
    for (const condition& each : from.account.conditions)
        if (policy_id == 0 && std::find(each.app_guids.begin(), each.app_guids.end(), which.guid) !=
                                  each.app_guids.end())
            policy_id = each.policy_id;
    object links;
    links["application_instances"] = std::move(instances);
    links["servers"] = array{};
    links["application_hosts"] = std::move(hosts);
    if (policy_id != 0) links["alert_policy"] = policy_id;
    object settings;
    settings["app_apdex_threshold"] = which.apdex_target_ms / 1000.0;
    settings["end_user_apdex_threshold"] = which.end_user_apdex_target_ms / 1000.0;
    settings["enable_real_user_monitoring"] = which.has_real_user_monitoring;
    settings["use_server_side_config"] = which.has_server_side_config;
    object made;
    made["id"] = which.id;
    made["name"] = which.name;
    made["language"] = which.language;
    made["health_status"] = text_value(health_of(from, which));
    made["reporting"] = is_live;
    // [?] What is silent was so since the account was made.
    made["last_reported_at"] = rest_time(is_live ? from.now : from.account.created_at);
    if (is_live) made["application_summary"] = summary_shown(from, which);
    made["settings"] = std::move(settings);
    made["links"] = std::move(links);
    return made;
}

bool is_listed(const rest_call& from, const application& which) {
    const std::string_view host_name = from.asked("filter[host]");
    const std::string_view ids = from.asked("filter[ids]");
    const std::string_view language = from.asked("filter[language]");
    const std::string wanted = lower(from.asked("filter[name]"));
    const std::string all = "," + std::string(ids) + ",";
    return lower(which.name).find(wanted) != std::string::npos &&
           (language.empty() || which.language == language) &&
           (ids.empty() || all.find("," + std::to_string(which.id) + ",") != all.npos) &&
           (host_name.empty() ||
            std::any_of(which.hosts.begin(), which.hosts.end(), [&](const host& each) {
                return each.name.find(host_name) != each.name.npos;
            }));
}

/// Of one host; each of its instances has the same share of what comes in.
object summary_shown(const rest_call& from, const application& of, const host& on,
                     std::size_t shared_by) {
    const summary all = summary_of(from.account, of, from.now, &on);
    object made;
    made["apdex_score"] = all.apdex;
    made["error_rate"] = all.error_rate;
    made["instance_count"] = on.instance_ids.size() / shared_by;
    made["response_time"] = all.response_seconds * 1000;
    made["throughput"] = all.throughput / static_cast<double>(shared_by);
    return made;
}

object show_host(const rest_call& from, const application& of, const host& which) {
    object links;
    links["application"] = of.id;
    array instances;
    for (const std::int64_t id : which.instance_ids) instances.push_back(id);
    links["application_instances"] = std::move(instances);
    object made;
    made["id"] = which.id;
    made["application_name"] = of.name;
    made["host"] = which.name;
    made["language"] = of.language;
    made["health_status"] = text_value(health_of(from, of));
    made["application_summary"] = summary_shown(from, of, which, 1);
    made["links"] = std::move(links);
    return made;
}

object show_instance(const rest_call& from, const application& of, const host& on,
                     std::int64_t id) {
    object made;
    made["id"] = id;
    made["application_name"] = of.name;
    made["host"] = on.name;
    made["port"] = 80;
    made["language"] = of.language;
    made["health_status"] = text_value(health_of(from, of));
    made["application_summary"] = summary_shown(from, of, on, on.instance_ids.size());
    made["links"] = object{{"application", of.id}, {"application_host", on.id}};
    return made;
}

object show_rest(const deployment& which, const application& of) {
    object made;
    made["id"] = which.number;
    made["revision"] = which.version;
    made["changelog"] = text_or_null(which.changelog);
    made["description"] = text_or_null(which.description);
    made["user"] = text_or_null(which.user);
    made["timestamp"] = rest_time(which.at);
    made["links"] = object{{"application", of.id}};
    return made;
}

rest_answer one_of(std::string_view root, object shown, int status = 200) {
    rest_answer made{status};
    made.body[boost::json::string_view(root.data(), root.size())] = std::move(shown);
    return made;
}

} // namespace

rest_answer list_rest_applications(const rest_call& from) {
    array all;
    for (const application& each : from.account.apps)
        if (is_listed(from, each)) all.push_back(show_rest(from, each));
    rest_answer made;
    made.body["applications"] = std::move(all);
    made.pages_of = "applications";
    return made;
}

rest_answer show_rest_application(const rest_call& from) {
    return one_of("application", show_rest(from, from.app()));
}

rest_answer update_rest_application(const rest_call& from) {
    application& which = from.app();
    const object given = from.body("application");
    if (const std::string_view name = text_of(given, "name"); !name.empty()) which.name = name;
    if (const object* const settings = object_of(given, "settings")) {
        const auto seconds = [&](std::string_view name, int& to) {
            const value* const found = member(*settings, name);
            if (found == nullptr || !found->is_number()) return;
            const double number = found->to_number<double>();
            if (number <= 0 || number > 3600)
                throw rest_refused(422, std::string(name) + " must be between 0 and 3600");
            to = static_cast<int>(number * 1000);
        };
        seconds("app_apdex_threshold", which.apdex_target_ms);
        seconds("end_user_apdex_threshold", which.end_user_apdex_target_ms);
        if (settings->contains("enable_real_user_monitoring"))
            which.has_real_user_monitoring = is_true(*settings, "enable_real_user_monitoring");
    }
    return one_of("application", show_rest(from, which));
}

/// Only of what does not report any more. Source: the API's own words in its explorer.
rest_answer delete_rest_application(const rest_call& from) {
    const application which = from.app();
    if (is_reporting(from.account, which, from.now))
        throw rest_refused(409, "Application is still reporting and cannot be deleted");
    object shown = show_rest(from, which);
    remove_app(from.account, which.guid);
    return one_of("application", std::move(shown));
}

rest_answer list_rest_hosts(const rest_call& from) {
    const application& of = from.app();
    array all;
    for (const host& each : of.hosts)
        if (each.name.find(from.asked("filter[hostname]")) != std::string::npos)
            all.push_back(show_host(from, of, each));
    rest_answer made;
    made.body["application_hosts"] = std::move(all);
    made.pages_of = "application_hosts";
    return made;
}

rest_answer show_rest_host(const rest_call& from) {
    const application& of = from.app();
    for (const host& each : of.hosts)
        if (each.id == from.number(1)) return one_of("application_host", show_host(from, of, each));
    throw rest_refused(404, "No application host found with id " + from.words.at(1));
}

rest_answer list_rest_instances(const rest_call& from) {
    const application& of = from.app();
    array all;
    for (const host& each : of.hosts)
        if (each.name.find(from.asked("filter[hostname]")) != std::string::npos)
            for (const std::int64_t id : each.instance_ids)
                all.push_back(show_instance(from, of, each, id));
    rest_answer made;
    made.body["application_instances"] = std::move(all);
    made.pages_of = "application_instances";
    return made;
}

rest_answer show_rest_instance(const rest_call& from) {
    const application& of = from.app();
    for (const host& each : of.hosts)
        for (const std::int64_t id : each.instance_ids)
            if (id == from.number(1))
                return one_of("application_instance", show_instance(from, of, each, id));
    throw rest_refused(404, "No application instance found with id " + from.words.at(1));
}

rest_answer list_rest_deployments(const rest_call& from) {
    const application& of = from.app();
    array all;
    for (auto each = of.deployments.rbegin(); each != of.deployments.rend(); ++each)
        all.push_back(show_rest(*each, of));
    rest_answer made;
    made.body["deployments"] = std::move(all);
    made.pages_of = "deployments";
    return made;
}

rest_answer create_rest_deployment(const rest_call& from) {
    application& of = from.app();
    const object given = from.body("deployment");
    deployment made;
    made.version = text_of(given, "revision");
    if (trimmed(made.version).empty()) throw rest_refused(422, "Revision can't be blank");
    made.changelog = text_of(given, "changelog");
    made.description = text_of(given, "description");
    made.user = text_of(given, "user");
    made.at = from.now;
    if (const std::string_view at = text_of(given, "timestamp"); !at.empty()) {
        const auto read = read_time(at);
        if (!read) throw rest_refused(422, "Timestamp is invalid");
        made.at = *read;
    }
    return one_of("deployment", show_rest(add_deployment(from.account, of, std::move(made)), of),
                  201);
}

rest_answer delete_rest_deployment(const rest_call& from) {
    application& of = from.app();
    for (std::size_t i = 0; i < of.deployments.size(); ++i) {
        if (of.deployments[i].number != from.number(1)) continue;
        object shown = show_rest(of.deployments[i], of);
        of.deployments.erase(of.deployments.begin() + static_cast<std::ptrdiff_t>(i));
        return one_of("deployment", std::move(shown));
    }
    throw rest_refused(404, "No deployment found with id " + from.words.at(1));
}

} // namespace chatops::mocks::newrelic
