// `rackspace images`, `rackspace image destroy`: what servers start with.
#pragma once

#include "chatops/chat/reply.hpp"
#include "chatops/command/argument.hpp"
#include "chatops/command/flag.hpp"
#include "chatops/command/info.hpp"
#include "chatops/command/option.hpp"
#include "chatops/core/asio.hpp"
#include "chatops/operations/rackspace/server_words.hpp"
#include "chatops/provider/rackspace/names.hpp"

#include <optional>
#include <string>

namespace chatops {
class context;
} // namespace chatops

namespace chatops::operations {

struct rackspace_images {
    static constexpr command_info info{
        .name = "rackspace images",
        .help = "List the systems that servers can start with, or the account's own images",
        .effect = effect::read,
        .aliases = {"rax images", "rackspace image list"},
        .examples = {"rackspace images", "rackspace images Debian", "rackspace images --own",
                     "rackspace images --server web-1", "rackspace images --own --status saving"}};

    argument<"part", "only those with this in their name", std::optional<std::string>> part;
    flag<"own", "those that were made of servers, instead of Rackspace's"> own;
    option<"server", "only those that were made of this server",
           std::optional<rackspace::server_ref>>
        server;
    option<"status", "only those in this state", std::optional<image_state>> status;

    asio::awaitable<reply> run(context& ctx) const;
};

struct rackspace_image_destroy {
    static constexpr command_info info{
        .name = "rackspace image destroy",
        .help = "Destroy an image of the account's own, for good",
        .effect = effect::destroy,
        .aliases = {"rackspace image delete", "rax image destroy", "rax image delete"},
        .examples = {"rackspace image destroy \"before the move\""}};
    static constexpr bool confirms_itself = true;

    argument<"image", "the image", rackspace::own_image_ref> image;

    asio::awaitable<reply> run(context& ctx) const;
};

} // namespace chatops::operations

#include CHATOPS_BODY("chatops/operations/rackspace/images.ipp")
