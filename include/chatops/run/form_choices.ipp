#pragma once

#include "chatops/core/ascii.hpp"
#include "chatops/core/glob.hpp"
#include "chatops/core/limits.hpp"
#include "chatops/gate/rulebook.hpp"
#include "chatops/line/split.hpp"
#include "chatops/line/write.hpp"
#include "chatops/run/form_choices.hpp"
#include "chatops/run/things.hpp"
#include "chatops/run/values.hpp"

#include <algorithm>
#include <memory>
#include <utility>

namespace chatops {

CHATOPS_INLINE std::optional<line::completion_request> question_of(const catalogue& commands,
                                                                   const half_filled& typed) {
    const entry* const command = commands.find(typed.origin.command);
    if (command == nullptr || commands.digest(*command) != typed.origin.declaration)
        return std::nullopt;
    line::completion_request made{command->what, nullptr, typed.typed, {}};
    for (const field_description& each : command->what->fields) {
        if (each.name == typed.field) {
            if (values_of_field(*command, each) != nullptr) made.field = &each;
            continue;
        }
        if (each.kind == field_kind::flag || each.secret()) continue;
        for (const auto& [name, values] : typed.fields)
            if (name == each.name)
                for (const std::string& value : values) made.known.push_back({&each, value});
    }
    return made.field == nullptr ? std::nullopt : std::optional(std::move(made));
}

namespace detail {

inline bool can_be_read(const line::completion_request& of, const std::string& text) {
    const std::shared_ptr<void> scratch = of.command->make();
    return line::split(line::quoted(text)) &&
           of.field->value->read(of.field->in(scratch.get()), text, true, {});
}

/// Whether that rule lets the command be run with that in the field, whatever stands in others.
inline bool lets_name(const gate::rule& by, const command_info& command,
                      const line::known_value& named, const config::configuration& configuration) {
    const auto wanted = by.values.find(std::string(named.field->name));
    if (wanted != by.values.end() &&
        std::none_of(wanted->second.begin(), wanted->second.end(),
                     [&](const auto& pattern) { return glob_matches(pattern, named.text); }))
        return false;
    if (named.field->value->held_at.empty() || by.projects.empty()) return true;
    const std::vector<std::string> holders = holders_of(configuration, command, named.text);
    return std::any_of(holders.begin(), holders.end(), [&](const auto& name) {
        return std::find(by.projects.begin(), by.projects.end(), name) != by.projects.end();
    });
}

} // namespace detail

CHATOPS_INLINE bool may_name(const inquiry& asked, const command_description& command,
                             const std::vector<line::known_value>& named,
                             const config::configuration& configuration) {
    const entry* const known = asked.commands.find(command.info.name);
    if (known == nullptr || asked.asker == nullptr) return false;
    if (known->is_open || known->answer != nullptr) return true;
    const auto mine = asked.rules.rules_for(*asked.asker);
    return std::any_of(mine.begin(), mine.end(), [&](const gate::rule* each) {
        return gate::may_try({each}, command.info.name, command.info.effect) &&
               std::all_of(named.begin(), named.end(), [&](const line::known_value& one) {
                   return detail::lets_name(*each, command.info, one, configuration);
               });
    });
}

CHATOPS_INLINE std::vector<form_choice> choices_for(const line::completion_request& of,
                                                    const std::vector<std::string>& values,
                                                    const inquiry& asked,
                                                    const config::configuration& configuration) {
    std::vector<form_choice> made;
    std::vector<line::known_value> named = of.known;
    named.push_back({of.field, {}});
    bool is_among_them = of.typed.empty();
    for (const std::string& each : values) {
        if (made.size() + 1 == limits::slack_options) break;
        if (each.size() > limits::slack_option_bytes ||
            !equal_ignoring_case(std::string_view(each).substr(0, of.typed.size()), of.typed) ||
            !detail::can_be_read(of, each))
            continue;
        named.back().text = each;
        if (!may_name(asked, *of.command, named, configuration)) continue;
        is_among_them |= each == of.typed;
        made.push_back({each, each, {}});
    }
    if (!is_among_them && of.typed.size() <= limits::slack_option_bytes &&
        detail::can_be_read(of, of.typed))
        made.push_back({of.typed, of.typed, {}});
    return made;
}

} // namespace chatops
