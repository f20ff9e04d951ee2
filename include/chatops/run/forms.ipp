#pragma once

#include "chatops/command/mention.hpp"
#include "chatops/core/limits.hpp"
#include "chatops/gate/rulebook.hpp"
#include "chatops/line/help.hpp"
#include "chatops/line/parse.hpp"
#include "chatops/line/split.hpp"
#include "chatops/line/suggest.hpp"
#include "chatops/line/write.hpp"
#include "chatops/run/forms.hpp"
#include "chatops/run/values.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace chatops {

namespace detail {

inline std::string with_capital(std::string text) {
    if (!text.empty() && text.front() >= 'a' && text.front() <= 'z')
        text.front() = static_cast<char>(text.front() - 'a' + 'A');
    return text;
}

inline form_field::input input_of(const entry& command, const field_description& field) {
    if (field.kind == field_kind::flag) return form_field::input::flag;
    const bool few = !field.value->words.empty();
    const value_knower::row* const known = values_of_field(command, field);
    if (known != nullptr && known->sort == value_sort::whole && !few)
        return field.repeated() ? form_field::input::several_looked_up
                                : form_field::input::looked_up;
    const bool of_people = known != nullptr && known->sort == value_sort::people;
    if (!field.repeated() && (of_people || field.value->type == type_of_value<person_mention>))
        return form_field::input::person;
    if (!field.repeated() && field.value->type == type_of_value<channel_mention>)
        return form_field::input::channel;
    if (field.repeated()) return few ? form_field::input::choices : form_field::input::texts;
    if (few) return form_field::input::choice;
    return field.value->kind == text_of<int>::kind ? form_field::input::number
                                                   : form_field::input::text;
}

/// What stands in a field from the beginning: what was typed, else the author's default.
inline std::vector<std::string> initial_values(const field_description& field,
                                               form_field::input how, const void* typed,
                                               const void* untouched) {
    if (field.kind == field_kind::flag)
        return *static_cast<const bool*>(field.in(typed)) ? std::vector<std::string>{"yes"}
                                                          : std::vector<std::string>{};
    if (field.secret()) return {};
    std::vector<std::string> texts = field.texts(typed);
    // A required value that was not typed is whatever its type begins with.
    if (field.required && texts == field.texts(untouched)) return {};
    if (how == form_field::input::texts)
        for (std::string& each : texts) each = line::quoted(each);
    return texts;
}

inline form_field field_of(const entry& command, const field_description& field, const void* typed,
                           const void* untouched) {
    form_field made;
    made.name = field.name;
    made.label = with_capital(std::string(field.help));
    made.how = input_of(command, field);
    made.required = field.required;
    made.values = initial_values(field, made.how, typed, untouched);
    if (made.how == form_field::input::flag) {
        made.label = "--" + std::string(field.name);
        made.hint = field.help;
    } else if (made.how == form_field::input::texts) {
        made.hint =
            "One or more of " + std::string(field.value->kind) + ", parted by spaces or lines";
    } else if (made.how != form_field::input::choice && made.how != form_field::input::choices &&
               made.how != form_field::input::person && made.how != form_field::input::channel) {
        made.hint = with_capital(std::string(field.value->kind));
    }
    if (field.secret()) made.hint += ". Nobody else sees what you type here";
    for (const std::string_view word : field.value->words)
        if (made.how != form_field::input::flag)
            made.choices.push_back({std::string(word), std::string(word), {}});
    return made;
}

/// Reads a line as far as it goes; false if anything is wrong with it but that something is
/// missing.
inline bool read_typed(const line::found_command& found, const line::words& words, void* into) {
    const auto read = line::parse(*found.command, words, found.words, into);
    return read ? !read->help
                : read.error().code == "missing_argument" || read.error().code == "missing_option";
}

inline input_form form_of(const catalogue& commands, const entry& command, const void* typed) {
    const options untouched = command.make();
    const command_info& info = command.what->info;
    input_form made;
    made.title = info.name;
    made.intro = std::string(info.help) + ".";
    if (info.effect == effect::destroy)
        made.intro += " It asks you to confirm before it does anything.";
    made.submit = "Run";
    for (const field_description& each : command.what->fields)
        made.fields.push_back(field_of(command, each, typed, untouched.get()));
    made.origin.command = info.name;
    made.origin.declaration = commands.digest(command);
    return made;
}

inline std::optional<input_form> form_of_line(const catalogue& commands, std::string_view text,
                                              bool only_if_incomplete) {
    const auto words = line::split(text);
    if (!words) return std::nullopt;
    const auto found = commands.names().find(*words);
    if (!found || found->command->fields.empty()) return std::nullopt;
    if (only_if_incomplete && commands.read(text)) return std::nullopt;
    const entry& command = commands.entries()[found->index];
    const options typed = command.make();
    if (!read_typed(*found, *words, typed.get())) return std::nullopt;
    return form_of(commands, command, typed.get());
}

/// Several values typed into one input, as words of a line; a text that is no such is one value.
inline std::vector<std::string> words_typed(const std::string& text) {
    std::string line = text;
    std::replace(line.begin(), line.end(), '\n', ' ');
    std::replace(line.begin(), line.end(), '\r', ' ');
    const auto words = line::split(line);
    std::vector<std::string> made;
    if (words)
        for (const line::word& each : *words) {
            if (each.is_option()) return {line};
            made.emplace_back(each.text);
        }
    return words ? made : std::vector<std::string>{line};
}

inline std::string sentence_of(const mistake& wrong) {
    std::string text = with_capital(wrong.message);
    if (!wrong.expected.empty()) text += " Expected " + wrong.expected + ".";
    if (!wrong.suggestion.empty()) text += " Did you mean " + wrong.suggestion + "?";
    return text;
}

/// Reads one field's values; a mistake as a sentence, or an empty one.
inline std::string read_field(const entry& command, const field_description& field,
                              const std::vector<std::string>* given, void* into,
                              const moment& typed) {
    std::vector<std::string> values;
    if (given != nullptr)
        for (const std::string& each : *given) {
            if (input_of(command, field) != form_field::input::texts) {
                values.push_back(each);
                continue;
            }
            for (std::string& word : words_typed(each)) values.push_back(std::move(word));
        }
    if (values.empty())
        return field.required ? "It cannot run without this: " + std::string(field.help) + "."
                              : std::string();
    if (field.kind == field_kind::flag) {
        *static_cast<bool*>(field.in(into)) = true;
        return {};
    }
    bool first = true;
    for (const std::string& each : values) {
        // What cannot be typed in a line cannot be recorded as one.
        if (const auto word = line::split(line::quoted(each)); !word)
            return sentence_of(word.error());
        const auto read =
            field.value->read(field.in(into), each, std::exchange(first, false), typed);
        if (!read) return sentence_of(read.error());
    }
    return {};
}

} // namespace detail

