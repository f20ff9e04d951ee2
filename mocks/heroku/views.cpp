#include "mocks/heroku/views.hpp"

#include "mocks/heroku/times.hpp"

namespace chatops::mocks::heroku {
namespace {

object id_and_email(const person& who) { return {{"id", who.id}, {"email", who.email}}; }

value id_or_null(const std::optional<std::string>& id) {
    return id ? value(object{{"id", *id}}) : value();
}

value time_or_null(const std::optional<time_point>& when) {
    return when ? value(iso_time(*when)) : value();
}

value or_null(const std::optional<std::string>& text) { return text ? value(*text) : value(); }

array texts(const std::vector<std::string>& all) {
    array made;
    for (const std::string& each : all) made.emplace_back(each);
    return made;
}

} // namespace

object id_and_name(std::string_view id, std::string_view name) {
    return {{"id", id}, {"name", name}};
}

object cedar() { return id_and_name("8a2b3c4d-5e6f-4a7b-8c9d-0e1f2a3b4c5d", "cedar"); }

object show(const account_state& account) {
    const std::string since = iso_time(account.created_at);
    return {{"allow_tracking", true},
            {"beta", false},
            {"country_of_residence", nullptr},
            {"created_at", since},
            {"default_organization", nullptr},
            {"default_team", nullptr},
            {"delinquent_at", time_or_null(account.delinquent_at)},
            {"email", account.owner.email},
            {"federated", false},
            {"id", account.owner.id},
            {"identity_provider", nullptr},
            {"last_login", since},
            {"name", account.owner.email.substr(0, account.owner.email.find('@'))},
            {"sms_number", nullptr},
            {"suspended_at", nullptr},
            {"two_factor_authentication", false},
            {"updated_at", since},
            {"verified", true}};
}

object show(const app& of, const account_state& account) {
    const stack* const runs = find_stack(of.stack);
    const stack* const builds = find_stack(of.build_stack);
    const bool deployed = !of.slugs.empty();
    return {{"acm", false},
            {"archived_at", nullptr},
            {"build_stack", id_and_name(builds->id, builds->name)},
            {"buildpack_provided_description", nullptr},
            {"created_at", iso_time(of.created_at)},
            {"generation", cedar()},
            {"git_url", "https://git.heroku.com/" + of.name + ".git"},
            {"id", of.id},
            {"internal_routing", nullptr},
            {"maintenance", of.maintenance},
            {"name", of.name},
            {"organization", nullptr},
            {"owner", id_and_email(account.owner)},
            {"region", id_and_name(of.region->id, of.region->name)},
            {"released_at", time_or_null(of.released_at)},
            {"repo_size", deployed ? value(1 << 20) : value()},
            {"slug_size", deployed ? value(48 << 20) : value()},
            {"space", nullptr},
            {"stack", id_and_name(runs->id, runs->name)},
            {"team", nullptr},
            {"updated_at", iso_time(of.updated_at)},
            {"web_url", "https://" + of.name + ".herokuapp.com/"}};
}

object show(const process& type, const app& of) {
    return {{"app", id_and_name(of.id, of.name)},
            {"command", type.command},
            {"created_at", iso_time(type.created_at)},
            {"dyno_size", id_and_name(type.size->id, type.size->name)},
            {"id", type.id},
            {"quantity", type.quantity},
            {"size", type.size->name},
            {"type", type.type},
            {"updated_at", iso_time(type.updated_at)}};
}

object show(const dyno& which, const app& of) {
    return {{"app", id_and_name(of.id, of.name)},
            {"attach_url", or_null(which.attach_url)},
            {"command", which.command},
            {"created_at", iso_time(which.created_at)},
            {"id", which.id},
            {"name", which.name()},
            {"release", {{"id", which.release_id}, {"version", which.release_version}}},
            {"size", which.size->name},
            {"state", which.state},
            {"type", which.type},
            {"updated_at", iso_time(which.updated_at)}};
}

object show(const release& version, const app& of, std::string_view streams) {
    const bool has_slug = !version.slug_id.empty();
    array artifacts;
    if (has_slug) artifacts.push_back({{"type", "slug"}, {"id", version.slug_id}});
    return {{"addon_plan_names", texts(version.addon_plans)},
            {"app", id_and_name(of.id, of.name)},
            {"artifacts", std::move(artifacts)},
            {"created_at", iso_time(version.created_at)},
            {"current", version.id == of.current_release_id},
            {"description", version.description},
            {"eligible_for_rollback", has_slug && version.status == "succeeded"},
            {"id", version.id},
            {"output_stream_url", version.has_output
                                      ? value(std::string(streams) + "/releases/" + version.id)
                                      : value()},
            {"slug", has_slug ? value(object{{"id", version.slug_id}}) : value()},
            {"status", version.status},
            {"updated_at", iso_time(version.updated_at)},
            {"user", id_and_email(version.user)},
            {"version", version.version}};
}

object show(const slug& code) {
    object types;
    for (const auto& [type, command] : code.process_types) types[type] = command;
    const stack* const built_for = find_stack(code.stack);
    return {{"blob", {{"method", "GET"}, {"url", "https://slugs.heroku.com/" + code.id + ".tgz"}}},
            {"buildpack_provided_description", nullptr},
            {"checksum", nullptr},
            {"commit", code.commit},
            {"commit_description", nullptr},
            {"created_at", iso_time(code.created_at)},
            {"deleted_at", nullptr},
            {"id", code.id},
            {"process_types", std::move(types)},
            {"size", 48 << 20},
            {"stack", id_and_name(built_for->id, built_for->name)},
            {"updated_at", iso_time(code.created_at)}};
}

object show(const build& one, const app& of, std::string_view streams) {
    return {{"app", {{"id", of.id}}},
            {"buildpacks", nullptr},
            {"created_at", iso_time(one.created_at)},
            {"generation", "cedar"},
            {"id", one.id},
            {"output_stream_url", std::string(streams) + "/builds/" + one.id},
            {"release", id_or_null(one.release_id)},
            {"slug", id_or_null(one.slug_id)},
            {"source_blob",
             {{"checksum", or_null(one.source_checksum)},
              {"url", one.source_url},
              {"version", or_null(one.source_version)},
              {"version_description", nullptr}}},
            {"stack", of.build_stack},
            {"status", one.status},
            {"updated_at", iso_time(one.updated_at)},
            {"user", id_and_email(one.user)}};
}

object show(const collaborator& one, const app& of) {
    return {{"app", id_and_name(of.id, of.name)},
            {"created_at", iso_time(one.created_at)},
            {"id", one.id},
            {"permissions", array()},
            {"role", one.role},
            {"updated_at", iso_time(one.created_at)},
            {"user", {{"email", one.user.email}, {"federated", false}, {"id", one.user.id}}}};
}

object show(const domain& one, const app& of) {
    return {{"acm_status", nullptr},
            {"acm_status_reason", nullptr},
            {"app", id_and_name(of.id, of.name)},
            {"cname", or_null(one.cname)},
            {"created_at", iso_time(one.created_at)},
            {"hostname", one.hostname},
            {"id", one.id},
            {"kind", one.kind},
            {"sni_endpoint", one.sni_endpoint ? value(object{{"id", *one.sni_endpoint}}) : value()},
            {"status", one.kind == "heroku" ? "none" : "succeeded"},
            {"updated_at", iso_time(one.created_at)}};
}

object show(const addon& one, const app& of, const account_state& account) {
    const std::string service = one.plan.substr(0, one.plan.find(':'));
    return {{"actions", array()},
            {"addon_service", id_and_name(one.service_id, service)},
            {"app", id_and_name(of.id, of.name)},
            {"billed_price", nullptr},
            {"billing_entity", {{"id", of.id}, {"name", of.name}, {"type", "app"}}},
            {"config_vars", texts(one.config_vars)},
            {"created_at", iso_time(one.created_at)},
            {"id", one.id},
            {"name", one.name},
            {"plan", id_and_name(one.plan_id, one.plan)},
            {"provider_id", account.owner.id.substr(0, 8) + '-' + one.name},
            {"state", one.state},
            {"updated_at", iso_time(one.updated_at)},
            {"web_url", "https://addons-sso.heroku.com/apps/" + of.id + "/addons/" + one.id}};
}

object show(const dyno_size& size) {
    return {{"architecture", "amd64"},
            {"compute", size.compute},
            {"cost", {{"cents", size.price_cents}, {"unit", "month"}}},
            {"dedicated", size.dedicated},
            {"generation", cedar()},
            {"id", size.id},
            {"memory", size.memory_gb},
            {"name", size.name},
            {"precise_dyno_units", size.dyno_units},
            {"private_space_only", false}};
}

object show(const region& place, time_point since) {
    return {{"country", place.country},
            {"created_at", iso_time(since)},
            {"description", place.name == "us" ? "United States" : "Europe"},
            {"id", place.id},
            {"locale", place.locale},
            {"name", place.name},
            {"private_capable", false},
            {"provider", {{"name", "amazon-web-services"}, {"region", place.provider_region}}},
            {"updated_at", iso_time(since)}};
}

object show(const stack& one, time_point since) {
    return {{"created_at", iso_time(since)},
            {"default", one.is_default},
            {"id", one.id},
            {"name", one.name},
            {"state", "public"},
            {"updated_at", iso_time(since)}};
}

object show(const variables& config) {
    object made;
    for (const auto& [name, text] : config) made[name] = text;
    return made;
}

} // namespace chatops::mocks::heroku
