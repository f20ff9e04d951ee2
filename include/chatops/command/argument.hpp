// An argument: a value without which a command makes no sense, given in order or by name.
#pragma once

#include "chatops/command/field.hpp"

namespace chatops {

/// A value given by its place (`heroku ps acme`) or by its name (`heroku ps --app acme`).
///
/// Required, unless `T` is `std::optional`; optional ones stand after required ones. A `list`
/// takes all that is left, so it stands last.
template <fixed_string Name, fixed_string Help, class T = std::string>
struct argument {
    static_assert(detail::check_field<Name, Help>() && detail::check_value<T>());
    static constexpr field_facts facts{field_kind::argument, Name.view(), Help.view(), 0};
    using value_type = T;

    T value{};

    [[nodiscard]] const T& operator*() const { return value; }
    [[nodiscard]] T& operator*() { return value; }
    [[nodiscard]] const T* operator->() const { return &value; }
    [[nodiscard]] T* operator->() { return &value; }
};

} // namespace chatops
