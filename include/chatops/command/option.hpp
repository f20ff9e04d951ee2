// An option: a value that changes how a command does its work, given by name.
#pragma once

#include "chatops/command/field.hpp"

#include <utility>

namespace chatops {

/// A value given by its name: `--lines 50`, `--lines=50`, or `-n 50` if `Short` is 'n'.
///
/// Without it the command has the default that its author wrote, `option<"lines", "how many", int>
/// lines{100}`, or nothing if `T` is `std::optional` or a `list`. Otherwise it is required.
template <fixed_string Name, fixed_string Help, class T = std::string, char Short = 0>
struct option {
    static_assert(detail::check_field<Name, Help, Short>() && detail::check_value<T>());
    static constexpr field_facts facts{field_kind::option, Name.view(), Help.view(), Short};
    using value_type = T;

    T value{};
    bool has_default = false;

    constexpr option() = default;
    constexpr option(T fallback) : value(std::move(fallback)), has_default(true) {}

    [[nodiscard]] const T& operator*() const { return value; }
    [[nodiscard]] T& operator*() { return value; }
    [[nodiscard]] const T* operator->() const { return &value; }
    [[nodiscard]] T* operator->() { return &value; }
};

} // namespace chatops
