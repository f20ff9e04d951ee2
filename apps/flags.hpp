// A program's own flags, declared and read like any command's.
#pragma once

#include "chatops/line/help.hpp"
#include "chatops/line/parse_as.hpp"

#include <cstdio>
#include <optional>
#include <span>
#include <vector>

namespace chatops::apps {

/// The flags, or nothing after help or a mistake was printed; then `exit_code` is what `main`
/// returns.
template <class Flags>
std::optional<Flags> read_flags(int argc, const char* const* argv, int& exit_code) {
    const auto print = [](std::FILE* to, const std::string& text) {
        std::fwrite(text.data(), 1, text.size(), to);
    };
    const std::span<const char* const> arguments(argv + 1, static_cast<std::size_t>(argc - 1));
    const auto words = line::words_of_arguments(arguments);
    auto read = words ? line::parse<Flags>(*words) : words.error();
    if (!read) {
        print(stderr,
              std::string(Flags::info.name) + ": " + read.error().message + "\n" +
                  (read.error().expected.empty() ? std::string()
                                                 : "expected " + read.error().expected + "\n") +
                  "usage: " + line::usage_of(describe<Flags>()) + "\n");
        exit_code = 2;
        return std::nullopt;
    }
    if (read->common.json) {
        print(stderr, std::string(Flags::info.name) + ": it has no option --json\n");
        exit_code = 2;
        return std::nullopt;
    }
    if (read->common.help) {
        // Programs print text only.
        line::help help = line::help_of(describe<Flags>());
        std::erase_if(help.options, [](const line::help_row& row) { return row.term == "--json"; });
        print(stdout, line::text_of_help(help));
        exit_code = 0;
        return std::nullopt;
    }
    return std::move(read->command);
}

} // namespace chatops::apps
