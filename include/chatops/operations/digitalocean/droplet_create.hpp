// `do droplet create`: make a droplet, or several that are alike.
#pragma once

#include "chatops/chat/reply.hpp"
#include "chatops/command/argument.hpp"
#include "chatops/command/flag.hpp"
#include "chatops/command/info.hpp"
#include "chatops/command/list.hpp"
#include "chatops/command/option.hpp"
#include "chatops/core/asio.hpp"
#include "chatops/provider/digitalocean/names.hpp"

#include <optional>

namespace chatops {
class context;
} // namespace chatops

namespace chatops::operations {

struct digitalocean_droplet_create {
    static constexpr command_info info{
        .name = "do droplet create",
        .help = "Make a droplet, or several that are alike; they cost from then on",
        .effect = effect::change,
        .aliases = {"digitalocean droplet create"},
        .examples = {"do droplet create web-3 --size s-1vcpu-2gb --image ubuntu-24-04-x64",
                     "do droplet create db-2 --size s-2vcpu-4gb --image ubuntu-24-04-x64 --region "
                     "fra1 --tag acme --tag env:production --backups",
                     "do droplet create web-3 web-4 --size s-1vcpu-2gb --image ubuntu-24-04-x64 "
                     "--vpc acme-net",
                     "do droplet create db-3 --size s-2vcpu-4gb --image ubuntu-24-04-x64 --volume "
                     "acme-data"}};

    argument<"name", "what it is called; no other may be called so; at most ten at once",
             list<digitalocean::droplet_name>>
        name;
    option<"size", "how big, like s-1vcpu-2gb", digitalocean::size_slug> size;
    option<"image", "what it starts with, like ubuntu-24-04-x64, or the number of an image",
           digitalocean::slug<"slug or number of an image">>
        image;
    option<"region", "where; DigitalOcean chooses without it",
           std::optional<digitalocean::region_slug>>
        region;
    option<"vpc", "the private network that it is in; its region's default without it",
           std::optional<digitalocean::vpc_ref>>
        vpc;
    option<"volume", "a volume that it gets, in whose region it is made",
           list<digitalocean::volume_ref>>
        volume;
    option<"tag", "a tag of it", list<digitalocean::tag_name>> tag;
    option<"key",
           "the name, id or fingerprint of an SSH key that opens it; without one, "
           "DigitalOcean mails a password to the account's owner",
           list<digitalocean::key_ref>>
        key;
    option<"user-data",
           "what it does when it first starts: a script that begins with #!, or #cloud-config; no "
           "secret, all see it",
           std::optional<digitalocean::user_data>>
        user_data;
    flag<"backups", "have it backed up, for a fifth of its price"> backups;
    flag<"ipv6", "give it an IPv6 address, too"> ipv6;
    flag<"monitoring", "install DigitalOcean's agent for figures"> monitoring;

    asio::awaitable<reply> run(context& ctx) const;
};

} // namespace chatops::operations

#include CHATOPS_BODY("chatops/operations/digitalocean/droplet_create.ipp")
