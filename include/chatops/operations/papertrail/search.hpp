// `papertrail search`, `papertrail tail`: what systems wrote, and what they write.
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

struct papertrail_search {
    static constexpr command_info info{
        .name = "papertrail search",
        .help = "Show the newest lines of the logs that match a search",
        .effect = effect::read,
        .aliases = {"papertrail logs"},
        .examples = {"papertrail search error --for 1h",
                     "papertrail search \"program:(rails sidekiq) -health\" --group Production",
                     "papertrail search \"connection reset\" --system acme-web-1 --since "
                     "\"2h ago\" --until \"1h ago\""}};

    argument<"query", "in Papertrail's search language, in quotation marks; all lines without it",
             std::optional<list<papertrail::query_text>>>
        query;
    option<"system", "only what this system wrote", std::optional<papertrail::system_ref>> system;
    option<"group", "only what the systems of this group wrote",
           std::optional<papertrail::group_ref>>
        group;
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

struct papertrail_tail {
    static constexpr command_info info{
        .name = "papertrail tail",
        .help = "Follow the lines that match a search, in the thread, until somebody stops it",
        .effect = effect::read,
        .aliases = {"papertrail follow"},
        .examples = {"papertrail tail error", "papertrail tail --system acme-web-1 --for 1h",
                     "papertrail tail \"severity:error OR 502\" --group Production"}};

    argument<"query", "in Papertrail's search language, in quotation marks; all lines without it",
             std::optional<list<papertrail::query_text>>>
        query;
    option<"system", "only what this system writes", std::optional<papertrail::system_ref>> system;
    option<"group", "only what the systems of this group write",
           std::optional<papertrail::group_ref>>
        group;
    option<"for", "how long it is followed, 15 minutes without it",
           std::optional<span<papertrail_limits::shortest_tail, papertrail_limits::longest_tail>>>
        limit;

    asio::awaitable<reply> run(context& ctx) const;
};

} // namespace chatops::operations

#include CHATOPS_BODY("chatops/operations/papertrail/search.ipp")
