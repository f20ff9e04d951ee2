// `papertrail groups`, `group show`, `create`, `rename`, `change`, `destroy`: systems that are
// searched together.
#pragma once

#include "chatops/chat/reply.hpp"
#include "chatops/command/argument.hpp"
#include "chatops/command/flag.hpp"
#include "chatops/command/info.hpp"
#include "chatops/command/list.hpp"
#include "chatops/command/option.hpp"
#include "chatops/core/asio.hpp"
#include "chatops/provider/papertrail/names.hpp"

#include <optional>

namespace chatops {
class context;
} // namespace chatops

namespace chatops::operations {

struct papertrail_groups {
    static constexpr command_info info{.name = "papertrail groups",
                                       .help = "List the groups, and how many systems each has",
                                       .effect = effect::read,
                                       .aliases = {"papertrail group list"},
                                       .examples = {"papertrail groups"}};

    asio::awaitable<reply> run(context& ctx) const;
};

struct papertrail_group_show {
    static constexpr command_info info{.name = "papertrail group show",
                                       .help = "Show one group: its systems, its wildcard",
                                       .effect = effect::read,
                                       .aliases = {"papertrail group info"},
                                       .examples = {"papertrail group show Production"}};

    argument<"group", "the group", papertrail::group_ref> group;

    asio::awaitable<reply> run(context& ctx) const;
};

struct papertrail_group_create {
    static constexpr command_info info{
        .name = "papertrail group create",
        .help = "Make a group of systems, by a wildcard, by their names, or empty",
        .effect = effect::change,
        .aliases = {"papertrail group add"},
        .examples = {"papertrail group create Acme --wildcard \"acme-*\"",
                     "papertrail group create Databases --system acme-db-1 --system globex-db-1"}};

    argument<"name", "what it is called", papertrail::new_name> name;
    option<"wildcard", "systems whose name it matches belong to it: acme-*",
           std::optional<papertrail::reference<"wildcard">>>
        wildcard;
    option<"system", "a system that belongs to it; once for each", list<papertrail::system_ref>>
        systems;

    asio::awaitable<reply> run(context& ctx) const;
};

struct papertrail_group_rename {
    static constexpr command_info info{
        .name = "papertrail group rename",
        .help = "Call a group something else",
        .effect = effect::change,
        .examples = {"papertrail group rename Production \"Production, Europe\""}};

    argument<"group", "the group", papertrail::group_ref> group;
    argument<"name", "its new name", papertrail::new_name> name;

    asio::awaitable<reply> run(context& ctx) const;
};

struct papertrail_group_change {
    static constexpr command_info info{
        .name = "papertrail group change",
        .help = "Give a group another wildcard",
        .effect = effect::change,
        .examples = {"papertrail group change acme --wildcard \"acme-*\"",
                     "papertrail group change acme --no-wildcard"}};

    argument<"group", "the group", papertrail::group_ref> group;
    option<"wildcard", "systems whose name it matches belong to it: acme-*",
           std::optional<papertrail::reference<"wildcard">>>
        wildcard;
    flag<"no-wildcard", "only systems that were put into it belong to it"> no_wildcard;

    asio::awaitable<reply> run(context& ctx) const;
};

struct papertrail_group_destroy {
    static constexpr command_info info{
        .name = "papertrail group destroy",
        .help = "Destroy a group with its saved searches, for good; its systems stay",
        .effect = effect::destroy,
        .aliases = {"papertrail group remove"},
        .examples = {"papertrail group destroy Databases"}};
    static constexpr bool confirms_itself = true;

    argument<"group", "the group", papertrail::group_ref> group;

    asio::awaitable<reply> run(context& ctx) const;
};

} // namespace chatops::operations

#include CHATOPS_BODY("chatops/operations/papertrail/groups.ipp")
