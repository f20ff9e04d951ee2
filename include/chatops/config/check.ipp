#pragma once

#include "chatops/config/check.hpp"
#include "chatops/config/public_provider.hpp"
#include "chatops/core/glob.hpp"
#include "chatops/line/suggest.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>

namespace chatops::config {

namespace detail {

/// Looks at one rule after the other, with what exists.
class rule_checker {
  public:
    rule_checker(const rules& of, std::span<const command_description* const> commands,
                 std::vector<configuration_error>& found)
        : commands_(commands), found_(found) {
        for (const member& each : of.members) roles_.insert(each.roles.begin(), each.roles.end());
        for (const command_description* each : commands) names_.push_back(each->info.name);
    }

    void check(const rule& each, std::size_t place) {
        rule_ = &each;
        place_ = place;
        check_roles();
        check_commands();
        const auto covered = covered_commands();
        if (covered.empty() && !each.effects.empty() && !each.commands.empty())
            warn("effects", "none of the rule's commands has one of these effects: it never "
                            "matches");
        else if (!covered.empty())
            check_values(covered);
    }

  private:
    void warn(const std::string& key, std::string message) {
        const auto stands = rule_->places.find(key);
        const file_place at =
            stands == rule_->places.end() ? file_place{rule_->line} : stands->second;
        found_.push_back({at.line, at.column, "rules[" + std::to_string(place_) + "]." + key,
                          std::move(message)});
    }

    void check_roles() {
        for (const std::string& each : rule_->roles) {
            if (roles_.count(each) > 0) continue;
            std::vector<std::string_view> names(roles_.begin(), roles_.end());
            warn("roles", "nobody has the role \"" + each + "\"" + nearest_of(each, names));
        }
    }

    void check_commands() {
        for (const std::string& each : rule_->commands)
            if (std::none_of(names_.begin(), names_.end(),
                             [&](std::string_view name) { return glob_matches(each, name); }))
                warn("commands", "no command matches \"" + each + "\"" + nearest_of(each, names_));
    }

    [[nodiscard]] std::vector<const command_description*> covered_commands() const {
        std::vector<const command_description*> covered;
        for (const command_description* each : commands_) {
            const auto matches = [&](const std::string& pattern) {
                return glob_matches(pattern, each->info.name);
            };
            const auto& patterns = rule_->commands;
            const auto& effects = rule_->effects;
            if (!patterns.empty() && std::none_of(patterns.begin(), patterns.end(), matches))
                continue;
            if (effects.empty() ||
                std::find(effects.begin(), effects.end(), each->info.effect) != effects.end())
                covered.push_back(each);
        }
        return covered;
    }

    void check_values(const std::vector<const command_description*>& covered) {
        for (const auto& [option, patterns] : rule_->values) {
            bool is_there = false;
            bool is_secret = false;
            std::vector<std::string_view> options;
            for (const command_description* command : covered)
                for (const field_description& each : command->fields) {
                    options.push_back(each.name);
                    is_there = is_there || (each.name == option && !each.secret());
                    is_secret = is_secret || (each.name == option && each.secret());
                }
            if (is_there) continue;
            warn("values." + option,
                 is_secret ? std::string("a secret is never compared: the rule never matches")
                           : "no command of this rule has an argument of that name: it never "
                             "matches" +
                                 nearest_of(option, options));
        }
    }

    static std::string nearest_of(std::string_view typed, std::span<const std::string_view> names) {
        const std::string_view nearest = line::nearest_one(typed, names);
        return nearest.empty() ? std::string() : "; did you mean " + std::string(nearest) + "?";
    }

    std::span<const command_description* const> commands_;
    std::vector<configuration_error>& found_;
    std::set<std::string, std::less<>> roles_;
    std::vector<std::string_view> names_;
    const rule* rule_ = nullptr;
    std::size_t place_ = 0;
};

} // namespace detail

CHATOPS_INLINE std::vector<configuration_error>
warnings_of(const configuration& of, std::span<const command_description* const> commands) {
    std::vector<configuration_error> found;
    std::vector<std::string_view> known;
    for (const public_provider& each : public_providers) known.push_back(each.name);
    std::vector<std::string_view> providers;
    for (const auto& [name, account] : of.providers) providers.push_back(name);
    for (const auto& [name, account] : of.providers) {
        // One of the company's own has another name.
        const std::string_view nearest = line::nearest_one(name, known);
        if (!nearest.empty() && nearest != name)
            found.push_back({account.line, 1, "providers." + name,
                             "no command asks a provider of that name; did you mean " +
                                 std::string(nearest) + "?"});
    }
    for (const project& each : of.projects)
        for (const auto& [provider, names] : each.holdings) {
            if (of.providers.count(provider) > 0) continue;
            const std::string_view nearest = line::nearest_one(provider, providers);
            const auto stands = each.places.find(provider);
            const file_place at = stands == each.places.end() ? file_place{} : stands->second;
            found.push_back(
                {at.line, at.column, "projects." + each.name + "." + provider,
                 "there is no [providers." + provider + "]" +
                     (nearest.empty() ? std::string()
                                      : "; did you mean " + std::string(nearest) + "?")});
        }
    detail::rule_checker checker(of.rules, commands, found);
    for (std::size_t i = 0; i < of.rules.allowed.size(); ++i) checker.check(of.rules.allowed[i], i);
    std::stable_sort(found.begin(), found.end(),
                     [](const configuration_error& left, const configuration_error& right) {
                         return left.line < right.line;
                     });
    return found;
}

} // namespace chatops::config
