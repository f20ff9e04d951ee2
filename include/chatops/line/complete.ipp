#pragma once

#include "chatops/core/ascii.hpp"
#include "chatops/core/limits.hpp"
#include "chatops/line/complete.hpp"
#include "chatops/line/find_option.hpp"
#include "chatops/line/split.hpp"
#include "chatops/line/write.hpp"

#include <utility>

namespace chatops::line {

namespace detail {

inline bool goes_on(std::string_view text, std::string_view typed) {
    return equal_ignoring_case(text.substr(0, typed.size()), typed);
}

inline void add_item(completions& to, std::string text, std::string help) {
    if (to.items.size() < limits::completions)
        to.items.push_back({std::move(text), std::move(help)});
}

/// What is known of a command whose line is not finished.
struct typed_so_far {
    const command_description* command;
    /// The places of the fields that have a value.
    std::vector<bool> given;
    std::vector<known_value> known;
    /// The option whose value is the next word.
    const field_description* pending = nullptr;
    /// The argument that the next word would be.
    const field_description* argument = nullptr;
};

inline void add_known(typed_so_far& so_far, std::size_t field, std::string_view text) {
    const field_description& described = so_far.command->fields[field];
    so_far.given[field] = true;
    if (!described.secret()) so_far.known.push_back({&described, std::string(text)});
}

/// Follows the parser through the words before the one that is being typed.
inline typed_so_far follow(const command_description& command, const words& line, std::size_t first,
                           std::size_t end) {
    const auto fields = command.fields;
    typed_so_far so_far{&command, std::vector<bool>(fields.size()), {}};
    std::vector<std::string_view> positions;
    for (std::size_t at = first; at < end; ++at) {
        const word& next = line[at];
        const std::size_t field = next.is_option() ? find_field(fields, next) : fields.size();
        if (!next.is_option()) {
            positions.push_back(next.text);
        } else if (field == fields.size()) {
            continue;
        } else if (next.has_value) {
            add_known(so_far, field, next.value);
        } else if (fields[field].kind == field_kind::flag) {
            so_far.given[field] = true;
        } else if (at + 1 == end) {
            so_far.pending = &fields[field];
        } else if (!line[at + 1].is_option()) {
            add_known(so_far, field, line[++at].text);
        }
    }
    std::size_t next = 0;
    for (std::size_t i = 0; i < fields.size() && so_far.argument == nullptr; ++i) {
        if (fields[i].kind != field_kind::argument || so_far.given[i]) continue;
        if (&fields[i] == so_far.pending) continue;
        const std::size_t last = fields[i].repeated() ? positions.size() : next + 1;
        if (next == positions.size() || fields[i].repeated()) so_far.argument = &fields[i];
        for (; next < last && next < positions.size(); ++next)
            add_known(so_far, i, positions[next]);
    }
    return so_far;
}

inline void complete_value(completions& made, const typed_so_far& so_far,
                           const field_description& field, std::string_view typed) {
    if (field.secret() || field.kind == field_kind::flag) return;
    for (const std::string_view word : field.value->words)
        if (goes_on(word, typed)) add_item(made, line::quoted(word), {});
    if (field.value->words.empty())
        made.value = completion_request{so_far.command, &field, std::string(typed), so_far.known};
}

inline void complete_option(completions& made, const typed_so_far& so_far, std::string_view typed) {
    const auto fields = so_far.command->fields;
    for (std::size_t i = 0; i < fields.size(); ++i) {
        const bool possible = !so_far.given[i] || fields[i].repeated();
        if (possible && goes_on(fields[i].name, typed))
            add_item(made, "--" + std::string(fields[i].name), std::string(fields[i].help));
    }
    for (const common_option& option : common_option_list)
        if (goes_on(option.name, typed))
            add_item(made, "--" + std::string(option.name), std::string(option.help));
}

inline void complete_fields(completions& made, const found_command& found, const words& line,
                            std::size_t whole) {
    const typed_so_far so_far = follow(*found.command, line, found.words, whole);
    const word* const open = whole < line.size() ? &line[whole] : nullptr;
    if (open != nullptr && open->is_option()) {
        if (!open->has_value) return complete_option(made, so_far, open->text);
        made.begin = open->value_begin;
        const std::size_t field = find_field(found.command->fields, *open);
        if (field != found.command->fields.size())
            complete_value(made, so_far, found.command->fields[field], open->value);
        return;
    }
    const std::string_view typed = open == nullptr ? std::string_view() : open->text;
    const field_description* const field = so_far.pending ? so_far.pending : so_far.argument;
    if (field != nullptr) complete_value(made, so_far, *field, typed);
    if (open == nullptr && so_far.pending == nullptr &&
        (field == nullptr || !field->required || field->repeated()))
        complete_option(made, so_far, typed);
}

inline void complete_name(completions& made, const directory& commands, const words& line,
                          std::size_t whole) {
    std::string prefix;
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (line[i].is_option() || line[i].text.size() > 128) return; // No name is so long.
        if (i > 0) prefix += ' ';
        for (const char letter : line[i].text) prefix += lower(letter);
    }
    if (whole == line.size() && whole > 0) prefix += ' ';
    if (whole > 2) return;
    const std::size_t begin = whole == 0 ? 0 : prefix.rfind(' ') + 1;
    const auto names = commands.names();
    const auto found = commands.names_from(prefix);
    std::size_t at = found.empty() ? 0 : static_cast<std::size_t>(&found.front() - names.data());
    const std::size_t end = at + found.size();
    while (at < end && made.items.size() < limits::completions) {
        const directory_name& each = names[at];
        const std::size_t space = each.name.find(' ', begin);
        std::string text(each.name.substr(begin, space - begin));
        if (space == std::string_view::npos) {
            const command_info& info = commands.commands()[each.index]->info;
            add_item(made, std::move(text),
                     each.is_alias ? "the same as " + std::string(info.name)
                                   : std::string(info.help));
            ++at;
        } else {
            const std::size_t next = each.group_end[whole];
            add_item(made, std::move(text),
                     next == at + 1 ? "1 command" : std::to_string(next - at) + " commands");
            at = next;
        }
    }
}

} // namespace detail

CHATOPS_INLINE completions complete(std::string_view line, const directory& commands) {
    completions made;
    made.begin = made.end = line.size();
    const auto split_line = split_unfinished(line);
    if (!split_line) return made;
    const words& typed = *split_line;
    // A word that ends with the line is still being typed, and may become another.
    const std::size_t whole = typed.size() - (typed.last_is_open() ? 1 : 0);
    if (whole < typed.size()) made.begin = typed[whole].begin;
    if (const auto found = commands.match(typed, whole))
        detail::complete_fields(made, *found, typed, whole);
    else
        detail::complete_name(made, commands, typed, whole);
    return made;
}

CHATOPS_INLINE void add_values(completions& of, std::span<const std::string> texts) {
    if (!of.value) return;
    // Before the options, which a later word may be as well.
    std::vector<completion> options = std::exchange(of.items, {});
    for (const std::string& text : texts)
        if (detail::goes_on(text, of.value->typed)) detail::add_item(of, line::quoted(text), {});
    for (completion& each : options)
        detail::add_item(of, std::move(each.text), std::move(each.help));
}

} // namespace chatops::line
