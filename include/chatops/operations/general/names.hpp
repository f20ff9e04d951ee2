// What people name that the bot itself knows: people, projects, commands, runs.
#pragma once

#include "chatops/provider/word.hpp"

#include <optional>
#include <string_view>

namespace chatops::operations {

namespace detail {
/// Whether there is one, the command says.
inline std::optional<mistake> anything(std::string_view, std::string_view) { return std::nullopt; }
} // namespace detail

/// `lead`, `@lead`, `me`.
using person_name = provider::word<"person", &detail::anything>;
using project_name = provider::word<"project", &detail::anything>;
/// A command's name, its beginning, or a pattern.
using command_name = provider::word<"command", &detail::anything>;
/// One of the words of a line that begins with a command's name.
using command_word = provider::word<"word of a command", &detail::anything>;
/// A run's id, or its beginning.
using run_ref = provider::word<"run", &detail::anything>;

} // namespace chatops::operations
