#include "mocks/heroku/pipelines.hpp"

#include "mocks/heroku/handlers.hpp"
#include "mocks/heroku/views.hpp"

#include <algorithm>
#include <string_view>

namespace chatops::mocks::heroku {
namespace {

pipeline& pipeline_of(account_state& account, std::string_view id_or_name) {
    for (pipeline& each : account.pipelines)
        if (each.id == id_or_name || each.name == id_or_name) return each;
    throw not_found("pipeline");
}

coupling& coupling_of(account_state& account, std::string_view id) {
    for (coupling& each : account.couplings)
        if (each.id == id) return each;
    throw not_found("pipeline coupling");
}

/// `^[a-z][a-z0-9-]{2,29}$`. Source: schema.json; [?] for the text.
std::string checked_name(const object& body) {
    std::string name = required_text(body, "name");
    const auto is_letter = [](char c) { return c >= 'a' && c <= 'z'; };
    const auto is_good = [&](char c) { return is_letter(c) || (c >= '0' && c <= '9') || c == '-'; };
    if (name.size() < 3 || name.size() > 30 || !is_letter(name.front()) ||
        !std::all_of(name.begin(), name.end(), is_good))
        throw invalid_params("Name must start with a letter and can only contain lowercase "
                             "letters, numbers, and dashes.");
    return name;
}

/// Source: schema.json; [?] for the text.
std::string checked_stage(const object& body) {
    std::string stage = required_text(body, "stage");
    for (const char* const each : {"test", "review", "development", "staging", "production"})
        if (stage == each) return stage;
    throw invalid_params("Stage is not included in the list");
}

array show_couplings(const account_state& account, std::string_view pipeline_id) {
    array all;
    for (const coupling& each : account.couplings)
        if (pipeline_id.empty() || each.pipeline_id == pipeline_id) all.push_back(show(each));
    return all;
}

} // namespace

answer list_pipelines(call& from) {
    array all;
    for (const pipeline& each : from.account.pipelines) all.push_back(show(each, from.account));
    return {200, std::move(all), {"id", "name"}};
}

answer show_pipeline(call& from) {
    return {200, show(pipeline_of(from.account, from.words[0]), from.account)};
}

answer create_pipeline(call& from) {
    std::string name = checked_name(from.body);
    from.account.pipelines.push_back({from.account.new_id(), std::move(name), from.now, from.now});
    return {201, show(from.account.pipelines.back(), from.account)};
}

answer update_pipeline(call& from) {
    pipeline& which = pipeline_of(from.account, from.words[0]);
    if (text_parameter(from.body, "name")) which.name = checked_name(from.body);
    which.updated_at = from.now;
    return {200, show(which, from.account)};
}

/// Its applications stay, in no pipeline.
answer delete_pipeline(call& from) {
    auto& all = from.account.pipelines;
    pipeline& which = pipeline_of(from.account, from.words[0]);
    object last = show(which, from.account);
    std::erase_if(from.account.couplings,
                  [&](const coupling& each) { return each.pipeline_id == which.id; });
    all.erase(all.begin() + (&which - all.data()));
    return {200, std::move(last)};
}

answer list_couplings(call& from) { return {200, show_couplings(from.account, {}), {"id"}}; }

answer list_couplings_of_pipeline(call& from) {
    const pipeline& of = pipeline_of(from.account, from.words[0]);
    return {200, show_couplings(from.account, of.id), {"id"}};
}

answer show_coupling(call& from) { return {200, show(coupling_of(from.account, from.words[0]))}; }

answer show_coupling_of_app(call& from) {
    const app& of = from.of();
    for (const coupling& each : from.account.couplings)
        if (each.app_id == of.id) return {200, show(each)};
    throw not_found("pipeline coupling");
}

answer create_coupling(call& from) {
    account_state& account = from.account;
    const std::string stage = checked_stage(from.body);
    const auto named = identity_parameter(from.body, "app");
    if (!named || named->empty()) throw invalid_params("Missing required parameter: `app`.");
    const app& of = account.app_of(*named);
    const auto to = identity_parameter(from.body, "pipeline");
    if (!to || to->empty()) throw invalid_params("Missing required parameter: `pipeline`.");
    const pipeline& into = pipeline_of(account, *to);
    for (const coupling& each : account.couplings)
        // [?] Nobody was seen to try.
        if (each.app_id == of.id) throw invalid_params("App is already in a pipeline.");
    account.couplings.push_back({account.new_id(), of.id, into.id, stage, from.now, from.now});
    return {201, show(account.couplings.back())};
}

answer update_coupling(call& from) {
    coupling& which = coupling_of(from.account, from.words[0]);
    if (text_parameter(from.body, "stage")) which.stage = checked_stage(from.body);
    which.updated_at = from.now;
    return {200, show(which)};
}

answer delete_coupling(call& from) {
    auto& all = from.account.couplings;
    coupling& which = coupling_of(from.account, from.words[0]);
    object last = show(which);
    all.erase(all.begin() + (&which - all.data()));
    return {200, std::move(last)};
}

} // namespace chatops::mocks::heroku
