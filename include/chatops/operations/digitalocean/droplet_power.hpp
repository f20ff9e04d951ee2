// `do droplet reboot`, `power`, `shutdown`: whether a droplet runs.
#pragma once

#include "chatops/chat/reply.hpp"
#include "chatops/command/argument.hpp"
#include "chatops/command/info.hpp"
#include "chatops/core/asio.hpp"
#include "chatops/provider/digitalocean/names.hpp"

#include <boost/describe/enum.hpp>

namespace chatops {
class context;
} // namespace chatops

namespace chatops::operations {

/// What the power button of a machine can do; `cycle` is off and on again.
enum class power { on, off, cycle };
BOOST_DESCRIBE_ENUM(power, on, off, cycle)

struct digitalocean_droplet_reboot {
    static constexpr command_info info{.name = "do droplet reboot",
                                       .help = "Have a droplet's system start anew",
                                       .effect = effect::change,
                                       .aliases = {"do droplet restart",
                                                   "digitalocean droplet reboot",
                                                   "digitalocean droplet restart"},
                                       .examples = {"do droplet reboot web-1"}};

    argument<"droplet", "the droplet", digitalocean::droplet_ref> droplet;

    asio::awaitable<reply> run(context& ctx) const;
};

struct digitalocean_droplet_power {
    static constexpr command_info info{
        .name = "do droplet power",
        .help = "Switch a droplet on, off at once as by its button, or off and on again",
        .effect = effect::change,
        .aliases = {"digitalocean droplet power"},
        .examples = {"do droplet power web-1 on", "do droplet power web-1 cycle"}};

    argument<"droplet", "the droplet", digitalocean::droplet_ref> droplet;
    argument<"state", "what to do", power> state;

    asio::awaitable<reply> run(context& ctx) const;
};

struct digitalocean_droplet_shutdown {
    static constexpr command_info info{
        .name = "do droplet shutdown",
        .help = "Have a droplet's system stop by itself; it is paid for all the same",
        .effect = effect::change,
        .aliases = {"digitalocean droplet shutdown"},
        .examples = {"do droplet shutdown web-1"}};

    argument<"droplet", "the droplet", digitalocean::droplet_ref> droplet;

    asio::awaitable<reply> run(context& ctx) const;
};

} // namespace chatops::operations

#include CHATOPS_BODY("chatops/operations/digitalocean/droplet_power.ipp")
