#pragma once

#include "chatops/core/glob.hpp"
#include "chatops/gate/covers.hpp"

#include <algorithm>

namespace chatops::gate {

namespace detail {

inline bool is_among(const std::vector<std::string>& names, std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

inline bool share(const std::vector<std::string>& some, const std::vector<std::string>& others) {
    return std::any_of(some.begin(), some.end(),
                       [&](const std::string& each) { return is_among(others, each); });
}

inline bool matches_any(const std::vector<std::string>& patterns, std::string_view text) {
    return std::any_of(patterns.begin(), patterns.end(),
                       [&](const std::string& each) { return glob_matches(each, text); });
}

} // namespace detail

CHATOPS_INLINE bool covers_person(const rule& by, const facts& what) {
    if (what.person.empty()) return false;
    if (by.roles.empty() && by.people.empty() && by.groups.empty()) return true;
    return detail::share(by.roles, what.roles) || detail::share(by.groups, what.groups) ||
           detail::is_among(by.people, what.person) || detail::is_among(by.people, "*");
}

CHATOPS_INLINE bool covers_command(const rule& by, std::string_view command, effect what) {
    return (by.commands.empty() || detail::matches_any(by.commands, command)) &&
           (by.effects.empty() ||
            std::find(by.effects.begin(), by.effects.end(), what) != by.effects.end());
}

CHATOPS_INLINE bool covers_values(const rule& by, const facts& what) {
    return std::all_of(by.values.begin(), by.values.end(), [&](const auto& wanted) {
        bool is_given = false;
        for (const auto& [name, value] : what.values) {
            if (name != wanted.first) continue;
            if (!detail::matches_any(wanted.second, value)) return false;
            is_given = true;
        }
        return is_given;
    });
}

CHATOPS_INLINE bool covers_projects(const rule& by, const facts& what) {
    if (by.projects.empty()) return true;
    return !what.things.empty() &&
           std::all_of(what.things.begin(), what.things.end(), [&](const thing& each) {
               return detail::share(by.projects, each.projects);
           });
}

CHATOPS_INLINE bool covers_channel(const rule& by, const facts& what) {
    return by.channels.empty() || detail::is_among(by.channels, what.channel) ||
           detail::is_among(by.channels, what.channel_id);
}

CHATOPS_INLINE bool covers_deed(const rule& by, const facts& what) {
    return covers_command(by, what.command, what.effect) && covers_values(by, what) &&
           covers_projects(by, what) && covers_channel(by, what);
}

CHATOPS_INLINE facts as_if_by(const member& who, facts what) {
    what.person = who.name;
    what.roles = who.roles;
    what.groups = who.groups;
    return what;
}

} // namespace chatops::gate
