// What several handlers ask of a request.
#pragma once

#include "mocks/rackspace/call.hpp"

#include <initializer_list>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace chatops::mocks::rackspace {

/// The server that the path names first; 404 when there is none.
server& server_of(call& from);

/// Refuses with 409 what cannot be done to one that is locked, in none of those states, or busy.
void check_state(const server& of, std::string_view action, time_point now,
                 std::initializer_list<std::string_view> allowed);

/// The moment that a list is to begin at, with or without a zone. Refuses with 400 what is no time.
std::optional<time_point> changes_since(const call& from);

/// The object that the body has under that name; 400 when it has none.
const object& required_object(const call& from, std::string_view name);

/// A name that a person chose: 400 when it is empty, too long, or has spaces around it.
std::string checked_name(const object& in, std::string_view noun);

/// The last word of a reference, which may be an id or the whole address of a thing; a number as
/// text. Empty when it is absent.
std::string reference_in(const object& in, std::string_view name);

/// Texts by name; 400 when it is anything else, 413 when there are too many, or they are too long.
std::map<std::string, std::string> metadata_in(const object& in);

/// Whether a name matches what a list is asked for: an expression, of which this mock knows `^`,
/// `$`, `.`, `*` and what stands after a `\`; anywhere in the name.
bool name_matches(std::string_view expression, std::string_view name);

} // namespace chatops::mocks::rackspace
