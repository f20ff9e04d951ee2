// Addresses as people and programs write them.
#pragma once

#include <string_view>

namespace chatops::mocks {

/// `203.0.113.7`.
bool is_ipv4(std::string_view text);

/// `2001:db8::7`; without a part that is written as version 4.
bool is_ipv6(std::string_view text);

} // namespace chatops::mocks
