// How pipelines, features, log drains and webhooks look in the API's JSON.
#include "mocks/heroku/features.hpp"
#include "mocks/heroku/times.hpp"
#include "mocks/heroku/views.hpp"

#include <algorithm>

namespace chatops::mocks::heroku {
namespace {

object id_only(const std::string& id) { return {{"id", id}}; }

value addon_of_drain(const log_drain& one, const app& of) {
    const auto made_it = [&](const addon& each) { return each.id == one.addon_id; };
    const auto found = std::find_if(of.addons.begin(), of.addons.end(), made_it);
    if (found == of.addons.end()) return nullptr;
    object made = id_and_name(found->id, found->name);
    made["app"] = id_and_name(of.id, of.name);
    return made;
}

} // namespace

std::string feature_id(const account_state& account, const lab_feature& one) {
    return account.person_of(one.name).id;
}

object show(const lab_feature& one, const app& of, const account_state& account) {
    const auto since = of.features.find(one.name);
    const bool enabled = since != of.features.end();
    return {{"created_at", iso_time(account.created_at)},
            {"description", one.description},
            {"display_name", one.display_name},
            {"doc_url", one.doc_url},
            {"enabled", enabled},
            {"feedback_email", nullptr},
            {"id", feature_id(account, one)},
            {"name", one.name},
            {"state", one.state},
            {"updated_at", iso_time(enabled ? since->second : account.created_at)}};
}

object show(const pipeline& one, const account_state& account) {
    return {{"created_at", iso_time(one.created_at)},
            {"generation", cedar()},
            {"id", one.id},
            {"name", one.name},
            {"owner", {{"id", account.owner.id}, {"type", "user"}}},
            {"updated_at", iso_time(one.updated_at)}};
}

object show(const coupling& one) {
    return {{"app", id_only(one.app_id)},
            {"created_at", iso_time(one.created_at)},
            {"id", one.id},
            {"pipeline", id_only(one.pipeline_id)},
            {"stage", one.stage},
            {"updated_at", iso_time(one.updated_at)}};
}

object show(const promotion& one) {
    return {{"created_at", iso_time(one.created_at)},
            {"id", one.id},
            {"pipeline", id_only(one.pipeline_id)},
            {"source",
             {{"app", id_only(one.source_app_id)}, {"release", id_only(one.source_release_id)}}},
            {"status", one.status},
            {"updated_at", iso_time(one.updated_at)}};
}

object show(const promotion_target& one, const promotion& of) {
    return {{"app", id_only(one.app_id)},
            {"error_message", one.error_message ? value(*one.error_message) : value()},
            {"id", one.id},
            {"pipeline_promotion", id_only(of.id)},
            {"release", one.release_id ? value(id_only(*one.release_id)) : value()},
            {"status", one.status}};
}

object show(const log_drain& one, const app& of) {
    return {{"addon", addon_of_drain(one, of)},
            {"app", id_and_name(of.id, of.name)},
            {"created_at", iso_time(one.created_at)},
            {"id", one.id},
            {"token", one.token},
            {"updated_at", iso_time(one.created_at)},
            {"url", one.url}};
}

object show(const webhook& one, const app& of) {
    array include;
    for (const std::string& each : one.include) include.emplace_back(each);
    return {{"app", id_and_name(of.id, of.name)},
            {"created_at", iso_time(one.created_at)},
            {"id", one.id},
            {"include", std::move(include)},
            {"level", one.level},
            {"updated_at", iso_time(one.updated_at)},
            {"url", one.url}};
}

} // namespace chatops::mocks::heroku
