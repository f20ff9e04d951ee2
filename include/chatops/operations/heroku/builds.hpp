// `heroku builds`, `build show`, `build create`: code on its way to a release.
#pragma once

#include "chatops/chat/reply.hpp"
#include "chatops/command/argument.hpp"
#include "chatops/command/info.hpp"
#include "chatops/command/option.hpp"
#include "chatops/core/asio.hpp"
#include "chatops/core/clock.hpp"
#include "chatops/operations/between.hpp"
#include "chatops/operations/heroku/limits.hpp"
#include "chatops/provider/heroku/names.hpp"
#include "chatops/provider/heroku/types.hpp"

#include <optional>
#include <string>
#include <vector>

namespace chatops {
class context;
} // namespace chatops

namespace chatops::operations {

struct heroku_builds {
    static constexpr command_info info{
        .name = "heroku builds",
        .help = "List an application's builds, the newest first",
        .effect = effect::read,
        .aliases = {"heroku build list"},
        .examples = {"heroku builds acme-staging", "heroku builds acme-staging -n 30"}};

    argument<"app", "the application", heroku::app_name> app;
    option<"count", "how many at most", between<1, heroku_limits::listed>, 'n'> count{{15}};

    asio::awaitable<reply> run(context& ctx) const;
};

struct heroku_build_show {
    static constexpr command_info info{
        .name = "heroku build show",
        .help = "Show one build of an application, with all that it said",
        .effect = effect::read,
        .aliases = {"heroku build info", "heroku build output"},
        .examples = {"heroku build show acme-staging", "heroku build show acme-staging 4f1e9a02"}};

    argument<"app", "the application", heroku::app_name> app;
    argument<"build", "its id or the beginning of it; the newest without it",
             std::optional<heroku::build_ref>>
        build;

    asio::awaitable<reply> run(context& ctx) const;
};

struct heroku_build_create {
    static constexpr command_info info{
        .name = "heroku build create",
        .help = "Build and release code from an address; Heroku fetches it from there",
        .effect = effect::change,
        .aliases = {"heroku deploy"},
        .examples = {"heroku build create acme-staging --source "
                     "https://code.example/acme/1a2b3c4d.tar.gz --version 1a2b3c4d"}};

    argument<"app", "the application", heroku::app_name> app;
    option<"source", "where the code is, as .tar.gz", heroku::source_url> source;
    option<"version", "what it is called in releases, like the commit", std::optional<std::string>>
        version;

    asio::awaitable<reply> run(context& ctx) const;
};

/// The build that ours began, if it did: of that source, not there before, and begun since that
/// moment of Heroku's clock; null if there is none.
const heroku::build* find_build(const std::vector<heroku::build>& newest,
                                const std::vector<std::string>& ids_before, const std::string& url,
                                time_point since);

/// A line for each.
table_part build_table(const std::vector<heroku::build>& all);

} // namespace chatops::operations

#include CHATOPS_BODY("chatops/operations/heroku/builds.ipp")
