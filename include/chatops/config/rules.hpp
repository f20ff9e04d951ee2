// Who may do what: people in groups with roles, and rules over commands, values, projects, places.
#pragma once

#include "chatops/command/info.hpp"
#include "chatops/command/time_zone.hpp"
#include "chatops/core/config.hpp"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace chatops::config {

/// Where something stands in the configuration file; line 0 if it comes from elsewhere.
struct file_place {
    int line = 0;
    int column = 1;
};

/// Allows what it describes; what no rule allows is denied. An empty list does not restrict, but
/// for the first three: whoever is in one of them is meant.
struct rule {
    /// Whoever has one of these roles.
    std::vector<std::string> roles{};
    /// These people, by name; `*` is everyone whom the configuration knows.
    std::vector<std::string> people{};
    /// Whoever is in one of these groups.
    std::vector<std::string> groups{};
    /// Patterns over the command's name: `heroku *`.
    std::vector<std::string> commands{};
    std::vector<effect> effects{};
    /// Patterns over an argument's values, by its name. The command must have each of these
    /// arguments, it must be given, and each of its values must match one of the patterns.
    std::map<std::string, std::vector<std::string>> values{};
    /// The command must name something of a project (an application, an account), and all that it
    /// names must belong to one of these.
    std::vector<std::string> projects{};
    /// Channels by name, without `#`, or by the chat service's id, which is always known.
    std::vector<std::string> channels{};
    /// The line of the configuration file it begins in; 0 if it comes from elsewhere.
    int line = 0;
    /// Where its keys stand, by name: `roles`, `values.app`.
    std::map<std::string, file_place> places{};
};

/// A person whom the configuration knows.
struct member {
    std::string name;
    /// As the chat service knows them: `U0LEAD`.
    std::string chat_id;
    /// Their own, then those of their groups; none twice.
    std::vector<std::string> roles{};
    std::vector<std::string> groups{};
    /// In which `tomorrow 9:00` is read when they type it.
    time_zone zone{};
};

/// People who are given roles together.
struct group {
    std::string name;
    /// By their names.
    std::vector<std::string> members{};
    std::vector<std::string> roles{};
};

struct rules {
    std::vector<member> members{};
    std::vector<group> groups{};
    std::vector<rule> allowed{};

    /// The member with that chat id, or null: a stranger. Looks at all; the gate has an index.
    [[nodiscard]] const member* find(std::string_view chat_id) const;
    /// The member of that name, or null.
    [[nodiscard]] const member* find_named(std::string_view name) const;
};

} // namespace chatops::config

#include CHATOPS_BODY("chatops/config/rules.ipp")
