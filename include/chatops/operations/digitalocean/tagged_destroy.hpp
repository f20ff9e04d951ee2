// `do tag destroy-droplets`: all droplets that have a tag are ended for good, at once.
#pragma once

#include "chatops/chat/reply.hpp"
#include "chatops/command/argument.hpp"
#include "chatops/command/info.hpp"
#include "chatops/core/asio.hpp"
#include "chatops/provider/digitalocean/names.hpp"

namespace chatops {
class context;
} // namespace chatops

namespace chatops::operations {

struct digitalocean_tag_destroy_droplets {
    static constexpr command_info info{
        .name = "do tag destroy-droplets",
        .help = "Destroy all droplets with a tag, with their disks and backups, for good",
        .effect = effect::destroy,
        .aliases = {"digitalocean tag destroy-droplets"},
        .examples = {"do tag destroy-droplets env:staging"}};
    static constexpr bool confirms_itself = true;

    argument<"tag", "the tag", digitalocean::tag_name> tag;

    asio::awaitable<reply> run(context& ctx) const;
};

} // namespace chatops::operations

#include CHATOPS_BODY("chatops/operations/digitalocean/tagged_destroy.ipp")
