// Between JSON and our types: described structs and enums, text, numbers, lists, maps, times.
#pragma once

#include "chatops/core/clock.hpp"
#include "chatops/core/config.hpp"
#include "chatops/core/json_types.hpp"
#include "chatops/core/limits.hpp"
#include "chatops/core/result.hpp"

#include <boost/describe/enumerators.hpp>
#include <boost/describe/members.hpp>
#include <boost/json/value.hpp>
#include <boost/mp11/algorithm.hpp>

#include <limits>
#include <string>
#include <string_view>
#include <utility>

namespace chatops::json {

/// Reads JSON text from outside. No exception, whatever it holds.
///
/// Mistakes: `json_too_long` (more than `limit_bytes`), `json_too_deep` (limits::json_depth),
/// `json_malformed` with the offset at which it stops being JSON. Of repeated members the last
/// counts.
result<boost::json::value> parse(std::string_view text,
                                 std::size_t limit_bytes = limits::provider_body_bytes);

/// JSON text without spaces, members in the order in which they stand; the same on every compiler.
std::string text(const boost::json::value& value);

/// A value as `T`. Members that `T` does not have are ignored; absent and null become an empty
/// `std::optional`; a whole number is never read from text or from a fraction.
///
/// Mistakes: `json_missing`, `json_wrong_type`, `json_out_of_range`, `json_unknown_name`,
/// `json_wrong_text`; the message names the place (`apps[3].region.name`) and never quotes the
/// value, which may be a credential.
template <mapped T>
result<T> read(const boost::json::value& from);

/// `T` as a value. An empty optional member is left out; elsewhere (a map's value) it is null.
template <mapped T>
boost::json::value write(const T& from);

namespace detail {

/// Where we are in a value: a chain on the stack, made to text only when something is wrong.
struct place {
    const place* outer = nullptr;
    /// Null data for an element of a list.
    std::string_view member;
    std::size_t index = 0;

    [[nodiscard]] std::string path() const;
};

/// What reading carries along: the first mistake.
struct reading {
    mistake wrong;

