// JSON as the mocks use it: short ways to read a member and to answer.
#pragma once

#include "chatops/core/json.hpp"
#include "chatops/http/message.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>
#include <boost/json/string.hpp>
#include <boost/json/value.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace chatops::mocks {

using boost::json::array;
using boost::json::object;
using boost::json::value;

inline std::string_view view(const boost::json::string& text) { return {text.data(), text.size()}; }

/// The member, or null.
inline const value* member(const object& in, std::string_view name) {
    return in.if_contains({name.data(), name.size()});
}

/// The member as text; empty when it is absent or no text.
inline std::string_view text_of(const object& in, std::string_view name) {
    const value* const found = member(in, name);
    return found != nullptr && found->is_string() ? view(found->get_string()) : std::string_view();
}

/// The member as a whole number; `otherwise` when it is absent or none.
inline std::int64_t number_of(const object& in, std::string_view name, std::int64_t otherwise) {
    const value* const found = member(in, name);
    return found != nullptr && found->is_int64() ? found->get_int64() : otherwise;
}

inline bool is_true(const object& in, std::string_view name) {
    const value* const found = member(in, name);
    return found != nullptr && found->is_bool() && found->get_bool();
}

inline const object* object_of(const object& in, std::string_view name) {
    const value* const found = member(in, name);
    return found != nullptr ? found->if_object() : nullptr;
}

inline const array* array_of(const object& in, std::string_view name) {
    const value* const found = member(in, name);
    return found != nullptr ? found->if_array() : nullptr;
}

inline value text_value(std::string_view text) {
    return value(boost::json::string_view(text.data(), text.size()));
}

http::response json_response(int status, const value& body);

/// `{"error": …}` with that status: how control routes refuse.
http::response control_error(int status, std::string_view what);

/// The body as an object, or nothing when it is not one.
std::optional<object> object_body(const http::request& from);

} // namespace chatops::mocks
