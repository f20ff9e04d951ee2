// A flag: something that is so if it is named, and otherwise not.
#pragma once

#include "chatops/command/field.hpp"

namespace chatops {

/// False, unless it is named: `--wait`, or `-w` if `Short` is 'w'.
template <fixed_string Name, fixed_string Help, char Short = 0>
struct flag {
    static_assert(detail::check_field<Name, Help, Short>());
    static constexpr field_facts facts{field_kind::flag, Name.view(), Help.view(), Short};
    using value_type = bool;

    bool value = false;

    [[nodiscard]] bool operator*() const { return value; }
    [[nodiscard]] bool& operator*() { return value; }
};

} // namespace chatops
