// `heroku run`: a command that runs once, in a dyno of its own.
#pragma once

#include "chatops/chat/reply.hpp"
#include "chatops/command/argument.hpp"
#include "chatops/command/info.hpp"
#include "chatops/command/list.hpp"
#include "chatops/command/option.hpp"
#include "chatops/core/asio.hpp"
#include "chatops/operations/heroku/limits.hpp"
#include "chatops/operations/span.hpp"
#include "chatops/provider/heroku/names.hpp"

#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace chatops {
class context;
} // namespace chatops

namespace chatops::operations {

struct heroku_run {
    /// What a command does, nobody can know before.
    static constexpr command_info info{
        .name = "heroku run",
        .help = "Run a command once in a dyno of its own, and say what it wrote and how it ended",
        .effect = effect::destroy,
        .examples = {"heroku run acme-staging rake db:migrate",
                     "heroku run acme-staging \"bin/report | tail -n 5\"",
                     "heroku run acme-staging --limit 30m -- bin/import --all",
                     "heroku run acme-staging --for 5m rake reports:all"}};
    static constexpr bool confirms_itself = true;

    argument<"app", "the application", heroku::app_name> app;
    option<"size", "of the dyno, like standard-2x; Heroku chooses without it",
           std::optional<heroku::code_word<"dyno size">>>
        size;
    option<"limit", "how long to wait for its end",
           span<heroku_limits::shortest_wait, heroku_limits::longest_wait>>
        limit{{std::chrono::minutes(10)}};
    option<"for", "how long it may run: Heroku ends it then; without it, after a day",
           std::optional<span<heroku_limits::shortest_life, heroku_limits::longest_life>>>
        life;
    argument<
        "command",
        "what to run; one text in quotes is the shell's, of several words each is as it stands",
        list<std::string>>
        command;

    asio::awaitable<reply> run(context& ctx) const;
};

/// What the dyno's shell is given: one text as it is, so that it may use the shell; several words
/// each quoted where the shell would read something into it.
std::string shell_command(const std::vector<std::string>& words);

} // namespace chatops::operations

#include CHATOPS_BODY("chatops/operations/heroku/run.ipp")
