// `help`: what one may run, and how one command is typed.
#pragma once

#include "chatops/command/argument.hpp"
#include "chatops/command/info.hpp"
#include "chatops/operations/general/names.hpp"
#include "chatops/run/guide.hpp"

#include <optional>

namespace chatops::operations {

struct help {
    static constexpr command_info info{.name = "help",
                                       .help = "Say what you may run, or how one command is typed",
                                       .effect = effect::read,
                                       .examples = {"help", "help heroku", "help heroku scale"}};

    argument<"command", "a command, or the first word of several",
             std::optional<list<command_word>>>
        command;

    [[nodiscard]] reply answer(const inquiry& asked) const;
};

} // namespace chatops::operations

#include CHATOPS_BODY("chatops/operations/general/help.ipp")
