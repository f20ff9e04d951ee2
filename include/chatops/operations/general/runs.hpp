// `runs`: what was asked for lately, and how it stands.
#pragma once

#include "chatops/chat/reply.hpp"
#include "chatops/command/flag.hpp"
#include "chatops/command/info.hpp"
#include "chatops/command/option.hpp"
#include "chatops/core/asio.hpp"
#include "chatops/operations/general/listed_count.hpp"
#include "chatops/operations/general/names.hpp"
#include "chatops/run/run_record.hpp"

#include <optional>

namespace chatops {
class supervision;
} // namespace chatops

namespace chatops::operations {

struct runs {
    static constexpr command_info info{
        .name = "runs",
        .help = "List what you asked for lately, or everyone, and how it stands",
        .effect = effect::read,
        .examples = {"runs", "runs --open", "runs --here --state failed",
                     "runs --all --command heroku"}};
    static constexpr bool is_open = true;

    flag<"all", "everyone's that you may see, not only yours", 'a'> all;
    flag<"here", "everyone's in this channel"> here;
    flag<"open", "only what runs or waits for a person", 'o'> open;
    option<"state", "only those in this state", std::optional<run_state>> state;
    option<"command", "only this command: a name, its beginning, or a pattern with *",
           std::optional<command_name>>
        command;
    option<"count", "how many at most", listed_count, 'n'> count{{10}};

    asio::awaitable<reply> supervise(supervision& of) const;
};

} // namespace chatops::operations

#include CHATOPS_BODY("chatops/operations/general/runs.ipp")
