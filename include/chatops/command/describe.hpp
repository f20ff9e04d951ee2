// From a command's type to its description, and the rules that stop the build.
#pragma once

#include "chatops/command/argument.hpp"
#include "chatops/command/check_names.hpp"
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

/// A member that holds options under a heading of their own.
template <class Member>
concept option_group = !field<Member> && requires {
    { Member::heading } -> std::convertible_to<std::string_view>;
};

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

/// Whether a line begins with that name: `ps acme` with `ps`, but not `psql`.
constexpr bool begins_with_name(std::string_view line, std::string_view name) {
    return line == name || begins_name(name, line);
}

constexpr bool are_examples(const command_info& info) {
    for (const std::string_view example : info.examples) {
        bool named = begins_with_name(example, info.name);
        for (const std::string_view alias : info.aliases)
            named = named || begins_with_name(example, alias);
        if (!named || !is_help(example)) return false;
    }
    return true;
}

template <class Command>
concept has_info = std::same_as<decltype(Command::info), const command_info>;

/// As many fields as the parser can tell apart in one word of 64 bits.
inline constexpr std::size_t most_fields = 64;

template <class Group, std::size_t... Index>
consteval auto rules_of_group(std::index_sequence<Index...>) {
    return std::array<field_rule, sizeof...(Index)>{
        rule_of<boost::pfr::tuple_element_t<Index, Group>>()...};
}

constexpr bool are_options(std::span<const field_rule> fields) {
    for (const field_rule& each : fields)
        if (!each.is_field || each.facts.kind == field_kind::argument) return false;
    return true;
}

/// One for a type that is no aggregate, which `check_group` refuses.
template <class Group>
consteval std::size_t size_of_group() {
    if constexpr (std::is_aggregate_v<Group>)
        return boost::pfr::tuple_size_v<Group>;
    else
        return 1;
}

/// Stops the build where a group of options breaks a rule.
template <class Group>
consteval bool check_group() {
    static_assert(std::is_aggregate_v<Group> && std::is_default_constructible_v<Group>,
                  "A group of options is a struct with public members only: no constructor, no "
                  "private member, no virtual function. Take them away.");
    static_assert(is_help(Group::heading),
                  "The heading of this group of options is empty or more than one line. Say in a "
                  "few words what its options are about: it stands above them in the help.");
    constexpr std::size_t count = size_of_group<Group>();
    static_assert(count > 0, "This group of options is empty. Put options or flags into it.");
    if constexpr (count > 0 && std::is_aggregate_v<Group>)
        static_assert(are_options(rules_of_group<Group>(std::make_index_sequence<count>{})),
                      "A member of this group is no option or flag. A group has nothing else: "
                      "arguments stand in the command itself, where one sees their order.");
    return true;
}

template <class Member>
consteval std::size_t fields_in() {
    if constexpr (option_group<Member>)
        return size_of_group<Member>();
    else
        return 1;
}

template <class Member>
consteval void add_rules(field_rule* rules, std::size_t& next) {
    if constexpr (option_group<Member>) {
        constexpr auto indexes = std::make_index_sequence<boost::pfr::tuple_size_v<Member>>{};
        for (const field_rule& each : rules_of_group<Member>(indexes)) rules[next++] = each;
    } else {
        rules[next++] = rule_of<Member>();
    }
}

template <class Command, std::size_t... Index>
consteval std::size_t count_fields(std::index_sequence<Index...>) {
    return (std::size_t{0} + ... + fields_in<boost::pfr::tuple_element_t<Index, Command>>());
}

/// Those of groups in their place.
template <class Command, std::size_t... Index>
consteval auto rules_of(std::index_sequence<Index...> indexes) {
    std::array<field_rule, count_fields<Command>(indexes)> rules{};
    std::size_t next = 0;
    (add_rules<boost::pfr::tuple_element_t<Index, Command>>(rules.data(), next), ...);
    return rules;
}

template <class Member>
consteval bool check_if_group() {
    if constexpr (option_group<Member>)
        return check_group<Member>();
    else
        return true;
}

template <class Command, std::size_t... Index>
consteval bool check_groups(std::index_sequence<Index...>) {
    return (true && ... && check_if_group<boost::pfr::tuple_element_t<Index, Command>>());
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
    static_assert(are_examples(Command::info),
                  "An example of this command does not begin with its name or an alias of it, or "
                  "is more than one line. Write it as a person types it, without the /ops before "
                  "it; line::check_examples tries the rest. Change info.examples.");
    static_assert(Command::info.version >= 1, "A command's version counts from 1.");
    return true;
}

template <class Command>
consteval bool check_fields() {
    constexpr auto members = std::make_index_sequence<boost::pfr::tuple_size_v<Command>>{};
    constexpr std::size_t count = count_fields<Command>(members);
    static_assert(count <= most_fields, "A command has more than 64 arguments, options and flags. "
                                        "Make two commands of it.");
    if constexpr (count > 0 && count <= most_fields && check_groups<Command>(members)) {
        constexpr auto rules = rules_of<Command>(members);
        static_assert(all_are_fields(rules),
                      "A member of this command is no argument, option or flag. Make it one, a "
                      "group of options (a struct with a static constexpr heading), or a local "
                      "variable of run: a command has no other members.");
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
void add_field_of(std::vector<field_description>& fields, const void* sample, const Field& each,
                  std::string_view heading) {
    bool has_default = false;
    if constexpr (requires { each.has_default; }) has_default = each.has_default;
    add_field(fields, sample,
              {&Field::facts, &value_description_of<typename Field::value_type>, &each.value,
               has_default, heading});
}

template <class Group, std::size_t... Index>
void add_group(std::vector<field_description>& fields, const void* sample, const Group& group,
               std::index_sequence<Index...>) {
    (add_field_of(fields, sample, boost::pfr::get<Index>(group), Group::heading), ...);
}

template <class Member>
void add_member(std::vector<field_description>& fields, const void* sample, const Member& each) {
    if constexpr (option_group<Member>)
        add_group(fields, sample, each,
                  std::make_index_sequence<boost::pfr::tuple_size_v<Member>>{});
    else
        add_field_of(fields, sample, each, {});
}

template <class Command, std::size_t... Index>
void add_fields([[maybe_unused]] std::vector<field_description>& fields,
                [[maybe_unused]] const Command& sample, std::index_sequence<Index...>) {
    (add_member(fields, &sample, boost::pfr::get<Index>(sample)), ...);
}

} // namespace detail

/// The description of a command; made at the first call, the same at every further one.
template <class Command>
const command_description& describe() {
    if constexpr (detail::check_command<Command>()) {
        static const std::vector<field_description> fields = [] {
            constexpr auto members = std::make_index_sequence<boost::pfr::tuple_size_v<Command>>{};
            std::vector<field_description> made;
            made.reserve(detail::count_fields<Command>(members));
            const Command sample{};
            detail::add_fields(made, sample, members);
            return made;
        }();
        static const command_description description{
            Command::info, fields, []() -> std::shared_ptr<void> {
                return detail::owned(new Command{},
                                     [](void* one) { delete static_cast<Command*>(one); });
            }};
        return description;
    }
}

} // namespace chatops
