// `rackspace keys`, `rackspace key add`, `remove`: SSH keys that new servers can be opened with.
#pragma once

#include "chatops/chat/reply.hpp"
#include "chatops/command/argument.hpp"
#include "chatops/command/info.hpp"
#include "chatops/command/list.hpp"
#include "chatops/core/asio.hpp"
#include "chatops/provider/rackspace/names.hpp"

#include <string>

namespace chatops {
class context;
} // namespace chatops

namespace chatops::operations {

struct rackspace_keys {
    static constexpr command_info info{.name = "rackspace keys",
                                       .help =
                                           "List the SSH keys that new servers can be opened with",
                                       .effect = effect::read,
                                       .aliases = {"rax keys", "rackspace key list"},
                                       .examples = {"rackspace keys"}};

    asio::awaitable<reply> run(context& ctx) const;
};

struct rackspace_key_add {
    static constexpr command_info info{
        .name = "rackspace key add",
        .help = "Let new servers be opened with an SSH key",
        .effect = effect::change,
        .aliases = {"rax key add"},
        .examples = {
            "rackspace key add ada-laptop ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIA ada@laptop"}};

    argument<"name", "what it is called", rackspace::key_name> name;
    argument<"key", "the public key, as it stands in a .pub file", list<std::string>> key;

    asio::awaitable<reply> run(context& ctx) const;
};

struct rackspace_key_remove {
    static constexpr command_info info{.name = "rackspace key remove",
                                       .help =
                                           "Let no new server be opened with an SSH key any more",
                                       .effect = effect::destroy,
                                       .aliases = {"rax key remove"},
                                       .examples = {"rackspace key remove ada-laptop"}};
    static constexpr bool confirms_itself = true;

    argument<"key", "the key", rackspace::key_ref> key;

    asio::awaitable<reply> run(context& ctx) const;
};

} // namespace chatops::operations

#include CHATOPS_BODY("chatops/operations/rackspace/keys.ipp")
