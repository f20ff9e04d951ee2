// How a public key of SSH is named.
#pragma once

#include <string>
#include <string_view>

namespace chatops::mocks {

/// The fingerprint of `ssh-rsa AAAA… comment`; empty when that is no key. It names, and protects
/// nothing.
std::string fingerprint_of(std::string_view public_key);

} // namespace chatops::mocks
