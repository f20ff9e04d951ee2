#include "mocks/heroku/handlers.hpp"
#include "mocks/heroku/limits.hpp"
#include "mocks/heroku/running.hpp"
#include "mocks/heroku/streams.hpp"
#include "mocks/heroku/views.hpp"

namespace chatops::mocks::heroku {

answer list_builds(call& from) {
    const app& of = from.of();
    const std::string streams = streams_url(from.what);
    array all;
    for (const build& each : of.builds) all.push_back(show(each, of, streams));
    return {200, std::move(all), {"created_at", "id"}};
}

answer show_build(call& from) {
    const app& of = from.of();
    for (const build& each : of.builds)
        if (each.id == from.words[1]) return {200, show(each, of, streams_url(from.what))};
    throw not_found("build");
}

answer create_build(call& from) {
    app& of = from.of();
    const object* const source = object_of(from.body, "source_blob");
    if (source == nullptr) throw invalid_params("Missing required parameter: `source_blob`.");
    build made;
    made.source_url = required_text(*source, "url");
    made.source_version = text_parameter(*source, "version");
    made.source_checksum = text_parameter(*source, "checksum");
    made.id = from.account.new_id();
    made.user = from.account.owner;
    made.created_at = made.updated_at = from.now;
    made.settles_at = from.now + limits::build_run;
    note(of, from.now, "app", "api", "Build started by user " + made.user.email);
    of.builds.push_back(std::move(made));
    return {201, show(of.builds.back(), of, streams_url(from.what))};
}

/// [?] for the refusal, and for how soon it ends: heroku/heroku-builds asks for pending ones only.
answer cancel_build(call& from) {
    app& of = from.of();
    for (build& each : of.builds) {
        if (each.id != from.words[1]) continue;
        if (each.status != "pending") throw invalid_params("Build is not pending.");
        each.status = "failed";
        each.settles_at.reset();
        each.updated_at = from.now;
        note(of, from.now, "app", "api", "Build cancelled by user " + from.account.owner.email);
        return {200, show(each, of, streams_url(from.what))};
    }
    throw not_found("build");
}

} // namespace chatops::mocks::heroku
