// From a command's type to its description, and the rules that stop the build.
#pragma once

#include "chatops/command/argument.hpp"
#include "chatops/command/check_names.hpp"
#include "chatops/command/description.hpp"
#include "chatops/command/flag.hpp"
#include "chatops/command/members.hpp"
#include "chatops/command/option.hpp"

#include <array>
#include <memory>
#include <span>
#include <type_traits>

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

constexpr bool are_options(std::span<const field_rule> fields) {
    for (const field_rule& each : fields)
        if (!each.is_field || each.facts.kind == field_kind::argument) return false;
    return true;
}

template <class... Fields>
consteval auto rules_of_fields(member_types<Fields...>) {
    return std::array<field_rule, sizeof...(Fields)>{rule_of<Fields>()...};
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
    if constexpr (std::is_aggregate_v<Group>) {
        constexpr auto rules = rules_of_fields(members_of<Group>{});
        static_assert(rules.size() > 0,
                      "This group of options is empty. Put options or flags into it.");
        static_assert(are_options(rules),
                      "A member of this group is no option or flag. A group has nothing else: "
                      "arguments stand in the command itself, where one sees their order.");
    }
    return true;
}

/// Those of a member: its own, or of the group that it is.
template <class Member>
consteval auto rules_of_member() {
    if constexpr (!option_group<Member>)
        return std::array<field_rule, 1>{rule_of<Member>()};
    else if constexpr (check_group<Member>())
        return rules_of_fields(members_of<Member>{});
}

constexpr void add_rules(field_rule*& next, std::span<const field_rule> more) {
    for (const field_rule& each : more) *next++ = each;
}

/// Those of groups in their place.
template <class... Members>
consteval auto rules_of(member_types<Members...>) {
    std::array<field_rule, (std::size_t{0} + ... + rules_of_member<Members>().size())> rules{};
    [[maybe_unused]] field_rule* next = rules.data();
    (add_rules(next, rules_of_member<Members>()), ...);
    return rules;
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
    constexpr auto rules = rules_of(members_of<Command>{});
    static_assert(rules.size() <= most_fields,
                  "A command has more than 64 arguments, options and flags. Make two commands of "
                  "it.");
    if constexpr (rules.size() <= most_fields) {
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
    static_assert(
        !has_base<Command>,
        "A command is derived from another struct. Name all that it takes in itself: what "
        "commands share is a group of options, as a member.");
    if constexpr (has_info<Command> && std::is_aggregate_v<Command> && !has_base<Command>)
        return check_info<Command>() && check_fields<Command>();
    else
        return false;
}

/// Describes the members of a command, given one of it.
struct field_describer {
    field_list& fields;

    template <class... Members>
    void operator()(const Members&... each) const {
        (add(each), ...);
    }

  private:
    template <class Member>
    void add(const Member& each) const {
        if constexpr (option_group<Member>) {
            fields.heading = Member::heading;
            with_members(each, *this);
            fields.heading = {};
        } else {
            bool has_default = false;
            if constexpr (requires { each.has_default; }) has_default = each.has_default;
            fields.add(Member::facts, value_description_of<typename Member::value_type>,
                       &each.value, has_default);
        }
    }
};

template <class Command>
std::shared_ptr<void> make() {
    return owned(new Command{}, [](void* one) { delete static_cast<Command*>(one); });
}

template <class Command>
void describe_fields(const void* sample, field_list& fields) {
    with_members(*static_cast<const Command*>(sample), field_describer{fields});
}

} // namespace detail

/// The description of a command; made at the first call, the same at every further one.
template <class Command>
const command_description& describe() {
    if constexpr (detail::check_command<Command>()) {
        static const detail::described made(Command::info, detail::make<Command>,
                                            detail::describe_fields<Command>);
        return made.description;
    }
}

} // namespace chatops
