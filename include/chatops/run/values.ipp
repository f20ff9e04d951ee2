#pragma once

#include "chatops/run/values.hpp"

#include <algorithm>

namespace chatops {

CHATOPS_INLINE const value_knower::row* value_knower::find(const field_description& field) const {
    const auto found = std::find_if(
        rows.begin(), rows.end(), [&](const row& each) { return each.type == field.value->type; });
    return found == rows.end() ? nullptr : &*found;
}

CHATOPS_INLINE std::vector<entry> with_values(std::vector<entry> commands,
                                              const value_knower& known) {
    for (entry& each : commands) each.values = &known;
    return commands;
}

CHATOPS_INLINE const value_knower::row* values_of_field(const entry& command,
                                                        const field_description& field) {
    return command.values == nullptr || field.secret() ? nullptr : command.values->find(field);
}

} // namespace chatops
