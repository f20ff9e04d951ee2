#pragma once

#include "chatops/line/help.hpp"
#include "chatops/native/flags.hpp"

#include <cstdio>

namespace chatops::native {

CHATOPS_INLINE std::string program_name(int argc, const char* const* argv,
                                        std::string_view otherwise) {
    const std::string_view path = argc > 0 && argv[0] != nullptr ? argv[0] : "";
    const std::string_view name = path.substr(path.rfind('/') + 1);
    return std::string(name.empty() ? otherwise : name);
}

namespace detail {

/// A usage or an example begins with the name that was declared; it is shown with the one that the
/// program has.
CHATOPS_INLINE std::string named(const std::string& name, const command_description& of,
                                 std::string line) {
    const std::string_view declared = of.info.name;
    if (line.compare(0, declared.size(), declared) == 0) line.replace(0, declared.size(), name);
    return line;
}

CHATOPS_INLINE void print_mistake(const std::string& name, const command_description& of,
                                  const mistake& wrong) {
    std::string text = named(name, of, wrong.message);
    // Programs print text only.
    constexpr std::string_view json = "--json";
    std::string expected = wrong.expected;
    if (const auto at = expected.find(", --json"); at != std::string::npos)
        expected.erase(at, json.size() + 2);
    if (!wrong.suggestion.empty() && wrong.suggestion != json)
        text += "\ndid you mean " + wrong.suggestion + "?";
    else if (!expected.empty())
        text += "\nexpected " + expected;
    text = name + ": " + text + "\nusage: " + named(name, of, line::usage_of(of)) + "\n";
    std::fwrite(text.data(), 1, text.size(), stderr);
}

CHATOPS_INLINE void print_help(const std::string& name, const command_description& of) {
    line::help help = line::help_of(of);
    // Programs print text only.
    std::erase_if(help.options, [](const line::help_row& row) { return row.term == "--json"; });
    help.usage = named(name, of, std::move(help.usage));
    for (std::string& example : help.examples) example = named(name, of, std::move(example));
    const std::string text = line::text_of_help(help);
    std::fwrite(text.data(), 1, text.size(), stdout);
}

} // namespace detail

} // namespace chatops::native
