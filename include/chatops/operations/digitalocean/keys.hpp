// `do keys`, `do key add`, `rename`, `remove`: SSH keys that new droplets can be opened with.
#pragma once

#include "chatops/chat/reply.hpp"
#include "chatops/command/argument.hpp"
#include "chatops/command/info.hpp"
#include "chatops/command/list.hpp"
#include "chatops/core/asio.hpp"
#include "chatops/provider/digitalocean/names.hpp"

#include <string>

namespace chatops {
class context;
} // namespace chatops

namespace chatops::operations {

struct digitalocean_keys {
    static constexpr command_info info{.name = "do keys",
                                       .help =
                                           "List the SSH keys that new droplets can be opened with",
                                       .effect = effect::read,
                                       .aliases = {"digitalocean keys", "do key list"},
                                       .examples = {"do keys"}};

    asio::awaitable<reply> run(context& ctx) const;
};

struct digitalocean_key_add {
    static constexpr command_info info{
        .name = "do key add",
        .help = "Let new droplets be opened with an SSH key",
        .effect = effect::change,
        .aliases = {"digitalocean key add"},
        .examples = {
            "do key add \"ada's laptop\" ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIA ada@laptop"}};

    argument<"name", "what it is called"> name;
    argument<"key", "the public key, as it stands in a .pub file", list<std::string>> key;

    asio::awaitable<reply> run(context& ctx) const;
};

struct digitalocean_key_rename {
    static constexpr command_info info{.name = "do key rename",
                                       .help = "Call an SSH key something else",
                                       .effect = effect::change,
                                       .aliases = {"digitalocean key rename"},
                                       .examples = {"do key rename ada \"ada's laptop\""}};

    argument<"key", "the key", digitalocean::key_ref> key;
    argument<"name", "its new name"> name;

    asio::awaitable<reply> run(context& ctx) const;
};

struct digitalocean_key_remove {
    static constexpr command_info info{.name = "do key remove",
                                       .help =
                                           "Let no new droplet be opened with an SSH key any more",
                                       .effect = effect::destroy,
                                       .aliases = {"digitalocean key remove"},
                                       .examples = {"do key remove \"ada's laptop\""}};
    static constexpr bool confirms_itself = true;

    argument<"key", "the key", digitalocean::key_ref> key;

    asio::awaitable<reply> run(context& ctx) const;
};

} // namespace chatops::operations

#include CHATOPS_BODY("chatops/operations/digitalocean/keys.ipp")
