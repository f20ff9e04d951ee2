// `rackspace pointers`, `rackspace pointer create`, `change`, `destroy`: what the addresses of a
// server or a load balancer are called, which who gets mail from there looks up.
#pragma once

#include "chatops/chat/reply.hpp"
#include "chatops/command/argument.hpp"
#include "chatops/command/flag.hpp"
#include "chatops/command/info.hpp"
#include "chatops/command/option.hpp"
#include "chatops/core/asio.hpp"
#include "chatops/provider/rackspace/network_names.hpp"

#include <chrono>
#include <optional>
#include <string_view>

namespace chatops {
class context;
} // namespace chatops

namespace chatops::operations {

/// Whose address, and which.
struct pointer_place {
    static constexpr std::string_view heading = "Where";

    option<"address", "which of its addresses; its public one of version 4 without it",
           std::optional<rackspace::network>>
        address;
    flag<"load-balancer", "it is a load balancer, and no server"> load_balancer;
};

struct rackspace_pointers {
    static constexpr command_info info{
        .name = "rackspace pointers",
        .help = "List what the addresses of a server are called (reverse DNS)",
        .effect = effect::read,
        .aliases = {"rax pointers", "rackspace pointer list", "rackspace rdns"},
        .examples = {"rackspace pointers web-1", "rackspace pointers acme-front --load-balancer"}};

    argument<"server", "the server, or the load balancer", rackspace::server_ref> server;
    flag<"load-balancer", "it is a load balancer, and no server"> load_balancer;

    asio::awaitable<reply> run(context& ctx) const;
};

struct rackspace_pointer_create {
    static constexpr command_info info{
        .name = "rackspace pointer create",
        .help = "Call the address of a server something (reverse DNS)",
        .effect = effect::change,
        .aliases = {"rax pointer create", "rackspace pointer add"},
        .examples = {"rackspace pointer create web-1 mail.acme.example",
                     "rackspace pointer create web-1 mail.acme.example --address 2001:db8::7"}};

    argument<"server", "the server, or the load balancer", rackspace::server_ref> server;
    argument<"name", "what its address is called, like mail.acme.example", rackspace::domain_name>
        name;
    option<"ttl", "how long others may remember it, like 30m; 5m at least",
           std::optional<std::chrono::seconds>>
        ttl;
    pointer_place at;

    asio::awaitable<reply> run(context& ctx) const;
};

struct rackspace_pointer_change {
    static constexpr command_info info{
        .name = "rackspace pointer change",
        .help = "Call the address of a server something else (reverse DNS)",
        .effect = effect::change,
        .aliases = {"rax pointer change"},
        .examples = {"rackspace pointer change web-1 smtp.acme.example"}};

    argument<"server", "the server, or the load balancer", rackspace::server_ref> server;
    argument<"name", "what its address is then called", rackspace::domain_name> name;
    option<"ttl", "how long others may remember it, like 30m; 5m at least",
           std::optional<std::chrono::seconds>>
        ttl;
    pointer_place at;

    asio::awaitable<reply> run(context& ctx) const;
};

struct rackspace_pointer_destroy {
    static constexpr command_info info{
        .name = "rackspace pointer destroy",
        .help = "Call the address of a server nothing any more (reverse DNS)",
        .effect = effect::destroy,
        .aliases = {"rax pointer destroy", "rackspace pointer remove"},
        .examples = {"rackspace pointer destroy web-1"}};
    static constexpr bool confirms_itself = true;

    argument<"server", "the server, or the load balancer", rackspace::server_ref> server;
    pointer_place at;

    asio::awaitable<reply> run(context& ctx) const;
};

} // namespace chatops::operations

#include CHATOPS_BODY("chatops/operations/rackspace/pointers.ipp")
