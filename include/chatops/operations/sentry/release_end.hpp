// `sentry release finalize`, `destroy`: what becomes of a release.
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

struct sentry_release_finalize {
    static constexpr command_info info{
        .name = "sentry release finalize",
        .help = "Say that a release is out: from then on it is the newest",
        .effect = effect::change,
        .examples = {"sentry release finalize acme@1.5.0"}};

    argument<"release", "its version", sentry::release_version> release;

    asio::awaitable<reply> run(context& ctx) const;
};

struct sentry_release_destroy {
    static constexpr command_info info{.name = "sentry release destroy",
                                       .help = "Delete a release that no issue knows, for good",
                                       .effect = effect::destroy,
                                       .aliases = {"sentry release delete"},
                                       .examples = {"sentry release destroy acme@1.5.0"}};
    static constexpr bool confirms_itself = true;

    argument<"release", "its version", sentry::release_version> release;

    asio::awaitable<reply> run(context& ctx) const;
};

} // namespace chatops::operations

#include CHATOPS_BODY("chatops/operations/sentry/release_end.ipp")
