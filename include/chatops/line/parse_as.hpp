// A typed line to one command that is known when it compiles: for tests and for programs' own
// flags.
#pragma once

#include "chatops/command/describe.hpp"
#include "chatops/line/parse.hpp"
#include "chatops/line/split.hpp"

namespace chatops::line {

/// A command with the options that all share.
template <class Command>
struct parsed {
    Command command{};
    common_options common;
};

/// What `words` hold from `first` on; see the other `parse` for the mistakes.
template <class Command>
result<parsed<Command>> parse(const words& line, std::size_t first = 0, const moment& typed = {}) {
    result<parsed<Command>> made;
    auto common = parse(describe<Command>(), line, first, &made->command, typed);
    if (common)
        made->common = *common;
    else
        made = std::move(common).error();
    return made;
}

/// The same of a line without the command's name: "acme web=3 --wait".
template <class Command>
result<parsed<Command>> parse(std::string_view line, const moment& typed = {}) {
    auto split_line = split(line);
    if (!split_line) return std::move(split_line).error();
    return parse<Command>(*split_line, 0, typed);
}

} // namespace chatops::line
