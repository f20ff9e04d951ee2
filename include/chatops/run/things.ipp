#pragma once

#include "chatops/run/things.hpp"

#include <algorithm>
#include <utility>

namespace chatops {

namespace detail {

/// The command's provider is the first word of its name, or of another that it has: `do droplet
/// show` is `digitalocean droplet show`.
inline bool is_of(const command_info& what, std::string_view provider) {
    const auto begins = [&](std::string_view name) {
        return name.substr(0, name.find(' ')) == provider;
    };
    return begins(what.name) || std::any_of(what.aliases.begin(), what.aliases.end(), begins);
}

} // namespace detail

CHATOPS_INLINE std::vector<std::string>
holders_of(const config::configuration& in, const command_info& what, const std::string& name) {
    std::vector<std::string> found;
    for (const config::project& each : in.projects)
        for (const auto& [provider, held] : each.holdings)
            if (detail::is_of(what, provider) &&
                std::find(held.begin(), held.end(), name) != held.end()) {
                found.push_back(each.name);
                break;
            }
    return found;
}

CHATOPS_INLINE std::vector<gate::thing> things_of(const config::configuration& configuration,
                                                  const command_description& what,
                                                  const void* given) {
    std::vector<gate::thing> named;
    std::vector<gate::thing> projects;
    std::vector<std::string_view> kinds_of_named;
    std::vector<std::string_view> kinds_of_things;
    for (const field_description& each : what.fields) {
        if (each.kind == field_kind::flag || each.secret()) continue;
        for (std::string& text : each.texts(given)) {
            if (text.empty()) continue;
            gate::thing one{std::move(text), {}};
            if (each.name == "project") {
                one.projects.push_back(one.name);
                projects.push_back(std::move(one));
                continue;
            }
            one.projects = holders_of(configuration, what.info, one.name);
            if (!one.projects.empty()) kinds_of_things.push_back(each.value->kind);
            named.push_back(std::move(one));
            kinds_of_named.push_back(each.value->kind);
        }
    }
    std::vector<gate::thing> things = std::move(projects);
    for (std::size_t i = 0; i < named.size(); ++i)
        if (std::find(kinds_of_things.begin(), kinds_of_things.end(), kinds_of_named[i]) !=
            kinds_of_things.end())
            things.push_back(std::move(named[i]));
    return things;
}

CHATOPS_INLINE std::vector<std::string> projects_of(const std::vector<gate::thing>& things) {
    std::vector<std::string> found;
    for (const gate::thing& each : things)
        for (const std::string& name : each.projects)
            if (std::find(found.begin(), found.end(), name) == found.end()) found.push_back(name);
    return found;
}

} // namespace chatops
