// `may`: whether someone may run something, and by which rule.
#pragma once

#include "chatops/chat/reply.hpp"
#include "chatops/command/argument.hpp"
#include "chatops/command/info.hpp"
#include "chatops/command/list.hpp"
#include "chatops/core/asio.hpp"
#include "chatops/operations/general/names.hpp"

namespace chatops {
class supervision;
} // namespace chatops

namespace chatops::operations {

struct may {
    static constexpr command_info info{
        .name = "may",
        .help = "Say whether someone may run a command here, and by which rule",
        .effect = effect::read,
        .examples = {"may me heroku restart", "may dev heroku scale acme-staging web=2",
                     "may dev \"heroku restart acme --wait\""}};
    static constexpr bool is_open = true;

    argument<"person", "who; `me` for yourself", person_name> person;
    argument<"command", "the command, with or without what it is given", list<command_word>>
        command;

    asio::awaitable<reply> supervise(supervision& of) const;
};

} // namespace chatops::operations

#include CHATOPS_BODY("chatops/operations/general/may.ipp")
