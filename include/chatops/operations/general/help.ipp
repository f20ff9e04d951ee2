#pragma once

#include "chatops/core/ascii.hpp"
#include "chatops/line/split.hpp"
#include "chatops/operations/general/help.hpp"

namespace chatops::operations {

CHATOPS_INLINE reply help::answer(const inquiry& asked) const {
    if (!*command) return help_for_all(asked);
    // As it would be typed; a phone's capital does not matter, nor do arguments after the name.
    std::string name;
    for (const command_word& word : **command) {
        if (!name.empty()) name += ' ';
        for (const char letter : word.text) name += lower(letter);
    }
    const auto words = line::split(name);
    if (!words) return explain_mistake(name, words.error(), asked.commands);
    const auto found = asked.commands.names().find(*words);
    if (found) return help_for(asked.commands.entries()[found->index]);
    if (!asked.commands.names().names_from(name + ' ').empty())
        return help_for_all(asked, name + ' ');
    return explain_mistake(name, found.error(), asked.commands);
}

} // namespace chatops::operations
