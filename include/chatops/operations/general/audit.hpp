// `audit`: who did what, when.
#pragma once

#include "chatops/chat/reply.hpp"
#include "chatops/command/info.hpp"
#include "chatops/command/option.hpp"
#include "chatops/command/text_of_time.hpp"
#include "chatops/core/asio.hpp"
#include "chatops/operations/general/listed_count.hpp"
#include "chatops/operations/general/names.hpp"
#include "chatops/run/run_record.hpp"

#include <optional>

namespace chatops {
class supervision;
} // namespace chatops

namespace chatops::operations {

struct audit {
    static constexpr command_info info{
        .name = "audit",
        .help = "List who did what, and when, as far as you may see it",
        .effect = effect::read,
        .examples = {"audit", "audit --person dev --since yesterday",
                     "audit --project acme --outcome failed",
                     "audit --command \"heroku rollback\" --since 2h"}};
    static constexpr bool is_open = true;

    option<"person", "only what this person asked for", std::optional<person_name>> person;
    option<"command", "only this command: a name, its beginning, or a pattern with *",
           std::optional<command_name>>
        command;
    option<"project", "only what belongs to this project", std::optional<project_name>> project;
    option<"outcome", "only what ended, or stands, so", std::optional<run_state>> outcome;
    option<"since", "not before", std::optional<past_moment>> since;
    option<"until", "not after", std::optional<past_moment>> until;
    option<"count", "how many at most", listed_count, 'n'> count{{20}};

    asio::awaitable<reply> supervise(supervision& of) const;
};

} // namespace chatops::operations

#include CHATOPS_BODY("chatops/operations/general/audit.ipp")
