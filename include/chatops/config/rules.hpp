// Who may do what: people with roles, and rules over commands, effects, values and channels.
#pragma once

#include "chatops/command/info.hpp"
#include "chatops/core/config.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace chatops::config {

/// Allows what it describes; what no rule allows is denied. An empty list does not restrict.
struct rule {
    /// Whoever has one of these roles.
    std::vector<std::string> roles;
    /// Patterns over the command's name: `heroku *`.
    std::vector<std::string> commands;
    std::vector<effect> effects;
    /// Patterns over an argument's values. The command must have each of these arguments, it must
    /// be given, and all of its values must match.
    std::map<std::string, std::string> values;
    /// Channel names, without `#`.
    std::vector<std::string> channels;
    /// The line of the configuration file it begins in; 0 if it comes from elsewhere.
    int line = 0;
};

/// A person whom the configuration knows.
struct member {
    std::string name;
    /// As the chat service knows them: `U0LEAD`.
    std::string chat_id;
    std::vector<std::string> roles;
};

struct rules {
    std::vector<member> members;
    std::vector<rule> allowed;

    /// The member with that chat id, or null: a stranger.
    [[nodiscard]] const member* find(std::string_view chat_id) const;
};

} // namespace chatops::config

#include CHATOPS_BODY("chatops/config/rules.ipp")
