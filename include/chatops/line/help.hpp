// What a person reads of a command, or of all, as plain text in rows that a chat can draw.
#pragma once

#include "chatops/command/description.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace chatops::line {

class directory;

/// A term and what it means: `--wait`, `answer only once the dynos are up`.
struct help_row {
    std::string term;
    std::string meaning;

    friend bool operator==(const help_row&, const help_row&) = default;
};

/// The options of a group, under its heading.
struct help_section {
    std::string heading;
    std::vector<help_row> rows;
};

/// The help of one command.
struct help {
    /// "heroku scale APP FORMATION... [--wait]".
    std::string usage;
    std::string summary;
    std::vector<help_row> arguments;
    /// The command's own, then those of all commands.
    std::vector<help_row> options;
    /// Groups of options, in the order of their declaration.
    std::vector<help_section> groups;
    std::vector<std::string> examples;
    std::vector<std::string> aliases;
    chatops::effect effect{};
};

/// The commands whose names begin with one word; `name` is empty for those of a single word.
struct help_group {
    std::string name;
    std::vector<help_row> commands;
};

/// "heroku scale APP FORMATION... [--wait]".
std::string usage_of(const command_description& command);

help help_of(const command_description& command);

/// All commands by groups, in the order of their names; those of a single word first. With a
/// group's name only that group; empty if there is none.
std::vector<help_group> help_of(const directory& commands, std::string_view group = {});

/// The same of those for whose place in `commands.commands()` `shown` is true.
std::vector<help_group> help_of(const directory& commands, const std::vector<bool>& shown);

/// Each group as one row: how many commands it has, and what they are about. Those of a single
/// word stay as they are.
std::vector<help_group> shortened(std::vector<help_group> of);

/// As a terminal shows it: sections, indented by two, in two columns.
std::string text_of_help(const help& of);
std::string text_of_help(const std::vector<help_group>& of);

} // namespace chatops::line

#include CHATOPS_BODY("chatops/line/help.ipp")
