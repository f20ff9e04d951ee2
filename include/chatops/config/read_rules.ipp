#pragma once

#include "chatops/config/rules.hpp"
#include "chatops/config/table_reader.ipp"
#include "chatops/core/ascii.hpp"

#include <boost/describe/enum_from_string.hpp>

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace chatops::config::detail {

/// What the rules may name.
struct known_names {
    /// With `*`, which is everyone.
    std::vector<std::string> people;
    std::vector<std::string> groups;
    std::vector<std::string> projects;
};

inline void add_missing(std::vector<std::string>& to, const std::vector<std::string>& more) {
    for (const std::string& each : more)
        if (std::find(to.begin(), to.end(), each) == to.end()) to.push_back(each);
}

/// A member's id: Slack has `U…`, and `W…` in large organisations.
inline bool is_slack_id(std::string_view text) {
    return text.size() > 1 && (text.front() == 'U' || text.front() == 'W') &&
           std::all_of(text.begin(), text.end(),
                       [](char c) { return is_digit(c) || (c >= 'A' && c <= 'Z'); });
}

inline file_place place_of(const toml::node& node) {
    const auto& begin = node.source().begin;
    return {static_cast<int>(begin.line), static_cast<int>(begin.column)};
}

inline void read_people(table_reader& from, const time_zone& usual, rules& to) {
    from.tables("people", [&](table_reader& each, const std::string& name) {
        member who{name, {}};
        std::vector<std::string> roles;
        each.text("slack", who.chat_id, true);
        each.texts("roles", roles, true);
        who.zone = usual;
        each.zone("time_zone", who.zone);
        add_missing(who.roles, roles);
        if (!who.chat_id.empty() && !is_slack_id(who.chat_id))
            each.error(
                each.raw().get("slack")->source(), "slack",
                "expected a member's id such as U012ABCDEF (in Slack: their profile, ⋮, Copy "
                "member ID), found \"" +
                    who.chat_id + "\"");
        if (!who.chat_id.empty())
            if (const member* other = to.find(who.chat_id))
                each.error(each.raw().source(), "slack", "is also " + other->name + "'s");
        to.members.push_back(std::move(who));
    });
}

/// After the people: a group's roles are given to its members.
inline void read_groups(table_reader& from, const std::vector<std::string>& people, rules& to) {
    from.tables("groups", [&](table_reader& each, const std::string& name) {
        group made{name};
        if (each.raw().get("members") == nullptr) each.missing("members", "a list of people");
        each.names("members", people, "person", made.members);
        each.texts("roles", made.roles);
        for (member& one : to.members) {
            if (std::find(made.members.begin(), made.members.end(), one.name) == made.members.end())
                continue;
            one.groups.push_back(name);
            add_missing(one.roles, made.roles);
        }
        to.groups.push_back(std::move(made));
    });
}

inline void read_effects(table_reader& from, rule& to) {
    from.each_text("effects", false, [&](const toml::node& node, const std::string& text) {
        effect read{};
        if (boost::describe::enum_from_string(text.c_str(), read))
            to.effects.push_back(read);
        else
            from.error(node.source(), "effects",
                       "expected read, change or destroy, found \"" + text + "\"");
    });
}

/// `values = { app = "*-staging" }`, or a list of patterns.
inline void read_values(table_reader& from, rule& to) {
    from.table("values", false, [&](table_reader& values) {
        for (const auto& [name, node] : values.raw()) {
            std::vector<std::string>& patterns = to.values[std::string(name.str())];
            to.places["values." + std::string(name.str())] = place_of(node);
            if (node.is_array())
                values.patterns(name.str(), patterns);
            else
                values.text(name.str(), patterns.emplace_back(), true);
            if (patterns.size() == 1 && patterns.front().size() > limits::rule_pattern_bytes)
                values.error(node.source(), name.str(),
                             "a pattern of more than " +
                                 std::to_string(limits::rule_pattern_bytes) + " bytes");
            if (patterns.empty())
                values.error(node.source(), name.str(),
                             "expected a pattern, or a list of some, found an empty list");
        }
    });
}

inline void read_rule(table_reader& from, const known_names& known, rule& to) {
    to.line = static_cast<int>(from.raw().source().begin.line);
    for (const auto& [name, node] : from.raw()) to.places[std::string(name.str())] = place_of(node);
    from.texts("roles", to.roles);
    from.names("people", known.people, "person", to.people);
    from.names("groups", known.groups, "group", to.groups);
    from.patterns("commands", to.commands);
    read_effects(from, to);
    read_values(from, to);
    from.names("projects", known.projects, "project", to.projects);
    from.channels("channels", to.channels);
    const bool says_what =
        from.raw().get("commands") != nullptr || from.raw().get("effects") != nullptr;
    if (!says_what)
        from.error(
            from.raw().source(), "commands",
            "a rule needs commands or effects; to allow everything write commands = [\"*\"]");
    // An empty list would not restrict, and who wrote it meant nothing to be there.
    for (const char* const each : {"commands", "effects", "projects", "channels"})
        if (const toml::node* const node = from.raw().get(each); node != nullptr)
            if (const toml::array* const list = node->as_array(); list != nullptr && list->empty())
                from.error(node->source(), each, "an empty list: leave it out, or name some");
    if (to.roles.empty() && to.people.empty() && to.groups.empty())
        from.error(from.raw().source(), "roles",
                   "a rule needs roles, people or groups: it would allow this to everyone; if that "
                   "is meant, write people = [\"*\"]");
}

inline void read_rules(table_reader& from, const std::vector<std::string>& projects,
                       const time_zone& usual, rules& to) {
    read_people(from, usual, to);
    known_names known;
    for (const member& each : to.members) known.people.push_back(each.name);
    read_groups(from, known.people, to);
    for (const group& each : to.groups) known.groups.push_back(each.name);
    known.people.emplace_back("*");
    known.projects = projects;
    const toml::node* list = from.find("rules");
    if (list == nullptr) return;
    const toml::array* all = list->as_array();
    if (all == nullptr)
        return from.error(list->source(), "rules", "expected [[rules]], a list of tables");
    for (std::size_t i = 0; i < all->size(); ++i) {
        const std::string place = "rules[" + std::to_string(i) + "]";
        const toml::table* each = all->get(i)->as_table();
        if (each == nullptr) {
            from.error(all->get(i)->source(), place, "expected a table");
            continue;
        }
        from.nested(*each, place, [&](table_reader& reader) {
            rule read;
            read_rule(reader, known, read);
            to.allowed.push_back(std::move(read));
        });
    }
}

} // namespace chatops::config::detail
