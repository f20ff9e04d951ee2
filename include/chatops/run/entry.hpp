// One command as the engine knows it: its description, and how to make and run one.
#pragma once

#include "chatops/chat/reply.hpp"
#include "chatops/command/describe.hpp"
#include "chatops/core/asio.hpp"

#include <memory>
#include <type_traits>

namespace chatops::config {
struct member;
} // namespace chatops::config
namespace chatops::gate {
class rulebook;
} // namespace chatops::gate

namespace chatops {

class catalogue;
struct value_knower;
class context;
class supervision;

/// What a command may know that answers at once, without steps: help, whoami.
struct inquiry {
    const catalogue& commands;
    const gate::rulebook& rules;
    /// Null for a stranger.
    const config::member* asker = nullptr;
};

/// A command's options, whatever their type, after they were read from a line.
using options = std::shared_ptr<void>;

struct entry {
    const command_description* what = nullptr;
    options (*make)() = nullptr;
    /// Null for a command that answers at once.
    asio::awaitable<reply> (*run)(const void* given, context& steps) = nullptr;
    /// Null for a command that runs in steps.
    reply (*answer)(const void* given, const inquiry& asked) = nullptr;
    /// Null for a command that is not about runs or the bot itself.
    asio::awaitable<reply> (*supervise)(const void* given, supervision& of) = nullptr;
    /// No rule is needed: everyone whom the configuration knows may, and the command itself shows
    /// what each may see.
    bool is_open = false;
    /// A `destroy` that asks itself, by `context::confirm`, and until then only looks.
    bool confirms_itself = false;
    /// Who knows which values of its fields there are (`with_values`); null for nobody.
    const value_knower* values = nullptr;
};

namespace detail {
template <class Command>
concept runs_in_steps = requires(const Command& given, context& steps) {
    { given.run(steps) } -> std::same_as<asio::awaitable<reply>>;
};
template <class Command>
concept answers_at_once = requires(const Command& given, const inquiry& asked) {
    { given.answer(asked) } -> std::same_as<reply>;
};
template <class Command>
concept supervises = requires(const Command& given, supervision& of) {
    { given.supervise(of) } -> std::same_as<asio::awaitable<reply>>;
};
} // namespace detail

/// The entry of a command; instantiate it once, in the file of its folder.
template <class Command>
entry entry_of() {
    static_assert(
        detail::runs_in_steps<Command> || detail::answers_at_once<Command> ||
            detail::supervises<Command>,
        "A command needs `asio::awaitable<reply> run(context&) const`, or, if it needs no "
        "provider, `reply answer(const inquiry&) const`.");
    entry made;
    made.what = &describe<Command>();
    made.make = made.what->make;
    if constexpr (detail::runs_in_steps<Command>)
        made.run = [](const void* given, context& steps) {
            return static_cast<const Command*>(given)->run(steps);
        };
    else if constexpr (detail::supervises<Command>)
        made.supervise = [](const void* given, supervision& of) {
            return static_cast<const Command*>(given)->supervise(of);
        };
    else
        made.answer = [](const void* given, const inquiry& asked) {
            return static_cast<const Command*>(given)->answer(asked);
        };
    if constexpr (requires { Command::is_open; }) made.is_open = Command::is_open;
    if constexpr (requires { Command::confirms_itself; }) {
        static_assert(Command::info.effect == effect::destroy && detail::runs_in_steps<Command>,
                      "Only a command of effect `destroy` that runs in steps `confirms_itself`: "
                      "others may call `ctx.confirm` without saying so.");
        made.confirms_itself = Command::confirms_itself;
    }
    return made;
}

} // namespace chatops
