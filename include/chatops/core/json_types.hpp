// Which types have a form in JSON: the concept `json::mapped`, without the code that maps them.
#pragma once

#include "chatops/core/clock.hpp"
#include "chatops/core/result.hpp"

#include <boost/describe/enumerators.hpp>
#include <boost/describe/members.hpp>
#include <boost/json/fwd.hpp>
#include <boost/mp11/algorithm.hpp>

#include <concepts>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace chatops::json {

/// A whole number; characters are none.
template <class T>
inline constexpr bool is_integer =
    std::is_integral_v<T> && !std::is_same_v<T, bool> && !std::is_same_v<T, char> &&
    !std::is_same_v<T, wchar_t> && !std::is_same_v<T, char8_t> && !std::is_same_v<T, char16_t> &&
    !std::is_same_v<T, char32_t>;

template <class T>
inline constexpr bool is_optional = false;
template <class T>
inline constexpr bool is_optional<std::optional<T>> = true;

template <class T>
inline constexpr bool is_list = false;
template <class T>
inline constexpr bool is_list<std::vector<T>> = !std::is_same_v<T, bool>; // No real list.

/// An object whose members are not known beforehand; ordered, because runs must repeat exactly.
template <class T>
inline constexpr bool is_map = false;
template <class T>
inline constexpr bool is_map<std::map<std::string, T>> = true;

/// A value type that is text in JSON, with rules of its own: `parse` reads it, `to_text` writes it.
template <class T>
concept is_text = requires(const T& value, std::string_view text) {
    { T::parse(text) } -> std::same_as<result<T>>;
    { value.to_text() } -> std::convertible_to<std::string>;
};

namespace detail {

template <class T>
struct is_mapped;

template <class T>
consteval bool mapped_scalar() {
    return std::is_same_v<T, bool> || std::is_same_v<T, double> || std::is_same_v<T, std::string> ||
           std::is_same_v<T, time_point> || std::is_same_v<T, boost::json::value> || is_integer<T>;
}

template <class T>
consteval bool mapped_members() {
    using members = boost::describe::describe_members<T, boost::describe::mod_public |
                                                             boost::describe::mod_inherited>;
    bool good = true;
    boost::mp11::mp_for_each<members>([&](auto member) {
        using type = std::remove_cvref_t<decltype(std::declval<T&>().*decltype(member)::pointer)>;
        good = good && is_mapped<type>::value;
    });
    return good;
}

template <class T>
consteval bool mapped_whole() {
    if constexpr (mapped_scalar<T>() || is_text<T>)
        return true;
    else if constexpr (is_list<T>)
        return is_mapped<typename T::value_type>::value;
    else if constexpr (is_map<T>)
        return is_mapped<typename T::mapped_type>::value;
    else if constexpr (is_optional<T>)
        return !is_optional<typename T::value_type> && is_mapped<typename T::value_type>::value;
    else if constexpr (std::is_enum_v<T>)
        return boost::describe::has_describe_enumerators<T>::value;
    else if constexpr (boost::describe::has_describe_members<T>::value)
        return std::is_default_constructible_v<T> && mapped_members<T>();
    else
        return false;
}

template <class T>
struct is_mapped : std::bool_constant<mapped_whole<T>()> {};

} // namespace detail

/// bool, whole numbers, double, std::string, time_point (ISO 8601), optional, vector, map with
/// string keys, `boost::json::value` itself, text types, and enums and structs described with
/// Boost.Describe (BOOST_DESCRIBE_STRUCT, BOOST_DESCRIBE_ENUM) whose members are mapped. A struct
/// may not hold itself.
template <class T>
concept mapped = detail::is_mapped<T>::value;

} // namespace chatops::json
