// `rackspace server create`: make a server.
#pragma once

#include "chatops/chat/reply.hpp"
#include "chatops/command/argument.hpp"
#include "chatops/command/info.hpp"
#include "chatops/command/list.hpp"
#include "chatops/command/option.hpp"
#include "chatops/core/asio.hpp"
#include "chatops/provider/rackspace/names.hpp"

namespace chatops {
class context;
} // namespace chatops

namespace chatops::operations {

struct rackspace_server_create {
    static constexpr command_info info{
        .name = "rackspace server create",
        .help = "Make a server; it costs from then on",
        .effect = effect::change,
        .aliases = {"rax server create"},
        .examples = {"rackspace server create web-3 --flavor general1-2 --image \"Debian 12 "
                     "(Bookworm) (Cloud)\" --key lead",
                     "rackspace server create web-3 --flavor general1-2 --image \"Debian 12 "
                     "(Bookworm) (Cloud)\" --key lead --metadata client=acme"}};

    argument<"name", "what it is called; no other may be called so", rackspace::server_name> name;
    option<"flavor", "how big, like general1-2", rackspace::flavor_ref> flavor;
    option<"image", "what it starts with: the name or id of an image", rackspace::image_ref> image;
    option<"key", "the SSH key that opens it: the password that Rackspace draws is not kept",
           rackspace::key_ref>
        key;
    option<"metadata", "something to keep with it, like client=acme; no secret, all see it",
           list<rackspace::metadata_item>>
        metadata;
    option<"user-data",
           "what it does when it first starts: a script that begins with #!, or #cloud-config; no "
           "secret, all see it",
           std::optional<rackspace::user_data>>
        user_data;

    asio::awaitable<reply> run(context& ctx) const;
};

} // namespace chatops::operations

#include CHATOPS_BODY("chatops/operations/rackspace/server_create.ipp")
