// A program's own flags, declared and read like any command's.
#pragma once

#include "chatops/line/parse_as.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>

namespace chatops::native {

/// What `main` was called as: `chatops-bot` of `/usr/bin/chatops-bot`; `otherwise` where it was not
/// told.
std::string program_name(int argc, const char* const* argv, std::string_view otherwise);

namespace detail {

/// Says on standard error what is wrong with the flags of the program `name`.
void print_mistake(const std::string& name, const command_description& of, const mistake& wrong);
void print_help(const std::string& name, const command_description& of);

} // namespace detail

/// The flags, or nothing after help or a mistake was printed; then `exit_code` is what `main`
/// returns: 0 or 2.
template <class Flags>
std::optional<Flags> read_flags(int argc, const char* const* argv, int& exit_code) {
    const std::string name = program_name(argc, argv, Flags::info.name);
    const std::size_t count = argc > 0 ? static_cast<std::size_t>(argc - 1) : 0;
    const std::span<const char* const> arguments(argv + (argc > 0 ? 1 : 0), count);
    const auto words = line::words_of_arguments(arguments);
    auto read = words ? line::parse<Flags>(*words) : words.error();
    if (read && read->common.json) read = mistake{"no_such_option", name + " has no option --json"};
    if (!read) {
        detail::print_mistake(name, describe<Flags>(), read.error());
        exit_code = 2;
        return std::nullopt;
    }
    if (read->common.help) {
        detail::print_help(name, describe<Flags>());
        exit_code = 0;
        return std::nullopt;
    }
    return std::move(read->command);
}

} // namespace chatops::native

#include CHATOPS_BODY("chatops/native/flags.ipp")
