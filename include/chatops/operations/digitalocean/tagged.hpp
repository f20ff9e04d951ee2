// `do tag power`, `shutdown`, `snapshot`: all droplets that have a tag, at once.
#pragma once

#include "chatops/chat/reply.hpp"
#include "chatops/command/argument.hpp"
#include "chatops/command/info.hpp"
#include "chatops/core/asio.hpp"
#include "chatops/operations/digitalocean/droplet_power.hpp"
#include "chatops/provider/digitalocean/names.hpp"

namespace chatops {
class context;
} // namespace chatops

namespace chatops::operations {

// There is no reboot of them: DigitalOcean takes it for one droplet only.

struct digitalocean_tag_power {
    static constexpr command_info info{
        .name = "do tag power",
        .help = "Switch all droplets with a tag on, off at once, or off and on again",
        .effect = effect::change,
        .aliases = {"digitalocean tag power"},
        .examples = {"do tag power env:staging off", "do tag power env:staging on"}};

    argument<"tag", "the tag", digitalocean::tag_name> tag;
    argument<"state", "what to do", power> state;

    asio::awaitable<reply> run(context& ctx) const;
};

struct digitalocean_tag_shutdown {
    static constexpr command_info info{
        .name = "do tag shutdown",
        .help = "Have the systems of all droplets with a tag stop by themselves",
        .effect = effect::change,
        .aliases = {"digitalocean tag shutdown"},
        .examples = {"do tag shutdown env:staging"}};

    argument<"tag", "the tag", digitalocean::tag_name> tag;

    asio::awaitable<reply> run(context& ctx) const;
};

struct digitalocean_tag_snapshot {
    static constexpr command_info info{
        .name = "do tag snapshot",
        .help = "Copy the disks of all droplets with a tag to snapshots, which cost by their size",
        .effect = effect::change,
        .aliases = {"digitalocean tag snapshot"},
        .examples = {"do tag snapshot acme"}};

    argument<"tag", "the tag", digitalocean::tag_name> tag;

    asio::awaitable<reply> run(context& ctx) const;
};

} // namespace chatops::operations

#include CHATOPS_BODY("chatops/operations/digitalocean/tagged.ipp")
