#pragma once

#include "chatops/command/text_of_enum.hpp"
#include "chatops/gate/decision.hpp"

#include <algorithm>

namespace chatops::gate {

namespace detail {

/// `a`, `a or b`, `a, b or c`; each in front and behind with `around`.
inline std::string one_of_these(const std::vector<std::string>& names, std::string_view around,
                                std::string_view before = {}) {
    std::string text;
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (i > 0) text += i + 1 == names.size() ? " or " : ", ";
        text += before;
        text += around;
        text += names[i];
        text += around;
    }
    return text;
}

/// `app is `*-staging` and size is `small` or `medium``.
inline std::string values_wanted(const rule& by, std::string_view around) {
    std::string wanted;
    for (const auto& [name, patterns] : by.values)
        wanted += (wanted.empty() ? "" : " and ") + name + " is " + one_of_these(patterns, around);
    return wanted;
}

inline std::string missing_values(const rule& near, const facts& what) {
    std::string given;
    for (const auto& [name, value] : what.values)
        if (near.values.count(name) > 0) given += (given.empty() ? "`" : ", `") + value + "`";
    return " only where " + values_wanted(near, "`") +
           (given.empty() ? ", and none is given." : ", and it is " + given + ".");
}

inline std::string missing_project(const rule& near, const facts& what) {
    const std::string wanted = (near.projects.size() == 1 ? "the project " : "the projects ") +
                               one_of_these(near.projects, "");
    if (what.things.empty()) return " only for " + wanted + ", and nothing of a project is named.";
    for (const thing& each : what.things) {
        if (share(near.projects, each.projects)) continue;
        return " only for " + wanted + ", and `" + each.name +
               (each.projects.empty() ? "` belongs to no project."
                                      : "` belongs to " + one_of_these(each.projects, "") + ".");
    }
    return ".";
}

/// How many of a rule's demands are met: the nearest miss is worth telling.
inline int met(const rule& by, const facts& what) {
    return (covers_values(by, what) ? 1 : 0) + (covers_projects(by, what) ? 1 : 0) +
           (covers_channel(by, what) ? 1 : 0);
}

inline std::string reason_of(const rulebook& by, const facts& what) {
    if (what.person.empty()) return "I do not know you: the configuration names no such person.";
    const rule* near = nullptr;
    for (const rule& each : by.all().allowed)
        if (covers_person(each, what) && covers_command(each, what.command, what.effect) &&
            (near == nullptr || met(each, what) > met(*near, what)))
            near = &each;
    const std::string may = what.person + " may run `" + what.command + "`";
    if (near == nullptr) return "No rule lets " + what.person + " run `" + what.command + "`.";
    if (!covers_values(*near, what)) return may + missing_values(*near, what);
    if (!covers_projects(*near, what)) return may + missing_project(*near, what);
    return may + " only in " + one_of_these(near->channels, "", "#") + ".";
}

} // namespace detail

CHATOPS_INLINE decision decide(const rulebook& by, const facts& what) {
    decision outcome;
    if (what.is_open && !what.person.empty()) {
        outcome.allowed = true;
        return outcome;
    }
    outcome.by = by.allowing(what);
    outcome.allowed = outcome.by != nullptr;
    if (outcome.allowed) return outcome;
    outcome.reason = detail::reason_of(by, what);
    outcome.who_could = who_could(by, what);
    return outcome;
}

CHATOPS_INLINE std::vector<std::string> who_could(const rulebook& by, const facts& what) {
    std::vector<std::string> names;
    for (const member& each : by.all().members)
        if (what.is_open || by.allowing(as_if_by(each, what)) != nullptr)
            names.push_back(each.name);
    return names;
}

CHATOPS_INLINE std::string describe(const rule& which) {
    std::vector<std::string> who = which.roles;
    for (const std::string& each : which.groups) who.push_back("the group " + each);
    for (const std::string& each : which.people)
        who.push_back(each == "*" ? "everyone whom I know" : each);
    std::string text;
    if (which.line > 0) text = "line " + std::to_string(which.line) + ": ";
    text += detail::one_of_these(who, "") + " may run " +
            (which.commands.empty() ? std::string("every command")
                                    : detail::one_of_these(which.commands, "`"));
    if (!which.effects.empty()) {
        std::string effects;
        for (const effect each : which.effects)
            effects += (effects.empty() ? "" : ", ") + text_of<effect>::write(each);
        text += " (" + effects + ")";
    }
    if (!which.values.empty()) text += " where " + detail::values_wanted(which, "`");
    if (!which.projects.empty()) text += " for " + detail::one_of_these(which.projects, "");
    if (!which.channels.empty()) text += " in " + detail::one_of_these(which.channels, "", "#");
    return text;
}

} // namespace chatops::gate
