#pragma once

#include "chatops/core/utf8.hpp"
#include "chatops/line/characters.hpp"
#include "chatops/line/write.hpp"

namespace chatops::line {

namespace detail {

inline bool reads_as_itself(std::string_view text) {
    if (text.empty()) return false;
    for (std::size_t at = 0; at < text.size();) {
        const utf8_character next = character_at(text, at);
        const character_class is = next.valid ? class_of(next.code) : character_class::refused;
        // Quotes open a word only at its start or after `=`, but a reader should not need to know.
        if (is == character_class::space || is == character_class::quote ||
            is == character_class::refused || is == character_class::zero_width)
            return false;
        if (at == 0 && (is == character_class::long_dash || is == character_class::other_hyphen ||
                        text.front() == '-'))
            return false;
        at += next.size;
    }
    return true;
}

// By its whole name: where <iomanip> comes first, std::quoted takes a std::string, too.
inline void add_option(std::string& line, std::string_view name, std::string_view text) {
    ((line += " --") += name) += text.empty() || text.front() != '-' ? " " : "=";
    line += chatops::line::quoted(text);
}

using texts_of_field = std::vector<std::string> (*)(const field_description&, const void*);

inline std::vector<std::string> hidden_texts(const field_description& field, const void* command) {
    return field.texts(command);
}

inline std::vector<std::string> revealed_texts(const field_description& field,
                                               const void* command) {
    if (!field.secret()) return hidden_texts(field, command);
    std::vector<secret> secrets;
    field.value->reveal(field.in(command), secrets);
    std::vector<std::string> texts;
    texts.reserve(secrets.size());
    for (const secret& each : secrets) texts.emplace_back(each.reveal());
    return texts;
}

inline std::string write_with(texts_of_field texts_of, const command_description& description,
                              const void* command) {
    std::string line(description.info.name);
    bool by_place = true;
    for (const field_description& field : description.fields) {
        if (field.kind != field_kind::argument) continue;
        const auto texts = texts_of(field, command);
        by_place = by_place && !texts.empty();
        for (const std::string& text : texts) {
            if (by_place)
                (line += ' ') += chatops::line::quoted(text);
            else
                add_option(line, field.name, text);
        }
    }
    for (const field_description& field : description.fields) {
        if (field.kind == field_kind::flag && *static_cast<const bool*>(field.in(command)))
            (line += " --") += field.name;
        if (field.kind != field_kind::option) continue;
        for (const std::string& text : texts_of(field, command)) add_option(line, field.name, text);
    }
    return line;
}

} // namespace detail

CHATOPS_INLINE std::string quoted(std::string_view text) {
    if (detail::reads_as_itself(text)) return std::string(text);
    std::string word = "\"";
    for (const char letter : text) {
        if (letter == '"' || letter == '\\') word += '\\';
        word += letter;
    }
    word += '"';
    return word;
}

CHATOPS_INLINE std::string write(const command_description& description, const void* command) {
    return detail::write_with(detail::hidden_texts, description, command);
}

CHATOPS_INLINE secret write_revealed(const command_description& description, const void* command) {
    return secret(detail::write_with(detail::revealed_texts, description, command));
}

} // namespace chatops::line
