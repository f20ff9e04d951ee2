// A command by which runs are looked for.
#pragma once

#include "chatops/chat/reply.hpp"
#include "chatops/core/config.hpp"

#include <optional>
#include <string>

namespace chatops {
class supervision;
} // namespace chatops

namespace chatops::operations {

/// As runs are recorded with it: the name of the command with that alias, else what was typed.
std::string own_name(std::string typed, const supervision& of);

/// Why nothing was found, if no command has that name, begins so or fits that pattern.
std::optional<reply> no_such_command(const std::string& typed, const supervision& of);

} // namespace chatops::operations

#include CHATOPS_BODY("chatops/operations/general/named_command.ipp")
