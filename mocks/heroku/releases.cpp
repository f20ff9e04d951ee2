#include "mocks/heroku/handlers.hpp"
#include "mocks/heroku/running.hpp"
#include "mocks/heroku/streams.hpp"
#include "mocks/heroku/views.hpp"

#include <algorithm>
#include <utility>

namespace chatops::mocks::heroku {
namespace {

release& release_of(app& of, std::string_view id_or_version) {
    release* const found = of.find_release(id_or_version);
    if (found == nullptr) throw not_found("release");
    return *found;
}

answer released(call& from, app& of, release_draft draft) {
    const release& last = make_release(from.account, of, std::move(draft), from.now);
    return {201, show(last, of, streams_url(from.what))};
}

/// Code and config vars of an earlier release; what add-ons set stays as it is today.
answer roll_back(call& from, app& of, std::string_view to) {
    const release& earlier = release_of(of, to);
    // Source: the first sentence is the legacy CLI's; [?] for the second.
    if (earlier.slug_id.empty())
        throw invalid_params("Cannot rollback to a release that had no app deployed");
    if (earlier.status != "succeeded")
        throw invalid_params("Cannot rollback to a release that has not succeeded");
    release_draft draft =
        draft_of(from.account, of, "Rollback to v" + std::to_string(earlier.version));
    draft.slug_id = earlier.slug_id;
    variables config = earlier.config_vars;
    for (const addon& each : of.addons)
        for (const std::string& name : each.config_vars)
            if (const auto today = draft.config_vars.find(name); today != draft.config_vars.end())
                config[name] = today->second;
    draft.config_vars = std::move(config);
    draft.brings_code = true;
    return released(from, of, std::move(draft));
}

/// A slug of any app of the account: that is how code is promoted.
answer promote(call& from, app& of, const std::string& slug_id) {
    const slug* code = nullptr;
    for (app& each : from.account.apps)
        if (const slug* const found = each.find_slug(slug_id)) code = found;
    if (code == nullptr) throw not_found("slug");
    const auto description = text_parameter(from.body, "description");
    if (of.find_slug(slug_id) == nullptr) of.slugs.push_back(slug(*code));
    release_draft draft = draft_of(
        from.account, of,
        description ? *description : "Deploy " + of.find_slug(slug_id)->commit.substr(0, 8));
    draft.slug_id = slug_id;
    draft.brings_code = true;
    return released(from, of, std::move(draft));
}

} // namespace

answer list_releases(call& from) {
    const app& of = from.of();
    const std::string streams = streams_url(from.what);
    array all;
    for (const release& each : of.releases) all.push_back(show(each, of, streams));
    return {200, std::move(all), {"version", "id"}};
}

answer show_release(call& from) {
    app& of = from.of();
    return {200, show(release_of(of, from.words[1]), of, streams_url(from.what))};
}

answer create_release(call& from) {
    app& of = from.of();
    if (const auto to = text_parameter(from.body, "release")) return roll_back(from, of, *to);
    if (const auto code = text_parameter(from.body, "slug")) return promote(from, of, *code);
    throw invalid_params("Missing required parameter: `slug`.");
}

answer show_slug(call& from) {
    const slug* const found = from.of().find_slug(from.words[1]);
    if (found == nullptr) throw not_found("slug");
    return {200, show(*found)};
}

} // namespace chatops::mocks::heroku
