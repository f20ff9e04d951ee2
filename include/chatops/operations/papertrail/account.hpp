// `papertrail destinations`, `users`, `usage`, `archives`: what belongs to the account.
#pragma once

#include "chatops/chat/reply.hpp"
#include "chatops/command/argument.hpp"
#include "chatops/command/flag.hpp"
#include "chatops/command/info.hpp"
#include "chatops/command/option.hpp"
#include "chatops/core/asio.hpp"
#include "chatops/provider/papertrail/names.hpp"

#include <optional>

namespace chatops {
class context;
} // namespace chatops

namespace chatops::operations {

struct papertrail_destinations {
    static constexpr command_info info{.name = "papertrail destinations",
                                       .help = "List the ports that logs are sent to",
                                       .effect = effect::read,
                                       .aliases = {"papertrail destination list"},
                                       .examples = {"papertrail destinations"}};

    asio::awaitable<reply> run(context& ctx) const;
};

struct papertrail_destination_create {
    static constexpr command_info info{
        .name = "papertrail destination create",
        .help = "Have Papertrail open another port for logs",
        .effect = effect::change,
        .aliases = {"papertrail destination add"},
        .examples = {"papertrail destination create --description \"acme's routers\""}};

    option<"description", "what it is for", std::optional<papertrail::reference<"description">>>
        description;
    option<"filter", "lines that match this are thrown away",
           std::optional<papertrail::reference<"filter">>>
        filter;

    asio::awaitable<reply> run(context& ctx) const;
};

struct papertrail_destination_change {
    static constexpr command_info info{
        .name = "papertrail destination change",
        .help = "Have a port throw away other lines, or say what it is for",
        .effect = effect::change,
        .examples = {"papertrail destination change 39273 --filter \"GET /health\"",
                     "papertrail destination change 39273 --no-filter"}};

    argument<"destination", "its port, or its id", papertrail::destination_ref> destination;
    option<"description", "what it is for", std::optional<papertrail::reference<"description">>>
        description;
    option<"filter", "lines that match this are thrown away",
           std::optional<papertrail::reference<"filter">>>
        filter;
    flag<"no-filter", "nothing is thrown away"> no_filter;

    asio::awaitable<reply> run(context& ctx) const;
};

struct papertrail_destination_destroy {
    static constexpr command_info info{.name = "papertrail destination destroy",
                                       .help =
                                           "Close a port: what is sent there is lost from then on",
                                       .effect = effect::destroy,
                                       .aliases = {"papertrail destination remove"},
                                       .examples = {"papertrail destination destroy 39273"}};
    static constexpr bool confirms_itself = true;

    argument<"destination", "its port, or its id", papertrail::destination_ref> destination;

    asio::awaitable<reply> run(context& ctx) const;
};

struct papertrail_users {
    static constexpr command_info info{.name = "papertrail users",
                                       .help = "List who may read the logs at Papertrail",
                                       .effect = effect::read,
                                       .aliases = {"papertrail user list"},
                                       .examples = {"papertrail users"}};

    asio::awaitable<reply> run(context& ctx) const;
};

struct papertrail_user_invite {
    static constexpr command_info info{
        .name = "papertrail user invite",
        .help = "Let a person into the account at Papertrail; they get a mail",
        .effect = effect::change,
        .aliases = {"papertrail user add"},
        .examples = {"papertrail user invite dev@agency.example --read-only"}};

    argument<"person", "their email address", papertrail::email> person;
    flag<"read-only", "they may read, and change nothing"> read_only;

    asio::awaitable<reply> run(context& ctx) const;
};

struct papertrail_user_remove {
    static constexpr command_info info{.name = "papertrail user remove",
                                       .help = "Take a person out of the account at Papertrail",
                                       .effect = effect::destroy,
                                       .aliases = {"papertrail user destroy"},
                                       .examples = {"papertrail user remove dev@agency.example"}};
    static constexpr bool confirms_itself = true;

    argument<"person", "their email address", papertrail::email> person;

    asio::awaitable<reply> run(context& ctx) const;
};

struct papertrail_usage {
    static constexpr command_info info{.name = "papertrail usage",
                                       .help = "Show how much of the month's logs are used up",
                                       .effect = effect::read,
                                       .aliases = {"papertrail account"},
                                       .examples = {"papertrail usage"}};

    asio::awaitable<reply> run(context& ctx) const;
};

struct papertrail_archives {
    static constexpr command_info info{.name = "papertrail archives",
                                       .help =
                                           "List the files with older logs that can be downloaded",
                                       .effect = effect::read,
                                       .aliases = {"papertrail archive list"},
                                       .examples = {"papertrail archives"}};

    asio::awaitable<reply> run(context& ctx) const;
};

struct papertrail_archive_show {
    static constexpr command_info info{
        .name = "papertrail archive show",
        .help = "Show one file with older logs, and how it is downloaded",
        .effect = effect::read,
        .aliases = {"papertrail archive download", "papertrail archive info"},
        .examples = {"papertrail archive show 2026-11-26"}};

    argument<"archive", "the file, or its day", papertrail::archive_ref> archive;

    asio::awaitable<reply> run(context& ctx) const;
};

} // namespace chatops::operations

#include CHATOPS_BODY("chatops/operations/papertrail/account.ipp")
