// Code that is brought from one application of a pipeline to others.
#include "mocks/heroku/handlers.hpp"
#include "mocks/heroku/limits.hpp"
#include "mocks/heroku/running.hpp"
#include "mocks/heroku/views.hpp"

#include <algorithm>
#include <string_view>

namespace chatops::mocks::heroku {
namespace {

promotion& promotion_of(account_state& account, std::string_view id) {
    for (promotion& each : account.promotions)
        if (each.id == id) return each;
    throw not_found("pipeline promotion");
}

/// `{"app":{"id":…}}`: what it names.
const app& app_in(account_state& account, const object& in) {
    const auto named = identity_parameter(in, "app");
    if (!named || named->empty()) throw invalid_params("Missing required parameter: `app`.");
    return account.app_of(*named);
}

bool is_in(const account_state& account, const app& of, std::string_view pipeline_id) {
    return std::any_of(account.couplings.begin(), account.couplings.end(),
                       [&](const coupling& each) {
                           return each.app_id == of.id && each.pipeline_id == pipeline_id;
                       });
}

const std::string& pipeline_in(const call& from) {
    const auto named = identity_parameter(from.body, "pipeline");
    if (!named || named->empty()) throw invalid_params("Missing required parameter: `pipeline`.");
    for (const pipeline& each : from.account.pipelines)
        if (each.id == *named) return each.id;
    throw not_found("pipeline");
}

/// The one that it names, or else the one that runs. The parameter is there since September 2025.
/// Source: devcenter.heroku.com/changelog-items/3408. [?] for the text.
const release& release_in(const object& source, const app& of) {
    const auto named = identity_parameter(source, "release");
    const release* found = &of.current();
    if (named) {
        const auto is = [&](const release& each) { return each.id == *named; };
        const auto at = std::find_if(of.releases.begin(), of.releases.end(), is);
        if (at == of.releases.end()) throw not_found("release");
        found = &*at;
    }
    if (found->slug_id.empty() || found->status != "succeeded")
        throw invalid_params("Source app has no release that can be promoted.");
    return *found;
}

/// [?] for the texts: heroku/cli sees to it that they are never needed.
std::vector<promotion_target> targets_in(call& from, const app& source,
                                         const std::string& pipeline_id) {
    const array* const given = array_of(from.body, "targets");
    if (given == nullptr || given->empty())
        throw invalid_params("Missing required parameter: `targets`.");
    std::vector<promotion_target> made;
    for (const value& each : *given) {
        if (!each.is_object()) throw invalid_params("`targets` must be a list of objects.");
        const app& to = app_in(from.account, each.get_object());
        if (to.id == source.id) throw invalid_params("Cannot promote an app to itself.");
        if (!is_in(from.account, to, pipeline_id))
            throw invalid_params("Target app is not in that pipeline.");
        const auto is = [&](const promotion_target& other) { return other.app_id == to.id; };
        if (std::any_of(made.begin(), made.end(), is))
            throw invalid_params("Target app is named twice.");
        made.push_back({from.account.new_id(), to.id});
    }
    return made;
}

/// Its own copy of the code, with the config vars that it has. Source: heroku/heroku-pipeline's
/// README for the description.
void begin_target(account_state& account, const promotion& of, promotion_target& target,
                  time_point at) {
    app* const to = account.find_app(target.app_id);
    app* const source = account.find_app(of.source_app_id);
    const release* const earlier =
        source == nullptr ? nullptr : source->find_release(of.source_release_id);
    const slug* const code = earlier == nullptr ? nullptr : source->find_slug(earlier->slug_id);
    if (to == nullptr || code == nullptr) {
        target.status = "failed";
        target.error_message = "Couldn't find that app.";
        return;
    }
    release_draft draft =
        draft_of(account, *to,
                 "Promote " + source->name + " v" + std::to_string(earlier->version) + ' ' +
                     code->commit.substr(0, 8));
    draft.slug_id = code->id;
    draft.brings_code = true;
    if (to->find_slug(code->id) == nullptr) to->slugs.push_back(slug(*code));
    target.release_id = make_release(account, *to, std::move(draft), at).id;
}

/// When its release ends; nothing once it has, or where there is none.
std::optional<time_point> follow_release(account_state& account, promotion_target& target) {
    app* const to = account.find_app(target.app_id);
    const release* const made =
        to == nullptr ? nullptr : to->find_release(target.release_id.value_or(""));
    if (made != nullptr && made->status == "pending") return made->settles_at;
    if (target.status != "pending") return std::nullopt;
    target.status = made != nullptr && made->status == "succeeded" ? "succeeded" : "failed";
    if (target.status == "failed") target.error_message = "Release command failed"; // [?]
    return std::nullopt;
}

} // namespace

answer create_promotion(call& from) {
    const std::string& pipeline_id = pipeline_in(from);
    const object* const source = object_of(from.body, "source");
    if (source == nullptr) throw invalid_params("Missing required parameter: `source`.");
    const app& of = app_in(from.account, *source);
    if (!is_in(from.account, of, pipeline_id))
        throw invalid_params("Source app is not in that pipeline."); // [?]
    promotion made;
    made.source_app_id = of.id;
    made.source_release_id = release_in(*source, of).id;
    made.targets = targets_in(from, of, pipeline_id);
    made.id = from.account.new_id();
    made.pipeline_id = pipeline_id;
    made.created_at = made.updated_at = from.now;
    made.settles_at = from.now + limits::promotion_begin;
    from.account.promotions.push_back(std::move(made));
    return {201, show(from.account.promotions.back())};
}

answer show_promotion(call& from) { return {200, show(promotion_of(from.account, from.words[0]))}; }

answer list_promotion_targets(call& from) {
    const promotion& of = promotion_of(from.account, from.words[0]);
    array all;
    for (const promotion_target& each : of.targets) all.push_back(show(each, of));
    return {200, std::move(all), {"id"}};
}

void settle_promotion(account_state& account, promotion& pending, time_point at) {
    pending.settles_at.reset();
    pending.updated_at = at;
    for (promotion_target& each : pending.targets) {
        if (each.status == "pending" && !each.release_id) begin_target(account, pending, each, at);
        const auto ends = follow_release(account, each);
        if (ends && (!pending.settles_at || *ends > *pending.settles_at)) pending.settles_at = ends;
    }
    if (!pending.settles_at) pending.status = "completed";
}

} // namespace chatops::mocks::heroku
