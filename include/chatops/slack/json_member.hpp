// Looking into JSON that others wrote, where anything may be absent or of another kind.
#pragma once

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/value.hpp>

#include <string_view>

namespace chatops::slack {

/// The member, or null if it is absent.
inline const boost::json::value* member(const boost::json::object& of, std::string_view name) {
    return of.if_contains({name.data(), name.size()});
}

/// The member if it is an object, else null.
inline const boost::json::object* object_member(const boost::json::object& of,
                                                std::string_view name) {
    const auto* const found = member(of, name);
    return found == nullptr ? nullptr : found->if_object();
}

/// The member if it is a list, else null.
inline const boost::json::array* list_member(const boost::json::object& of, std::string_view name) {
    const auto* const found = member(of, name);
    return found == nullptr ? nullptr : found->if_array();
}

/// The member if it is text, else an empty view.
inline std::string_view text_member(const boost::json::object& of, std::string_view name) {
    const auto* const found = member(of, name);
    const auto* const text = found == nullptr ? nullptr : found->if_string();
    return text == nullptr ? std::string_view() : std::string_view(text->data(), text->size());
}

/// The text at `of.name.inner`, else an empty view.
inline std::string_view text_member(const boost::json::object& of, std::string_view name,
                                    std::string_view inner) {
    const auto* const found = object_member(of, name);
    return found == nullptr ? std::string_view() : text_member(*found, inner);
}

/// Whether the member is `true`.
inline bool true_member(const boost::json::object& of, std::string_view name) {
    const auto* const found = member(of, name);
    const bool* const value = found == nullptr ? nullptr : found->if_bool();
    return value != nullptr && *value;
}

/// The member if it is a whole number, else `otherwise`.
inline std::int64_t number_member(const boost::json::object& of, std::string_view name,
                                  std::int64_t otherwise) {
    const auto* const found = member(of, name);
    const auto* const number = found == nullptr ? nullptr : found->if_int64();
    return number == nullptr ? otherwise : *number;
}

} // namespace chatops::slack
