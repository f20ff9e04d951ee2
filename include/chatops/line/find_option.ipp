#pragma once

#include "chatops/core/ascii.hpp"
#include "chatops/line/find_option.hpp"

namespace chatops::line {

CHATOPS_INLINE std::size_t find_field(std::span<const field_description> fields,
                                      const word& typed) {
    if (typed.dashes == 2)
        for (std::size_t i = 0; i < fields.size(); ++i)
            if (fields[i].name == typed.text) return i;
    // With two dashes as well, for a phone makes a long dash of one.
    if (typed.text.size() == 1)
        for (std::size_t i = 0; i < fields.size(); ++i)
            if (fields[i].short_name == typed.text.front()) return i;
    if (typed.dashes == 2)
        for (std::size_t i = 0; i < fields.size(); ++i)
            if (equal_ignoring_case(fields[i].name, typed.text)) return i;
    return fields.size();
}

CHATOPS_INLINE const common_option* find_common(const word& typed) {
    for (const common_option& option : common_option_list) {
        const bool by_short_name = option.short_name != 0 && typed.text.size() == 1 &&
                                   typed.text.front() == option.short_name;
        if (by_short_name || (typed.dashes == 2 && equal_ignoring_case(typed.text, option.name)))
            return &option;
    }
    return nullptr;
}

} // namespace chatops::line
