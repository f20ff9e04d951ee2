// What may be said about a load balancer and its parts, wherever it is said.
#pragma once

#include "mocks/rackspace/call.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace chatops::mocks::rackspace {

/// 400 that lists what is wrong.
refused validation_failure(std::vector<std::string> messages);
/// 400: what was sent does not look like what is wanted.
refused wrong_schema();

/// The member as a whole number, or as text that is one; 400 when it is something else.
std::optional<std::int64_t> whole_number_in(const object& in, std::string_view name);
/// The member as text; 400 when it is something else.
std::optional<std::string> words_in(const object& in, std::string_view name);
std::optional<bool> yes_or_no_in(const object& in, std::string_view name);
/// The member as a list of objects, none without it; 400 when it is something else.
std::vector<object> objects_in(const object& in, std::string_view name);
/// The body's only member; 400 when there is none.
const object& inner_of(const object& body, std::string_view name);
/// The same, or the body itself where it has no such member: libcloud changes a load balancer, a
/// node and a monitor without naming what it is, and is understood.
const object& inner_or_all(const object& body, std::string_view name);

/// The `id` of the query, all of them; 400 when there is none, or there are too many.
std::vector<std::int64_t> ids_to_delete(const call& from, std::string_view things);

/// An address of IPv4 or IPv6, with the length of a block or without.
bool is_network(std::string_view text);
/// Something that a node can be reached at.
bool is_node_address(std::string_view text);

/// What is being changed takes a moment.
void begin_update(const call& from, load_balancer& which);

/// Nodes as they were sent, without ids. Says all that is wrong with them: 400.
std::vector<balanced_node> nodes_in(const object& body);

} // namespace chatops::mocks::rackspace
