// `do tags`, `do tag create`, `destroy`, `do droplet tag`, `untag`: words by which things are
// chosen.
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

struct digitalocean_tags {
    static constexpr command_info info{.name = "do tags",
                                       .help = "List the tags, and how many droplets have each",
                                       .effect = effect::read,
                                       .aliases = {"digitalocean tags", "do tag list"},
                                       .examples = {"do tags"}};

    asio::awaitable<reply> run(context& ctx) const;
};

struct digitalocean_tag_create {
    static constexpr command_info info{.name = "do tag create",
                                       .help = "Make a tag that nothing has yet",
                                       .effect = effect::change,
                                       .aliases = {"digitalocean tag create"},
                                       .examples = {"do tag create env:staging"}};

    argument<"tag", "the tag", digitalocean::tag_name> tag;

    asio::awaitable<reply> run(context& ctx) const;
};

struct digitalocean_tag_destroy {
    static constexpr command_info info{.name = "do tag destroy",
                                       .help = "Take a tag from all that has it, for good",
                                       .effect = effect::destroy,
                                       .aliases = {"digitalocean tag destroy"},
                                       .examples = {"do tag destroy env:staging"}};
    static constexpr bool confirms_itself = true;

    argument<"tag", "the tag", digitalocean::tag_name> tag;

    asio::awaitable<reply> run(context& ctx) const;
};

struct digitalocean_droplet_tag {
    static constexpr command_info info{.name = "do droplet tag",
                                       .help = "Give a droplet a tag, which need not be there yet",
                                       .effect = effect::change,
                                       .aliases = {"digitalocean droplet tag"},
                                       .examples = {"do droplet tag web-1 env:production"}};

    argument<"droplet", "the droplet", digitalocean::droplet_ref> droplet;
    argument<"tag", "the tag", digitalocean::tag_name> tag;

    asio::awaitable<reply> run(context& ctx) const;
};

struct digitalocean_droplet_untag {
    static constexpr command_info info{.name = "do droplet untag",
                                       .help = "Take a tag from a droplet",
                                       .effect = effect::change,
                                       .aliases = {"digitalocean droplet untag"},
                                       .examples = {"do droplet untag web-1 env:production"}};

    argument<"droplet", "the droplet", digitalocean::droplet_ref> droplet;
    argument<"tag", "the tag", digitalocean::tag_name> tag;

    asio::awaitable<reply> run(context& ctx) const;
};

} // namespace chatops::operations

#include CHATOPS_BODY("chatops/operations/digitalocean/tags.ipp")
