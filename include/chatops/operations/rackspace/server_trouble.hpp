// What is said of a server that is not as it should be: what went wrong, and what to do about it.
#pragma once

#include "chatops/chat/reply.hpp"
#include "chatops/core/config.hpp"
#include "chatops/provider/rackspace/types.hpp"

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

namespace chatops::operations {

/// `Rackspace says: No valid host was found.`, with its details if there are any; nothing where
/// nothing went wrong.
void add_fault(reply& to, const rackspace::server& of);

/// What to do about the state that it is in; nothing of one that runs or is off.
void add_advice(reply& to, const rackspace::server& of);

/// What to say where Rackspace would refuse it for its state, before anybody is asked anything;
/// nothing where it would not. Of PAUSED, SUSPENDED and ERROR only; `allowed` are those of them in
/// which it can be done. Source: openstack/nova, compute/api.py, check_instance_state.
std::optional<reply> not_in_its_state(const rackspace::server& it,
                                      std::initializer_list<std::string_view> allowed = {});

} // namespace chatops::operations

#include CHATOPS_BODY("chatops/operations/rackspace/server_trouble.ipp")