CHATOPS_INLINE const std::vector<std::string>* values_in(const submitted& filled,
                                                         std::string_view name) {
    for (const auto& [field, values] : filled.fields)
        if (field == name) return &values;
    return nullptr;
}

CHATOPS_INLINE std::optional<input_form> form_for(const catalogue& commands,
                                                  std::string_view line) {
    return detail::form_of_line(commands, line, true);
}

CHATOPS_INLINE std::optional<input_form> whole_form_for(const catalogue& commands,
                                                        std::string_view line) {
    return detail::form_of_line(commands, line, false);
}

CHATOPS_INLINE filled_line line_of(const catalogue& commands, const submitted& filled,
                                   const moment& typed) {
    filled_line made;
    const auto at_first = [&](std::string message) {
        const std::string where =
            filled.fields.empty() ? filled.origin.command : filled.fields.front().first;
        made.mistakes.push_back({where, std::move(message)});
        return made;
    };
    const entry* const command = commands.find(filled.origin.command);
    if (command == nullptr || commands.digest(*command) != filled.origin.declaration)
        return at_first("The bot was changed since this form was opened. Close it and ask again: "
                        "nothing was done.");
    const options given = command->make();
    for (const field_description& each : command->what->fields) {
        const std::string wrong =
            detail::read_field(*command, each, values_in(filled, each.name), given.get(), typed);
        if (!wrong.empty()) made.mistakes.push_back({std::string(each.name), wrong});
    }
    if (!made.mistakes.empty()) return made;
    made.text = std::string(line::write_revealed(*command->what, given.get()).reveal());
    if (const auto read = commands.read(made.text); !read)
        return at_first(detail::sentence_of(read.error()));
    return made;
}

