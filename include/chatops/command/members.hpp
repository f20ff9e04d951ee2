// The members of a struct, one after the other: what C++20 has no word for.
#pragma once

#include <boost/pfr/core.hpp>

#include <cstddef>
#include <tuple>
#include <type_traits>
#include <utility>

namespace chatops::detail {

/// Stands for a member of any type, where it is only asked whether there is one.
struct any_copied_member {
    template <class Member>
    operator Member&() const&; // NOLINT(google-explicit-constructor)
    template <class Member>
    operator Member&() const&&; // NOLINT(google-explicit-constructor)
};
struct any_moved_member {
    template <class Member>
    operator Member() const&&; // NOLINT(google-explicit-constructor)
};
template <class Struct>
using any_member_of =
    std::conditional_t<std::is_copy_constructible_v<Struct>, any_copied_member, any_moved_member>;

template <class Struct, std::size_t... Index>
consteval bool has_members(std::index_sequence<Index...>) {
    return requires { Struct{(static_cast<void>(Index), any_member_of<Struct>{})...}; };
}

/// Stands for any base of a struct.
template <class Struct>
struct any_base_of {
    template <class Base>
    requires(!std::is_same_v<Base, Struct> && std::is_base_of_v<Base, Struct>)
    operator Base() const; // NOLINT(google-explicit-constructor)
};
template <class Struct>
concept has_base = requires {
    Struct{any_base_of<Struct>{}};
};

/// Boost.PFR's own search asks for hundreds of members first, and costs 15 ms for each command.
template <class Struct, std::size_t Most, std::size_t Count = 0>
consteval std::size_t count_members() {
    if constexpr (Count < Most && has_members<Struct>(std::make_index_sequence<Count + 1>{}))
        return count_members<Struct, Most, Count + 1>();
    else
        return Count;
}

/// Calls `use` with all members. Most structs have few; Boost.PFR takes larger ones apart.
template <class Struct, class Use>
constexpr auto with_members(const Struct& one, Use use) {
    constexpr std::size_t count = count_members<Struct, 9>();
    if constexpr (count == 0) {
        return use();
    } else if constexpr (count == 1) {
        const auto& [a] = one;
        return use(a);
    } else if constexpr (count == 2) {
        const auto& [a, b] = one;
        return use(a, b);
    } else if constexpr (count == 3) {
        const auto& [a, b, c] = one;
        return use(a, b, c);
    } else if constexpr (count == 4) {
        const auto& [a, b, c, d] = one;
        return use(a, b, c, d);
    } else if constexpr (count == 5) {
        const auto& [a, b, c, d, e] = one;
        return use(a, b, c, d, e);
    } else if constexpr (count == 6) {
        const auto& [a, b, c, d, e, f] = one;
        return use(a, b, c, d, e, f);
    } else if constexpr (count == 7) {
        const auto& [a, b, c, d, e, f, g] = one;
        return use(a, b, c, d, e, f, g);
    } else if constexpr (count == 8) {
        const auto& [a, b, c, d, e, f, g, h] = one;
        return use(a, b, c, d, e, f, g, h);
    } else {
        return std::apply(use, boost::pfr::structure_tie(one));
    }
}

template <class... Members>
struct member_types {};

struct list_types {
    template <class... Members>
    constexpr member_types<Members...> operator()(const Members&...) const {
        return {};
    }
};

/// `member_types` of all members.
template <class Struct>
using members_of = decltype(with_members(std::declval<const Struct&>(), list_types{}));

} // namespace chatops::detail
