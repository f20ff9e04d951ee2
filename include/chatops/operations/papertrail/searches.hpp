// `papertrail searches`, `saved create`, `run`, `rename`, `change`, `destroy`: searches that have a
// name.
#pragma once

#include "chatops/chat/reply.hpp"
#include "chatops/command/argument.hpp"
#include "chatops/command/info.hpp"
#include "chatops/command/list.hpp"
#include "chatops/command/option.hpp"
#include "chatops/command/text_of_time.hpp"
#include "chatops/core/asio.hpp"
#include "chatops/operations/between.hpp"
#include "chatops/operations/papertrail/limits.hpp"
#include "chatops/operations/span.hpp"
#include "chatops/provider/papertrail/names.hpp"

#include <optional>

namespace chatops {
class context;
} // namespace chatops

namespace chatops::operations {

struct papertrail_searches {
    static constexpr command_info info{.name = "papertrail searches",
                                       .help = "List the saved searches",
                                       .effect = effect::read,
                                       .aliases = {"papertrail saved list"},
                                       .examples = {"papertrail searches"}};

    asio::awaitable<reply> run(context& ctx) const;
};

struct papertrail_saved_create {
    static constexpr command_info info{
        .name = "papertrail saved create",
        .help = "Give a search a name, to run it by that name",
        .effect = effect::change,
        .aliases = {"papertrail saved save", "papertrail save"},
        .examples = {"papertrail saved create \"Failed requests\" \"program:nginx 502\"",
                     "papertrail saved create Slow \"duration statement\" --group Production"}};

    argument<"name", "what it is called", papertrail::new_name> name;
    argument<"query", "in Papertrail's search language, in quotation marks",
             list<papertrail::query_text>>
        query;
    option<"group", "where it searches; all systems without it",
           std::optional<papertrail::group_ref>>
        group;

    asio::awaitable<reply> run(context& ctx) const;
};

struct papertrail_saved_run {
    static constexpr command_info info{
        .name = "papertrail saved run",
        .help = "Show the newest lines that match a saved search",
        .effect = effect::read,
        .aliases = {"papertrail saved show"},
        .examples = {"papertrail saved run \"Failed requests\" --for 1h"}};

    argument<"search", "the saved search", papertrail::search_ref> search;
    option<"since", "not before", std::optional<past_moment>> since;
    option<"until", "not after", std::optional<past_moment>> until;
    option<
        "for", "only the last so long: 15m, 2h",
        std::optional<span<papertrail_limits::shortest_search, papertrail_limits::longest_search>>>
        back;
    option<"limit", "how many lines at most", between<1, papertrail_limits::lines>, 'n'> limit{
        {100}};

    asio::awaitable<reply> run(context& ctx) const;
};

struct papertrail_saved_rename {
    static constexpr command_info info{
        .name = "papertrail saved rename",
        .help = "Call a saved search something else",
        .effect = effect::change,
        .examples = {"papertrail saved rename \"Failed requests\" \"Bad gateways\""}};

    argument<"search", "the saved search", papertrail::search_ref> search;
    argument<"name", "its new name", papertrail::new_name> name;

    asio::awaitable<reply> run(context& ctx) const;
};

struct papertrail_saved_change {
    static constexpr command_info info{
        .name = "papertrail saved change",
        .help = "Have a saved search look for something else, or elsewhere",
        .effect = effect::change,
        .examples = {"papertrail saved change \"Failed requests\" \"program:nginx 50\"",
                     "papertrail saved change \"Failed requests\" --group acme"}};

    argument<"search", "the saved search", papertrail::search_ref> search;
    argument<"query", "in Papertrail's search language, in quotation marks",
             std::optional<list<papertrail::query_text>>>
        query;
    option<"group", "where it searches from now on", std::optional<papertrail::group_ref>> group;

    asio::awaitable<reply> run(context& ctx) const;
};

struct papertrail_saved_destroy {
    static constexpr command_info info{
        .name = "papertrail saved destroy",
        .help = "Destroy a saved search, for good; no line is lost",
        .effect = effect::destroy,
        .aliases = {"papertrail saved remove"},
        .examples = {"papertrail saved destroy \"Failed requests\""}};
    static constexpr bool confirms_itself = true;

    argument<"search", "the saved search", papertrail::search_ref> search;

    asio::awaitable<reply> run(context& ctx) const;
};

} // namespace chatops::operations

#include CHATOPS_BODY("chatops/operations/papertrail/searches.ipp")