namespace detail {

/// A character that can stand in a name of an application or a server.
inline bool is_of_name(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '_' || c == '.';
}

inline char small(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

/// Where a message names that, as a word of its own and in any case; npos if it does not.
inline std::size_t place_of(std::string_view message, std::string_view name) {
    const auto same = [](char left, char right) { return small(left) == small(right); };
    auto from = message.begin();
    while (!name.empty()) {
        const auto at = std::search(from, message.end(), name.begin(), name.end(), same);
        if (at == message.end()) return std::string_view::npos;
        const auto end = at + static_cast<std::ptrdiff_t>(name.size());
        const bool begins = at == message.begin() || !is_of_name(*(at - 1));
        // A point after it ends a sentence, or begins a domain's next part.
        const bool ends = end == message.end() || !is_of_name(*end) ||
                          (*end == '.' && (end + 1 == message.end() || !is_of_name(*(end + 1))));
        if (begins && ends) return static_cast<std::size_t>(at - message.begin());
        from = at + 1;
    }
    return std::string_view::npos;
}

/// What a message names, with its provider: in the order of the message.
inline std::vector<std::pair<std::string, std::string>>
named_in(std::string_view message, const std::vector<config::project>& projects) {
    std::set<std::pair<std::size_t, std::pair<std::string, std::string>>> found;
    for (const config::project& each : projects)
        for (const auto& [provider, names] : each.holdings)
            for (const std::string& name : names)
                if (const std::size_t at = place_of(message, name); at != std::string_view::npos)
                    found.insert({at, {provider, name}});
    std::vector<std::pair<std::string, std::string>> made;
    for (const auto& each : found) made.push_back(each.second);
    return made;
}

/// Whether the command's first argument is something that projects hold at that provider, and can
/// be this.
inline bool is_about(const entry& command, std::string_view provider, const std::string& name) {
    if (command.what->fields.empty()) return false;
    const field_description& first = command.what->fields.front();
    if (first.kind != field_kind::argument || !first.required || first.value->held_at != provider)
        return false;
    const options scratch = command.make();
    return first.value->read(first.in(scratch.get()), name, true, {}).has_value();
}

} // namespace detail

CHATOPS_INLINE std::vector<fitting_line> lines_about(const inquiry& asked, std::string_view message,
                                                     const std::vector<config::project>& projects) {
    std::vector<fitting_line> made;
    if (asked.asker == nullptr) return made;
    const auto mine = asked.rules.rules_for(*asked.asker);
    for (const auto& [provider, name] : detail::named_in(message, projects))
        for (const effect which : {effect::read, effect::change, effect::destroy})
            for (const entry& each : asked.commands.entries()) {
                const command_info& info = each.what->info;
                if (info.effect != which || !detail::is_about(each, provider, name) ||
                    !gate::may_try(mine, info.name, info.effect))
                    continue;
                made.push_back({std::string(info.name) + ' ' + line::quoted(name),
                                std::string(info.help), name, info.effect});
            }
    return made;
}

namespace detail {

inline std::string group_of(const fitting_line& line) {
    switch (line.effect) {
    case effect::read: return "Look at " + line.about;
    case effect::change: return "Change " + line.about;
    case effect::destroy: return "Change " + line.about + ", once you confirm";
    }
    return {};
}

} // namespace detail

CHATOPS_INLINE input_form choice_among(const std::vector<fitting_line>& lines) {
    input_form made;
    made.title = "About this message";
    made.intro = "What shall I do about it? You can look at it once more before it runs.";
    made.submit = "Next";
    form_field which;
    which.name = chosen_line_field;
    which.label = "Command";
    which.how = form_field::input::choice;
    which.required = true;
    for (const fitting_line& each : lines)
        if (each.text.size() <= limits::slack_option_bytes &&
            which.choices.size() < limits::message_choices)
            which.choices.push_back({each.text, each.text, each.help, detail::group_of(each)});
    if (const std::size_t left_out = lines.size() - which.choices.size(); left_out > 0)
        made.intro += " Here is no room for " + std::to_string(left_out) +
                      " more that would fit: type those, or point at a message that names less.";
    made.fields.push_back(std::move(which));
    return made;
}

} // namespace chatops
