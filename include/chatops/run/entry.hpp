// One command as the engine knows it: its description, and how to make and run one.
#pragma once

#include "chatops/chat/reply.hpp"
#include "chatops/command/describe.hpp"
#include "chatops/config/rules.hpp"
#include "chatops/core/asio.hpp"

#include <memory>
#include <type_traits>

namespace chatops {

class catalogue;
class context;

/// What a command may know that answers at once, without steps: help, whoami.
struct inquiry {
    const catalogue& commands;
    const config::rules& rules;
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
} // namespace detail

/// The entry of a command; instantiate it once, in the file of its folder.
template <class Command>
entry entry_of() {
    static_assert(
        detail::runs_in_steps<Command> || detail::answers_at_once<Command>,
        "A command needs `asio::awaitable<reply> run(context&) const`, or, if it needs no "
        "provider, `reply answer(const inquiry&) const`.");
    entry made;
    made.what = &describe<Command>();
    made.make = []() -> options { return std::make_shared<Command>(); };
    if constexpr (detail::runs_in_steps<Command>)
        made.run = [](const void* given, context& steps) {
            return static_cast<const Command*>(given)->run(steps);
        };
    else
        made.answer = [](const void* given, const inquiry& asked) {
            return static_cast<const Command*>(given)->answer(asked);
        };
    return made;
}

} // namespace chatops
