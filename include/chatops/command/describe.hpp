// From a command's type to its description, and the rules that stop the build.
#pragma once

#include "chatops/command/argument.hpp"
#include "chatops/command/description.hpp"
#include "chatops/command/flag.hpp"
#include "chatops/command/option.hpp"

#include <boost/pfr/core.hpp>

#include <array>
#include <type_traits>
#include <utility>

namespace chatops {

namespace detail {

/// What the rules about the order of fields need to know of one.
struct field_rule {
    field_facts facts{};
    bool optional = false;
    bool repeated = false;
    bool is_field = false;
};

template <class Field>
consteval field_rule rule_of() {
    if constexpr (field<Field>) {
        using value = typename Field::value_type;
        return {Field::facts, shape_of<value>::optional, shape_of<value>::repeated, true};
    } else {
        return {};
    }
}

constexpr bool all_are_fields(std::span<const field_rule> fields) {
    for (const field_rule& each : fields)
        if (!each.is_field) return false;
    return true;
}

constexpr bool names_differ(std::span<const field_rule> fields) {
    for (std::size_t i = 0; i < fields.size(); ++i)
        for (std::size_t j = 0; j < i; ++j)
            if (fields[i].facts.name == fields[j].facts.name) return false;
    return true;
}

constexpr bool short_names_differ(std::span<const field_rule> fields) {
    for (std::size_t i = 0; i < fields.size(); ++i)
        for (std::size_t j = 0; j < i; ++j)
            if (fields[i].facts.short_name != 0 &&
                fields[i].facts.short_name == fields[j].facts.short_name)
                return false;
    return true;
}

constexpr bool required_before_optional(std::span<const field_rule> fields) {
    bool optional = false;
    for (const field_rule& each : fields) {
        if (each.facts.kind != field_kind::argument) continue;
        if (optional && !each.optional) return false;
        optional = optional || each.optional;
    }
    return true;
}

constexpr bool repeated_is_last(std::span<const field_rule> fields) {
    bool repeated = false;
    for (const field_rule& each : fields) {
        if (each.facts.kind != field_kind::argument) continue;
        if (repeated) return false;
        repeated = each.repeated;
    }
    return true;
}

/// One to three words with single spaces between them.
constexpr bool is_command_name(std::string_view name) {
    for (int words = 1; words <= 3; ++words) {
        const std::size_t space = name.find(' ');
        if (!is_name(name.substr(0, space))) return false;
        if (space == std::string_view::npos) return true;
        name.remove_prefix(space + 1);
    }
    return false;
}

constexpr bool are_command_names(const texts<4>& names) {
    for (const std::string_view name : names)
        if (!is_command_name(name)) return false;
    return true;
}

template <class Command>
concept has_info = std::same_as<decltype(Command::info), const command_info>;

/// As many fields as the parser can tell apart in one word of 64 bits.
inline constexpr std::size_t most_fields = 64;

template <class Command, std::size_t... Index>
consteval auto rules_of(std::index_sequence<Index...>) {
    return std::array<field_rule, sizeof...(Index)>{
        rule_of<boost::pfr::tuple_element_t<Index, Command>>()...};
}

template <class Command>
consteval bool check_info() {
    static_assert(is_command_name(Command::info.name),
                  "A command's name is one to three words with single spaces between them, each of "
                  "lower-case letters, digits and single dashes, as in \"heroku scale\". Change "
                  "info.name.");
    static_assert(is_help(Command::info.help),
                  "This command has no help. Say in one line what it does: info.help.");
    static_assert(Command::info.effect != effect{},
                  "This command does not say what it does to the world. Set info.effect to "
                  "effect::read, effect::change or effect::destroy.");
    static_assert(are_command_names(Command::info.aliases),
                  "An alias of a command is one to three words with single spaces between them, "
                  "each of lower-case letters, digits and single dashes. Change info.aliases.");
    static_assert(Command::info.version >= 1, "A command's version counts from 1.");
    return true;
}

template <class Command>
consteval bool check_fields() {
    constexpr std::size_t count = boost::pfr::tuple_size_v<Command>;
    static_assert(count <= most_fields, "A command has more than 64 arguments, options and flags. "
                                        "Make two commands of it.");
    if constexpr (count > 0 && count <= most_fields) {
        constexpr auto rules = rules_of<Command>(std::make_index_sequence<count>{});
        static_assert(all_are_fields(rules),
                      "A member of this command is no argument, option or flag. Make it one, or "
                      "a local variable of run: a command has no other members.");
        static_assert(names_differ(rules) || !all_are_fields(rules),
                      "Two arguments, options or flags of this command have one name. Rename one.");
        static_assert(short_names_differ(rules),
                      "Two options or flags of this command have one short name. Change one.");
        static_assert(repeated_is_last(rules),
                      "A repeated argument takes all that is left, so it must be the last "
                      "argument. Move it to the end, or make it an option.");
        static_assert(required_before_optional(rules),
                      "An optional argument stands before a required one, so that no one could "
                      "leave it out. Put the required ones first, or make it an option.");
        return all_are_fields(rules);
    }
    return true;
}

/// Stops the build where a command breaks a rule; one sentence at a time.
template <class Command>
consteval bool check_command() {
    static_assert(std::is_aggregate_v<Command> && std::is_default_constructible_v<Command>,
                  "A command is a struct with public members only: no constructor, no private "
                  "member, no virtual function. Take them away.");
    static_assert(has_info<Command>,
                  "A command has no info. Add static constexpr command_info info{.name = \"...\", "
                  ".help = \"...\", .effect = effect::...}.");
    if constexpr (has_info<Command> && std::is_aggregate_v<Command>)
        return check_info<Command>() && check_fields<Command>();
    else
        return false;
}

template <class Field>
void add_field_of(std::vector<field_description>& fields, const void* sample, const Field& each) {
    bool has_default = false;
    if constexpr (requires { each.has_default; }) has_default = each.has_default;
    add_field(fields, sample,
              {&Field::facts, &value_description_of<typename Field::value_type>, &each.value,
               has_default});
}

template <class Command, std::size_t... Index>
void add_fields([[maybe_unused]] std::vector<field_description>& fields,
                [[maybe_unused]] const Command& sample, std::index_sequence<Index...>) {
    (add_field_of(fields, &sample, boost::pfr::get<Index>(sample)), ...);
}

} // namespace detail

/// The description of a command; made at the first call, the same at every further one.
template <class Command>
const command_description& describe() {
    if constexpr (detail::check_command<Command>()) {
        static const std::vector<field_description> fields = [] {
            constexpr std::size_t count = boost::pfr::tuple_size_v<Command>;
            std::vector<field_description> made;
            made.reserve(count);
            const Command sample{};
            detail::add_fields(made, sample, std::make_index_sequence<count>{});
            return made;
        }();
        static const command_description description{Command::info, fields};
        return description;
    }
}

} // namespace chatops
