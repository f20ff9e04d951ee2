// `do images`, `do image rename`, `transfer`, `convert`, `destroy`: what droplets start with.
#pragma once

#include "chatops/chat/reply.hpp"
#include "chatops/command/argument.hpp"
#include "chatops/command/flag.hpp"
#include "chatops/command/info.hpp"
#include "chatops/core/asio.hpp"
#include "chatops/provider/digitalocean/names.hpp"

#include <optional>
#include <string>

namespace chatops {
class context;
} // namespace chatops

namespace chatops::operations {

struct digitalocean_images {
    static constexpr command_info info{
        .name = "do images",
        .help = "List the systems that droplets can start with, or the account's own images",
        .effect = effect::read,
        .aliases = {"digitalocean images", "do image list"},
        .examples = {"do images", "do images ubuntu", "do images --own"}};

    argument<"part", "only those with this in their name or slug", std::optional<std::string>> part;
    flag<"own", "snapshots, backups and what was uploaded, instead of DigitalOcean's"> own;

    asio::awaitable<reply> run(context& ctx) const;
};

struct digitalocean_image_rename {
    static constexpr command_info info{
        .name = "do image rename",
        .help = "Call an image of the account's own something else",
        .effect = effect::change,
        .aliases = {"digitalocean image rename"},
        .examples = {"do image rename 178000225 \"before the move\""}};

    argument<"image", "the image", digitalocean::image_ref> image;
    argument<"name", "its new name"> name;

    asio::awaitable<reply> run(context& ctx) const;
};

struct digitalocean_image_destroy {
    static constexpr command_info info{.name = "do image destroy",
                                       .help = "Destroy an image of the account's own, for good",
                                       .effect = effect::destroy,
                                       .aliases = {"digitalocean image destroy"},
                                       .examples = {"do image destroy \"before the move\""}};
    static constexpr bool confirms_itself = true;

    argument<"image", "the image", digitalocean::image_ref> image;

    asio::awaitable<reply> run(context& ctx) const;
};

struct digitalocean_image_transfer {
    static constexpr command_info info{
        .name = "do image transfer",
        .help = "Copy an image of the account's own to another region, too",
        .effect = effect::change,
        .aliases = {"digitalocean image transfer"},
        .examples = {"do image transfer \"golden image\" nyc3"}};

    argument<"image", "the image", digitalocean::image_ref> image;
    argument<"region", "where to", digitalocean::region_slug> region;

    asio::awaitable<reply> run(context& ctx) const;
};

struct digitalocean_image_convert {
    static constexpr command_info info{
        .name = "do image convert",
        .help = "Make a snapshot of a backup, which stays when newer backups come",
        .effect = effect::change,
        .aliases = {"digitalocean image convert"},
        .examples = {"do image convert acme-db-1-backup"}};

    argument<"image", "the backup", digitalocean::image_ref> image;

    asio::awaitable<reply> run(context& ctx) const;
};

} // namespace chatops::operations

#include CHATOPS_BODY("chatops/operations/digitalocean/images.ipp")
