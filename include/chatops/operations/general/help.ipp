#pragma once

#include "chatops/line/split.hpp"
#include "chatops/operations/general/help.hpp"

namespace chatops::operations {

CHATOPS_INLINE reply help::answer(const inquiry& asked) const {
    if (!*command) return help_for_all(asked);
    std::string name;
    for (const std::string& word : **command) name += (name.empty() ? "" : " ") + word;
    if (const command_description* found = asked.commands.names().find(std::string_view(name)))
        for (const entry& each : asked.commands.entries())
            if (each.what == found) return help_for(each);
    for (const entry& each : asked.commands.entries())
        if (each.what->info.name.substr(0, name.size() + 1) == name + " ")
            return help_for_all(asked, name + " ");
    if (const auto words = line::split(name))
        if (const auto found = asked.commands.names().find(*words); !found)
            return explain_mistake(name, found.error(), asked.commands);
    return help_for_all(asked);
}

} // namespace chatops::operations
