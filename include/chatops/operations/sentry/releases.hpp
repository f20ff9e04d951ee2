// `sentry releases`, `release show`, `release create`, `deploys`, `deploy create`: versions of
// programs, and where they run.
#pragma once

#include "chatops/chat/reply.hpp"
#include "chatops/command/argument.hpp"
#include "chatops/command/info.hpp"
#include "chatops/command/list.hpp"
#include "chatops/command/option.hpp"
#include "chatops/core/asio.hpp"
#include "chatops/operations/between.hpp"
#include "chatops/operations/sentry/limits.hpp"
#include "chatops/provider/sentry/names.hpp"
#include "chatops/provider/sentry/types.hpp"

#include <optional>
#include <string>
#include <vector>

namespace chatops {
class context;
} // namespace chatops

namespace chatops::operations {

namespace detail {
/// The slugs of those that it is a version of.
std::vector<std::string> projects_of(const sentry::release& each);
reply no_such_release(const std::string& version);
} // namespace detail

struct sentry_releases {
    static constexpr command_info info{
        .name = "sentry releases",
        .help = "List releases, the newest first",
        .effect = effect::read,
        .aliases = {"sentry release list"},
        .examples = {"sentry releases", "sentry releases acme -n 5"}};

    argument<"project", "only those of this project", std::optional<sentry::project_name>> project;
    option<"count", "how many at most", between<1, sentry_limits::listed>, 'n'> count{{15}};

    asio::awaitable<reply> run(context& ctx) const;
};

struct sentry_release_show {
    static constexpr command_info info{.name = "sentry release show",
                                       .help = "Show a release and where it was deployed",
                                       .effect = effect::read,
                                       .aliases = {"sentry release info", "sentry deploys"},
                                       .examples = {"sentry release show acme@1.4.0"}};

    argument<"release", "its version", sentry::release_version> release;

    asio::awaitable<reply> run(context& ctx) const;
};

struct sentry_release_create {
    static constexpr command_info info{
        .name = "sentry release create",
        .help = "Tell Sentry of a new version, so that errors are known as its own",
        .effect = effect::change,
        .examples = {"sentry release create acme@1.5.0 acme",
                     "sentry release create acme@1.5.0 acme --ref 4e1b2c7d"}};

    argument<"release", "its version", sentry::release_version> release;
    argument<"projects", "the projects of which it is one", list<sentry::project_name>> projects;
    option<"ref", "the commit that it was made of", std::optional<std::string>> ref;
    option<"url", "where people can read about it", std::optional<std::string>> url;

    asio::awaitable<reply> run(context& ctx) const;
};

struct sentry_deploy_create {
    static constexpr command_info info{
        .name = "sentry deploy create",
        .help = "Tell Sentry that a release runs somewhere now",
        .effect = effect::change,
        .aliases = {"sentry deploy record"},
        .examples = {"sentry deploy create acme@1.4.0 production",
                     "sentry deploy create acme@1.4.0 staging --name \"before the fair\""}};

    argument<"release", "its version", sentry::release_version> release;
    argument<"environment", "where it runs now", sentry::environment_name> environment;
    option<"name", "what this deploy is called", std::optional<std::string>> name;
    option<"url", "where people can look at it", std::optional<std::string>> url;

    asio::awaitable<reply> run(context& ctx) const;
};

} // namespace chatops::operations

#include CHATOPS_BODY("chatops/operations/sentry/releases.ipp")
