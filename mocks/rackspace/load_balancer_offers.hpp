// Which protocols and algorithms there are.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace chatops::mocks::rackspace {

/// The protocol's usual port, 0 where it has none; nothing if there is no such protocol.
std::optional<std::int64_t> port_of_protocol(std::string_view name);

bool is_balancer_algorithm(std::string_view name);

} // namespace chatops::mocks::rackspace
