#pragma once

#include "chatops/core/glob.hpp"
#include "chatops/gate/decision.hpp"

#include <algorithm>

namespace chatops::gate {

namespace detail {

template <class Range, class Predicate>
bool empty_or_any(const Range& range, Predicate matches) {
    return range.empty() || std::any_of(range.begin(), range.end(), matches);
}

inline bool shares_role(const rule& by, const std::vector<std::string>& roles) {
    return empty_or_any(by.roles, [&](const std::string& role) {
        return std::find(roles.begin(), roles.end(), role) != roles.end();
    });
}

inline bool covers_command(const rule& by, std::string_view command, effect what) {
    return empty_or_any(by.commands,
                        [&](const std::string& each) { return glob_matches(each, command); }) &&
           empty_or_any(by.effects, [&](effect each) { return each == what; });
}

inline bool covers_values(const rule& by, const facts& what) {
    return std::all_of(by.values.begin(), by.values.end(), [&](const auto& wanted) {
        bool is_given = false;
        for (const auto& [name, value] : what.values) {
            if (name != wanted.first) continue;
            if (!glob_matches(wanted.second, value)) return false;
            is_given = true;
        }
        return is_given;
    });
}

inline bool covers_channel(const rule& by, std::string_view channel) {
    return empty_or_any(by.channels, [&](const std::string& each) { return each == channel; });
}

/// All but the roles: what would have to be someone else's.
inline bool covers_deed(const rule& by, const facts& what) {
    return covers_command(by, what.command, what.effect) && covers_values(by, what) &&
           covers_channel(by, what.channel);
}

inline std::string reason_of(const rules& by, const facts& what) {
    if (what.person.empty()) return "I do not know you: the configuration names no such person.";
    const auto mine = [&](const rule& each) { return shares_role(each, what.roles); };
    const auto near = std::find_if(by.allowed.begin(), by.allowed.end(), [&](const rule& each) {
        return mine(each) && covers_command(each, what.command, what.effect);
    });
    if (near == by.allowed.end())
        return "No rule lets " + what.person + " run `" + what.command + "`.";
    if (!covers_values(*near, what)) {
        std::string wanted;
        for (const auto& [name, pattern] : near->values)
            wanted += (wanted.empty() ? "" : " and ") + name + " is `" + pattern + "`";
        std::string given;
        for (const auto& [name, value] : what.values)
            if (near->values.count(name) > 0) given += (given.empty() ? "`" : ", `") + value + "`";
        return what.person + " may run `" + what.command + "` only where " + wanted +
               (given.empty() ? ", and none is given." : ", and it is " + given + ".");
    }
    std::string channels;
    for (const std::string& each : near->channels)
        channels += (channels.empty() ? "#" : ", #") + each;
    return what.person + " may run `" + what.command + "` only in " + channels + ".";
}

} // namespace detail

CHATOPS_INLINE decision decide(const rules& by, const facts& what) {
    decision outcome;
    if (!what.person.empty())
        for (const rule& each : by.allowed)
            if (detail::shares_role(each, what.roles) && detail::covers_deed(each, what)) {
                outcome.allowed = true;
                outcome.by = &each;
                return outcome;
            }
    outcome.reason = detail::reason_of(by, what);
    for (const member& each : by.members)
        if (std::any_of(by.allowed.begin(), by.allowed.end(), [&](const rule& candidate) {
                return detail::shares_role(candidate, each.roles) &&
                       detail::covers_deed(candidate, what);
            }))
            outcome.who_could.push_back(each.name);
    return outcome;
}

CHATOPS_INLINE bool may_try(const rules& by, const std::vector<std::string>& roles,
                            std::string_view command, effect what) {
    return std::any_of(by.allowed.begin(), by.allowed.end(), [&](const rule& each) {
        return detail::shares_role(each, roles) && detail::covers_command(each, command, what);
    });
}

} // namespace chatops::gate
