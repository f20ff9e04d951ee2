// `rackspace metadata show`, `set`, `remove`: what people keep with a server, under names.
#pragma once

#include "chatops/chat/reply.hpp"
#include "chatops/command/argument.hpp"
#include "chatops/command/info.hpp"
#include "chatops/command/list.hpp"
#include "chatops/core/asio.hpp"
#include "chatops/provider/rackspace/names.hpp"

#include <optional>
#include <string_view>

namespace chatops {
class context;
} // namespace chatops

namespace chatops::operations {

struct rackspace_metadata_show {
    static constexpr command_info info{.name = "rackspace metadata show",
                                       .help = "List a server's metadata: what people keep with it",
                                       .effect = effect::read,
                                       .aliases = {"rax metadata show"},
                                       .examples = {"rackspace metadata show web-1"}};

    argument<"server", "the server", rackspace::server_ref> server;

    asio::awaitable<reply> run(context& ctx) const;
};

struct rackspace_metadata_set {
    static constexpr command_info info{
        .name = "rackspace metadata set",
        .help = "Keep something with a server, under a name in its metadata",
        .effect = effect::change,
        .aliases = {"rax metadata set"},
        .examples = {"rackspace metadata set web-1 client=acme stage=production"}};

    argument<"server", "the server", rackspace::server_ref> server;
    argument<"items", "what, like client=acme; no secret, all see it",
             list<rackspace::metadata_item>>
        items;

    asio::awaitable<reply> run(context& ctx) const;
};

struct rackspace_metadata_remove {
    static constexpr command_info info{.name = "rackspace metadata remove",
                                       .help = "Remove names from a server's metadata",
                                       .effect = effect::change,
                                       .aliases = {"rax metadata remove"},
                                       .examples = {"rackspace metadata remove web-1 client"}};

    argument<"server", "the server", rackspace::server_ref> server;
    argument<"names", "under which names", list<rackspace::metadata_name>> names;

    asio::awaitable<reply> run(context& ctx) const;
};

/// What to say where the name is the bot's own; `what` was not `changed`.
std::optional<reply> is_own_mark(const rackspace::metadata_name& name, std::string_view what);

} // namespace chatops::operations

#include CHATOPS_BODY("chatops/operations/rackspace/server_metadata.ipp")
