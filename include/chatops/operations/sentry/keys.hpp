// `sentry keys`, `key enable`, `key disable`: with what a project's programs send their errors.
#pragma once

#include "chatops/chat/reply.hpp"
#include "chatops/command/argument.hpp"
#include "chatops/command/info.hpp"
#include "chatops/core/asio.hpp"
#include "chatops/provider/sentry/names.hpp"

namespace chatops {
class context;
} // namespace chatops

namespace chatops::operations {

struct sentry_keys {
    static constexpr command_info info{
        .name = "sentry keys",
        .help = "List the keys of a project, and the address (DSN) that its programs send to",
        .effect = effect::read,
        .aliases = {"sentry key list", "sentry dsn"},
        .examples = {"sentry keys acme"}};

    argument<"project", "the project", sentry::project_name> project;

    asio::awaitable<reply> run(context& ctx) const;
};

struct sentry_key_enable {
    static constexpr command_info info{.name = "sentry key enable",
                                       .help = "Have Sentry take what is sent with a key again",
                                       .effect = effect::change,
                                       .examples = {"sentry key enable acme Default"}};

    argument<"project", "the project", sentry::project_name> project;
    argument<"key", "the key, by its name or its id", sentry::key_ref> key;

    asio::awaitable<reply> run(context& ctx) const;
};

struct sentry_key_disable {
    static constexpr command_info info{
        .name = "sentry key disable",
        .help = "Have Sentry throw away what is sent with a key, until it is enabled",
        .effect = effect::destroy,
        .examples = {"sentry key disable acme Default"}};
    static constexpr bool confirms_itself = true;

    argument<"project", "the project", sentry::project_name> project;
    argument<"key", "the key, by its name or its id", sentry::key_ref> key;

    asio::awaitable<reply> run(context& ctx) const;
};

} // namespace chatops::operations

#include CHATOPS_BODY("chatops/operations/sentry/keys.ipp")
