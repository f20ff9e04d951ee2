// What may be said about a load balancer and its parts, wherever it is said.
#pragma once

#include "mocks/rackspace/call.hpp"

#include <algorithm>
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

template <class T>
bool has_id_in(const std::vector<T>& all, std::int64_t id) {
    return std::any_of(all.begin(), all.end(), [&](const T& each) { return each.id == id; });
}

/// 400: those ids, which there are not. Source of the text, of nodes: rackerlabs/mimic,
/// model/clb_errors.py; [?] of other things.
refused strangers(std::string_view thing, const std::string& ids);

/// Takes them out, all or none: 400 where one is not there.
template <class T>
void take_out(std::vector<T>& all, const std::vector<std::int64_t>& ids, std::string_view thing) {
    std::string unknown;
    for (const std::int64_t each : ids)
        if (!has_id_in(all, each)) unknown += (unknown.empty() ? "" : ",") + std::to_string(each);
    if (!unknown.empty()) throw strangers(thing, unknown);
    std::erase_if(all, [&](const T& each) {
        return std::find(ids.begin(), ids.end(), each.id) != ids.end();
    });
}

/// An address of IPv4 or IPv6, with the length of a block or without.
bool is_network(std::string_view text);
/// Something that a node can be reached at.
bool is_node_address(std::string_view text);

/// The load balancer of the path: to change it, 422 where it cannot be; to look at its parts, 410
/// where it is deleted.
load_balancer& balancer_to_change(const call& from);
load_balancer& balancer_to_see(const call& from);

/// What is being changed takes a moment.
void begin_update(const call& from, load_balancer& which);

/// Nodes as they were sent, without ids. Says all that is wrong with them: 400.
std::vector<balanced_node> nodes_in(const object& body);

} // namespace chatops::mocks::rackspace
