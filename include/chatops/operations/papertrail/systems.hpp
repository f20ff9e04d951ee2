// `papertrail systems`, `system show`, `create`, `rename`, `change`, `destroy`, `join`, `leave`:
// who sends lines.
#pragma once

#include "chatops/chat/reply.hpp"
#include "chatops/command/argument.hpp"
#include "chatops/command/info.hpp"
#include "chatops/command/option.hpp"
#include "chatops/core/asio.hpp"
#include "chatops/provider/papertrail/names.hpp"

#include <optional>
#include <string>

namespace chatops {
class context;
} // namespace chatops

namespace chatops::operations {

struct papertrail_systems {
    static constexpr command_info info{
        .name = "papertrail systems",
        .help = "List the systems that send their logs, and when each last did",
        .effect = effect::read,
        .aliases = {"papertrail system list"},
        .examples = {"papertrail systems", "papertrail systems acme",
                     "papertrail systems --group Production"}};

    argument<"part", "only those with this in their name", std::optional<std::string>> part;
    option<"group", "only those of this group", std::optional<papertrail::group_ref>> group;

    asio::awaitable<reply> run(context& ctx) const;
};

struct papertrail_system_show {
    static constexpr command_info info{
        .name = "papertrail system show",
        .help = "Show one system: how it is known, where it sends to, its groups",
        .effect = effect::read,
        .aliases = {"papertrail system info"},
        .examples = {"papertrail system show acme-web-1"}};

    argument<"system", "the system", papertrail::system_ref> system;

    asio::awaitable<reply> run(context& ctx) const;
};

struct papertrail_system_create {
    static constexpr command_info info{
        .name = "papertrail system create",
        .help = "Register a system that Papertrail would not recognize by itself",
        .effect = effect::change,
        .aliases = {"papertrail system add", "papertrail system register"},
        .examples = {"papertrail system create acme-web-9 --hostname web9.acme.example",
                     "papertrail system create acme-switch --ip 203.0.113.40"}};

    argument<"name", "what it is called", papertrail::new_name> name;
    option<"hostname", "the hostname that its lines name",
           std::optional<papertrail::reference<"hostname">>>
        hostname;
    option<"ip", "the address that its lines come from", std::optional<papertrail::address>> ip;
    option<"destination", "where it sends to: a port or an id; the first one without it",
           std::optional<papertrail::destination_ref>>
        destination;

    asio::awaitable<reply> run(context& ctx) const;
};

struct papertrail_system_rename {
    static constexpr command_info info{
        .name = "papertrail system rename",
        .help = "Call a system something else",
        .effect = effect::change,
        .examples = {"papertrail system rename acme-web-1 acme-front-1"}};

    argument<"system", "the system", papertrail::system_ref> system;
    argument<"name", "its new name", papertrail::new_name> name;

    asio::awaitable<reply> run(context& ctx) const;
};

struct papertrail_system_change {
    static constexpr command_info info{
        .name = "papertrail system change",
        .help = "Have a system recognized by another hostname or another address",
        .effect = effect::change,
        .examples = {"papertrail system change acme-web-9 --hostname web10.acme.example",
                     "papertrail system change acme-switch --ip 203.0.113.41"}};

    argument<"system", "the system", papertrail::system_ref> system;
    option<"hostname", "the hostname that its lines name",
           std::optional<papertrail::reference<"hostname">>>
        hostname;
    option<"ip", "the address that its lines come from", std::optional<papertrail::address>> ip;
    option<"destination", "where it sends to, with a hostname: a port or an id",
           std::optional<papertrail::destination_ref>>
        destination;

    asio::awaitable<reply> run(context& ctx) const;
};

struct papertrail_system_destroy {
    static constexpr command_info info{.name = "papertrail system destroy",
                                       .help = "Remove a system from Papertrail, for good",
                                       .effect = effect::destroy,
                                       .aliases = {"papertrail system remove"},
                                       .examples = {"papertrail system destroy acme-web-9"}};
    static constexpr bool confirms_itself = true;

    argument<"system", "the system", papertrail::system_ref> system;

    asio::awaitable<reply> run(context& ctx) const;
};

struct papertrail_system_join {
    static constexpr command_info info{
        .name = "papertrail system join",
        .help = "Put a system into a group",
        .effect = effect::change,
        .examples = {"papertrail system join acme-web-1 Production"}};

    argument<"system", "the system", papertrail::system_ref> system;
    argument<"group", "the group", papertrail::group_ref> group;

    asio::awaitable<reply> run(context& ctx) const;
};

struct papertrail_system_leave {
    static constexpr command_info info{
        .name = "papertrail system leave",
        .help = "Take a system out of a group",
        .effect = effect::change,
        .examples = {"papertrail system leave acme-web-1 Production"}};

    argument<"system", "the system", papertrail::system_ref> system;
    argument<"group", "the group", papertrail::group_ref> group;

    asio::awaitable<reply> run(context& ctx) const;
};

} // namespace chatops::operations

#include CHATOPS_BODY("chatops/operations/papertrail/systems.ipp")
