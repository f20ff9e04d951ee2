#pragma once

#include "chatops/core/glob.hpp"
#include "chatops/line/split.hpp"
#include "chatops/line/suggest.hpp"
#include "chatops/operations/general/named_command.hpp"
#include "chatops/operations/near.hpp"
#include "chatops/run/supervision.hpp"

#include <algorithm>
#include <utility>

namespace chatops::operations {

CHATOPS_INLINE std::string own_name(std::string typed, const supervision& of) {
    const entry* const known = of.commands().find(typed);
    return known == nullptr ? std::move(typed) : std::string(known->what->info.name);
}

CHATOPS_INLINE std::optional<reply> no_such_command(const std::string& typed,
                                                    const supervision& of) {
    if (typed.empty()) return std::nullopt;
    const auto names = of.commands().names().commands();
    const bool is_known = std::any_of(names.begin(), names.end(), [&](const auto* each) {
        const std::string_view name = each->info.name;
        return glob_matches(typed, name) || glob_matches(typed + " *", name);
    });
    if (is_known) return std::nullopt;
    reply answer = reply::bad("No command is called " + shown(typed) + ", or begins so");
    std::string near;
    if (const auto words = line::split(typed))
        if (const auto found = of.commands().names().find(*words); !found)
            near = line::either(found.error().suggestion);
    answer.add(
        text_part{near.empty() ? "`help` lists the commands." : "Did you mean " + near + "?"});
    return answer;
}

} // namespace chatops::operations
