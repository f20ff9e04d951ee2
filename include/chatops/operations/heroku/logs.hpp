// `heroku logs`: what an application and Heroku wrote last.
#pragma once

#include "chatops/chat/reply.hpp"
#include "chatops/command/argument.hpp"
#include "chatops/command/flag.hpp"
#include "chatops/command/info.hpp"
#include "chatops/command/option.hpp"
#include "chatops/core/asio.hpp"
#include "chatops/operations/between.hpp"
#include "chatops/operations/heroku/limits.hpp"
#include "chatops/operations/span.hpp"
#include "chatops/provider/heroku/names.hpp"

#include <boost/describe/enum.hpp>

#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace chatops {
class context;
} // namespace chatops

namespace chatops::operations {

/// Who writes: the application itself, or Heroku about it.
enum class log_source { app, heroku };
BOOST_DESCRIBE_ENUM(log_source, app, heroku)

struct heroku_logs {
    static constexpr command_info info{
        .name = "heroku logs",
        .help = "Show the last lines of an application's log, or follow it",
        .effect = effect::read,
        .aliases = {"heroku log show"},
        .examples = {"heroku logs acme-staging", "heroku logs acme --tail --for 1h",
                     "heroku logs acme-staging -n 500 --dyno web.1",
                     "heroku logs acme-staging --dyno worker --source app"}};

    argument<"app", "the application", heroku::app_name> app;
    option<"lines", "how many at most; Heroku keeps 1500", between<1, heroku_limits::log_lines>,
           'n'>
        lines{{100}};
    option<"dyno", "only what this process type or dyno wrote", std::optional<heroku::dyno_group>>
        dyno;
    option<"source", "only what the application wrote itself, or only what Heroku did",
           std::optional<log_source>>
        source;
    flag<"tail", "go on with each new line, in the thread, until somebody stops it"> tail;
    option<"for", "with --tail: how long it is followed, 15 minutes without it",
           std::optional<span<heroku_limits::shortest_tail, heroku_limits::longest_tail>>>
        limit;

    asio::awaitable<reply> run(context& ctx) const;

  private:
    asio::awaitable<reply> follow(context& ctx) const;
};

/// A line of the log: `2024-02-29T12:00:05.123456+00:00 heroku[web.1]: State changed`. Views of the
/// text that it was read from.
struct log_line {
    std::string_view time;
    /// `app` or `heroku`.
    std::string_view source;
    /// `web.1`, or `api`.
    std::string_view dyno;
    std::string_view message;
};

/// Calls `look` with each line, and with null beside it where it has another form.
void each_log_line(std::string_view text,
                   const std::function<void(std::string_view whole, const log_line* parts)>& look);

/// All lines as people read them: `2024-02-29 12:00:05 web.1: Listening`, with `heroku/` before the
/// dyno where Heroku wrote. A line of another form stays as it is.
std::string log_shown(std::string_view text);

} // namespace chatops::operations

#include CHATOPS_BODY("chatops/operations/heroku/logs.ipp")
