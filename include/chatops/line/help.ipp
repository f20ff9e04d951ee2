#pragma once

#include "chatops/core/ascii.hpp"
#include "chatops/core/utf8.hpp"
#include "chatops/line/common.hpp"
#include "chatops/line/directory.hpp"
#include "chatops/line/help.hpp"

#include <algorithm>

namespace chatops::line {

namespace detail {

/// How a value is called in a usage line: APP; or small|large, if there are few.
inline std::string value_term(const field_description& field) {
    constexpr std::size_t few = 4;
    const auto words = field.value->words;
    std::string term;
    if (!words.empty() && words.size() <= few) {
        for (const std::string_view word : words) (term += term.empty() ? "" : "|") += word;
    } else {
        for (const char letter : field.name) term += upper(letter);
    }
    return term;
}

inline std::string argument_term(const field_description& field) {
    std::string term = value_term(field);
    if (field.repeated()) term += "...";
    return term;
}

/// `-n, --lines LINES`.
inline std::string option_term(const field_description& field) {
    std::string term;
    if (field.short_name != 0) ((term += '-') += field.short_name) += ", ";
    term += "--" + std::string(field.name);
    if (field.kind == field_kind::option) term += ' ' + value_term(field);
    return term;
}

/// The help of a field, and what a person must know besides: kind, words, default.
inline std::string meaning_of(const field_description& field) {
    std::string meaning(field.help);
    std::vector<std::string> more;
    const value_description& value = *field.value;
    if (field.kind != field_kind::flag && value.words.size() > 4) {
        std::string words = "one of ";
        for (std::size_t i = 0; i < value.words.size(); ++i)
            (words += i == 0 ? "" : ", ") += value.words[i];
        more.push_back(std::move(words));
    } else if (field.kind != field_kind::flag && value.words.empty() && value.kind != "text" &&
               field.help.find(value.kind) == std::string_view::npos) {
        more.emplace_back(value.kind);
    }
    if (value.repeated && field.kind == field_kind::option) more.emplace_back("may be repeated");
    if (field.required && field.kind == field_kind::option) more.emplace_back("required");
    if (!field.default_text.empty()) more.push_back("default " + field.default_text);
    for (std::size_t i = 0; i < more.size(); ++i) (meaning += i == 0 ? " (" : ", ") += more[i];
    if (!more.empty()) meaning += ')';
    return meaning;
}

/// Where an option under that heading belongs; two groups of one heading stand together.
inline std::vector<help_row>& rows_under(help& of, std::string_view heading) {
    if (heading.empty()) return of.options;
    for (help_section& group : of.groups)
        if (group.heading == heading) return group.rows;
    of.groups.push_back({std::string(heading), {}});
    return of.groups.back().rows;
}

inline void add_rows(std::string& text, std::string_view title, const std::vector<help_row>& rows) {
    if (rows.empty()) return;
    std::size_t widest = 0;
    for (const help_row& row : rows) widest = std::max(widest, columns_of(row.term));
    (text += '\n') += title;
    text += '\n';
    for (const help_row& row : rows) {
        (text += "  ") += row.term;
        text.append(widest - columns_of(row.term) + 2, ' ');
        (text += row.meaning) += '\n';
    }
}

inline void add_lines(std::string& text, std::string_view title,
                      const std::vector<std::string>& lines) {
    if (lines.empty()) return;
    (text += '\n') += title;
    text += '\n';
    for (const std::string& line : lines) ((text += "  ") += line) += '\n';
}

} // namespace detail

CHATOPS_INLINE std::string usage_of(const command_description& command) {
    std::string usage(command.info.name);
    for (const field_description& field : command.fields) {
        if (field.kind != field_kind::argument) continue;
        const std::string term = detail::argument_term(field);
        usage += field.required ? " " + term : " [" + term + "]";
    }
    for (const field_description& field : command.fields) {
        if (field.kind == field_kind::argument) continue;
        std::string term = "--" + std::string(field.name);
        if (field.kind == field_kind::option) term += ' ' + detail::value_term(field);
        usage += field.required ? " " + term : " [" + term + "]";
        if (field.repeated()) usage += "...";
    }
    return usage;
}

CHATOPS_INLINE help help_of(const command_description& command) {
    help made;
    made.usage = usage_of(command);
    made.summary = command.info.help;
    made.effect = command.info.effect;
    for (const field_description& field : command.fields) {
        if (field.kind == field_kind::argument)
            made.arguments.push_back({detail::argument_term(field), detail::meaning_of(field)});
        else
            detail::rows_under(made, field.heading)
                .push_back({detail::option_term(field), detail::meaning_of(field)});
    }
    for (const common_option& option : common_option_list) {
        std::string term;
        if (option.short_name != 0) ((term += '-') += option.short_name) += ", ";
        term += "--" + std::string(option.name);
        made.options.push_back({std::move(term), std::string(option.help)});
    }
    for (const std::string_view example : command.info.examples)
        made.examples.emplace_back(example);
    for (const std::string_view alias : command.info.aliases) made.aliases.emplace_back(alias);
    return made;
}

CHATOPS_INLINE std::vector<help_group> help_of(const directory& commands, std::string_view group) {
    const auto& all = commands.commands();
    std::vector<bool> shown(all.size());
    for (std::size_t i = 0; i < all.size(); ++i) {
        const std::string_view name = all[i]->info.name;
        shown[i] = group.empty() || equal_ignoring_case(name.substr(0, name.find(' ')), group);
    }
    return help_of(commands, shown);
}

CHATOPS_INLINE std::vector<help_group> help_of(const directory& commands,
                                               const std::vector<bool>& shown) {
    std::vector<help_group> groups;
    help_group single;
    for (const directory_name& each : commands.names()) {
        if (each.is_alias || !shown[each.index]) continue;
        const std::size_t space = each.name.find(' ');
        help_row row{std::string(each.name),
                     std::string(commands.commands()[each.index]->info.help)};
        if (space == std::string_view::npos) {
            single.commands.push_back(std::move(row));
            continue;
        }
        const std::string_view first = each.name.substr(0, space);
        if (groups.empty() || groups.back().name != first)
            groups.push_back({std::string(first), {}});
        groups.back().commands.push_back(std::move(row));
    }
    if (!single.commands.empty()) groups.insert(groups.begin(), std::move(single));
    return groups;
}

namespace detail {

/// `54 commands: addons, apps, builds, …`: the second words of their names, each thing once.
inline std::string subjects_of(const help_group& group) {
    constexpr std::size_t most_bytes = 80;
    std::vector<std::string> subjects;
    for (const help_row& row : group.commands) {
        const auto begin = row.term.find(' ') + 1;
        std::string word = row.term.substr(begin, row.term.find(' ', begin) - begin);
        // `app show` comes before `apps`.
        if (!subjects.empty() && (subjects.back() == word || subjects.back() + 's' == word))
            subjects.pop_back();
        subjects.push_back(std::move(word));
    }
    std::string text = std::to_string(group.commands.size()) +
                       (group.commands.size() == 1 ? " command: " : " commands: ");
    for (std::size_t i = 0; i < subjects.size(); ++i) {
        if (text.size() + subjects[i].size() > most_bytes) return text + ", …";
        text += (i == 0 ? "" : ", ") + subjects[i];
    }
    return text;
}

} // namespace detail

CHATOPS_INLINE std::vector<help_group> shortened(std::vector<help_group> of) {
    std::vector<help_group> made;
    help_group groups{"Groups", {}};
    for (help_group& group : of) {
        if (group.name.empty())
            made.push_back(std::move(group));
        else
            groups.commands.push_back({"help " + group.name, detail::subjects_of(group)});
    }
    if (!groups.commands.empty()) made.push_back(std::move(groups));
    return made;
}

CHATOPS_INLINE std::string text_of_help(const help& of) {
    std::string text = of.usage + "\n" + of.summary + "\n";
    detail::add_rows(text, "Arguments", of.arguments);
    detail::add_rows(text, "Options", of.options);
    for (const help_section& group : of.groups) detail::add_rows(text, group.heading, group.rows);
    detail::add_lines(text, "Examples", of.examples);
    detail::add_lines(text, "Also known as", of.aliases);
    return text;
}

CHATOPS_INLINE std::string text_of_help(const std::vector<help_group>& of) {
    std::string text;
    for (const help_group& group : of)
        detail::add_rows(text, group.name.empty() ? "Commands" : group.name, group.commands);
    if (!text.empty()) text.erase(0, 1);
    return text;
}

} // namespace chatops::line
