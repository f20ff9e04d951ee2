// The options that every command has: `--help` and `--json`.
#pragma once

#include <array>
#include <string_view>

namespace chatops::line {

/// What a person asked for besides the command's own options.
struct common_options {
    /// The answer as JSON, for programs.
    bool json = false;
    /// What the command does, instead of doing it.
    bool help = false;

    friend bool operator==(const common_options&, const common_options&) = default;
};

/// One of them, as help and completion show it.
struct common_option {
    std::string_view name;
    /// 0 if it has none.
    char short_name;
    std::string_view help;
    bool common_options::*given;
};

inline constexpr std::array<common_option, 2> common_option_list{
    {{"help", 'h', "say what this command does, and do nothing", &common_options::help},
     {"json", 0, "answer as JSON", &common_options::json}}};

} // namespace chatops::line
