// `do backups show`, `on`, `off`: whether DigitalOcean copies a droplet's disk by itself.
#pragma once

#include "chatops/chat/reply.hpp"
#include "chatops/command/argument.hpp"
#include "chatops/command/info.hpp"
#include "chatops/command/option.hpp"
#include "chatops/core/asio.hpp"
#include "chatops/provider/digitalocean/names.hpp"

#include <boost/describe/enum.hpp>

#include <optional>

namespace chatops {
class context;
} // namespace chatops

namespace chatops::operations {

/// Source: digitalocean/openapi, droplet_backup_policy.yml.
enum class backup_day { sun, mon, tue, wed, thu, fri, sat };
BOOST_DESCRIBE_ENUM(backup_day, sun, mon, tue, wed, thu, fri, sat)

struct digitalocean_backups_show {
    static constexpr command_info info{
        .name = "do backups show",
        .help = "Show whether a droplet is backed up, when, and what there is to go back to",
        .effect = effect::read,
        .aliases = {"digitalocean backups show", "do droplet backups"},
        .examples = {"do backups show db-1"}};

    argument<"droplet", "the droplet", digitalocean::droplet_ref> droplet;

    asio::awaitable<reply> run(context& ctx) const;
};

struct digitalocean_backups_on {
    static constexpr command_info info{
        .name = "do backups on",
        .help = "Have a droplet backed up, every day or every week, for a part of its price",
        .effect = effect::change,
        .aliases = {"digitalocean backups on", "do backups enable"},
        .examples = {"do backups on db-1", "do backups on web-1 --weekly sun"}};

    argument<"droplet", "the droplet", digitalocean::droplet_ref> droplet;
    option<"weekly", "only on that day of the week, like sun; every day without it",
           std::optional<backup_day>>
        weekly;

    asio::awaitable<reply> run(context& ctx) const;
};

struct digitalocean_backups_off {
    static constexpr command_info info{
        .name = "do backups off",
        .help = "Have a droplet backed up no more",
        .effect = effect::change,
        .aliases = {"digitalocean backups off", "do backups disable"},
        .examples = {"do backups off web-1"}};

    argument<"droplet", "the droplet", digitalocean::droplet_ref> droplet;

    asio::awaitable<reply> run(context& ctx) const;
};

} // namespace chatops::operations

#include CHATOPS_BODY("chatops/operations/digitalocean/backups.ipp")