    /// These return false, so that a reader can `return state.fail…`.
    bool missing(const place& where);
    bool wrong_type(const place& where, std::string_view expected, const boost::json::value& found);
    bool out_of_range(const place& where, std::string_view expected);
    bool unknown_name(const place& where, std::string expected);
    bool wrong_text(const place& where, const mistake& inner);
};

bool read_bool(const boost::json::value& from, bool& to, const place& where, reading& state);
bool read_signed(const boost::json::value& from, std::int64_t& to, std::int64_t least,
                 std::int64_t most, const place& where, reading& state);
bool read_unsigned(const boost::json::value& from, std::uint64_t& to, std::uint64_t most,
                   const place& where, reading& state);
bool read_double(const boost::json::value& from, double& to, const place& where, reading& state);
bool read_string(const boost::json::value& from, std::string& to, const place& where,
                 reading& state);
bool read_moment(const boost::json::value& from, time_point& to, const place& where,
                 reading& state);
boost::json::value write_moment(time_point from);
boost::json::value write_double(double from);

/// A C++ name as JSON has it: an underscore at the end (`default_`) is only there because the name
/// is a word of C++.
constexpr std::string_view shown(const char* name) {
    std::string_view text(name);
    if (text.size() > 1 && text.back() == '_') text.remove_suffix(1);
    return text;
}

template <class T>
using members_of = boost::describe::describe_members<T, boost::describe::mod_public |
                                                            boost::describe::mod_inherited>;

template <class T>
bool read_into(const boost::json::value& from, T& to, const place& where, reading& state);

template <class T>
bool read_integer(const boost::json::value& from, T& to, const place& where, reading& state) {
    using limit = std::numeric_limits<T>;
    if constexpr (std::is_signed_v<T>) {
        std::int64_t number = 0;
        if (!read_signed(from, number, limit::min(), limit::max(), where, state)) return false;
        to = static_cast<T>(number);
    } else {
        std::uint64_t number = 0;
        if (!read_unsigned(from, number, limit::max(), where, state)) return false;
        to = static_cast<T>(number);
    }
    return true;
}

template <class T>
bool read_enum(const boost::json::value& from, T& to, const place& where, reading& state) {
    const boost::json::string* const text = from.if_string();
    if (text == nullptr) return state.wrong_type(where, "text", from);
    const std::string_view given(text->data(), text->size());
    bool found = false;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<T>>([&](auto each) {
        if (found || given != shown(each.name)) return;
        to = each.value;
        found = true;
    });
    if (found) return true;
    std::string names;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<T>>([&](auto each) {
        names += names.empty() ? "one of " : ", ";
        names += shown(each.name);
    });
    return state.unknown_name(where, std::move(names));
}

template <class T>
bool read_list(const boost::json::value& from, T& to, const place& where, reading& state) {
    const boost::json::array* const list = from.if_array();
    if (list == nullptr) return state.wrong_type(where, "a list", from);
    to.clear();
    to.reserve(list->size());
    place inner{&where, {}, 0};
    for (const boost::json::value& each : *list) {
        if (!read_into(each, to.emplace_back(), inner, state)) return false;
        ++inner.index;
    }
    return true;
}

template <class T>
bool read_map(const boost::json::value& from, T& to, const place& where, reading& state) {
    const boost::json::object* const object = from.if_object();
    if (object == nullptr) return state.wrong_type(where, "an object", from);
    to.clear();
    for (const auto& each : *object) {
        const std::string_view key(each.key().data(), each.key().size());
        const place inner{&where, key, 0};
        if (!read_into(each.value(), to[std::string(key)], inner, state)) return false;
    }
    return true;
}

template <class T>
bool read_struct(const boost::json::value& from, T& to, const place& where, reading& state) {
    const boost::json::object* const object = from.if_object();
    if (object == nullptr) return state.wrong_type(where, "an object", from);
    // What we wrote ourselves has its members in our order: the next one is mostly the right one.
    auto next = object->begin();
    bool good = true;
    boost::mp11::mp_for_each<members_of<T>>([&](auto member) {
        if (!good) return;
        constexpr std::string_view name = shown(member.name);
        const auto is_it = [&](auto at) {
            return at != object->end() &&
                   std::string_view(at->key().data(), at->key().size()) == name;
        };
        auto at = is_it(next) ? next : object->find({name.data(), name.size()});
        auto& target = to.*member.pointer;
        const place inner{&where, name, 0};
        if (at == object->end()) {
            if constexpr (is_optional<std::remove_cvref_t<decltype(target)>>)
                target.reset();
            else
                good = state.missing(inner);
            return;
        }
        good = read_into(at->value(), target, inner, state);
        next = ++at;
    });
    return good;
}

template <class T>
bool read_text(const boost::json::value& from, T& to, const place& where, reading& state) {
    const boost::json::string* const given = from.if_string();
    if (given == nullptr) return state.wrong_type(where, "text", from);
    auto made = T::parse(std::string_view(given->data(), given->size()));
    if (!made) return state.wrong_text(where, made.error());
    to = std::move(*made);
    return true;
}

template <class T>
bool read_into(const boost::json::value& from, T& to, const place& where, reading& state) {
    if constexpr (std::is_same_v<T, bool>) {
        return read_bool(from, to, where, state);
    } else if constexpr (std::is_same_v<T, boost::json::value>) {
        to = from;
        return true;
    } else if constexpr (std::is_same_v<T, double>) {
        return read_double(from, to, where, state);
    } else if constexpr (std::is_same_v<T, std::string>) {
        return read_string(from, to, where, state);
    } else if constexpr (std::is_same_v<T, time_point>) {
        return read_moment(from, to, where, state);
    } else if constexpr (is_integer<T>) {
        return read_integer(from, to, where, state);
    } else if constexpr (is_optional<T>) {
        if (!from.is_null()) return read_into(from, to.emplace(), where, state);
        to.reset();
        return true;
    } else if constexpr (is_list<T>) {
        return read_list(from, to, where, state);
    } else if constexpr (is_map<T>) {
        return read_map(from, to, where, state);
    } else if constexpr (is_text<T>) {
        return read_text(from, to, where, state);
    } else if constexpr (std::is_enum_v<T>) {
        return read_enum(from, to, where, state);
    } else {
        return read_struct(from, to, where, state);
    }
}

template <class T>
boost::json::value write_struct(const T& from) {
    boost::json::object object;
    object.reserve(boost::mp11::mp_size<members_of<T>>::value);
    boost::mp11::mp_for_each<members_of<T>>([&](auto member) {
        constexpr std::string_view name = shown(member.name);
        const auto& source = from.*member.pointer;
        if constexpr (is_optional<std::remove_cvref_t<decltype(source)>>) {
            if (source) object.emplace({name.data(), name.size()}, write(*source));
        } else {
            object.emplace({name.data(), name.size()}, write(source));
        }
    });
    return object;
}

template <class T>
boost::json::value write_enum(T from) {
    std::string_view name;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<T>>([&](auto each) {
        if (from == each.value) name = shown(each.name);
    });
    CHATOPS_ASSERT(!name.empty());
    return boost::json::value(boost::json::string_view(name.data(), name.size()));
}

} // namespace detail

template <mapped T>
result<T> read(const boost::json::value& from) {
    result<T> made(boost::system::in_place_value);
    detail::reading state;
    if (!detail::read_into(from, *made, detail::place{}, state)) made = std::move(state.wrong);
    return made;
}

template <mapped T>
boost::json::value write(const T& from) {
    if constexpr (std::is_same_v<T, boost::json::value>) {
        return from;
    } else if constexpr (std::is_same_v<T, time_point>) {
        return detail::write_moment(from);
    } else if constexpr (std::is_same_v<T, std::string>) {
        return boost::json::value(boost::json::string_view(from.data(), from.size()));
    } else if constexpr (std::is_same_v<T, double>) {
        return detail::write_double(from);
    } else if constexpr (std::is_same_v<T, bool> || is_integer<T>) {
        return boost::json::value(from);
    } else if constexpr (is_optional<T>) {
        return from ? write(*from) : boost::json::value();
    } else if constexpr (is_list<T>) {
        boost::json::array list;
        list.reserve(from.size());
        for (const auto& each : from) list.push_back(write<typename T::value_type>(each));
        return list;
    } else if constexpr (is_map<T>) {
        boost::json::object object;
        object.reserve(from.size());
        for (const auto& [key, value] : from)
            object.emplace({key.data(), key.size()}, write(value));
        return object;
    } else if constexpr (is_text<T>) {
        return write(std::string(from.to_text()));
    } else if constexpr (std::is_enum_v<T>) {
        return detail::write_enum(from);
    } else {
        return detail::write_struct(from);
    }
}

} // namespace chatops::json

#include CHATOPS_BODY("chatops/core/json.ipp")
