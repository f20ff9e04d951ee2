// What argument, option and flag have in common: a name, a help, and the rules for both.
#pragma once

#include "chatops/command/text_of_duration.hpp"
#include "chatops/command/text_of_enum.hpp"
#include "chatops/command/text_of_number.hpp"
#include "chatops/command/text_of_time.hpp"
#include "chatops/command/value_description.hpp"
#include "chatops/core/ascii.hpp"
#include "chatops/core/fixed_string.hpp"

#include <cstdint>

namespace chatops {

enum class field_kind : std::uint8_t { argument, option, flag };

/// What a member of a command says of itself in its template arguments.
struct field_facts {
    field_kind kind;
    std::string_view name;
    std::string_view help;
    /// 0 if it has none.
    char short_name;
};

/// A member of a command: an argument, an option or a flag.
template <class Field>
concept field = std::same_as<decltype(Field::facts), const field_facts>;

namespace detail {

/// One word of a name: a letter, then letters, digits and single dashes.
constexpr bool is_name(std::string_view name) {
    if (name.empty() || name.size() > 40 || !is_lower(name.front()) || name.back() == '-')
        return false;
    for (std::size_t i = 0; i < name.size(); ++i) {
        const bool dash = name[i] == '-' && name[i - 1] != '-';
        if (!is_lower(name[i]) && !is_digit(name[i]) && !dash) return false;
    }
    return true;
}

/// One line that says something.
constexpr bool is_help(std::string_view help) {
    if (help.empty() || help.front() == ' ' || help.back() == ' ') return false;
    for (const char letter : help)
        if (static_cast<unsigned char>(letter) < ' ') return false;
    return true;
}

/// The names of the options that every command has; see line/common.hpp.
constexpr bool is_reserved(std::string_view name) { return name == "json" || name == "help"; }

constexpr bool is_short_name(char letter) {
    return letter == 0 || is_lower(letter) || (letter >= 'A' && letter <= 'Z');
}

/// Stops the build where a name or a help of a field breaks a rule.
template <fixed_string Name, fixed_string Help, char Short = 0>
consteval bool check_field() {
    static_assert(!Name.empty(), "This argument, option or flag has no name. Give it one as its "
                                 "first template argument, as in argument<\"app\", \"...\">.");
    static_assert(Name.empty() || is_name(Name.view()),
                  "A name has characters that people cannot type alike everywhere. Begin with a "
                  "lower-case letter, and use only those, digits and single dashes; at most 40.");
    static_assert(
        !is_reserved(Name.view()),
        "The names json and help belong to options that every command has. Take another.");
    static_assert(is_help(Help.view()),
                  "This argument, option or flag has no help. Say in one line what it is for, as "
                  "its second template argument: it is what people read in help and in forms.");
    static_assert(is_short_name(Short), "A short name is not a letter. Take one, as in 'a'.");
    static_assert(Short != 'h', "The short name h means help everywhere. Take another.");
    return true;
}

/// Stops the build where a type cannot be read from text.
template <class T>
consteval bool check_value() {
    static_assert(std::same_as<one_of<one_of<T>>, one_of<T>>,
                  "Neither `list` nor `std::optional` may hold the other kind or itself, but for "
                  "std::optional<list<T>>. Use list<T>, std::optional<T> or that.");
    static_assert(!std::is_enum_v<one_of<T>> || readable<one_of<T>>,
                  "This enum cannot be read from text. Write BOOST_DESCRIBE_ENUM(name, values...) "
                  "after it, from <boost/describe/enum.hpp>.");
    static_assert(std::is_enum_v<one_of<T>> || readable<one_of<T>>,
                  "This type cannot be read from text. Give it kind, parse and to_text, or "
                  "specialise chatops::text_of for it; see chatops/command/text_of.hpp.");
    return true;
}

} // namespace detail
} // namespace chatops
