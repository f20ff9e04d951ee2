#pragma once

#include "chatops/core/ascii.hpp"
#include "chatops/line/find_option.hpp"
#include "chatops/line/look_alike.hpp"
#include "chatops/line/parse.hpp"
#include "chatops/line/parser.hpp"
#include "chatops/line/suggest.hpp"

namespace chatops::line {

namespace detail {

/// How an argument or option is called in a message: `app` or `--lines`.
inline std::string called(const field_description& field) {
    return (field.kind == field_kind::argument ? "" : "--") + std::string(field.name);
}

/// What a missing value would be; nothing if it is any text.
inline std::string expected_of(const value_description& value) {
    if (!value.words.empty()) return one_of_words(value.words);
    return value.kind == chatops::text_of<std::string>::kind ? std::string()
                                                             : std::string(value.kind);
}

/// Where the name of an option ends in the line.
inline std::size_t name_end(const word& typed) {
    return typed.has_value ? typed.value_begin - 1 : typed.end;
}

} // namespace detail

CHATOPS_INLINE result<common_options> parse(const command_description& description,
                                            const words& line, std::size_t first, void* command,
                                            const moment& typed) {
    parser reader(description, line, command, typed);
    if (reader.read(first)) return reader.common();
    // Who asks for help gets it, whatever else is wrong with the line.
    for (std::size_t i = first; i < line.size(); ++i) {
        if (!line[i].is_option() || line[i].has_value) continue;
        const common_option* const option = find_common(line[i]);
        if (option != nullptr && option->given == &common_options::help)
            return common_options{.json = false, .help = true};
    }
    return std::move(reader).wrong();
}

CHATOPS_INLINE bool parser::refuse(mistake wrong) {
    wrong_ = std::move(wrong);
    return false;
}

/// What was typed, for a message; empty where it may be secret.
CHATOPS_INLINE std::string parser::repeated_text(std::string_view text) const {
    return takes_secret(description_) ? std::string() : " " + shown(text);
}

CHATOPS_INLINE bool parser::read_words(std::size_t first) {
    for (std::size_t at = first; at < line_.size(); ++at) {
        if (!line_[at].is_option())
            positions_[position_count_++] = static_cast<std::uint16_t>(at);
        else if (!read_option(at) || common_.help)
            return common_.help;
    }
    return true;
}

CHATOPS_INLINE bool parser::read_option(std::size_t& at) {
    const word& typed = line_[at];
    const std::size_t field = find_field(description_.fields, typed);
    if (field != description_.fields.size()) return read_field(field, at);
    if (const common_option* option = find_common(typed)) return read_common(*option, typed);
    return refuse_unknown(typed);
}

CHATOPS_INLINE bool parser::read_common(const common_option& option, const word& typed) {
    if (typed.has_value)
        return refuse({"unexpected_value", "--" + std::string(option.name) + " takes no value.",
                       typed.value_begin, typed.end});
    common_.*option.given = true;
    return true;
}

/// A field given by name: its value is after `=`, or the next word.
CHATOPS_INLINE bool parser::read_field(std::size_t field, std::size_t& at) {
    const field_description& described = description_.fields[field];
    const word& typed = line_[at];
    if (is_given(field) && !described.repeated())
        return refuse({"given_twice", detail::called(described) + " is given twice.", typed.begin,
                       typed.end, "one value"});
    if (described.kind == field_kind::flag) {
        if (typed.has_value)
            return refuse({"unexpected_value",
                           detail::called(described) + " takes no value: it is named or not.",
                           typed.value_begin, typed.end});
        given_ |= std::uint64_t{1} << field;
        *static_cast<bool*>(described.in(command_)) = true;
        return true;
    }
    if (typed.has_value) return set(field, typed.value, typed.value_begin, typed.end);
    if (at + 1 == line_.size() || line_[at + 1].is_option())
        return refuse_missing_value(field, typed);
    const word& value = line_[++at];
    return set(field, value.text, value.begin, value.end);
}

/// Hands each word given by its place to the next argument that is not given by name.
CHATOPS_INLINE bool parser::place_positions() {
    if (common_.help) return true;
    std::size_t next = 0;
    const auto fields = description_.fields;
    for (std::size_t i = 0; i < fields.size() && next < position_count_; ++i) {
        if (fields[i].kind != field_kind::argument || is_given(i)) continue;
        const std::size_t end = fields[i].repeated() ? position_count_ : next + 1;
        for (; next < end; ++next) {
            const word& value = line_[positions_[next]];
            if (set(i, value.text, value.begin, value.end)) continue;
            wrong_.message += given_by_name(i);
            return false;
        }
    }
    if (next == position_count_) return true;
    const word& excess = line_[positions_[next]];
    std::string advice = given_by_name(fields.size());
    if (advice.empty() && next > 0) advice = " What has spaces in it goes between quotes.";
    return refuse({"too_many_arguments",
                   std::string(description_.info.name) + " takes no further argument" +
                       repeated_text(excess.text) + "." + advice,
                   excess.begin, line_[positions_[position_count_ - 1]].end});
}

/// What a word was not taken for, because it is named: ` app is given already, with --app.`
CHATOPS_INLINE std::string parser::given_by_name(std::size_t before) const {
    std::string text;
    for (const word& each : line_) {
        if (!each.is_option()) continue;
        const std::size_t field = find_field(description_.fields, each);
        if (field >= before || description_.fields[field].kind != field_kind::argument) continue;
        const std::string name(description_.fields[field].name);
        text += ' ' + name + " is given already, with --" + name + '.';
    }
    return text;
}

CHATOPS_INLINE bool parser::check_required() {
    if (common_.help) return true;
    for (std::size_t i = 0; i < description_.fields.size(); ++i)
        if (description_.fields[i].required && !is_given(i)) return refuse_missing(i);
    return true;
}

CHATOPS_INLINE bool parser::set(std::size_t field, std::string_view text, std::size_t begin,
                                std::size_t end) {
    const field_description& described = description_.fields[field];
    auto done = described.value->read(described.in(command_), text, !is_given(field), typed_);
    given_ |= std::uint64_t{1} << field;
    if (done) return true;
    mistake wrong = std::move(done).error();
    if (wrong.code.empty()) wrong.code = "invalid_value";
    if (explain_look_alike(field, text, wrong)) {
    } else if (takes_secret(description_)) {
        // A secret may stand in the wrong place, so that another field refuses it.
        wrong.message = "this is not " + (wrong.expected.empty() ? "right" : wrong.expected) + ".";
        wrong.suggestion.clear();
    } else if (wrong.suggestion.empty()) {
        wrong.suggestion = nearest_one(as_it_looks(text), described.value->words);
    }
    wrong.message = detail::called(described) + ": " + wrong.message;
    // A place within the text is one in the line, unless escapes were taken out.
    std::optional<std::size_t> from = line_.place_of(text);
    if (!from && end - begin == text.size()) from = begin;
    if (from && wrong.begin <= wrong.end && wrong.end <= text.size() && wrong.end != 0) {
        wrong.begin += *from;
        wrong.end += *from;
    } else {
        wrong.begin = begin;
        wrong.end = end;
    }
    return refuse(std::move(wrong));
}

/// Whether a refused value would be right if it were what it looks like; then `wrong` says so.
CHATOPS_INLINE bool parser::explain_look_alike(std::size_t field, std::string_view text,
                                               mistake& wrong) {
    if (!first_look_alike(text)) return false;
    const field_description& described = description_.fields[field];
    const std::string looks = as_it_looks(text);
    if (!described.value->read(described.in(command_), looks, true, typed_)) return false;
    wrong = looks_like_a_name(text, 0, looks);
    if (takes_secret(description_)) {
        wrong = mistake("look_alike_letter",
                        "this only looks right: a character in it is another one than it looks "
                        "like. Type it again instead of pasting it.");
    }
    return true;
}

CHATOPS_INLINE bool parser::refuse_unknown(const word& typed) {
    std::vector<std::string_view> names;
    std::string expected;
    const auto add = [&](std::string_view name, char short_name) {
        names.push_back(name);
        ((expected += expected.empty() ? "--" : ", --") += name);
        if (short_name != 0) expected += " (-" + std::string(1, short_name) + ")";
    };
    for (const field_description& field : description_.fields) add(field.name, field.short_name);
    for (const common_option& option : common_option_list) add(option.name, option.short_name);
    if (first_look_alike(typed.text)) {
        const std::string looks = as_it_looks(typed.text);
        for (const std::string_view name : names)
            if (equal_ignoring_case(name, looks)) return refuse_look_alike(typed, name);
    }
    std::string near(nearest_one(typed.text, names));
    if (!near.empty()) near.insert(0, "--");
    // `-n5`, as other programs take it.
    const word first_letter{typed.text.substr(0, 1), {}, 0, 0, 0, 1, false};
    const std::size_t by_letter = find_field(description_.fields, first_letter);
    if (typed.dashes == 1 && by_letter != description_.fields.size() &&
        description_.fields[by_letter].kind != field_kind::flag && !takes_secret(description_))
        near = "-" + std::string(typed.text.substr(0, 1)) + ' ' + std::string(typed.text.substr(1));
    const std::string dashes(typed.dashes, '-');
    return refuse({"unknown_option",
                   std::string(description_.info.name) + " has no option" +
                       repeated_text(dashes + std::string(typed.text)) + ".",
                   typed.begin, detail::name_end(typed), std::move(expected), std::move(near)});
}

CHATOPS_INLINE bool parser::refuse_look_alike(const word& typed, std::string_view name) {
    // The name ends where its `=` is, or with the word.
    const std::size_t begin = detail::name_end(typed) - typed.text.size();
    mistake wrong = looks_like_a_name(typed.text, begin, name);
    wrong.suggestion.insert(0, "--");
    return refuse(std::move(wrong));
}

CHATOPS_INLINE bool parser::refuse_missing_value(std::size_t field, const word& typed) {
    const field_description& described = description_.fields[field];
    return refuse({"missing_value",
                   "--" + std::string(described.name) +
                       " needs a value: " + std::string(described.help) + ".",
                   typed.begin, typed.end, detail::expected_of(*described.value)});
}

CHATOPS_INLINE bool parser::refuse_missing(std::size_t field) {
    const field_description& described = description_.fields[field];
    const bool argument = described.kind == field_kind::argument;
    return refuse({argument ? "missing_argument" : "missing_option",
                   std::string(description_.info.name) + " needs " + detail::called(described) +
                       ": " + std::string(described.help) + ".",
                   line_.line_size(), line_.line_size(), detail::expected_of(*described.value)});
}

} // namespace chatops::line
