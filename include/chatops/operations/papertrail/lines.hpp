// Lines of log as people read them, and where they are looked for.
#pragma once

#include "chatops/chat/reply.hpp"
#include "chatops/command/text_of_time.hpp"
#include "chatops/core/asio.hpp"
#include "chatops/core/config.hpp"
#include "chatops/operations/papertrail/limits.hpp"
#include "chatops/operations/span.hpp"
#include "chatops/provider/papertrail/client.hpp"

#include <boost/describe/class.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace chatops {
class context;
} // namespace chatops

namespace chatops::operations {

/// Each as `2024-02-29 12:00:05 acme-web-1 nginx: GET /`, in UTC, with its line's end; without what
/// a terminal would obey. One that has several lines stays one.
std::string lines_shown(const std::vector<papertrail::event>& events);

/// What was typed as one search: a word with spaces among others is a phrase.
std::string search_text(const std::optional<std::vector<papertrail::query_text>>& words);

/// A system and a group that a line names, in a step each.
struct search_place {
    papertrail::search_order order;
    /// ` of acme-web-1`, ` of the group Production`; empty for all.
    std::string called;
    /// What to say where there is none of a name, or several.
    std::optional<reply> problem;
};

/// References must live until the awaitable ends.
asio::awaitable<search_place> look_for_place(context& ctx,
                                             const std::optional<papertrail::system_ref>& system,
                                             const std::optional<papertrail::group_ref>& group);

/// In which time a line has it looked.
struct search_range {
    std::optional<past_moment> since;
    std::optional<past_moment> until;
    /// The last so long, before `until` or now.
    std::optional<span<papertrail_limits::shortest_search, papertrail_limits::longest_search>> back;
};

/// Or what to say where it is none.
std::optional<reply> take_range(papertrail::search_order& into, const search_range& given,
                                time_point now);

/// What a search found.
struct found_lines {
    std::string text;
    std::int64_t count = 0;
    /// Nothing more matches in the range that was asked for.
    bool is_whole = false;
    /// How far back it was looked, where that is not the whole.
    std::optional<time_point> looked_back_to;
};
BOOST_DESCRIBE_STRUCT(found_lines, (), (text, count, is_whole, looked_back_to))

/// The newest ones of an order, in a step named `lines`.
asio::awaitable<found_lines> look_for_lines(context& ctx, const papertrail::search_order& which,
                                            std::size_t limit);

/// `12 lines with “error” of acme-web-1 since …`, the lines, and what to do for more.
reply lines_answer(const found_lines& found, const papertrail::search_order& which,
                   const std::string& place, std::size_t limit);

} // namespace chatops::operations

#include CHATOPS_BODY("chatops/operations/papertrail/lines.ipp")
